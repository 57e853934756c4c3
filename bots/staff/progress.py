"""A line in the chat that tells how far long work has come."""

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self

from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery

from bots.shared.chat import Chat
from bots.staff.screens import workbook as screens
from core.workbook import Stage
from locales import Screen

EVERY_S = 1.5


class ProgressLine:
    """Shows the line on entering (in place of the pressed message, or as a new one), edits it every second and a half
    while the work goes on; `finish` replaces it. Work that fails takes a line of its own away.

    `reached` may be called from any thread. Trouble with the line never troubles the work.
    """

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._reached = (Stage.OPENING, 0, 1)
        self._message = 0
        self._own = True
        self._task: asyncio.Task[None] | None = None

    def reached(self, stage: Stage, done: int, total: int) -> None:
        self._reached = (stage, done, total)

    async def __aenter__(self) -> Self:
        pressed = self._chat.event.message if isinstance(self._chat.event, CallbackQuery) else None
        if pressed is None:
            self._message = await self._chat.send(self._screen())
        else:
            self._message = pressed.message_id
            await self._chat.edit(self._message, self._screen())
        self._own = pressed is None
        self._task = asyncio.create_task(self._tell())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        if error is not None and self._own:
            with suppress(TelegramAPIError):
                await self._chat.bot.delete_message(self._chat.user.id, self._message)

    async def finish(self, screen: Screen) -> None:
        """Put the result in the line's place."""
        await self._chat.edit(self._message, screen)

    async def _tell(self) -> None:
        shown = self._reached
        with suppress(TelegramAPIError):
            await self._chat.bot.send_chat_action(self._chat.user.id, ChatAction.TYPING)
            while True:
                await asyncio.sleep(EVERY_S)
                if self._reached != shown:
                    shown = self._reached
                    await self._chat.edit(self._message, self._screen())

    def _screen(self) -> Screen:
        return screens.progress(*self._reached, self._chat.t)
