"""News for open chat pages. Nothing is built while no page listens."""

from __future__ import annotations

import asyncio
from typing import Any

Event = dict[str, Any]


class Events:
    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[Event | None]] = set()

    def __bool__(self) -> bool:
        return bool(self._listeners)

    def listen(self) -> asyncio.Queue[Event | None]:
        """A queue of events to come; None at its end says that the sandbox is closing."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        self._listeners.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[Event | None]) -> None:
        self._listeners.discard(queue)

    def publish(self, event: Event) -> None:
        for queue in self._listeners:
            queue.put_nowait(event)

    def close(self) -> None:
        for queue in self._listeners:
            queue.put_nowait(None)
