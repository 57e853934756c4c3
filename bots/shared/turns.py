"""One person's messages are answered in the order in which they came."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Turns:
    """Updates are handled side by side; the pieces of a long text and of an album belong one after another."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def of(self, chat: str) -> AsyncIterator[None]:
        """The block, after those that came before it for the same chat."""
        lock = self._locks.setdefault(chat, asyncio.Lock())
        async with lock:
            yield
