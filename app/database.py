"""The school's database: found or started, brought to the newest schema, watched while it is used."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from subprocess import SubprocessError

import asyncpg
import structlog
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from app.health import Health
from app.settings import Settings
from core.app import App
from core.clock import SystemClock
from storage.embedded import start_embedded, start_server
from storage.engine import make_engine, make_sessions
from storage.migrate import migrate

log = structlog.get_logger()
PART = "database"
AWAY = (DBAPIError, OSError, SubprocessError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError)
START_DELAYS = (0.5, 1.0, 2.0)
FIRST_DELAY = 0.5
LONGEST_DELAY = 5.0
ASK_EVERY = 2.0
ANSWER_WITHIN = 5.0


@asynccontextmanager
async def database(settings: Settings) -> AsyncIterator[AsyncEngine]:
    """An engine for the database of the settings; nobody has asked yet whether it answers.

    Raises one of AWAY when the embedded server does not start.
    """
    url = settings.database_url.get_secret_value() if settings.database_url else await _embedded(settings.data)
    engine = make_engine(url)
    try:
        yield engine
    finally:
        await engine.dispose()


async def _embedded(data: Path) -> str:
    """Start the embedded server; one that was killed may need a moment before it starts again."""
    for delay in START_DELAYS:
        try:
            return await start_embedded(data)
        except AWAY as error:
            log.warning("server_not_started", error=type(error).__name__)
            await asyncio.sleep(delay)
    return await start_embedded(data)


@asynccontextmanager
async def school_app(settings: Settings) -> AsyncIterator[App]:
    """The school over its database with the newest schema, for a single command. Raises one of AWAY."""
    async with database(settings) as engine:
        await migrate(engine)
        yield App(make_sessions(engine), SystemClock())


async def migrate_when_there(engine: AsyncEngine, health: Health) -> None:
    """Bring the schema up to date; a database that is not there yet is waited for."""
    delay = FIRST_DELAY
    while True:
        try:
            await migrate(engine)
        except AWAY as error:
            health.lost(PART, error)
        else:
            health.fine(PART)
            return
        await asyncio.sleep(delay)
        delay = min(2 * delay, LONGEST_DELAY)


async def watch_database(engine: AsyncEngine, settings: Settings, health: Health) -> None:
    """Ask every few seconds until cancelled; the embedded server is started again when it is gone."""
    while True:
        await asyncio.sleep(ASK_EVERY)
        try:
            await asyncio.wait_for(answers(engine), ANSWER_WITHIN)
            health.fine(PART)
        except AWAY as error:
            health.lost(PART, error)
            if settings.database_url is None:
                await _start_again(settings)


async def _start_again(settings: Settings) -> None:
    try:
        await start_server(settings.data)
    except AWAY as error:
        log.warning("server_not_started", error=type(error).__name__)


async def answers(engine: AsyncEngine) -> None:
    """Returns when the database answers; raises one of AWAY when it does not."""
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))
