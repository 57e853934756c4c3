"""Short ways to put marks straight into the database of a test."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.terms import MarkValue, PeriodKind
from storage.models import GroupMember, LessonWork, Mark, StudyPeriod, TeachingLoad, WorkKind
from tests.support.clock import moscow
from tests.support.school import SchoolBuilder, days_after

QUARTER = (date(2026, 11, 2), date(2026, 12, 30))


@dataclass
class Marking:
    """Gives marks long settled, each at a lesson of its own unless a lesson is named."""

    school: SchoolBuilder
    sessions: async_sessionmaker[AsyncSession]
    kinds: dict[str, int]
    used: dict[int, int] = field(default_factory=dict)

    @classmethod
    async def of(cls, school: SchoolBuilder) -> "Marking":
        async with school.sessions() as session:
            kinds = {kind.letter: kind.id for kind in await session.scalars(select(WorkKind))}
        return cls(school, school.sessions, kinds)

    async def period(
        self,
        name: str = "2 четверть",
        span: tuple[date, date] = QUARTER,
        *,
        grades: tuple[int, int] = (1, 9),
        year: int | None = None,
    ) -> int:
        row = StudyPeriod(
            year_id=year or self.school.year_id,
            name=name,
            kind=PeriodKind.QUARTER,
            grade_from=grades[0],
            grade_to=grades[1],
            starts=span[0],
            ends=span[1],
        )
        await self.add(row)
        return row.id

    async def give(
        self,
        pupil: int,
        load: int,
        *values: str,
        kind: str = "О",
        day: date | None = None,
        weight: str | None = None,
        comment: str = "",
        teacher: int | None = None,
    ) -> list[int]:
        """Marks in order, from two weeks ago on, a lesson a day; ids of the marks."""
        ids = []
        for value in values:
            place = self.used.setdefault(load, 0)
            self.used[load] = place + 1
            on = day or days_after(place - 14)
            lesson = await self.school.lesson(load, 1 + place % 5, on)
            ids.append(await self.mark(pupil, lesson, value, kind, moscow(on, "12:00"), weight, comment, teacher))
        return ids

    async def mark(
        self,
        pupil: int,
        lesson: int,
        value: str,
        kind: str,
        at: datetime,
        weight: str | None = None,
        comment: str = "",
        teacher: int | None = None,
    ) -> int:
        by = teacher or await self.school.staff("Ставящая")
        if weight is not None:
            work = {"lesson_id": lesson, "kind_id": self.kinds[kind], "weight": Decimal(weight)}
            await self.add(LessonWork(**work, announced_by=by, announced_at=at - timedelta(hours=1)))
        row = Mark(
            lesson_id=lesson,
            pupil_id=pupil,
            kind_id=self.kinds[kind],
            value=MarkValue(value),
            comment=comment,
            given_by=by,
            given_at=at,
        )
        await self.add(row)
        return row.id

    async def group(self, load: int, pupil: int) -> None:
        """Let the pupil be of the group since the quarter's beginning."""
        async with self.sessions() as session:
            subject = await session.scalar(select(TeachingLoad.subject_id).where(TeachingLoad.id == load))
        await self.add(GroupMember(load_id=load, pupil_id=pupil, subject_id=subject, starts=QUARTER[0]))

    async def add(self, *rows: object) -> None:
        async with self.sessions() as session, session.begin():
            session.add_all(rows)
