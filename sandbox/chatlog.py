"""Every change of a chat passes here, so that phones, pages and waiting tests hear of it."""

from __future__ import annotations

from sandbox.state import Chat, StoredMessage, World
from sandbox.view import see, see_reply_keyboard


def add(world: World, chat: Chat, stored: StoredMessage) -> None:
    chat.messages[stored.id] = stored
    if stored.from_bot:
        chat.unread += 1
        _take_reply_keyboard(world, chat, stored)
    _tell(world, chat, "message", stored)


def edited(world: World, chat: Chat, stored: StoredMessage) -> None:
    _tell(world, chat, "edit", stored)


def remove(world: World, chat: Chat, message_id: int) -> None:
    del chat.messages[message_id]
    chat.changed.fire()
    tell(world, chat, "delete", message_id=message_id)


def drop_reply_keyboard(world: World, chat: Chat) -> None:
    chat.reply_keyboard = None
    tell(world, chat, "keyboard", reply_keyboard=None)


def tell(world: World, chat: Chat, event: str, **facts: object) -> None:
    """Sends an event to open pages, if there are any."""
    if world.events:
        world.events.publish({"type": event, "person": chat.person.id, "bot": chat.bot.username, **facts})


def _tell(world: World, chat: Chat, event: str, stored: StoredMessage) -> None:
    chat.changed.fire()
    if world.events:
        tell(world, chat, event, message=see(chat, stored).as_json(), unread=chat.unread)


def _take_reply_keyboard(world: World, chat: Chat, stored: StoredMessage) -> None:
    markup = stored.markup or {}
    if "keyboard" in markup:
        chat.reply_keyboard = markup
        tell(world, chat, "keyboard", reply_keyboard=see_reply_keyboard(chat))
    elif markup.get("remove_keyboard") and chat.reply_keyboard is not None:
        drop_reply_keyboard(world, chat)
