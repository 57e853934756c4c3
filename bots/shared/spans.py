"""What a person wrote, with its formatting, before any messenger's own counting."""

from typing import NamedTuple

from aiogram.enums import MessageEntityType
from aiogram.types import Message, MessageEntity

from locales.formatting import LINK, TAGS, Span


class Written(NamedTuple):
    """A text and the spans of its formatting (locales/formatting.py)."""

    body: str
    spans: list[Span]


def written(message: Message) -> Written:
    """The text or caption of a message. Telegram counts in UTF-16 units, we in characters."""
    body = message.text or message.caption or ""
    entities = message.entities or message.caption_entities or []
    return Written(body, [span for entity in entities if (span := _span(body, entity)) is not None])


def _span(body: str, entity: MessageEntity) -> Span | None:
    units = body.encode("utf-16-le")
    start = len(units[: entity.offset * 2].decode("utf-16-le", "ignore"))
    length = len(units[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le", "ignore"))
    if entity.type == MessageEntityType.TEXT_LINK:
        return [LINK, start, length, entity.url]
    kind = (
        "blockquote"
        if entity.type == MessageEntityType.EXPANDABLE_BLOCKQUOTE
        else str(entity.type.value if isinstance(entity.type, MessageEntityType) else entity.type)
    )
    return [kind, start, length, None] if kind in TAGS else None
