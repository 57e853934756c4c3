"""`zvonok demo`: a school, a Telegram and the product, all on this machine."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from sqlalchemy.ext.asyncio import AsyncEngine

from app.commands.workbook import import_demo
from app.demo.cast import cast, opening
from app.demo.clock import DemoClock
from app.demo.connect import Player, connect_all
from app.demo.correspondence import correspond
from app.demo.family_life import live_at_home
from app.demo.history import live_through
from app.demo.substitutes import give_lessons_away
from core.access.holders import HolderKind
from core.actor import Address
from core.app import App
from core.clock import ShiftedClock
from core.terms import Door
from locales import Translator
from storage.embedded import start_embedded
from storage.engine import make_engine, make_sessions
from storage.migrate import migrate

if TYPE_CHECKING:
    from sandbox import Sandbox

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Demo:
    """A demo at work: its address, the Telegram in a box, who is played and the clock."""

    address: str
    sandbox: "Sandbox"
    players: list[Player]
    clock: DemoClock


async def show(data: Path, port: int, *, console: Console, t: Translator) -> None:
    """Build everything anew, print the address, serve until cancelled."""
    async with AsyncExitStack() as stack:
        with console.status(t.plain("demo-database")) as status:
            demo = await stack.enter_async_context(demo_at_work(data, port, t, lambda key: status.update(t.plain(key))))
        console.print(t.plain("demo-ready", address=demo.address), markup=False)
        await asyncio.Event().wait()


@asynccontextmanager
async def demo_at_work(
    data: Path, port: int, t: Translator, tell: Callable[[str], None], clock: ShiftedClock | None = None
) -> AsyncIterator[Demo]:
    """A fresh school with its people connected over the block; `tell` hears the key of what is being done.

    `clock` says the real date (this machine's, if none); it is moved on to the next morning with lessons.
    """
    clock = clock or ShiftedClock()
    # Telegram's libraries take seconds to import: meanwhile the database starts and the school is made.
    loading = asyncio.create_task(asyncio.to_thread(import_module, "app.demo.stage"))
    async with AsyncExitStack() as stack:
        tell("demo-database")
        port = _free(port)
        engine = await _fresh_database(data, f"demo_{port}")
        stack.push_async_callback(engine.dispose)
        app = App(make_sessions(engine), clock)
        tell("demo-school")
        await import_demo(app)
        tell("demo-people")
        players = await _bring_people(app, clock, t.language)
        tell("demo-history")
        await live_through(app)
        await live_at_home(app)
        await correspond(app, players)
        await _let_somebody_be_ill(app, players)
        demo_clock = await _demo_clock(app, clock, t)
        tell("demo-bots")
        await loading
        from app.demo.stage import on_stage

        sandbox = await stack.enter_async_context(on_stage(app, players, demo_clock, (data, HOST, port), t))
        yield Demo(sandbox.url, sandbox, players, demo_clock)


async def _fresh_database(data: Path, name: str) -> AsyncEngine:
    engine = make_engine(await start_embedded(data, name, fresh=True))
    await migrate(engine)
    return engine


async def _bring_people(app: App, clock: ShiftedClock, language: str) -> list[Player]:
    """Let it be a lesson, and everybody connected."""
    async with app.work() as work:
        first = await opening(work)
        parts = await cast(work, first.teacher_id)
    clock.move_to(first.moment)
    return await connect_all(app, parts, language)


async def _let_somebody_be_ill(app: App, players: list[Player]) -> None:
    deputy = next(player for player in players if player.part.key == "deputy")
    staff = {holder.id for player in players for holder in player.part.holders if holder.kind is HolderKind.STAFF}
    await give_lessons_away(app, Address(Door.STAFF, str(deputy.id)), staff)


async def _demo_clock(app: App, clock: ShiftedClock, t: Translator) -> DemoClock:
    async with app.work() as work:
        return DemoClock(app, clock, work.school.zone, t)


def _free(port: int) -> int:
    """The port, or another one when somebody listens on it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            probe.bind((HOST, 0))
        taken: int = probe.getsockname()[1]
        return taken
