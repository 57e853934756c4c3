"""Updates in work: handled side by side, each once, waited for at the end."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import structlog

log = structlog.get_logger()
RawUpdate = dict[str, Any]


class UpdatesInWork:
    """Handles updates at once and knows which are not finished; `seconds` is a monotonic clock.

    Updates are as Telegram wrote them: one that comes again while in work is not worth reading anew.
    """

    def __init__(
        self, handle: Callable[[RawUpdate], Awaitable[object]], seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._handle = handle
        self._seconds = seconds
        self._running: dict[int, tuple[asyncio.Task[None], float]] = {}
        self._finished: set[int] = set()

    def take(self, update: RawUpdate) -> None:
        """Start handling, unless this update is being handled or has been since `forget_before`."""
        number = update["update_id"]
        if number in self._running or number in self._finished:
            return
        task = asyncio.create_task(self._work(number, update))
        self._running[number] = (task, self._seconds())

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

    async def _work(self, number: int, update: RawUpdate) -> None:
        try:
            await self._handle(update)
        except Exception:
            log.exception("update_failed", update=number)
        finally:
            self._finished.add(number)
            del self._running[number]
