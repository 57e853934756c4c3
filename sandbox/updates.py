"""The queue of a bot's updates: kept 24 hours, repeated until a higher offset confirms them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sandbox.signals import Signal

KEPT_FOR = timedelta(hours=24)
# Telegram leaves these out unless a bot asks for them by name.
ASKED_FOR_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Update:
    id: int
    at: datetime
    kind: str
    content: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        return {"update_id": self.id, self.kind: self.content}


class UpdateQueue:
    def __init__(self) -> None:
        self.arrived = Signal()
        self.pending: deque[Update] = deque()
        self.allowed: frozenset[str] | None = None
        self._last_id = 0

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Which kinds are queued from now on; None keeps the setting, an empty list means the usual ones."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ASKED_FOR_ONLY

    def put(self, kind: str, content: dict[str, Any], at: datetime, *, times: int = 1) -> None:
        """Queues an update; `times` above one delivers the very same update again."""
        if not self.wants(kind):
            return
        self._last_id += 1
        self.pending.extend([Update(self._last_id, at, kind, content)] * times)
        self.arrived.fire()

    def give_back(self, update: Update) -> None:
        """Returns an update that was taken out but not delivered."""
        self.pending.appendleft(update)
        self.arrived.fire()

    def forget_old(self, now: datetime) -> None:
        while self.pending and now - self.pending[0].at > KEPT_FOR:
            self.pending.popleft()

    def confirm(self, offset: int) -> None:
        """Forgets everything below `offset`; a negative one keeps only that many of the newest."""
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
        while self.pending and self.pending[0].id < offset:
            self.pending.popleft()

    def first(self, limit: int) -> list[dict[str, Any]]:
        return [self.pending[index].as_json() for index in range(min(limit, len(self.pending)))]

    def clear(self) -> None:
        self.pending.clear()
