"""How near to Telegram's limit the delivery worker sends, and what a SIGKILL costs: `python -m benchmarks.stream`.

3,000 messages through the real worker, in a process of its own, against the sandbox with Telegram's limits on:
first undisturbed, then with the process killed five times on the way. Takes about four minutes.
"""

import argparse
import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from benchmarks.broadcast import Crowd, broadcast, gather_crowd, open_phones
from benchmarks.processes import process
from core.app import App
from core.clock import SystemClock
from core.terms import Delivery
from sandbox import Call, Sandbox
from storage.engine import make_engine, make_sessions
from storage.models import Outbox
from tests.support.database import open_server
from tests.support.school import SchoolBuilder

PERMITTED = 30
WORKER = "benchmarks.delivery_process"


@dataclass(frozen=True)
class Stage:
    """A fresh database with a crowd, and a sandbox with its phones."""

    app: App
    url: str
    sandbox: Sandbox
    crowd: Crowd

    @property
    def accepted(self) -> list[Call]:
        """Messages that reached a phone."""
        return [c for c in self.sandbox.calls if c.method == "sendMessage" and c.code == 200]

    @property
    def refused(self) -> int:
        return sum(c.code == 429 for c in self.sandbox.calls)

    async def rows(self, status: Delivery) -> int:
        async with self.app.sessions() as session:
            return await session.scalar(select(func.count()).where(Outbox.status == status)) or 0


@asynccontextmanager
async def stage(size: int) -> AsyncIterator[Stage]:
    with TemporaryDirectory() as folder:
        server = await open_server(Path(folder), "bench")
        url = await server.fresh_database()
        engine = make_engine(url)
        app = App(make_sessions(engine), SystemClock())
        builder = SchoolBuilder(app.sessions)
        await builder.open()
        crowd = await gather_crowd(app, builder, await builder.pupil(await builder.class_unit()), size)
        sandbox = Sandbox()
        await sandbox.start()
        await open_phones(sandbox, size)
        yield Stage(app, url, sandbox, crowd)
        await sandbox.stop()
        await engine.dispose()


async def undisturbed(size: int) -> None:
    """The rate over the whole stream, and the fullest second."""
    async with stage(size) as on:
        await broadcast(on.app, on.crowd)
        async with process(WORKER, on.sandbox.url, on.url):
            await _until_sent(on, size)
        times = [c.at for c in on.accepted]
        rate = (len(times) - 1) / (times[-1] - times[0])
        print(f"undisturbed: {len(times)} messages, {rate:.2f}/s = {rate / PERMITTED:.1%} of the permitted rate")
        print(f"             fullest second {_fullest_second(times)} of {PERMITTED}, refused with 429: {on.refused}")
        _print_losses(on, size)


async def killed(size: int, kills: int) -> None:
    """The same with SIGKILLs evenly on the way, the worker started again each time."""
    async with stage(size) as on:
        await broadcast(on.app, on.crowd)
        in_flight = 0
        for number in range(1, kills + 1):
            async with process(WORKER, on.sandbox.url, on.url) as worker:
                await _until_accepted(on, number * size // (kills + 1))
                worker.kill()
                await worker.wait()
            in_flight += await on.rows(Delivery.SENDING)
        async with process(WORKER, on.sandbox.url, on.url):
            await _until_sent(on, size)
        print(f"killed {kills} times: {in_flight} messages in flight at the kills, refused with 429: {on.refused}")
        _print_losses(on, size)


def _print_losses(on: Stage, size: int) -> None:
    received = Counter(c.person for c in on.accepted)
    doubled = sum(n - 1 for n in received.values())
    print(f"             lost {size - len(received)}, doubled {doubled}")


def _fullest_second(times: list[float]) -> int:
    return max(sum(start <= t < start + 1 for t in times[i : i + 2 * PERMITTED]) for i, start in enumerate(times))


async def _until_accepted(on: Stage, number: int) -> None:
    async with asyncio.timeout(number / 10 + 30):
        while len(on.accepted) < number:  # noqa: ASYNC110 - the sandbox tells nobody
            await asyncio.sleep(0.05)


async def _until_sent(on: Stage, size: int) -> None:
    """Until every row is settled."""
    async with asyncio.timeout(size / 10 + 30):
        while await on.rows(Delivery.SENT) < size:  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.5)


async def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--messages", type=int, default=3000)
    options.add_argument("--kills", type=int, default=5)
    chosen = options.parse_args()
    began = time.monotonic()
    await undisturbed(chosen.messages)
    await killed(chosen.messages, chosen.kills)
    print(f"took {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    asyncio.run(main())
