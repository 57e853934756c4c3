"""One database a worker, brought back before each test to what the migrations left.

Emptying what a test wrote costs a fifth of making a database anew, and what the server and the drivers have learnt of
it (its catalogue, its plans) serves the next test as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

import asyncpg
from sqlalchemy import QueuePool, event
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine import make_engine
from tests.support.database import Server

OWN = "own"
"""The name by which the worker's engine calls itself; whoever else is connected was left behind by a test."""

KEPT = 5
"""Connections that outlive a test: all workers together stay far below what the server allows."""

_STRANGERS = """
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
       AND (application_name <> $1 OR state <> 'idle')
"""
_SEQUENCES = """
    SELECT t.relname AS of, s.relname AS name, q.last_value IS NOT NULL AS called, coalesce(q.last_value, 1) AS value
      FROM pg_class s JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i')
      JOIN pg_class t ON t.oid = d.refobjid AND t.relkind = 'r'
      JOIN pg_sequences q ON q.sequencename = s.relname AND q.schemaname = 'public'
     WHERE s.relkind = 'S'
"""
_WRITTEN = """
    SELECT relname FROM pg_class t
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'
       AND (pg_relation_size(oid) > 0 OR EXISTS (
            SELECT FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid
             WHERE d.refobjid = t.oid AND d.deptype IN ('a', 'i') AND pg_sequence_last_value(s.seqrelid) IS NOT NULL))
     ORDER BY relname
"""
"""A table whose file is empty was never written to, not even by a transaction that was rolled back."""

_UNLEARN = "DELETE FROM pg_statistic WHERE starelid >= 16384"
"""What an ANALYZE of a test has told the planner."""


@dataclass
class Restored:
    """The worker's database. `seeds` are tables that the migrations filled; a copy of each is in schema `pristine`."""

    url: str
    engine: AsyncEngine
    _connection: "asyncpg.Connection[Any]"
    _seeds: frozenset[str]
    _sequences: dict[str, str]

    async def restore(self) -> None:
        """As the migrations left it: rows, numbering, files without a trace of rows; nobody else is connected."""
        if cast("QueuePool", self.engine.pool).checkedin() > KEPT:
            await self.engine.dispose()
        await self._connection.execute(_STRANGERS, OWN)
        written = [row["relname"] for row in await self._connection.fetch(_WRITTEN)]
        deleting = "".join(f'DELETE FROM "{table}";' for table in written)
        await self._connection.execute(f"SET session_replication_role = replica; {_UNLEARN}; {deleting}")
        await self._connection.execute(f"VACUUM (SKIP_DATABASE_STATS) {_listed(written)}")
        await self._connection.execute("".join(self._refilled(table) for table in written))

    def _refilled(self, table: str) -> str:
        seeds = f'INSERT INTO "{table}" OVERRIDING SYSTEM VALUE TABLE pristine."{table}";'
        return (seeds if table in self._seeds else "") + self._sequences.get(table, "")

    async def close(self) -> None:
        await self.engine.dispose()
        await self._connection.close()


async def open_restored(server: Server) -> Restored:
    """A database to be restored before each test, the first one included."""
    url = await server.fresh_database()
    connection = await asyncpg.connect(url)
    seeds = [row["relname"] for row in await connection.fetch(_WRITTEN)]
    copies = (f'CREATE TABLE pristine."{table}" AS TABLE "{table}";' for table in seeds)
    await connection.execute(f"CREATE SCHEMA pristine; {''.join(copies)}")
    await connection.execute("VACUUM")
    sequences = {
        row["of"]: f"SELECT setval('\"{row['name']}\"', {row['value']}, {row['called']});"
        for row in await connection.fetch(_SEQUENCES)
    }
    return Restored(url, _named_engine(url), connection, frozenset(seeds), sequences)


def _named_engine(url: str) -> AsyncEngine:
    engine = make_engine(url)

    @event.listens_for(engine.sync_engine, "do_connect")
    def name(_dialect: Any, _record: Any, _arguments: Any, parameters: dict[str, Any]) -> None:
        parameters["server_settings"] = parameters["server_settings"] | {"application_name": OWN}

    return engine


def _listed(tables: Iterable[str]) -> str:
    return ", ".join(f'"{table}"' for table in tables)
