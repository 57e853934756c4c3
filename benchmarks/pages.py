"""Pages opened one after another on one phone, in turns with a bare aiogram bot; and what SQL each of them takes."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from statistics import median

from benchmarks.presses import Presser, one_by_one
from benchmarks.processes import process
from benchmarks.tap import BARE_NAME, BARE_TOKEN
from benchmarks.town import Town, analyse
from core.actions import Action
from core.app import App, Work
from core.clock import SystemClock
from core.terms import Door
from sandbox import Limits, Sandbox
from sandbox import Person as Owner
from tests.support.school import Person
from tests.support.stage import TOKENS, USERNAMES
from tests.support.statements import counted

TIMES, WARMING_UP = 80, 5
TURNS = 3
ALLOWED = 2.5
BARE = "a bare press"


@dataclass(frozen=True)
class Reader:
    """Who opens `pages`, each from the one before, through a door; `home` stands on the first screen."""

    town: Town
    person: Person
    door: Door
    home: str
    pages: Mapping[str, Action]

    @property
    def chat(self) -> int:
        return int(self.person.address.chat)


async def in_turns(reader: Reader) -> dict[str, float]:
    """Median seconds of each page, and of the bare press."""
    await analyse(reader.town.sessions)
    turns = [{**await _bare_turn(reader), **await _product_turn(reader)} for _ in range(TURNS)]
    return {name: median(s for turn in turns for s in turn[name]) for name in turns[0]}


async def _bare_turn(reader: Reader) -> dict[str, list[float]]:
    """The bare bot, pressed by one person."""
    sandbox = await _sandbox(reader)
    async with process("benchmarks.bare_bot", sandbox.url, BARE_TOKEN):
        phone, presser = sandbox.phone(reader.chat, BARE_NAME), Presser(sandbox, reader.chat, BARE_NAME)
        await phone.send("/start")
        await phone.sees("Отметьте", timeout=30)
        await one_by_one(presser, 10)
        seconds = await one_by_one(presser, TIMES)
    await sandbox.stop()
    return {BARE: seconds}


async def _product_turn(reader: Reader) -> dict[str, list[float]]:
    """The product: each page, one after another, again and again."""
    sandbox = await _sandbox(reader)
    async with process("benchmarks.product_process", sandbox.url, reader.town.url):
        phone = sandbox.phone(reader.chat, USERNAMES[reader.door])
        sandbox.open_chat(reader.chat, USERNAMES[reader.door])
        await phone.send("/menu")
        await phone.sees(reader.home, timeout=60)
        found = await _opened(reader, Presser(sandbox, reader.chat, USERNAMES[reader.door]))
    await sandbox.stop()
    return found


async def _opened(reader: Reader, presser: Presser) -> dict[str, list[float]]:
    pages = {name: action.pack() for name, action in reader.pages.items()}
    found: dict[str, list[float]] = {name: [] for name in pages}
    for number in range(TIMES + WARMING_UP):
        for name, data in pages.items():
            seconds = await presser.press(data)
            if number >= WARMING_UP:
                found[name].append(seconds)
    return found


async def _sandbox(reader: Reader) -> Sandbox:
    sandbox = Sandbox(limits=Limits(enforced=False))
    sandbox.add_bot(BARE_TOKEN, BARE_NAME, "Bare")
    for door in Door:
        sandbox.add_bot(TOKENS[door], USERNAMES[door], str(door))
    sandbox.add_person(Owner(id=reader.chat, name=str(reader.chat), bots=(BARE_NAME, *USERNAMES.values())))
    await sandbox.start()
    return sandbox


async def statements(reader: Reader, reads: Mapping[str, Callable[[Work], Awaitable[object]]]) -> dict[str, int]:
    """The SQL statements of each read, done a second time (a first look is written down)."""
    app = App(reader.town.sessions, SystemClock())
    found = {}
    for name, read in reads.items():
        for _ in range(2):
            with counted(reader.town.sessions) as seen:
                async with app.work(reader.person.address) as work:
                    await read(work)
        found[name] = len(seen)
    return found


def report(medians: Mapping[str, float], sizes: str, small: Mapping[str, int], full: Mapping[str, int]) -> None:
    """Medians beside the bare press, and the statements at two `sizes` of what is read (in words)."""
    bare = medians[BARE] * 1e3
    print(f"bare press: {bare:.1f} ms; allowed: {ALLOWED} times that")
    print(f"{'':20}{'ms':>8}{'ratio':>8}   SQL: {sizes}")
    for name, count in small.items():
        times = f"{medians[name] * 1e3:8.1f}{medians[name] * 1e3 / bare:8.2f}" if name in medians else " " * 16
        print(f"{name:20}{times}   {count}, {full[name]}")
