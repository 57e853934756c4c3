"""A school of two classes on Tuesday, for a deputy to change: who is free, busy, knows the class or the subject."""

from dataclasses import dataclass
from datetime import date, time

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.substitution.families import announce_changes
from core.terms import Role
from storage.models import Account, Bell, Lesson, LessonChange, Outbox
from tests.support.clock import FakeClock
from tests.support.school import BELLS, Person, SchoolBuilder, days_after

TUESDAY = days_after(1)


@dataclass
class Changed:
    """Ids and people. 7Б on Tuesday: algebra 1 and 3 (Алгебраистова), physics 2 (Физикова); 8А: algebra 1 (Геометрова).

    Танцева has no lesson of her own on Tuesday. Иванов of 7Б has a mother with a phone and a phone of his own.
    """

    app: App
    clock: FakeClock
    school: SchoolBuilder
    sessions: async_sessionmaker[AsyncSession]
    deputy: Person
    algebra: Person
    physics: Person
    geometry: Person
    dance: Person
    leader: Person
    class_id: int
    other_class: int
    ivanov: int
    mother: Person
    pupil: Person
    load: int
    first: int
    second: int
    third: int
    elsewhere: int

    async def lesson(self, lesson_id: int) -> Lesson:
        async with self.sessions() as session:
            return await session.get_one(Lesson, lesson_id)

    async def changes(self) -> list[LessonChange]:
        async with self.sessions() as session:
            return list(await session.scalars(select(LessonChange).order_by(LessonChange.id)))

    async def outbox(self, kind: str = "lessons_changed", *statuses: str) -> list[Outbox]:
        async with self.sessions() as session:
            rows = await session.scalars(select(Outbox).where(Outbox.kind == kind).order_by(Outbox.id))
            return [row for row in rows if row.status in (statuses or ("pending",))]

    async def to(self, person: Person, kind: str = "lessons_changed") -> list[Outbox]:
        """What waits to be sent to a person."""
        return [row for row in await self.outbox(kind) if row.account_id == person.account_id]

    async def deliver(self) -> None:
        """As if the worker had sent all that waits."""
        async with self.sessions() as session, session.begin():
            for row in await session.scalars(select(Outbox).where(Outbox.status == "pending")):
                row.status, row.sent_at = "sent", self.clock.now()  # type: ignore[assignment]

    async def no_cards(self) -> None:
        """Nobody gets an evening card."""
        async with self.sessions() as session, session.begin():
            await session.execute(update(Account).values(evening_card=False))

    async def tick(self, wall: str | None = None, day: date | None = None) -> None:
        """The scheduler asks whether anything is to be told, at a time."""
        if wall is not None:
            self.clock.set(wall, day or self.clock.moment.date())
        async with self.app.work() as work:
            await announce_changes(work)


async def add_bells(school: SchoolBuilder) -> None:
    """The usual bells, and a sixth lesson that rings on no day but Friday."""
    async with school.sessions() as session, session.begin():
        for number, (starts, ends) in BELLS.items():
            times = {"starts": time.fromisoformat(starts), "ends": time.fromisoformat(ends)}
            session.add(Bell(year_id=school.year_id, shift=1, lesson_no=number, **times))
        friday = {"starts": time(13, 25), "ends": time(14, 5), "weekday": 5}
        session.add(Bell(year_id=school.year_id, shift=1, lesson_no=6, **friday))


@pytest.fixture
async def changed(
    app: App, clock: FakeClock, school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]
) -> Changed:
    await add_bells(school)
    deputy = await school.connected_staff("Завучева", Role.DEPUTY_HEAD)
    algebra, physics, geometry, dance, leader = [
        await school.connected_staff(name)
        for name in ("Алгебраистова", "Физикова", "Геометрова", "Танцева", "Руководителева")
    ]
    class_id = await school.class_unit("7Б", leader.id)
    other_class = await school.class_unit("8А")
    ivanov = await school.pupil(class_id, "Иванов", "Пётр")
    mother = await school.connected_guardian(ivanov)
    pupil = await school.connected_pupil(ivanov)
    load = await school.load(algebra.id, class_id)
    of_physics = await school.load(physics.id, class_id, subject="Физика")
    of_geometry = await school.load(geometry.id, other_class)
    await school.load(dance.id, other_class, subject="Ритмика")
    lessons = [
        await school.lesson(load, 1, TUESDAY),
        await school.lesson(of_physics, 2, TUESDAY, room="31"),
        await school.lesson(load, 3, TUESDAY),
        await school.lesson(of_geometry, 1, TUESDAY, room="14"),
    ]
    people = (deputy, algebra, physics, geometry, dance, leader)
    return Changed(app, clock, school, sessions, *people, class_id, other_class, ivanov, mother, pupil, load, *lessons)
