"""What every sending method does: read the text, the reply and the keyboard, and put the message into the chat."""

from __future__ import annotations

from typing import Any

from sandbox import chatlog, wire
from sandbox.entities import Entity, read_text, utf16_length
from sandbox.errors import bad_request
from sandbox.keyboards import accept_markup
from sandbox.methods.ask import Ask
from sandbox.state import Chat, Json, Media, StoredMessage

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def text_of(given: Json) -> tuple[str, list[Entity]]:
    """The message text of a request; refuses an empty one and one over 4096 characters after parsing."""
    text, entities = read_text(given.get("text", ""), given.get("parse_mode"), given.get("entities"))
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return text, entities


def caption_of(given: Json) -> tuple[str, list[Entity]]:
    """The caption of a request, possibly empty; refuses one over 1024 characters after parsing."""
    text, entities = read_text(given.get("caption", ""), given.get("parse_mode"), given.get("caption_entities"))
    if utf16_length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return text, entities


def reply_of(chat: Chat, given: Json) -> StoredMessage | None:
    """The message replied to; a missing one is refused unless the request allows sending without it."""
    reply = given.get("reply_parameters") or {}
    message_id = reply.get("message_id")
    if message_id is None:
        return None
    found = chat.messages.get(int(message_id))
    if found is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return found


def deliver(
    ask: Ask[Any],
    chat: Chat,
    text: str,
    entities: list[Entity],
    *,
    media: Media | None = None,
    album: str | None = None,
    markup: Json | None = None,
) -> StoredMessage:
    """Puts a new message of the bot into the chat."""
    stored = StoredMessage(
        id=ask.bot.next_message_id(),
        from_bot=True,
        date=ask.world.unix_time(),
        text=text,
        entities=entities,
        media=media,
        markup=markup,
        reply_to=reply_of(chat, ask.given),
        album=album,
        silent=bool(ask.method.disable_notification),
    )
    chatlog.add(ask.world, chat, stored)
    return stored


def send(ask: Ask[Any], chat: Chat, text: str, entities: list[Entity], media: Media | None = None) -> Json:
    """Sends one message with the request's keyboard and returns it as a `Message`."""
    markup = accept_markup(ask.given.get("reply_markup"))
    return wire.message(chat, deliver(ask, chat, text, entities, media=media, markup=markup))
