"""The product in a process of its own, as `zvonok run` composes it.

`python -m benchmarks.product_process URL DB [SECONDS that its clock is ahead]`.
"""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

from app.compose import product
from app.logs import configure_logs
from core.app import App
from core.clock import ShiftedClock
from storage.engine import make_engine, make_sessions
from tests.support.stage import settings_for


async def main(url: str, database_url: str, ahead: str = "0") -> None:
    """Serve until killed."""
    clock = ShiftedClock(timedelta(seconds=float(ahead)))
    configure_logs("console")
    engine = make_engine(database_url)
    async with product(App(make_sessions(engine), clock), settings_for(url, Path("data"))):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
