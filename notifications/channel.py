"""Telegram, as the worker sees it."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, Protocol

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from locales import Button, Screen
from notifications.pace import TokenPace
from notifications.parcels import Fetch, Parcels, Under
from notifications.parts import fits_caption, unsent
from notifications.policy import NOT_MODIFIED

TELEGRAM_API = "https://api.telegram.org"
AHEAD = 10
"""Messages taken ahead of their permits: enough to keep the pace, few enough for an urgent one to overtake."""

WIDTH = 100
"""Messages sent and not yet answered: a slow network is no reason to send slowly."""

AT_ONCE = 5
"""Messages that one chat takes in a burst."""

BREATH = 1.0
"""Seconds before what goes beyond that."""

NO_PREVIEW: dict[str, Any] = {"link_preview_options": LinkPreviewOptions(is_disabled=True)}
NO_TEXT = "there is no text in the message to edit"


class Channel(Protocol):
    """A messenger. `token` names the sender: whoever sends under one token shares one limit."""

    token: str

    def room(self) -> int:
        """How many more messages it would take now. Asked a few times a second."""

    async def send(
        self, chat: str, screen: Screen, arrived: list[str], *, silent: bool, files: Sequence[int], fetch: Fetch
    ) -> None:
        """Send a screen and its files (ids of kept ones, read by `fetch` when the messenger has not got them yet).

        The references of the messages are put to `arrived` one after another, the one with the words first: what is
        there already is not sent again, and what got through before an error is known. Raises what policy.verdict
        judges.
        """

    async def edit(self, chat: str, screen: Screen, refs: list[str]) -> None:
        """Put other words and buttons into a sent message; `refs` as `send` left them, changed if they change."""

    async def delete(self, chat: str, refs: Sequence[str]) -> None:
        """Take a sent message away, with its files."""

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
        self._parcels = Parcels(self._bot)

    def room(self) -> int:
        self._pace.note_replies()
        return max(0, min(AHEAD - self._pace.waiting - self._parcels.queued, WIDTH - self._sending))

    async def send(
        self, chat: str, screen: Screen, arrived: list[str], *, silent: bool, files: Sequence[int], fetch: Fetch
    ) -> None:
        self._sending += 1
        try:
            if files:
                await self._send_all(int(chat), screen, arrived, tuple(files), fetch, silent=silent)
            elif not arrived:
                arrived.append(await self._words(int(chat), screen, silent=silent))
        finally:
            self._sending -= 1

    async def _send_all(
        self, chat: int, screen: Screen, arrived: list[str], files: tuple[int, ...], fetch: Fetch, *, silent: bool
    ) -> None:
        """Part after part; only the first one rings, and a long album leaves the chat a breath."""
        async with self._parcels.uploading_once(files):
            planned = await self._parcels.planned(screen.text, files, fetch)
            for part in unsent(planned, len(arrived)):
                if arrived and len(arrived) + part.messages > AT_ONCE:
                    await asyncio.sleep(BREATH)
                if part.files:
                    under = Under(screen.text, _keyboard(screen))
                    arrived += await self._parcels.send(chat, part, fetch, under, silent=silent or bool(arrived))
                else:
                    arrived.append(await self._words(chat, screen, silent=silent))

    async def _words(self, chat: int, screen: Screen, *, silent: bool) -> str:
        sent = await self._bot.send_message(
            chat_id=chat, disable_notification=silent, text=screen.text, **_looks(screen), **NO_PREVIEW
        )
        return str(sent.message_id)

    async def edit(self, chat: str, screen: Screen, refs: list[str]) -> None:
        try:
            await self._bot.edit_message_text(
                chat_id=int(chat), message_id=int(refs[0]), text=screen.text, **_looks(screen), **NO_PREVIEW
            )
        except BadRequest as error:
            if NO_TEXT not in error.message.lower():
                raise
            await self._edit_caption(int(chat), screen, refs)

    async def _edit_caption(self, chat: int, screen: Screen, refs: list[str]) -> None:
        """Words that have grown too long for their place under a file become a message of their own."""
        fits = fits_caption(screen.text)
        caption = {"caption": screen.text, **_looks(screen)} if fits else {"caption": ""}
        try:
            await self._bot.edit_message_caption(chat_id=chat, message_id=int(refs[0]), **caption)
        except BadRequest as error:
            if fits or NOT_MODIFIED not in error.message.lower():
                raise
        if not fits:
            refs.insert(0, await self._words(chat, screen, silent=True))

    async def delete(self, chat: str, refs: Sequence[str]) -> None:
        await self._bot.delete_messages(chat_id=int(chat), message_ids=[int(ref) for ref in refs])

    async def ping(self) -> None:
        await self._bot.get_me()

    async def close(self) -> None:
        await self._request.shutdown()


def _looks(screen: Screen) -> dict[str, Any]:
    return {"parse_mode": ParseMode.HTML, "reply_markup": _keyboard(screen)}


def _keyboard(screen: Screen) -> InlineKeyboardMarkup | None:
    rows = [[_button(b) for b in row] for row in screen.rows if row]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.copy:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copy))
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.data, style=button.style)
