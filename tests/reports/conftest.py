"""Class 7Б: on Monday's first lesson Пётр has a 3 that the family has heard of, and was absent at the second."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

import pytest
from sqlalchemy import delete, select

from core.app import App, Work
from core.marks import correcting, giving
from core.reports import writing
from core.reports.writing import Reported
from core.roll import attendance
from core.terms import MarkValue, Presence
from storage.models import ErrorReport, MarkNews, Outbox
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class
from tests.support.clock import FakeClock, moscow
from tests.support.school import Person

Enter = Callable[[Person], AbstractAsyncContextManager[Work]]


@dataclass
class Case:
    """What a family may report. Each call is a unit of work of its own."""

    app: App
    clock: FakeClock
    seven_b: Class7B
    mark: int

    async def say(self, who: Person, words: str = "Была пятёрка") -> Reported:
        async with self.app.work(who.address) as work:
            return await writing.report_mark(work, self.seven_b.ivanov, self.mark, words)

    async def say_present(self, who: Person, words: str = "Он был на уроке") -> Reported:
        async with self.app.work(who.address) as work:
            return await writing.report_attendance(work, self.seven_b.ivanov, self.seven_b.lessons[1], words)

    async def change(self, who: Person, value: str, *, seen: int = 1) -> None:
        async with self.app.work(who.address) as work:
            await correcting.change(work, self.seven_b.lessons[0], self.mark, MarkValue(value), seen=seen)

    async def stand(self, who: Person, presence: Presence, *, seen: int = 1) -> None:
        async with self.app.work(who.address) as work:
            sheet = await attendance.mark(work, self.seven_b.lessons[1], self.seven_b.ivanov, presence, seen=seen)
        assert sheet.note == ""

    async def reports(self) -> list[ErrorReport]:
        async with self.seven_b.sessions() as session:
            return list(await session.scalars(select(ErrorReport).order_by(ErrorReport.id)))

    async def outbox(self, kind: str) -> list[Outbox]:
        """What is to be told of a kind; what was dropped aside."""
        return [row for row in await self.seven_b.outbox(kind) if row.status != "superseded"]


@pytest.fixture
async def case(app: App, clock: FakeClock, seven_b: Class7B) -> Case:  # noqa: F811 - pytest's way to name a fixture
    clock.set("08:35")
    async with app.work(seven_b.teacher.address) as work:
        sheet = await giving.give(work, seven_b.lessons[0], seven_b.ivanov, None, MarkValue.THREE, seen=0)
    clock.set("09:30")
    async with app.work(seven_b.teacher.address) as work:
        await attendance.mark(work, seven_b.lessons[1], seven_b.ivanov, Presence.ABSENT, seen=0)
    await seven_b.deliver("absence", moscow(clock.moment.date(), "09:32"))
    async with seven_b.sessions() as session, session.begin():
        await session.execute(delete(MarkNews))
    clock.set("15:00")
    line = sheet.line(seven_b.ivanov)
    assert line is not None
    return Case(app, clock, seven_b, line.marks[0].id)


@pytest.fixture
def enter(app: App) -> Enter:
    """`async with enter(person) as work:` opens that person's unit of work."""
    return lambda person: app.work(person.address)
