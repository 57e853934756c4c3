"""Cards that move by themselves: an open «Отсутствуют» follows the rolls as they come in.

What is watched lives in memory only: nothing is written through it, and after a restart the card simply
waits for its «Обновить».
"""

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery

from bots.shared.chat import Chat
from bots.staff.screens import absent as screens
from core.app import App
from core.errors import JournalError
from core.roll.absent_today import AbsentToday, absent_today

log = structlog.get_logger()
EVERY_SECONDS = 2.0
WATCHED_FOR = timedelta(minutes=30)


@dataclass
class Watched:
    """The last card an account opened and what it shows."""

    chat: Chat
    message_id: int
    shown: AbsentToday
    until: datetime


_followed: dict[App, dict[str, Watched]] = {}


def watch(chat: Chat, today: AbsentToday) -> None:
    """Keep the pressed message's card of today up to date for half an hour."""
    pressed = _pressed(chat)
    if pressed is not None and today.day == today.today and chat.app in _followed:
        until = chat.app.clock.now() + WATCHED_FOR
        _followed[chat.app][chat.address.chat] = Watched(chat, pressed, today, until)


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
    chat, shown = watched.chat, watched.shown
    if chat.app.clock.now() > watched.until:
        _let_go(watched)
        return
    try:
        async with chat.work() as work:
            fresh = await absent_today(work, shown.class_id, shown.day)
        if fresh != shown and _still(watched):
            watched.shown = fresh
            await chat.edit(watched.message_id, screens.card(fresh, chat.t))
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
