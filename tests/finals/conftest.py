"""Class 7Б's algebra at the end of a quarter: marks of three weeks, two study periods."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from core.app import App
from core.finals import reading, setting
from core.finals.page import FinalLine, FinalsPage
from core.terms import MarkValue, PeriodKind
from storage.models import AuditEntry, FinalMark, LessonWork, Mark, StudyPeriod, WorkKind
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class
from tests.support.clock import FakeClock
from tests.support.school import WRITTEN, Person

FIRST_LESSON = date(2026, 11, 9)
ENDS = date(2026, 11, 27)
"""The second quarter's last day, a Friday; the tests' today is the Monday before."""
AFTER = date(2026, 12, 1)


@dataclass
class Quarter:
    """The class with ids of its periods and of the lessons before today (one a weekday from the 9th on)."""

    class7b: Class7B
    app: App
    first: int
    second: int
    lessons: list[int]

    @property
    def load(self) -> int:
        return self.class7b.load

    async def mark(self, pupil: int, *values: str, letter: str = "О", lessons: list[int] | None = None) -> None:
        """Marks of a pupil, one a lesson."""
        async with self.class7b.sessions() as session, session.begin():
            kind = await session.scalar(select(WorkKind.id).where(WorkKind.letter == letter))
            for lesson, value in zip(lessons or self.lessons, values, strict=False):
                session.add(
                    Mark(
                        lesson_id=lesson,
                        pupil_id=pupil,
                        kind_id=kind,
                        value=MarkValue(value),
                        given_by=self.class7b.teacher.id,
                        given_at=WRITTEN,
                    )
                )

    async def work(self, lesson: int, letter: str) -> None:
        """A work held at a lesson."""
        async with self.class7b.sessions() as session, session.begin():
            kind = await session.scalar(select(WorkKind.id).where(WorkKind.letter == letter))
            staff = self.class7b.teacher.id
            session.add(LessonWork(lesson_id=lesson, kind_id=kind, announced_by=staff, announced_at=WRITTEN))

    async def page(self, by: Person | None = None, period: int | None = None) -> FinalsPage:
        async with self.app.work((by or self.class7b.teacher).address) as work:
            return await reading.open_finals(work, self.load, period)

    async def year(self, by: Person | None = None) -> FinalsPage:
        async with self.app.work((by or self.class7b.teacher).address) as work:
            return await reading.open_year(work, self.load)

    async def line(self, pupil: int, by: Person | None = None) -> FinalLine:
        found = (await self.page(by)).line(pupil)
        assert found is not None
        return found

    async def set(
        self, pupil: int, value: str | None, *, seen: int = 0, by: Person | None = None, period: int | None = 0
    ) -> FinalsPage:
        """A mark of the second quarter, of another period, or (None) of the year."""
        wanted = MarkValue(value) if value else None
        async with self.app.work((by or self.class7b.teacher).address) as work:
            chosen = self.second if period == 0 else period
            return await setting.set_final(work, self.load, chosen, pupil, wanted, seen=seen)

    async def put_all(self, seen: str, by: Person | None = None) -> FinalsPage:
        async with self.app.work((by or self.class7b.teacher).address) as work:
            return await setting.set_proposed(work, self.load, self.second, seen=seen)

    async def rows(self) -> dict[int, FinalMark]:
        """The marks of the second quarter by pupil, through a session of their own."""
        async with self.class7b.sessions() as session:
            rows = await session.scalars(select(FinalMark).where(FinalMark.period_id == self.second))
            return {row.pupil_id: row for row in rows}


async def a_period(class7b: Class7B, name: str, starts: date, ends: date) -> int:
    async with class7b.sessions() as session, session.begin():
        row = StudyPeriod(
            year_id=class7b.school.year_id,
            name=name,
            kind=PeriodKind.QUARTER,
            grade_from=5,
            grade_to=9,
            starts=starts,
            ends=ends,
        )
        session.add(row)
        await session.flush()
        return row.id


@pytest.fixture
async def quarter(seven_b: Class7B, app: App, clock: FakeClock) -> Quarter:  # noqa: F811 - pytest's way
    clock.set("12:00")
    first = await a_period(seven_b, "1 четверть", date(2026, 9, 1), date(2026, 10, 30))
    second = await a_period(seven_b, "2 четверть", FIRST_LESSON, ENDS)
    days = [FIRST_LESSON + timedelta(days=n) for n in range(11) if n % 7 < 5]
    lessons = [await seven_b.school.lesson(seven_b.load, 1, day) for day in days]
    return Quarter(seven_b, app, first, second, lessons)


Trace = Callable[[], Awaitable[list[AuditEntry]]]


@pytest.fixture
def trace(seven_b: Class7B) -> Trace:  # noqa: F811
    """The audit's lines about final marks."""

    async def read() -> list[AuditEntry]:
        async with seven_b.sessions() as session:
            found = select(AuditEntry).where(AuditEntry.subject == "final_mark").order_by(AuditEntry.id)
            return list(await session.scalars(found))

    return read
