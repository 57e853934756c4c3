"""The family door's delivery worker alone: `python -m benchmarks.delivery_process URL DB`."""

import asyncio
import sys

from benchmarks.broadcast import TOKEN
from core.app import App
from core.clock import SystemClock
from core.terms import Door
from notifications.channel import TelegramChannel
from notifications.worker import Worker
from storage.engine import make_engine, make_sessions


async def main(url: str, database_url: str) -> None:
    """Deliver until killed."""
    app = App(make_sessions(make_engine(database_url)), SystemClock())
    await Worker(app, Door.FAMILY, TelegramChannel(TOKEN, api=url)).run(asyncio.Event())


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
