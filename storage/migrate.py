"""Bringing a database to the newest schema, safely when several processes start at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

LOCK = 7_301_001
MIGRATIONS = Path(__file__).parent / "migrations"


def config() -> Config:
    """Alembic's settings without a file of them."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    return settings


async def migrate(engine: AsyncEngine) -> None:
    """Upgrade to the newest schema; a second process waits for the first."""
    async with engine.begin() as connection:
        await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        await connection.run_sync(_upgrade)


async def schema_versions(engine: AsyncEngine) -> tuple[str | None, str | None]:
    """The database's schema version and the newest one; equal when nothing is to migrate."""
    newest = ScriptDirectory.from_config(config()).get_current_head()
    async with engine.connect() as connection:
        return await connection.run_sync(lambda c: MigrationContext.configure(c).get_current_revision()), newest


def _upgrade(connection: Connection) -> None:
    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")
