"""Updates in work: handled side by side, each once, waited for at the end."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import structlog
from aiogram.types import Update

log = structlog.get_logger()


class UpdatesInWork:
    """Handles updates at once and knows which are not finished; `seconds` is a monotonic clock."""

    def __init__(
        self, handle: Callable[[Update], Awaitable[object]], seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._handle = handle
        self._seconds = seconds
        self._running: dict[int, tuple[asyncio.Task[None], float]] = {}
        self._finished: set[int] = set()

    def take(self, update: Update) -> None:
        """Start handling, unless this update is being handled or has been since `forget_before`."""
        if update.update_id in self._running or update.update_id in self._finished:
            return
        task = asyncio.create_task(self._work(update))
        self._running[update.update_id] = (task, self._seconds())

    def oldest(self, patience: float) -> int | None:
        """The lowest update in work that was taken at most `patience` seconds ago."""
        now = self._seconds()
        return min((number for number, (_, since) in self._running.items() if now - since <= patience), default=None)

    def forget_before(self, number: int) -> None:
        """Updates below will not come again."""
        self._finished = {n for n in self._finished if n >= number}

    async def settle(self, seconds: float) -> bool:
        """Wait until nothing is in work, at most so long; whether that came true."""
        tasks = [task for task, _ in self._running.values()]
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
        return not self._running

    def abandon(self) -> None:
        """Give up what is still in work."""
        for task, _ in self._running.values():
            task.cancel()

    async def _work(self, update: Update) -> None:
        try:
            await self._handle(update)
        except Exception:
            log.exception("update_failed", update=update.update_id)
        finally:
            self._finished.add(update.update_id)
            del self._running[update.update_id]
