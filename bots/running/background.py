"""Work that goes on beside everything else until its block ends."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

log = structlog.get_logger()
AGAIN_AFTER = 1.0


@asynccontextmanager
async def at_work(name: str, work: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Run `work` over the block and cancel it at the end; should it break, the log says so and it starts again."""
    task = asyncio.create_task(_kept_up(name, work), name=name)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def _kept_up(name: str, work: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await work()
        except Exception:
            log.exception("work_broke", work=name)
        else:
            return
        await asyncio.sleep(AGAIN_AFTER)
