"""`zvonok run`: the product in one process until it is told to stop."""

import asyncio
import signal
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from functools import partial
from typing import Any

import structlog

from app.compose import product
from app.database import database, migrate_when_there, watch_database
from app.health import Health, keep_beating
from app.settings import Settings
from bots.running.background import at_work
from core.app import App
from core.clock import SystemClock
from storage.engine import make_sessions

log = structlog.get_logger()
STOPS = (signal.SIGTERM, signal.SIGINT)


async def run(settings: Settings) -> None:
    """Serve until cancelled. Raises SettingsWrong before anything starts when a token is missing."""
    settings.require_tokens()
    health = Health()
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(at_work("beat", partial(keep_beating, health, settings.data)))
        engine = await stack.enter_async_context(database(settings))
        await migrate_when_there(engine, health)
        await stack.enter_async_context(at_work("watch", partial(watch_database, engine, settings, health)))
        await stack.enter_async_context(product(App(make_sessions(engine), SystemClock()), settings, health))
        log.info("running", updates="webhook" if settings.webhook_url else "polling")
        await asyncio.Event().wait()


async def until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Do the work until it ends or SIGTERM or SIGINT asks to stop; a second signal does not wait for clean ends."""
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for number in STOPS:
        loop.add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        log.info("stopped")
    finally:
        for number in STOPS:
            loop.remove_signal_handler(number)
