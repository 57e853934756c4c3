"""A real PostgreSQL for all tests, a database of its own for each."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest
import structlog
from hypothesis import settings
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from storage.engine import make_engine, make_sessions
from tests.support.clock import FakeClock
from tests.support.database import Server, open_server
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


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Server:
    """The server that this run's workers share, with a migrated template database for this worker."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    return asyncio.run(open_server(shared / "pg", worker_id))


@pytest.fixture
async def database_url(server: Server) -> AsyncIterator[str]:
    """The address of a fresh database with the newest schema."""
    url = await server.fresh_database()
    yield url
    await server.drop(url)


@pytest.fixture
async def sessions(database_url: str) -> AsyncIterator[async_sessionmaker[AsyncSession]]:
    engine = make_engine(database_url)
    yield make_sessions(engine)
    await engine.dispose()


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
