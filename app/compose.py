"""The product put together: both bots, the delivery of messages and the schedule, over one school's database.

`run` does it with Telegram, `demo`, tests and benchmarks with the sandbox.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial

from app.delivery import delivering
from app.health import Health
from app.settings import Settings
from app.telegram import connection_to, webhook_address
from bots.family.bot import front as family_front
from bots.running.background import at_work_until_asked
from bots.running.connection import Connection
from bots.running.service import FINISH_WITHIN, serving
from bots.shared.links import DeepLinks
from bots.staff import live
from bots.staff.bot import front as staff_front
from core.app import App
from core.terms import Door

FRONTS = {Door.STAFF: staff_front, Door.FAMILY: family_front}


@dataclass(frozen=True)
class Product:
    """The product at work."""

    app: App
    connections: dict[Door, Connection]
    health: Health


@asynccontextmanager
async def product(app: App, settings: Settings, health: Health | None = None) -> AsyncIterator[Product]:
    """Everything at work over the block; the database has the newest schema.

    At the end updates are no longer taken first, then what is in hand is finished, then the connections close.
    Raises SettingsWrong when a token is missing.
    """
    health = health or Health()
    connections = {door: connection_to(settings, door) for door in Door}
    async with AsyncExitStack() as stack:
        for connection in connections.values():
            stack.push_async_callback(connection.bot.session.close)
        await stack.enter_async_context(delivering(app, settings, tuple(connections.values())))
        await stack.enter_async_context(at_work_until_asked({"live_cards": partial(live.follow, app)}, FINISH_WITHIN))
        links = DeepLinks({door: connection.bot for door, connection in connections.items()})
        bots = [(connection, replace(FRONTS[door](app), links=links)) for door, connection in connections.items()]
        await stack.enter_async_context(serving(bots, health, webhook_address(settings)))
        yield Product(app, connections, health)
