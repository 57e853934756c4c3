"""Cards that move by themselves: an open «Отсутствуют» or «Журнал сегодня» follows what is entered.

What is watched lives in memory only: nothing is written through it, and after a restart the card simply
waits for its «Обновить».
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery

from bots.shared.chat import Chat
from core.actor import Presence
from core.app import App, Work
from core.errors import JournalError
from locales import Screen, Translator

log = structlog.get_logger()
EVERY_SECONDS = 2.0
WATCHED_FOR = timedelta(minutes=30)
Draw = Callable[[Translator], Screen]
Read = Callable[[Work], Awaitable[tuple[object, Draw]]]
"""What the card is about now, and how it is drawn."""


@dataclass
class Watched:
    """The last card an account opened, what it shows, and how to read it anew: every so many looks."""

    chat: Chat
    message_id: int
    shown: object
    read: Read
    until: datetime
    every: int = 1
    looks: int = 0


_followed: dict[App, dict[str, Watched]] = {}


def watch(chat: Chat, shown: object, read: Read, *, every: int = 1) -> None:
    """Keep the pressed message's card up to date for half an hour; `every`: how many looks one reading is worth."""
    pressed = _pressed(chat)
    if pressed is not None and chat.app in _followed:
        until = chat.app.clock.now() + WATCHED_FOR
        _followed[chat.app][chat.address.chat] = Watched(chat, pressed, shown, read, until, every)


def forget(chat: Chat) -> None:
    """The person pressed something on the card: the message is about to show another screen."""
    cards = _followed.get(chat.app, {})
    watched, pressed = cards.get(chat.address.chat), _pressed(chat)
    if watched is not None and pressed == watched.message_id:
        del cards[chat.address.chat]


async def follow(app: App, stopping: asyncio.Event) -> None:
    """Look at a school's watched cards every two seconds until told to stop."""
    cards = _followed.setdefault(app, {})
    try:
        while not stopping.is_set():
            for watched in list(cards.values()):
                await _refresh(watched)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), EVERY_SECONDS)
    finally:
        _followed.pop(app, None)


async def _refresh(watched: Watched) -> None:
    """Edit the card when it says something else by now; a card nobody may see any more is let go."""
    chat = watched.chat
    watched.looks += 1
    if watched.looks % watched.every:
        return
    if chat.app.clock.now() > watched.until:
        _let_go(watched)
        return
    try:
        async with chat.work(Presence.FOLLOWS) as work:
            fresh, draw = await watched.read(work)
        if fresh != watched.shown and _still(watched):
            watched.shown = fresh
            await chat.edit(watched.message_id, draw(chat.t))
    except (JournalError, TelegramAPIError):
        _let_go(watched)
    except Exception as error:
        log.warning("live_card_failed", error=type(error).__name__)


def _let_go(watched: Watched) -> None:
    if _still(watched):
        del _followed[watched.chat.app][watched.chat.address.chat]


def _pressed(chat: Chat) -> int | None:
    """The message whose button was pressed."""
    message = chat.event.message if isinstance(chat.event, CallbackQuery) else None
    return message.message_id if message is not None else None


def _still(watched: Watched) -> bool:
    """Whether this is still the card that its account has open."""
    chat = watched.chat
    return _followed.get(chat.app, {}).get(chat.address.chat) is watched
