"""One process a bot token at a time asks for updates; another stands by and takes over."""

import time
from collections.abc import Callable
from contextlib import AsyncExitStack

import structlog
from sqlalchemy.exc import SQLAlchemyError

from core.app import App
from core.delivery.sender import Turn, only_sender

log = structlog.get_logger()
CHECKED_EVERY = 5.0
AWAY = (SQLAlchemyError, OSError)


class PollingTurn:
    """The right to ask for a bot's updates, held through a lock in the database.

    Telegram ends the older of two polls, so two processes would only take turns at failing. While the
    database is away nobody can know who else is there, and people still deserve to be told: then it is ours.
    """

    def __init__(self, app: App, token: str, seconds: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._name = f"updates of {token}"
        self._seconds = seconds
        self._stack = AsyncExitStack()
        self._turn: Turn | None = None
        self._checked = 0.0

    @property
    def held(self) -> bool:
        """Whether the lock is ours as far as was last seen."""
        return self._turn is not None

    async def ours(self) -> bool:
        """Whether this process is to ask now; looks after the lock every few seconds."""
        try:
            if self._turn is None:
                self._turn = await self._stack.enter_async_context(only_sender(self._app, self._name))
            elif self._seconds() - self._checked > CHECKED_EVERY:
                await self._turn.check()
            self._checked = self._seconds()
        except AWAY as error:
            log.info("polling_without_lock", error=type(error).__name__)
            await self.release()
            return True
        if self._turn is None:
            await self.release()
        return self._turn is not None

    async def release(self) -> None:
        """Let another process have it; a connection already broken needs no words."""
        self._turn = None
        stack, self._stack = self._stack, AsyncExitStack()
        try:
            await stack.aclose()
        except AWAY as error:
            log.info("polling_lock_gone", error=type(error).__name__)
