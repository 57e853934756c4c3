"""A teacher with a class, a deputy, and a clock that a test moves over the terms in the school's own time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.terms import Door, Role
from core.timeliness.overdue import report_overdue
from core.timeliness.reminders import remind_before_early_terms, remind_in_the_evening
from storage.models import Lesson, Outbox
from tests.support.clock import MONDAY, MOSCOW, FakeClock
from tests.support.school import Person, SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]


@dataclass
class Filling:
    """7Б on Monday: the teacher's lesson is the first of the class, a colleague's the third and last."""

    app: App
    clock: FakeClock
    sessions: Sessions
    school: SchoolBuilder
    teacher: Person
    deputy: Person
    class_id: int
    load: int
    lesson: int
    zone: ZoneInfo = MOSCOW

    def set(self, wall: str, day: date = MONDAY) -> None:
        """Let it be `HH:MM` by the school's clock."""
        self.clock.moment = datetime.combine(day, time.fromisoformat(wall), self.zone).astimezone(UTC)

    async def tick(self) -> None:
        for job in (remind_before_early_terms, remind_in_the_evening, report_overdue):
            async with self.app.work() as work:
                await job(work)

    async def at(self, *walls: str, day: date = MONDAY) -> Sequence[Outbox]:
        """What the outbox holds after ticks at these times."""
        for wall in walls:
            self.set(wall, day)
            await self.tick()
        return await self.outbox()

    async def outbox(self) -> Sequence[Outbox]:
        async with self.sessions() as session:
            return (await session.scalars(select(Outbox).order_by(Outbox.id))).all()

    async def told(self) -> list[tuple[str, str, list[str]]]:
        """(day and time, kind, what is missing) of each message, oldest first; then the outbox is empty."""
        found = []
        for row in await self.outbox():
            lines = row.facts.get("lessons") or [line for m in row.facts["missing"] for line in m["lessons"]]
            wall = row.created_at.astimezone(self.zone).strftime("%d %H:%M")
            found.append((wall, row.kind, [part for line in lines for part in line["parts"]]))
        async with self.sessions() as session, session.begin():
            await session.execute(delete(Outbox))
        return found

    async def change_lesson(self, lesson: int, **values: Any) -> None:
        async with self.sessions() as session, session.begin():
            await session.execute(update(Lesson).where(Lesson.id == lesson).values(**values))

    async def fill(self, lesson: int, **others: Any) -> None:
        """Let nothing be missing on a page."""
        page = {"topic": "Дроби", "kind": "lesson", "tasks": "№ 1–3", "ict": "", "no_homework": True}
        taken = {"roll_taken_at": self.clock.now(), "roll_taken_by": self.teacher.id}
        await self.change_lesson(lesson, **page, **taken, **others)


@pytest.fixture
async def filling(app: App, clock: FakeClock, school: SchoolBuilder, sessions: Sessions) -> Filling:
    teacher = await school.connect(Door.STAFF, staff_id=await school.staff("Иванова"))
    deputy = await school.connect(Door.STAFF, staff_id=await school.staff("Петров", Role.DEPUTY_HEAD))
    unit = await school.class_unit("7Б")
    load = await school.load(teacher.id, unit)
    found = Filling(app, clock, sessions, school, teacher, deputy, unit, load, await school.lesson(load, 1))
    other = await school.load(await school.staff("Орлова"), unit, subject="Физика")
    await found.fill(await school.lesson(other, 3))
    return found
