"""Asking Telegram for updates, so that none is confirmed before its work is done."""

import asyncio
from collections.abc import Sequence
from functools import partial

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramNotFound, TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.types import Update

from bots.running.connection import Connection, Watch
from bots.running.tasks import RawUpdate, UpdatesInWork
from bots.running.turn import PollingTurn

log = structlog.get_logger()
LONG_POLL = 25
ANSWER_WITHIN = 15
FIRST_DELAY = 0.5
LONGEST_DELAY = 5.0
STAND_BY = 1.0
AWAY = (AiogramError, OSError, ValueError)


class GetRawUpdates(TelegramMethod[list[RawUpdate]]):
    """`getUpdates` whose answer is left unread: most of it may be in work already."""

    __returning__ = list[RawUpdate]
    __api_method__ = "getUpdates"

    offset: int
    timeout: int
    allowed_updates: list[str]


class Poller:
    """Takes a bot's updates one poll after another and handles those of a poll side by side.

    Telegram forgets an update when a later one is asked for, so the next poll asks from the lowest one still
    in work: killed in the middle, the process meets it again. Work of more than `PATIENCE` seconds (a workbook
    being imported) no longer holds the line up.
    """

    TICK = 0.3
    PATIENCE = 5.0

    def __init__(self, connection: Connection, dispatcher: Dispatcher, watch: Watch, turn: PollingTurn) -> None:
        self._connection = connection
        self._turn = turn
        self._watch = watch
        self._kinds: Sequence[str] = dispatcher.resolve_used_update_types()
        self._in_work = UpdatesInWork(partial(_feed, dispatcher, connection.bot))
        self._next = 0

    async def run(self) -> None:
        """Poll until cancelled, whenever it is this process's turn; Telegram away is waited out."""
        delay = FIRST_DELAY
        webhook_removed = False
        while True:
            if not await self._turn.ours():
                await asyncio.sleep(STAND_BY)
                continue
            try:
                if not webhook_removed:
                    webhook_removed = await self._remove_webhook()
                await self._poll()
                self._watch.fine(self._connection.part)
                delay = FIRST_DELAY
            except AWAY as error:
                self._watch.lost(self._connection.part, error)
                await asyncio.sleep(error.retry_after if isinstance(error, TelegramRetryAfter) else delay)
                delay = min(2 * delay, LONGEST_DELAY)

    async def _remove_webhook(self) -> bool:
        """Updates would go to a webhook of earlier; a server that knows none of them has none to remove."""
        try:
            await self._connection.bot.delete_webhook()
        except (TelegramNotFound, TelegramBadRequest) as error:
            log.info("no_webhook_to_remove", part=self._connection.part, error=type(error).__name__)
        return True

    async def finish(self, seconds: float) -> None:
        """After `run` was cancelled: finish what is in work and confirm it, at most so long."""
        if not await self._in_work.settle(seconds):
            log.warning("updates_abandoned", part=self._connection.part)
            self._in_work.abandon()
        if self._turn.held:
            await self._confirm()
        await self._turn.release()

    async def _confirm(self) -> None:
        """Tell Telegram what is done, so that the next process does not meet it again."""
        try:
            await self._connection.bot.get_updates(offset=self._offset(), limit=1, timeout=0, request_timeout=2)
        except AWAY as error:
            log.info("updates_not_confirmed", part=self._connection.part, error=type(error).__name__)

    async def _poll(self) -> None:
        offset = self._offset()
        poll = GetRawUpdates(
            offset=offset, timeout=LONG_POLL if offset == self._next else 0, allowed_updates=list(self._kinds)
        )
        updates = await self._connection.bot(poll, request_timeout=LONG_POLL + ANSWER_WITHIN)
        self._in_work.forget_before(offset)
        for update in updates:
            self._next = max(self._next, update["update_id"] + 1)
            self._in_work.take(update)
        await self._in_work.settle(self.TICK)

    def _offset(self) -> int:
        """The first update that Telegram still has to keep for us."""
        oldest = self._in_work.oldest(self.PATIENCE)
        return self._next if oldest is None else oldest


async def _feed(dispatcher: Dispatcher, bot: Bot, update: RawUpdate) -> None:
    await dispatcher.feed_update(bot, Update.model_validate(update, context={"bot": bot}))
