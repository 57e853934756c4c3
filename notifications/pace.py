"""How fast Telegram may be written to: a bot token's second, and one chat's."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import AIORateLimiter

from notifications.policy import ROUNDED_UP, duration

Answer = bool | dict[str, Any] | list[dict[str, Any]]

RATE = 28.7
"""Messages a second. Telegram permits 30; the rest pays for the network's unevenness."""

CAPACITY = 1.5
"""How much may be made up for after a delay: RATE + CAPACITY stays under 31 in any one second."""

REPLIES_A_MESSAGE = 2
CHAT_BURST = 3
CHAT_WINDOW = 3.0


class TokenPace(AIORateLimiter):
    """Lets messages through evenly and leaves room for the bot's own replies under the same token.

    `replies` tells how many the bot has sent since last asked. `waiting` counts messages that have no permit yet.
    Retries are the outbox's business, so there are none here.
    """

    __slots__ = ("_owed", "_paused_until", "_replies", "waiting")

    def __init__(self, replies: Callable[[], int]) -> None:
        super().__init__(
            overall_max_rate=CAPACITY, overall_time_period=CAPACITY / RATE, group_max_rate=0, group_time_period=0
        )
        self.waiting = 0
        self._replies = replies
        self._owed: deque[float] = deque()
        self._paused_until = 0.0

    def note_replies(self) -> None:
        """Ask how many replies the bot has sent; those of the last second are owed. To be called all the time."""
        now = _now()
        self._owed.extend([now] * min(self._replies(), int(RATE)))
        while self._owed and self._owed[0] <= now - 1:
            self._owed.popleft()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,  # noqa: ARG002 - retries are the outbox's
    ) -> Answer:
        """Wait for a permit (and for those that replies have used up), then make the request."""
        if "chat_id" in data:
            self.waiting += 1
            try:
                await self._permits(1 + self._pay(), endpoint, data)
            finally:
                self.waiting -= 1
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as error:
            self._paused_until = _now() + (duration(error.retry_after) + ROUNDED_UP).total_seconds()
            raise

    async def _permits(self, count: int, endpoint: str, data: dict[str, Any]) -> None:
        """Those who waited through a pause line up anew, or they would all leave at its end."""
        while count > 0:
            await super().process_request(_nothing, (), {}, endpoint, data, None)
            count -= 1
            if _now() < self._paused_until:
                await asyncio.sleep(self._paused_until - _now())
                count = max(count, 1)

    def _pay(self) -> int:
        """Permits for replies; never so many that replies alone would silence the pushes."""
        count = min(len(self._owed), REPLIES_A_MESSAGE)
        for _ in range(count):
            self._owed.popleft()
        return count


class ChatPace:
    """Which accounts had enough for now: about one message a second each, with short bursts."""

    def __init__(self) -> None:
        self._sent: dict[int, deque[float]] = {}

    def note(self, account_id: int, at: float) -> None:
        """A message leaves for the account at a monotonic second."""
        self._sent.setdefault(account_id, deque(maxlen=CHAT_BURST)).append(at)

    def resting(self, at: float) -> list[int]:
        """Accounts that have to wait; forgets those that wait no more."""
        self._sent = {account: times for account, times in self._sent.items() if times[-1] > at - CHAT_WINDOW}
        return [a for a, times in self._sent.items() if len(times) == CHAT_BURST and times[0] > at - CHAT_WINDOW]


async def _nothing() -> bool:
    return True


def _now() -> float:
    return asyncio.get_running_loop().time()
