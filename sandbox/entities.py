"""Formatted text the way Telegram reads it: HTML in, plain text and entities out.

Offsets and lengths are in UTF-16 code units. Errors are worded as Telegram's own parser words them.
Source: https://core.telegram.org/bots/api#html-style
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import bad_request

Entity = dict[str, Any]

ENTITY_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
SPECIAL = re.compile(r"<|&(?:lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")
TAG = re.compile(r"<(/?)([^\s>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"([^\s=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
DETECTED = re.compile(r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)»])|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,32})\b")
NOTHING_INSIDE = {"code", "pre", "text_link"}


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class OpenTag:
    name: str
    offset: int
    extra: Entity


@dataclass(slots=True)
class HtmlReader:
    """Reads one text; `parse` may be called once."""

    source: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[OpenTag] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def parse(self) -> tuple[str, list[Entity]]:
        position = 0
        while found := SPECIAL.search(self.source, position):
            self._say(self.source[position : found.start()])
            position = found.end()
            if found.group() == "<":
                position = self._tag(found.start())
            else:
                self._say(html.unescape(found.group()))
        self._say(self.source[position:])
        if self.stack:
            raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].name}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.parts), self.entities

    def _say(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += utf16_length(text)

    def _tag(self, start: int) -> int:
        found = TAG.match(self.source, start)
        if found is None:
            kind = "end" if self.source.startswith("</", start) else "start"
            raise _cannot_parse(f"Unclosed {kind} tag at byte offset {self._bytes(start)}")
        closing, name, attributes = found.groups()
        if closing:
            self._close(name.lower(), start)
        else:
            self._open(name.lower(), attributes, start)
        return found.end()

    def _open(self, name: str, attributes: str, start: int) -> None:
        values = {key.lower(): html.unescape(a or b or c or "") for key, a, b, c in ATTRIBUTE.findall(attributes)}
        if name not in ENTITY_OF_TAG or (name == "span" and values.get("class") != "tg-spoiler"):
            raise _cannot_parse(f'Unsupported start tag "{name}" at byte offset {self._bytes(start)}')
        extra: Entity = {}
        if name == "a":
            extra["url"] = values.get("href", "")
        elif name == "blockquote" and "expandable" in values:
            extra["type"] = "expandable_blockquote"
        elif name == "code" and values.get("class", "").startswith("language-"):
            extra["language"] = values["class"].removeprefix("language-")
        self.stack.append(OpenTag(name, self.length, extra))

    def _close(self, name: str, start: int) -> None:
        if not self.stack:
            raise _cannot_parse(f"Unexpected end tag at byte offset {self._bytes(start)}")
        tag = self.stack.pop()
        if name not in {"", tag.name}:
            where = self._bytes(start)
            raise _cannot_parse(
                f'Unmatched end tag at byte offset {where}, expected "</{tag.name}>", found "</{name}>"'
            )
        entity = {
            "type": ENTITY_OF_TAG[tag.name],
            "offset": tag.offset,
            "length": self.length - tag.offset,
            **tag.extra,
        }
        if not entity["length"] or (tag.name == "a" and not entity["url"]):
            return
        if tag.name == "pre" and self._is_language_block(entity):
            entity["language"] = self.entities.pop()["language"]
        elif tag.name == "code" and not self._inside_pre():
            entity.pop("language", None)
        self.entities.append(entity)

    def _inside_pre(self) -> bool:
        return bool(self.stack) and self.stack[-1].name == "pre"

    def _is_language_block(self, entity: Entity) -> bool:
        last = self.entities[-1] if self.entities else {}
        return "language" in last and (last["offset"], last["length"]) == (entity["offset"], entity["length"])

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())


def _cannot_parse(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cuts white space around the text, as Telegram does, and moves the entities along."""
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    trimmed = text.strip()
    if len(trimmed) == len(text):
        return text, entities
    end = utf16_length(trimmed)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        stop = min(entity["offset"] + entity["length"] - cut, end)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return trimmed, moved


def detect(text: str, entities: list[Entity]) -> list[Entity]:
    """Adds what Telegram finds by itself: links and bot commands, outside of code and of other links."""
    if "/" not in text:
        return entities
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in NOTHING_INSIDE]
    added = []
    for found in DETECTED.finditer(text):
        start, length = utf16_length(text[: found.start()]), utf16_length(found.group())
        if not any(begin < start + length and start < end for begin, end in taken):
            added.append({"type": found.lastgroup, "offset": start, "length": length})
    return sorted(entities + added, key=lambda e: (e["offset"], -e["length"])) if added else entities


def read_text(text: str, parse_mode: str | None, explicit: list[Entity] | None) -> tuple[str, list[Entity]]:
    """Plain text and entities of a request's text or caption; raises a 400 Refusal for what cannot be parsed."""
    if parse_mode and parse_mode.lower() != "html":
        if parse_mode.lower() in {"markdown", "markdownv2"}:
            raise bad_request(f"parse mode {parse_mode} is unsupported by the sandbox")
        raise bad_request("unsupported parse_mode")
    if parse_mode:
        plain, entities = HtmlReader(text).parse()
    else:
        plain, entities = text, list(explicit or [])
    plain, entities = trim(plain, entities)
    return plain, detect(plain, entities)
