"""Telegram's pace of sending, for one bot token.

Rules (Bot API FAQ, "My bot is hitting limits"): about 30 messages a second over all chats, about one a second in one
chat with short bursts. Sending, copying and editing count against the bot's second; only new messages count against the
chat's; `answerCallbackQuery` and the rest are free. A refused request is not counted.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.errors import too_many_requests


@dataclass(frozen=True)
class Limits:
    """Messages a second for the bot (a sliding window of one second) and for one chat (`chat_burst`, then
    `chat_per_second`)."""

    enforced: bool = True
    per_second: int = 30
    chat_burst: int = 5
    chat_per_second: float = 1.0


@dataclass(slots=True)
class Allowance:
    """What one chat may still receive: a bucket that refills with time (`at`, monotonic seconds)."""

    left: float
    at: float


class Pace:
    """Counts what one bot has sent and refuses what is over the limits."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float]) -> None:
        self._limits = limits
        self._monotonic = monotonic
        self._sent: deque[float] = deque()
        self._chats: dict[int, Allowance] = {}

    def charge(self, chat_id: int, *, messages: int, new: bool) -> None:
        """Counts `messages` for the chat, or raises a 429 Refusal saying how many seconds to wait."""
        if not self._limits.enforced:
            return
        now = self._monotonic()
        self._check_bot(now, messages)
        if new:
            self._charge_chat(chat_id, now, messages)
        self._sent.extend([now] * messages)

    def _check_bot(self, now: float, messages: int) -> None:
        sent = self._sent
        while sent and sent[0] <= now - 1.0:
            sent.popleft()
        if len(sent) + messages > self._limits.per_second:
            raise too_many_requests(1)

    def _charge_chat(self, chat_id: int, now: float, messages: int) -> None:
        burst, rate = self._limits.chat_burst, self._limits.chat_per_second
        bucket = self._chats.setdefault(chat_id, Allowance(left=burst, at=now))
        bucket.left = min(burst, bucket.left + (now - bucket.at) * rate)
        bucket.at = now
        # An album is one burst however long it is, as long as the chat is not already in debt.
        if bucket.left < min(messages, burst):
            raise too_many_requests(max(1, math.ceil((min(messages, burst) - bucket.left) / rate)))
        bucket.left -= messages
