"""One sender a bot token at a time, whichever process or machine it lives on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import blake2b

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from core.app import App


class Turn:
    """The right to send, for as long as its connection to the database lives."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def check(self) -> None:
        """Raises the database's error when the connection, and the right with it, is lost."""
        await self._connection.execute(text("SELECT 1"))


@asynccontextmanager
async def only_sender(app: App, token: str) -> AsyncIterator[Turn | None]:
    """Hold the lock of a bot token over the block; None when another sender holds it.

    It is a session-level advisory lock of PostgreSQL: its server frees it the moment the holder is gone. A
    pooler that hands a connection to each transaction anew would break it.
    """
    async with app.sessions() as session:
        connection = await session.connection(execution_options={"isolation_level": "AUTOCOMMIT"})
        try:
            free = await connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": lock_key(token)})
            yield Turn(connection) if free else None
        finally:
            # Closing the connection for good is the one unlock that cannot be forgotten.
            await connection.invalidate()


def lock_key(token: str) -> int:
    """A signed 64-bit number that tells nothing of the token."""
    return int.from_bytes(blake2b(token.encode(), digest_size=8, person=b"zvonok").digest(), signed=True)
