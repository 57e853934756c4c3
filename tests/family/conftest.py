"""A family: Пётр of 7Б with two parents, and a stranger's child next to him."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App, Work
from core.terms import MarkValue, Role
from storage.models import Homework, Mark, WorkKind
from tests.support.clock import FakeClock, moscow
from tests.support.school import Person, SchoolBuilder, days_after
from tests.support.stage import Scene, playing, scene

Enter = Callable[[Person], AbstractAsyncContextManager[Work]]
Sessions = async_sessionmaker[AsyncSession]
TUESDAY, FRIDAY = days_after(1), days_after(4)


@dataclass(frozen=True)
class Family:
    """Who lives in these tests. `leader` leads 7Б; `stranger` is the mother of `other_pupil` of the same class."""

    class_id: int
    pupil_id: int
    other_pupil_id: int
    teacher_id: int
    leader: Person
    mother: Person
    father: Person
    stranger: Person


@pytest.fixture
async def family(school: SchoolBuilder) -> Family:
    leader = await school.connected_staff("Классная", Role.TEACHER)
    class_id = await school.class_unit("7Б", leader.id)
    pupil_id = await school.pupil(class_id)
    other_pupil_id = await school.pupil(class_id, "Сидоров", "Олег")
    return Family(
        class_id=class_id,
        pupil_id=pupil_id,
        other_pupil_id=other_pupil_id,
        teacher_id=await school.staff("Петрова"),
        leader=leader,
        mother=await school.connected_guardian(pupil_id),
        father=await school.connected_guardian(pupil_id, surname="Иванов"),
        stranger=await school.connected_guardian(other_pupil_id, surname="Сидорова"),
    )


@pytest.fixture
def enter(app: App) -> Enter:
    """`async with enter(person) as work:` opens that person's unit of work."""
    return lambda person: app.work(person.address)


@dataclass
class Diary:
    """Algebra and physics (lessons 1 and 2) from Monday to Friday, and a pupil with a phone."""

    family: Family
    sessions: Sessions
    pupil: Person
    algebra: dict[date, int]
    physics: dict[date, int]

    async def write(self, *rows: object) -> None:
        async with self.sessions() as session, session.begin():
            session.add_all(rows)

    async def homework(self, given: date, due: date, body: str = "№ 5") -> int:
        row = Homework(
            lesson_id=self.algebra[given],
            due_lesson_id=self.algebra[due],
            due_on=due,
            body=body,
            given_by=self.family.teacher_id,
            given_at=moscow(given, "08:50"),
        )
        await self.write(row)
        return row.id

    async def mark(self, lesson_id: int, value: MarkValue, pupil_id: int | None = None) -> int:
        async with self.sessions() as session, session.begin():
            kind = await session.scalar(select(WorkKind).where(WorkKind.control).order_by(WorkKind.id).limit(1))
            assert kind is not None
            row = Mark(
                lesson_id=lesson_id,
                pupil_id=pupil_id or self.family.pupil_id,
                kind_id=kind.id,
                value=value,
                given_by=self.family.teacher_id,
                given_at=moscow(days_after(-3), "09:00"),
            )
            session.add(row)
        return row.id


@pytest.fixture
async def diary(school: SchoolBuilder, family: Family, sessions: Sessions) -> Diary:
    days = [days_after(n) for n in range(5)]
    first = await school.load(family.teacher_id, family.class_id)
    second = await school.load(family.teacher_id, family.class_id, subject="Физика")
    algebra = {day: await school.lesson(first, 1, day) for day in days}
    physics = {day: await school.lesson(second, 2, day) for day in days}
    return Diary(family, sessions, await school.connected_pupil(family.pupil_id), algebra, physics)


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    """The product at work at 08:35 on Monday."""
    clock.set("08:35")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_
