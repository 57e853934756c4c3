"""What the tests of choosing rules do and look up."""

from datetime import date, time

from core.app import App
from core.regulation.changing import Change, Chosen, confirm, preview
from core.regulation.choices import Rules, rules
from core.regulation.files import bring_file
from tests.support.clock import MONDAY
from tests.support.school import Person

TODAY = MONDAY
LATER = date(2026, 12, 1)
OURS = 'title = "Наш регламент"\n[roll]\nat = 20:00:00\nclause = "п. 2"\n'.encode()


async def in_force(app: App, person: Person) -> Rules:
    async with app.work(person.address) as work:
        return await rules(work)


async def change(app: App, person: Person, target: str, option: str = "", since: date = TODAY) -> Chosen:
    """Look and confirm, as the buttons do."""
    async with app.work(person.address) as work:
        seen = await preview(work, Change(target, option), since)
    async with app.work(person.address) as work:
        return await confirm(work, Change(target, option), since, seen.seen)


async def bring(app: App, person: Person, body: bytes = OURS, name: str = "Наш регламент.toml") -> str:
    async with app.work(person.address) as work:
        return (await bring_file(work, name, body)).key


async def running(app: App, day: date) -> tuple[str, time | None]:
    async with app.work() as work:
        regulation = work.regulation(day)
        return regulation.name, regulation.roll.at
