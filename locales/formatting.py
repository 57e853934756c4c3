"""Formatted words of a person as HTML: what somebody wrote in bold arrives in bold."""

from collections.abc import Iterator, Sequence
from html import escape

Span = Sequence[object]
"""[kind, offset, length, address or null], offset and length in characters of the text."""

TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
LINK = "link"


def formatted(body: str, spans: Sequence[Span] = ()) -> str:
    """The body as HTML with its spans as tags; spans that overlap without nesting are cut at the outer one's end."""
    known = [(str(kind), int(str(at)), int(str(length)), address) for kind, at, length, address in spans]
    ordered = sorted((s for s in known if s[0] in TAGS or s[0] == LINK), key=lambda s: (s[1], -s[2]))
    return "".join(_written(body, ordered))


def _written(body: str, spans: list[tuple[str, int, int, object]]) -> Iterator[str]:
    open_spans: list[tuple[int, str]] = []
    place = 0
    for kind, start, length, address in spans:
        while open_spans and open_spans[-1][0] <= start:
            end, tag = open_spans.pop()
            yield escape(body[place:end], quote=False) + tag
            place = max(place, end)
        end = min(start + length, len(body), *(e for e, _ in open_spans))
        if end <= start:
            continue
        yield escape(body[place:start], quote=False) + _opening(kind, address)
        place = start
        open_spans.append((end, "</a>" if kind == LINK else f"</{TAGS[kind]}>"))
    while open_spans:
        end, tag = open_spans.pop()
        yield escape(body[place:end], quote=False) + tag
        place = max(place, end)
    yield escape(body[place:], quote=False)


def _opening(kind: str, address: object) -> str:
    return f'<a href="{escape(str(address))}">' if kind == LINK else f"<{TAGS[kind]}>"


def clipped(body: str, spans: Sequence[Span], limit: int) -> tuple[str, Sequence[Span]]:
    """At most so many characters of a body, with the spans that begin in them."""
    if len(body) <= limit:
        return body, spans
    return body[: limit - 1].rstrip() + "…", [s for s in spans if int(str(s[1])) < limit - 1]
