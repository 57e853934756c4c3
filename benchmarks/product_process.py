"""The product in a process of its own, as `zvonok run` composes it: `python -m benchmarks.product_process URL DB`."""

import asyncio
import sys
from pathlib import Path

from app.compose import product
from app.logs import configure_logs
from core.app import App
from core.clock import SystemClock
from storage.engine import make_engine, make_sessions
from tests.support.stage import settings_for


async def main(url: str, database_url: str) -> None:
    """Serve until killed."""
    configure_logs("console")
    engine = make_engine(database_url)
    async with product(App(make_sessions(engine), SystemClock()), settings_for(url, Path("data"))):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
