"""Entities back to HTML that is safe to put into the chat page."""

from __future__ import annotations

from html import escape

from sandbox.entities import Entity

TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
}
SAFE_LINKS = ("http://", "https://", "tg://", "mailto:")


def to_html(text: str, entities: list[Entity]) -> str:
    """Only b, i, u, s, code, pre, a, blockquote, span.spoiler and br come out; everything else is escaped."""
    if not entities:
        return _plain(text)
    data = text.encode("utf-16-le")
    ordered = sorted(entities, key=lambda e: (e["offset"], -e["length"]))
    html, _ = _span(data, ordered, 0, 0, len(data) // 2)
    return html


def _span(data: bytes, entities: list[Entity], index: int, start: int, end: int) -> tuple[str, int]:
    """HTML of [start, end) in UTF-16 units, and the index of the first entity beyond it. An overlap is cut."""
    parts: list[str] = []
    while index < len(entities) and entities[index]["offset"] < end:
        entity = entities[index]
        begin, stop = max(entity["offset"], start), min(entity["offset"] + entity["length"], end)
        parts.append(_plain(_slice(data, start, begin)))
        inner, index = _span(data, entities, index + 1, begin, max(begin, stop))
        opening, closing = _tags(entity, _slice(data, begin, stop))
        parts.append(f"{opening}{inner}{closing}")
        start = max(begin, stop)
    parts.append(_plain(_slice(data, start, end)))
    return "".join(parts), index


def _slice(data: bytes, start: int, end: int) -> str:
    return data[start * 2 : end * 2].decode("utf-16-le", errors="replace")


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _tags(entity: Entity, covered: str) -> tuple[str, str]:
    if entity["type"] in {"text_link", "url"}:
        url = entity.get("url") or covered
        if url.startswith(SAFE_LINKS):
            return f'<a href="{escape(url)}" target="_blank" rel="noopener">', "</a>"
    return TAGS.get(entity["type"], ("", ""))
