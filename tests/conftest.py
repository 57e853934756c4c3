"""A real PostgreSQL for all tests, brought back before each to what the migrations left."""

import asyncio
import functools
import ssl
from collections import Counter
from collections.abc import AsyncIterator, Iterator

import pytest
import structlog
from hypothesis import settings
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from storage.engine import make_sessions
from tests.support.clock import FakeClock
from tests.support.database import Server, open_server
from tests.support.restored import Restored, open_restored
from tests.support.school import SchoolBuilder

settings.load_profile("ci")
"""The same examples in every run and no time limits; `--hypothesis-profile=default` looks for new ones."""


def pytest_configure() -> None:
    """Tracebacks in captured logs stay plain: drawn with all variables, as structlog does, each takes seconds."""
    others = structlog.get_config()["processors"][:-1]
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*others, plain])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once for each reason what was not tested."""
    reasons = Counter(report.longrepr[2] for report in terminalreporter.stats.get("skipped", []))
    for reason, count in reasons.items():
        terminalreporter.write_line(f"{count} tests skipped. {reason.removeprefix('Skipped: ')}", yellow=True)


@pytest.fixture(scope="session", autouse=True)
def _certificates_are_read_once() -> Iterator[None]:
    """Each bot's client reads all certificates there are, though a test's Telegram shows none: 25 ms a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", functools.cache(ssl.create_default_context))
        yield


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Server:
    """The server that this run's workers share, with a migrated template database for this worker."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    return asyncio.run(open_server(shared / "pg", worker_id))


@pytest.fixture(scope="session")
async def restored(server: Server) -> AsyncIterator[Restored]:
    """This worker's database and the engine that its tests share."""
    database = await open_restored(server)
    yield database
    await database.close()


@pytest.fixture
async def database_url(restored: Restored) -> str:
    """The address of a database as the migrations left it."""
    await restored.restore()
    return restored.url


@pytest.fixture
def sessions(restored: Restored, database_url: str) -> async_sessionmaker[AsyncSession]:
    return make_sessions(restored.engine)


@pytest.fixture(autouse=True)
async def _nobody_works_on() -> AsyncIterator[None]:
    """What a test began ends with it: all tests of a worker run in one loop."""
    yield
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


@pytest.fixture
def clock() -> FakeClock:
    """Monday 23 November 2026, 08:00 in Moscow, until the test moves it."""
    return FakeClock()


@pytest.fixture
def app(sessions: async_sessionmaker[AsyncSession], clock: FakeClock) -> App:
    return App(sessions, clock)


@pytest.fixture
async def school(sessions: async_sessionmaker[AsyncSession]) -> SchoolBuilder:
    """An empty school of the year 2026/2027; the test adds what it needs."""
    builder = SchoolBuilder(sessions)
    await builder.open()
    return builder
