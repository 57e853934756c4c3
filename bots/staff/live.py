"""Cards that move by themselves: an open «Отсутствуют» follows the rolls as they come in.

What is watched lives in memory only: nothing is written through it, and after a restart the card simply
waits for its «Обновить».
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery

from bots.shared.chat import Chat
from bots.staff.screens import absent as screens
from core.absent_today import AbsentToday, absent_today
from core.errors import JournalError

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


_watched: dict[str, Watched] = {}


def watch(chat: Chat, today: AbsentToday) -> None:
    """Keep the pressed message's card of today up to date for half an hour."""
    if isinstance(chat.event, CallbackQuery) and chat.event.message is not None and today.day == today.today:
        until = chat.app.clock.now() + WATCHED_FOR
        _watched[chat.address.chat] = Watched(chat, chat.event.message.message_id, today, until)


def forget(chat: Chat) -> None:
    """The person pressed something: the message is about to show another screen."""
    _watched.pop(chat.address.chat, None)


async def follow(stopping: asyncio.Event) -> None:
    """Look at the watched cards every two seconds until told to stop."""
    while not stopping.is_set():
        for watched in list(_watched.values()):
            await _refresh(watched)
        try:
            await asyncio.wait_for(stopping.wait(), EVERY_SECONDS)
        except TimeoutError:
            continue


async def _refresh(watched: Watched) -> None:
    """Edit the card when it says something else by now; a card nobody may see any more is let go."""
    chat, shown = watched.chat, watched.shown
    if chat.app.clock.now() > watched.until:
        _let_go(watched)
        return
    try:
        async with chat.work() as work:
            fresh = await absent_today(work, shown.class_id, shown.day)
        if fresh != shown and _watched.get(chat.address.chat) is watched:
            watched.shown = fresh
            await chat.edit(watched.message_id, screens.card(fresh, chat.t))
    except (JournalError, TelegramAPIError):
        _let_go(watched)
    except Exception as error:
        log.warning("live_card_failed", error=type(error).__name__)


def _let_go(watched: Watched) -> None:
    if _watched.get(watched.chat.address.chat) is watched:
        forget(watched.chat)
