"""Serving both bots: menus set, updates taken by polling or webhooks, and finished at the end."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from bots.running.background import at_work
from bots.running.connection import Connection, Watch
from bots.running.menu import present
from bots.running.polling import Poller
from bots.running.turn import PollingTurn
from bots.running.webhooks import Doors, WebhookAddress, announce, open_site
from bots.shared.front import Front
from core.app import App

FINISH_WITHIN = 10.0


@asynccontextmanager
async def serving(
    bots: Sequence[tuple[Connection, Front]], watch: Watch, address: WebhookAddress | None = None
) -> AsyncIterator[None]:
    """Answer people over the block: by webhooks at `address`, or by polling.

    At the end no update is taken any more, and what is in hand is finished within `FINISH_WITHIN` seconds.
    """
    doors = {connection: front.dispatcher() for connection, front in bots}
    apps = {connection: front.app for connection, front in bots}
    updates = _polling(doors, apps, watch) if address is None else _webhooks(address, doors, watch)
    async with AsyncExitStack() as stack:
        for connection in doors:
            menu = partial(present, connection.bot, connection.door)
            await stack.enter_async_context(at_work(f"{connection.part}_menu", menu))
        await stack.enter_async_context(updates)
        yield


@asynccontextmanager
async def _polling(doors: Doors, apps: Mapping[Connection, App], watch: Watch) -> AsyncIterator[None]:
    pollers = [
        Poller(connection, dispatcher, watch, PollingTurn(apps[connection], connection.bot.token))
        for connection, dispatcher in doors.items()
    ]
    try:
        async with AsyncExitStack() as stack:
            for poller in pollers:
                await stack.enter_async_context(at_work("polling", poller.run))
            yield
    finally:
        await asyncio.gather(*(poller.finish(FINISH_WITHIN) for poller in pollers))


@asynccontextmanager
async def _webhooks(address: WebhookAddress, doors: Doors, watch: Watch) -> AsyncIterator[None]:
    site = await open_site(address, doors, FINISH_WITHIN)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(site.cleanup)
        for connection, dispatcher in doors.items():
            telling = partial(announce, connection, dispatcher, address, watch)
            await stack.enter_async_context(at_work("webhook", telling))
        yield
