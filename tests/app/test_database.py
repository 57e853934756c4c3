"""The database as the product reaches it."""

import asyncio
import os
import signal
from pathlib import Path

import pytest
from sqlalchemy import text

from app.database import answers, watch_database
from app.health import Health
from app.settings import Settings
from storage.embedded import start_embedded, start_server
from storage.engine import make_engine
from tests.support.gate import Gate


async def test_a_connection_that_died_while_idle_is_replaced_before_anybody_notices(
    short_folder: Path, database_url: str
) -> None:
    gate = Gate(short_folder, database_url)
    await gate.open()
    engine = make_engine(gate.url)
    await answers(engine)
    await gate.shut()
    await gate.open()
    await asyncio.sleep(0)
    await answers(engine)
    await engine.dispose()
    await gate.shut()


async def test_the_embedded_server_keeps_people_s_data_out_of_its_log(data: Path) -> None:
    engine = make_engine(await start_embedded(data))
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE person (name text UNIQUE)"))
        await connection.execute(text("INSERT INTO person VALUES ('Иванов')"))
    with pytest.raises(Exception, match="UniqueViolation"):
        async with engine.begin() as connection:
            await connection.execute(text("INSERT INTO person VALUES ('Иванов')"))
    await engine.dispose()
    log = (data / "postgres" / "log").read_text()
    assert "unique constraint" in log
    assert "Иванов" not in log


async def test_an_embedded_server_that_was_killed_is_started_again(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.database.ASK_EVERY", 0.1)
    settings = Settings(_env_file=None, data=data, database_url=None)
    engine = make_engine(await start_embedded(data))
    health = Health()
    watching = asyncio.create_task(watch_database(engine, settings, health))
    kill(data)
    while "database" not in health.away:  # noqa: ASYNC110 - health is looked at, it does not ring
        await asyncio.sleep(0.05)
    while health.away:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    await answers(engine)
    watching.cancel()
    await engine.dispose()


def kill(data: Path) -> None:
    pid = int((data / "postgres" / "postmaster.pid").read_text().splitlines()[0])
    os.kill(pid, signal.SIGKILL)


async def test_starting_a_server_twice_joins_it(data: Path) -> None:
    assert await start_server(data) == await start_server(data)


async def test_the_embedded_server_starts_under_a_locale_that_the_machine_lacks(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "xx_XX.UTF-8")
    engine = make_engine(await start_embedded(data))
    await answers(engine)
    await engine.dispose()
    assert os.environ["LC_ALL"] == "xx_XX.UTF-8"
