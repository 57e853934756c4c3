"""A family whose mother has Пётр in 7Б and Аня in 2А, each with lessons on Monday and Tuesday."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.cards.evening import send_cards
from core.terms import MarkValue, PeriodKind, Presence
from locales import Screen, translator
from notifications.rendering import render
from storage.models import (
    AbsenceCase,
    Account,
    Attendance,
    Homework,
    Lesson,
    LessonWork,
    Mark,
    Outbox,
    StudyPeriod,
    WorkKind,
)
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import Person, SchoolBuilder, days_after

TUESDAY = days_after(1)
SATURDAY = days_after(5)


@dataclass
class Home:
    """Ids and people; `algebra[n]` and `reading[n]` are the lessons of Пётр and Аня n days after Monday."""

    app: App
    clock: FakeClock
    school: SchoolBuilder
    sessions: async_sessionmaker[AsyncSession]
    teacher: Person
    class_id: int
    petr: int
    anna: int
    mother: Person
    load: int
    algebra: dict[int, int]
    reading: dict[int, int]

    async def tick(self, wall: str = "19:00", day: date = MONDAY) -> None:
        """The scheduler asks whether cards are due, at a time."""
        self.clock.set(wall, day)
        async with self.app.work() as work:
            await send_cards(work)

    async def cards(self, person: Person | None = None) -> Sequence[Outbox]:
        """Cards written, oldest first; of one person, or of all."""
        kinds = Outbox.kind.in_(("evening_card", "week_card"))
        mine = Outbox.account_id == person.account_id if person else Outbox.id > 0
        async with self.sessions() as session:
            return (await session.scalars(select(Outbox).where(kinds, mine).order_by(Outbox.id))).all()

    async def card(self, person: Person | None = None) -> Outbox:
        """The only card of the mother, or of somebody else."""
        (row,) = await self.cards(person or self.mother)
        return row

    async def screen(self, person: Person | None = None, language: str = "ru") -> Screen:
        row = await self.card(person)
        return render(row.kind, row.facts, translator(language))

    async def text(self, person: Person | None = None) -> str:
        return (await self.screen(person)).text

    async def add(self, row: Any) -> Any:
        async with self.sessions() as session, session.begin():
            session.add(row)
        return row

    async def choose(self, person: Person, **values: Any) -> None:
        """What an account chose for itself."""
        await self.run(update(Account).where(Account.id == person.account_id).values(**values))

    async def run(self, statement: Any) -> None:
        async with self.sessions() as session, session.begin():
            await session.execute(statement)

    async def kind(self, letter: str = "О") -> int:
        async with self.sessions() as session:
            kinds = {k.letter: k.id for k in await session.scalars(select(WorkKind).order_by(WorkKind.position))}
        return kinds.get(letter, next(iter(kinds.values())))

    async def mark(
        self, value: str = "5", *, day: int = 0, given: str = "09:00", given_on: date | None = None, **more: Any
    ) -> int:
        """A mark of Пётр at the algebra lesson of a day, long settled."""
        row = await self.add(
            Mark(
                lesson_id=self.algebra[day],
                pupil_id=self.petr,
                kind_id=await self.kind(),
                value=MarkValue(value),
                given_by=self.teacher.id,
                given_at=moscow(given_on or days_after(day), given),
                **more,
            )
        )
        return int(row.id)

    async def absent(self, *, pupil: int | None = None, day: int = 0, stated: Any = None) -> int:
        """An absence from that day's lesson with an alert of its own; returns the case."""
        case = await self.add(
            AbsenceCase(
                pupil_id=pupil or self.petr,
                on_date=days_after(day),
                first_lesson_id=self.algebra[day],
                opened_at=moscow(days_after(day), "08:40"),
                statement=stated,
                stated_at=moscow(days_after(day), "08:50") if stated else None,
            )
        )
        await self.add(
            Attendance(
                lesson_id=self.algebra[day],
                pupil_id=pupil or self.petr,
                status=Presence.ABSENT,
                case_id=case.id,
                rev=1,
            )
        )
        return int(case.id)

    async def homework(self, body: str = "№ 12", *, minutes: int | None = 20, day: int = 1) -> int:
        """Given on Monday to all of 7Б for the algebra lesson of a day."""
        row = await self.add(
            Homework(
                lesson_id=self.algebra[0],
                due_lesson_id=self.algebra[day],
                due_on=days_after(day),
                body=body,
                minutes=minutes,
                given_by=self.teacher.id,
                given_at=moscow(MONDAY, "09:10"),
            )
        )
        return int(row.id)

    async def control(self, day: int) -> None:
        """A control work announced for the algebra lesson of a day."""
        async with self.sessions() as session:
            kind = await session.scalar(select(WorkKind.id).where(WorkKind.control).order_by(WorkKind.position))
        await self.add(
            LessonWork(
                lesson_id=self.algebra[day],
                kind_id=kind,
                announced_by=self.teacher.id,
                announced_at=moscow(MONDAY, "09:00"),
            )
        )

    async def no_lessons(self, *days: int) -> None:
        """The lessons of these days are not in the timetable at all (a holiday)."""
        ids = [lessons[day] for lessons in (self.algebra, self.reading) for day in days]
        await self.run(Lesson.__table__.delete().where(Lesson.id.in_(ids)))  # type: ignore[attr-defined]

    async def period(self, starts: date, ends: date) -> None:
        await self.add(
            StudyPeriod(
                year_id=self.school.year_id,
                name="2 четверть",
                kind=PeriodKind.QUARTER,
                grade_from=1,
                grade_to=11,
                starts=starts,
                ends=ends,
            )
        )


@pytest.fixture
async def home(app: App, clock: FakeClock, school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]) -> Home:
    teacher = await school.connected_staff("Алгебраистова")
    class_id, second = await school.class_unit("7Б", teacher.id), await school.class_unit("2А")
    petr = await school.pupil(class_id, "Иванов", "Пётр")
    anna = await school.pupil(second, "Иванова", "Аня", born=date(2018, 5, 1))
    mother = await school.connected_guardian(petr, anna)
    load = await school.load(teacher.id, class_id)
    reading = await school.load(teacher.id, second, subject="Чтение")
    days = (0, 1, 2, 3, 4)
    return Home(
        *(app, clock, school, sessions, teacher, class_id, petr, anna, mother, load),
        {day: await school.lesson(load, 1, days_after(day)) for day in days},
        {day: await school.lesson(reading, 2, days_after(day)) for day in days},
    )


def at(wall: str) -> time:
    """`HH:MM` as a time."""
    return time.fromisoformat(wall)


HALF = Decimal("0.5")
