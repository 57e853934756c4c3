"""What a person does with a phone: the chat page and the test client both act through these functions."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from typing import Any

from sandbox import chatlog, wire
from sandbox.entities import Entity, read_text, utf16_length
from sandbox.errors import Refusal
from sandbox.files import PHOTO_LIMIT, MediaKind, StoredFile, Upload
from sandbox.state import Answer, Callback, Chat, Media, StoredMessage, World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?")
LONGEST_TEXT = 4096


class Impossible(Exception):
    """A phone would not let the person do this."""


def start(world: World, chat: Chat, payload: str = "") -> StoredMessage:
    """Opens the chat (or lets the bot in again) and sends /start; raises Impossible for a payload no link can carry."""
    if not PAYLOAD.fullmatch(payload):
        raise Impossible("a deep link carries at most 64 of A-Z a-z 0-9 _ -")
    if chat.blocked:
        block(world, chat, blocked=False)
    return send_text(world, chat, f"/start {payload}".strip())[0]


def send_text(
    world: World, chat: Chat, text: str, reply_to: int | None = None, *, html: bool = False
) -> list[StoredMessage]:
    """Sends a message; a text over 4096 characters leaves in several, as Telegram's own apps cut it.

    With `html` the text is formatted as the Bot API's HTML says (and is not cut).
    """
    text = text.strip()
    if not text:
        raise Impossible("there is nothing to send")
    if html:
        plain, entities = _formatted(text)
        return [_send(world, chat, _new(world, chat, reply_to, text=plain, entities=entities))]
    sent = []
    while text:
        piece, text = text[:LONGEST_TEXT], text[LONGEST_TEXT:]
        stored = _new(world, chat, reply_to, text=piece, entities=_commands(piece))
        sent.append(_send(world, chat, stored))
        reply_to = None
    return sent


def edit_text(world: World, chat: Chat, message_id: int, text: str, *, html: bool = False) -> StoredMessage:
    """Changes the words of an own message, or the caption of an own file; the bot hears of it once."""
    stored = chat.messages.get(message_id)
    if stored is None or stored.from_bot:
        raise Impossible("only an own message can be edited")
    if not text.strip() and not stored.media:
        raise Impossible("there is nothing to send")
    plain, entities = _formatted(text) if html else (text.strip(), _commands(text.strip()))
    if (plain, entities) == (stored.text, stored.entities):
        return stored
    _require_open(world, chat)
    stored.text, stored.entities, stored.edited = plain, entities, world.unix_time()
    chatlog.edited(world, chat, stored)
    _tell_bot(world, chat, "edited_message", wire.message(chat, stored))
    return stored


def delete(world: World, chat: Chat, message_id: int) -> None:
    """Deletes any message of the chat, for both sides; the bot does not hear of it."""
    if message_id not in chat.messages:
        raise Impossible("there is no such message")
    chatlog.remove(world, chat, message_id)


def send_files(
    world: World,
    chat: Chat,
    uploads: Sequence[Upload],
    *,
    kind: MediaKind = "document",
    caption: str = "",
    reply_to: int | None = None,
    html: bool = False,
) -> list[StoredMessage]:
    """Sends files; several make an album whose first item carries the caption (HTML with `html`)."""
    if not uploads:
        raise Impossible("there is no file")
    album = f"p{world.next_album()}" if len(uploads) > 1 else None
    sent = []
    for position, upload in enumerate(uploads):
        words, entities = _captioned(caption if position == 0 else "", html=html)
        media = Media(kind, _keep(world, chat, kind, upload), duration=1 if kind == "voice" else 0)
        stored = _new(world, chat, reply_to, text=words, entities=entities, media=media, album=album)
        sent.append(_send(world, chat, stored))
    return sent


def _keep(world: World, chat: Chat, kind: MediaKind, upload: Upload) -> StoredFile:
    if kind == "photo" and len(upload.content) > PHOTO_LIMIT:
        raise Impossible("a photo is at most 10 MB")
    file = world.files.add(chat.bot.id, upload, kind)
    if kind == "photo" and not file.width:
        raise Impossible("this is not a picture: send it as a file")
    return file


def _new(world: World, chat: Chat, reply_to: int | None, **content: Any) -> StoredMessage:
    replied = chat.messages.get(reply_to) if reply_to is not None else None
    return StoredMessage(
        id=chat.bot.next_message_id(), from_bot=False, date=world.unix_time(), reply_to=replied, **content
    )


def _captioned(words: str, *, html: bool) -> tuple[str, list[Entity]]:
    return _formatted(words) if html else (words, _commands(words))


def _formatted(text: str) -> tuple[str, list[Entity]]:
    """Raises Impossible for HTML that the Bot API would not take."""
    try:
        return read_text(text, "HTML", None)
    except Refusal as refusal:
        raise Impossible(refusal.description) from None


def _require_open(world: World, chat: Chat) -> None:
    if chat.blocked or chat.person.id in world.gone_people:
        raise Impossible("the chat is closed: the bot is blocked or the account is gone")


def _send(world: World, chat: Chat, stored: StoredMessage) -> StoredMessage:
    _require_open(world, chat)
    chat.started = True
    if chat.reply_keyboard and chat.reply_keyboard.get("one_time_keyboard"):
        chatlog.drop_reply_keyboard(world, chat)
    chatlog.add(world, chat, stored)
    _tell_bot(world, chat, "message", wire.message(chat, stored))
    return stored


def _commands(text: str) -> list[Entity]:
    return [
        {"type": "bot_command", "offset": utf16_length(text[: found.start()]), "length": len(found.group())}
        for found in COMMAND.finditer(text)
    ]


def _tell_bot(world: World, chat: Chat, kind: str, content: dict[str, Any]) -> None:
    times = 1
    if world.faults.rules and world.faults.strike_update(chat.bot.names, chat.person.id):
        times = 2
    chat.bot.updates.put(kind, content, world.wall(), times=times)


def press(world: World, chat: Chat, message_id: int, row: int, column: int) -> Callback | None:
    """Presses a callback button by its place; None for a button the phone handles itself (a link, a copy)."""
    stored = chat.messages.get(message_id)
    keyboard = stored.inline_keyboard if stored else []
    if not (0 <= row < len(keyboard) and 0 <= column < len(keyboard[row])):
        raise Impossible("this button is not there any more")
    data = keyboard[row][column].get("callback_data")
    return press_data(world, chat, message_id, data) if data is not None else None


def press_data(world: World, chat: Chat, message_id: int, data: str) -> Callback:
    """Sends callback data that need not be on any button, as a forged or an old press does."""
    stored = chat.messages.get(message_id)
    if stored is None or not stored.from_bot:
        raise Impossible("there is no such message of the bot")
    _require_open(world, chat)
    answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
    callback = Callback(world.next_callback_id(chat.bot), chat, world.wall(), answer)
    world.callbacks[callback.id] = callback
    _tell_bot(world, chat, "callback_query", wire.callback_query(callback, stored, data))
    return callback


async def await_answer(callback: Callback, seconds: float) -> Answer:
    """What the bot answered; `answered` is False when it stayed silent for so long."""
    try:
        async with asyncio.timeout(seconds):
            return await asyncio.shield(callback.answer)
    except TimeoutError:
        return Answer(answered=False)


def mark_read(world: World, chat: Chat) -> None:
    if chat.unread:
        chat.unread = 0
        chatlog.tell(world, chat, "read")


def block(world: World, chat: Chat, *, blocked: bool) -> None:
    """Blocks the bot or lets it in again; the bot hears of it, if the chat was ever opened."""
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    if chat.started:
        _tell_bot(world, chat, "my_chat_member", wire.blocked_change(chat, world.wall()))
    chatlog.tell(world, chat, "people", blocked=blocked)


def deactivate(world: World, chat: Chat) -> None:
    """The person deletes the Telegram account; every bot gets 403 from now on."""
    world.gone_people.add(chat.person.id)
    chatlog.tell(world, chat, "people")
