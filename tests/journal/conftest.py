"""Class 7Б's algebra in November: three lessons held, a control work, absences, somebody who came late in the month."""

from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select, update

from core.terms import MarkValue
from storage.models import Attendance, Enrolment, Lesson, LessonWork, Mark, Pupil, WorkKind
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class
from tests.support.school import WRITTEN

FIRST, SECOND, THIRD = date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 20)


@dataclass
class Month:
    """The class and the ids of the lessons held before Monday's four."""

    class7b: Class7B
    lessons: list[int]
    newcomer: int

    async def mark(self, lesson: int, pupil: int, value: str, letter: str = "О", *, removed: bool = False) -> None:
        """A mark for a kind of work, maybe one that was taken back."""
        async with self.class7b.sessions() as session, session.begin():
            kind = await session.scalar(select(WorkKind.id).where(WorkKind.letter == letter))
            session.add(
                Mark(
                    lesson_id=lesson,
                    pupil_id=pupil,
                    kind_id=kind,
                    value=MarkValue(value),
                    given_by=self.class7b.teacher.id,
                    given_at=WRITTEN,
                    removed_at=WRITTEN if removed else None,
                )
            )

    async def absent(self, lesson: int, pupil: int, status: str = "absent", reason: str | None = None) -> None:
        async with self.class7b.sessions() as session, session.begin():
            session.add(Attendance(lesson_id=lesson, pupil_id=pupil, status=status, reason=reason, rev=1))

    async def weigh(self, lesson: int, letter: str, weight: str | None) -> None:
        """A work of a kind at a lesson, with a weight of its own."""
        async with self.class7b.sessions() as session, session.begin():
            kind = await session.scalar(select(WorkKind.id).where(WorkKind.letter == letter))
            session.add(
                LessonWork(
                    lesson_id=lesson,
                    kind_id=kind,
                    weight=weight,
                    announced_by=self.class7b.teacher.id,
                    announced_at=WRITTEN,
                )
            )

    async def change(self, lesson: int, **values: object) -> None:
        async with self.class7b.sessions() as session, session.begin():
            await session.execute(update(Lesson).where(Lesson.id == lesson).values(**values))


@pytest.fixture
async def month(seven_b: Class7B) -> Month:  # noqa: F811 - pytest's way to name a fixture
    school = seven_b.school
    lessons = [await school.lesson(seven_b.load, 2, day) for day in (FIRST, SECOND, THIRD)]
    async with seven_b.sessions() as session, session.begin():
        newcomer = Pupil(file_number="N1", surname="Абрамов", given_name="Олег")
        session.add(newcomer)
        await session.flush()
        session.add(Enrolment(pupil_id=newcomer.id, class_id=seven_b.class_id, starts=SECOND))
        await session.flush()
        key = newcomer.id
    return Month(seven_b, lessons, key)
