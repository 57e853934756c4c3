"""How fast Telegram may be written to: a bot token's second, and one chat's."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import AIORateLimiter

from notifications.policy import ROUNDED_UP, duration

Answer = bool | dict[str, Any] | list[dict[str, Any]]

PERMITTED = 30
"""Messages that Telegram takes from one token in any second."""

RATE = 29.5
CAPACITY = 2
"""They leave evenly at this rate; so many may be made up for after a delay."""

LATEST = 0.3
"""Seconds after leaving by which Telegram is taken to have counted a message that it has not answered."""

SECOND = 1.01
"""Telegram's second, and a little for clocks that differ."""

KNOWN_ANSWERS = 30

MOST_REPLIES = 20
CHAT_BURST = 3
CHAT_WINDOW = 3.0


@dataclass(slots=True)
class Stamp:
    """A message; `counted` is the latest moment at which Telegram may have counted it."""

    left: float
    counted: float


class TokenPace(AIORateLimiter):
    """Lets messages through evenly, and never more than Telegram takes in a second, by Telegram's own watch.

    Evenness alone does not do: a network's hiccup pushes messages together. So a message leaves only when
    fewer than 30 others, the bot's own replies among them, can have been counted within the last second. An
    answer tells when: before it came, and before the half of the way that even the quickest have to go. An album
    counts as many messages as it has files.
    `replies` tells how many the bot has sent since last asked. `waiting` counts messages not let through yet.
    Retries are the outbox's business, so there are none here.
    """

    __slots__ = ("_gate", "_paused_until", "_replied", "_replies", "_sent", "_took", "waiting")

    def __init__(self, replies: Callable[[], int]) -> None:
        super().__init__(
            overall_max_rate=CAPACITY, overall_time_period=CAPACITY / RATE, group_max_rate=0, group_time_period=0
        )
        self.waiting = 0
        self._replies = replies
        self._replied: deque[float] = deque(maxlen=MOST_REPLIES)
        self._sent: deque[Stamp] = deque()
        self._took: deque[float] = deque(maxlen=KNOWN_ANSWERS)
        self._gate = asyncio.Lock()
        self._paused_until = 0.0

    def note_replies(self) -> None:
        """Ask how many replies the bot has sent, and count them as sent now. To be called all the time.

        Not more than 20 a second are counted, so that replies alone never silence the pushes.
        """
        self._replied.extend([_now()] * min(self._replies(), MOST_REPLIES))

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Answer:
        """Wait for the turn, then make the request; one that names no chat is free."""
        if "chat_id" not in data:
            return await callback(*args, **kwargs)
        messages = len(data["media"]) if isinstance(data.get("media"), list | tuple) else 1
        self.waiting += 1
        try:
            for _ in range(messages):
                await super().process_request(_nothing, (), {}, endpoint, data, rate_limit_args)
            async with self._gate:
                stamps = await self._turn(messages)
        finally:
            self.waiting -= 1
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as error:
            self._paused_until = _now() + (duration(error.retry_after) + ROUNDED_UP).total_seconds()
            raise
        finally:
            self._answered(stamps)

    async def _turn(self, messages: int) -> list[Stamp]:
        """Wait until none of these messages can be one too many."""
        while (wait := self._wait(messages)) > 0:  # noqa: ASYNC110 - what is waited for is time itself
            await asyncio.sleep(wait)
        stamps = [Stamp(left=_now(), counted=_now() + LATEST) for _ in range(messages)]
        self._sent.extend(stamps)
        return stamps

    def _answered(self, stamps: list[Stamp]) -> None:
        took = _now() - stamps[0].left
        self._took.append(took)
        quickest = min(self._took) if len(self._took) == KNOWN_ANSWERS else 0.0
        for stamp in stamps:
            stamp.counted = min(stamp.counted, stamp.left + took - quickest / 2)

    def _wait(self, messages: int) -> float:
        """Seconds until so many messages may leave at once, as far as is known now."""
        now = _now()
        if now < self._paused_until:
            return self._paused_until - now
        self._sent = deque(s for s in self._sent if s.counted > now - SECOND)
        recent = sorted([*(s.counted for s in self._sent), *(at for at in self._replied if at > now - SECOND)])
        others = PERMITTED - messages
        return 0.0 if len(recent) <= others else recent[-others - 1] + SECOND - now


class ChatPace:
    """Which accounts had enough for now: about one message a second each, with short bursts."""

    def __init__(self) -> None:
        self._sent: dict[int, deque[float]] = {}

    def note(self, account_id: int, at: float, messages: int = 1) -> None:
        """So many messages leave for the account at a monotonic second; those beyond a burst, as if one a second."""
        times = [at + max(0, n - CHAT_BURST) for n in range(1, messages + 1)]
        self._sent.setdefault(account_id, deque(maxlen=CHAT_BURST)).extend(times)

    def resting(self, at: float) -> list[int]:
        """Accounts that have to wait; forgets those that wait no more."""
        self._sent = {account: times for account, times in self._sent.items() if times[-1] > at - CHAT_WINDOW}
        return [a for a, times in self._sent.items() if len(times) == CHAT_BURST and times[0] > at - CHAT_WINDOW]


async def _nothing() -> bool:
    return True


def _now() -> float:
    return asyncio.get_running_loop().time()
