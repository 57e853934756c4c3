"""Engines and sessions over asyncpg."""

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

POOL_SIZE = 20
POOL_OVERFLOW = 20


def make_engine(url: str) -> AsyncEngine:
    """An engine for a `postgresql://` address; dead connections are noticed before use."""
    return create_async_engine(
        with_asyncpg(url), pool_size=POOL_SIZE, max_overflow=POOL_OVERFLOW, pool_recycle=1800, hide_parameters=True
    )


def with_asyncpg(url: str) -> str:
    """The same address spoken through asyncpg, whichever driver (or none) it names."""
    _, _, rest = url.partition("://")
    return f"postgresql+asyncpg://{rest}"


def make_sessions(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """Sessions whose objects stay readable after the commit."""
    return async_sessionmaker(engine, expire_on_commit=False, autoflush=False)
