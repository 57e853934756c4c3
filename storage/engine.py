"""Engines and sessions over asyncpg."""

from typing import cast

from sqlalchemy import AdaptedConnection, PoolProxiedConnection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

POOL_SIZE = 20
"""Connections kept; more people at once wait their turn, which costs less than opening connections anew.
The last one used is used first: its statements are prepared and its pages warm."""

PREPARED = 400
"""Statements that a connection keeps prepared: more than the product has, so that a screen opened again is not planned
again (the driver's 100 would be used up by a teacher and a family taking turns)."""

SETTINGS = {"jit": "off", "plan_cache_mode": "force_generic_plan"}
"""A tap asks about one person, page or class: a plan made once serves the next tap as well, and planning a screen's
statement costs more than running it. What asks about a whole school is planned for its size (core/identity.py)."""


def make_engine(url: str) -> AsyncEngine:
    """An engine for a `postgresql://` address; dead connections are noticed before use."""
    engine = create_async_engine(
        with_asyncpg(url),
        pool_size=POOL_SIZE,
        max_overflow=0,
        pool_use_lifo=True,
        pool_recycle=1800,
        hide_parameters=True,
        connect_args={"server_settings": SETTINGS, "prepared_statement_cache_size": PREPARED},
    )
    event.listen(engine.sync_engine, "checkout", _refuse_dead)
    return engine


def _refuse_dead(connection: DBAPIConnection, _record: ConnectionPoolEntry, _proxy: PoolProxiedConnection) -> None:
    """asyncpg knows of a closed connection without asking the server; the pool then opens another."""
    if cast("AdaptedConnection", connection).driver_connection.is_closed():
        raise DisconnectionError


def with_asyncpg(url: str) -> str:
    """The same address spoken through asyncpg, whichever driver (or none) it names."""
    _, _, rest = url.partition("://")
    return f"postgresql+asyncpg://{rest}"


def make_sessions(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """Sessions whose objects stay readable after the commit."""
    return async_sessionmaker(engine, expire_on_commit=False, autoflush=False)
