"""The migrations make what the models say, and can be gone back on."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.base import Base
from storage.engine import make_engine
from storage.migrate import config, migrate, schema_versions
from tests.support.database import Server

SHAPE = {
    "columns": """
        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
          LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
         WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relnamespace = 'public'::regnamespace""",
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'""",
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
}
"""Queries of PostgreSQL's own catalogue for everything that the models declare."""


@pytest.fixture
async def engine(server: Server) -> AsyncIterator[AsyncEngine]:
    """A database of its own with the newest schema: these tests take it apart."""
    url = await server.fresh_database()
    engine = make_engine(url)
    yield engine
    await engine.dispose()
    await server.drop(url)


async def shape(engine: AsyncEngine) -> dict[str, set[tuple[Any, ...]]]:
    """Columns, constraints and indexes of all tables but Alembic's own."""
    async with engine.connect() as connection:
        found = {what: await connection.execute(text(query)) for what, query in SHAPE.items()}
        return {what: {tuple(r) for r in rows if r[0] != "alembic_version"} for what, rows in found.items()}


async def step(engine: AsyncEngine, direction: str) -> None:
    """Alembic's `upgrade` to the newest schema, or its `downgrade` to none."""

    def run(connection: Connection) -> None:
        settings = config()
        settings.attributes["connection"] = connection
        if direction == "upgrade":
            command.upgrade(settings, "head")
        else:
            command.downgrade(settings, "base")

    async with engine.begin() as connection:
        await connection.run_sync(run)


async def test_alembic_finds_nothing_left_to_migrate(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        changes = await connection.run_sync(
            lambda c: compare_metadata(MigrationContext.configure(c, opts={"compare_type": True}), Base.metadata)
        )

    assert changes == []


async def test_the_migrated_schema_is_the_one_of_the_models(engine: AsyncEngine) -> None:
    migrated = await shape(engine)

    await step(engine, "downgrade")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)

    assert await shape(engine) == migrated


async def test_a_migration_can_be_gone_back_on_and_made_again(engine: AsyncEngine) -> None:
    before = await shape(engine)

    await step(engine, "downgrade")
    emptied = await shape(engine)
    await step(engine, "upgrade")

    assert all(before.values())
    assert emptied == {"columns": set(), "constraints": set(), "indexes": set()}
    assert await shape(engine) == before


async def test_migrating_a_second_time_changes_nothing(engine: AsyncEngine) -> None:
    await migrate(engine)

    made, newest = await schema_versions(engine)
    assert made == newest
