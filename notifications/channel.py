"""Telegram, as the worker sees it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from locales import Button, Screen
from notifications.pace import TokenPace

TELEGRAM_API = "https://api.telegram.org"
AHEAD = 10
"""Messages taken ahead of their permits: enough to keep the pace, few enough for an urgent one to overtake."""

WIDTH = 100
"""Messages sent and not yet answered: a slow network is no reason to send slowly."""


class Channel(Protocol):
    """A messenger. `token` names the sender: whoever sends under one token shares one limit."""

    token: str

    def room(self) -> int:
        """How many more messages it would take now. Asked a few times a second."""

    async def send(self, chat: str, screen: Screen, *, silent: bool) -> str:
        """Send a screen and return the message's reference. Raises what policy.verdict judges."""

    async def ping(self) -> None:
        """Raises when the messenger cannot be reached."""

    async def close(self) -> None:
        """Close the connections."""


class TelegramChannel:
    """The Bot API through python-telegram-bot's ExtBot and its rate limiter."""

    def __init__(
        self,
        token: str,
        *,
        api: str = TELEGRAM_API,
        proxy: str | None = None,
        replies: Callable[[], int] = lambda: 0,
        timeout: timedelta = timedelta(seconds=10),
    ) -> None:
        """`replies`: how many messages the bot itself has sent or edited since last asked."""
        self.token = token
        self._sending = 0
        self._pace = TokenPace(replies)
        seconds = timeout.total_seconds()
        self._request = HTTPXRequest(
            connection_pool_size=WIDTH,
            read_timeout=seconds,
            write_timeout=seconds,
            connect_timeout=seconds,
            pool_timeout=seconds,
            proxy=proxy,
        )
        self._bot: ExtBot[int] = ExtBot(
            token,
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=self._request,
            get_updates_request=self._request,
            rate_limiter=self._pace,
        )

    def room(self) -> int:
        self._pace.note_replies()
        return max(0, min(AHEAD - self._pace.waiting, WIDTH - self._sending))

    async def send(self, chat: str, screen: Screen, *, silent: bool) -> str:
        self._sending += 1
        try:
            sent = await self._bot.send_message(
                chat_id=int(chat),
                text=screen.text,
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                reply_markup=_keyboard(screen),
                disable_notification=silent,
            )
        finally:
            self._sending -= 1
        return str(sent.message_id)

    async def ping(self) -> None:
        await self._bot.get_me()

    async def close(self) -> None:
        await self._request.shutdown()


def _keyboard(screen: Screen) -> InlineKeyboardMarkup | None:
    rows = [[_button(b) for b in row] for row in screen.rows if row]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.copy:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copy))
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.data, style=button.style)
