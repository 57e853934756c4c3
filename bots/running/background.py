"""Work that goes on beside everything else until its block ends."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial

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


@asynccontextmanager
async def at_work_until_asked(
    works: Mapping[str, Callable[[asyncio.Event], Awaitable[None]]], within: float
) -> AsyncIterator[None]:
    """Run all over the block, then ask them to stop by the event and wait at most `within` seconds for them."""
    stopping = asyncio.Event()
    tasks = [asyncio.create_task(_kept_up(name, partial(work, stopping)), name=name) for name, work in works.items()]
    try:
        yield
    finally:
        stopping.set()
        _, late = await asyncio.wait(tasks, timeout=within)
        for task in late:
            log.warning("work_cut_off", work=task.get_name())
            task.cancel()
        await asyncio.wait(tasks)


async def _kept_up(name: str, work: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await work()
        except Exception:
            log.exception("work_broke", work=name)
        else:
            return
        await asyncio.sleep(AGAIN_AFTER)
