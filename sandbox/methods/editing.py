"""Changing a message in place."""

from __future__ import annotations

from typing import Any

from aiogram import methods

from sandbox import chatlog, wire
from sandbox.errors import bad_request
from sandbox.keyboards import accept_inline
from sandbox.methods.ask import Ask, answers
from sandbox.methods.composing import caption_of, text_of
from sandbox.methods.media import described_media
from sandbox.state import Chat, Json, Media, StoredMessage

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


def _find(ask: Ask[Any]) -> tuple[Chat, StoredMessage]:
    if ask.method.chat_id is None or ask.method.message_id is None:
        raise bad_request("message identifier is not specified")
    chat = ask.chat(ask.method.chat_id)
    stored = chat.messages.get(ask.method.message_id)
    if stored is None:
        raise bad_request("message to edit not found")
    if not stored.editable:
        raise bad_request("message can't be edited")
    return chat, stored


def _change(
    ask: Ask[Any],
    chat: Chat,
    stored: StoredMessage,
    content: tuple[str, list[Json]],
    media: Media | None,
) -> Json:
    """Gives the message this content and the request's keyboard; an edit without a keyboard takes the keyboard away."""
    markup = accept_inline(ask.given.get("reply_markup"))
    text, entities = content
    if (text, entities, media, markup) == (stored.text, stored.entities, stored.media, stored.markup):
        raise bad_request(NOT_MODIFIED)
    # A change of buttons alone does not mark a message as edited.
    if (text, entities, media) != (stored.text, stored.entities, stored.media):
        stored.edited = ask.world.unix_time()
    stored.text, stored.entities, stored.media, stored.markup = text, entities, media, markup
    chatlog.edited(ask.world, chat, stored)
    return wire.message(chat, stored)


@answers(methods.EditMessageText, counts=False)
async def edit_message_text(ask: Ask[methods.EditMessageText]) -> Json:
    chat, stored = _find(ask)
    if stored.media:
        raise bad_request("there is no text in the message to edit")
    return _change(ask, chat, stored, text_of(ask.given), None)


@answers(methods.EditMessageCaption, counts=False)
async def edit_message_caption(ask: Ask[methods.EditMessageCaption]) -> Json:
    chat, stored = _find(ask)
    if not stored.media:
        raise bad_request("there is no caption in the message to edit")
    return _change(ask, chat, stored, caption_of(ask.given), stored.media)


@answers(methods.EditMessageMedia, counts=False)
async def edit_message_media(ask: Ask[methods.EditMessageMedia]) -> Json:
    chat, stored = _find(ask)
    described = ask.given["media"]
    return _change(ask, chat, stored, caption_of(described), described_media(ask, described))


@answers(methods.EditMessageReplyMarkup, counts=False)
async def edit_message_reply_markup(ask: Ask[methods.EditMessageReplyMarkup]) -> Json:
    chat, stored = _find(ask)
    return _change(ask, chat, stored, (stored.text, stored.entities), stored.media)
