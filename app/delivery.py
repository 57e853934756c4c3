"""Notifications beside the bots: what is due is written, what is written is sent."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from app.settings import Settings
from bots.running.background import at_work_until_asked
from bots.running.connection import Connection
from core.app import App
from core.roll.absences import escalate_silent
from notifications.channel import TelegramChannel
from notifications.schedule import Job, Schedule
from notifications.worker import Worker

LAND_WITHIN = 12.0
JOBS = (Job("silent_absences", 5, escalate_silent),)


@asynccontextmanager
async def delivering(app: App, settings: Settings, connections: Sequence[Connection]) -> AsyncIterator[None]:
    """Tick and send at each door over the block; at the end what is in flight lands or is given back."""
    async with AsyncExitStack() as stack:
        workers = {"schedule": Schedule(app, JOBS).run}
        for connection in connections:
            channel = _channel(settings, connection)
            stack.push_async_callback(channel.close)
            workers[f"{connection.door}_delivery"] = Worker(app, connection.door, channel).run
        await stack.enter_async_context(at_work_until_asked(workers, LAND_WITHIN))
        yield


def _channel(settings: Settings, connection: Connection) -> TelegramChannel:
    return TelegramChannel(
        settings.token(connection.door),
        api=settings.telegram_api,
        proxy=settings.proxy.get_secret_value() if settings.proxy else None,
        replies=connection.replies.since_last_asked,
    )
