"""A Telegram with both bots and one stranger, and the settings that lead to it."""

import logging
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog
from pydantic import SecretStr

from app.settings import Settings
from sandbox import Limits, Person, Sandbox
from tests.support.database import server_of_its_own

STAFF_TOKEN = "501:staff-token-of-the-tests"
FAMILY_TOKEN = "502:family-token-of-the-tests"
STAFF_BOT, FAMILY_BOT = "staff_bot", "family_bot"
STRANGER = Person(id=900, name="Пётр Чужой", bots=(STAFF_BOT, FAMILY_BOT))


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    """Commands set logs up for the whole process; tests after them must not notice."""
    root = logging.getLogger()
    handlers, level, config = root.handlers[:], root.level, structlog.get_config()
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:], root.level = handlers, level
    structlog.configure(**config)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(limits=Limits(enforced=False))
    sandbox.add_bot(STAFF_TOKEN, STAFF_BOT, "Школа")
    sandbox.add_bot(FAMILY_TOKEN, FAMILY_BOT, "Семья")
    sandbox.add_person(STRANGER)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
def settings(sandbox: Sandbox, database_url: str, tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,
        staff_token=SecretStr(STAFF_TOKEN),
        family_token=SecretStr(FAMILY_TOKEN),
        telegram_api=sandbox.url,
        database_url=SecretStr(database_url),
        data=tmp_path / "data",
    )


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A folder whose path leaves room for a Unix socket's name."""
    with tempfile.TemporaryDirectory(prefix="zv") as folder:
        yield Path(folder)


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder for an embedded server."""
    with server_of_its_own(tmp_path) as folder:
        yield folder
