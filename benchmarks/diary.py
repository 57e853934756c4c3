"""`python -m benchmarks.diary`: a pupil's diary of a full year, opened on a parent's phone, against a bare aiogram bot.

Twelve subjects, six lessons a day, marks, absences and homework of every day since September. Both bots run in
processes of their own against the same sandbox, in turns. Aim: the median at most 2.5 times the bare press, and a
number of SQL statements that does not depend on how much stands in the diary.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import insert, select

from benchmarks.pages import Reader, in_turns, report, statements
from benchmarks.town import Town, town
from core.actions import Action
from core.actions.diary import OpenChildAttendance, OpenChildHomework, OpenChildMarks, OpenChildWeek
from core.actions.diary_pages import OpenChildLesson
from core.actions.family import OpenChildDay
from core.app import Work
from core.diary.attendance import attendance_of_month
from core.diary.day import child_day
from core.diary.homework_list import homework_list
from core.diary.lesson import child_lesson
from core.diary.marks_period import period_marks
from core.diary.week import child_week
from core.terms import Door, PeriodKind
from storage.models import Attendance, Enrolment, Homework, Lesson, Mark, StudyPeriod, StudyYear, WorkKind
from tests.support.school import Person

SUBJECTS, A_DAY = 12, 6


@dataclass(frozen=True)
class Year:
    """A pupil with a full diary and the parent; `lesson` is one of the day that is opened."""

    town: Town
    parent: Person
    pupil: int
    day: date
    lesson: int

    @property
    def reader(self) -> Reader:
        """The parent, and what is opened."""
        pages: dict[str, Action] = {
            "a day": OpenChildDay(self.pupil, self.day),
            "today or tomorrow": OpenChildDay(self.pupil),
            "a lesson": OpenChildLesson(self.pupil, self.lesson),
            "a week": OpenChildWeek(self.pupil, self.day),
            "homework": OpenChildHomework(self.pupil),
            "marks": OpenChildMarks(self.pupil),
            "attendance": OpenChildAttendance(self.pupil, self.day),
        }
        return Reader(self.town, self.parent, Door.FAMILY, "Фамилия", pages)


async def main() -> None:
    """Measure in turns, count the statements of a full and of an empty year, print both."""
    async with year(full=True) as built:
        medians = await in_turns(built.reader)
        full = await sql(built)
    async with year(full=False) as built:
        empty = await sql(built)
    report(medians, "empty year, full year", empty, full)


@asynccontextmanager
async def year(*, full: bool) -> AsyncIterator[Year]:
    """A school of three classes; the first one's first pupil has lessons of a whole year, entered when `full`."""
    async with town(3) as built:
        class_id, teacher = built.classes[1], built.teachers[1].id
        async with built.sessions() as session:
            pupil = await session.scalar(select(Enrolment.pupil_id).where(Enrolment.class_id == class_id).limit(1)) or 0
        parent = await built.builder.connected_guardian(pupil)
        loads = [await built.builder.load(teacher, class_id, subject=f"Дисциплина {n}") for n in range(SUBJECTS)]
        lessons = await _lessons(built, teacher, loads)
        if full:
            await _entries(built, teacher, class_id, lessons)
        day = max(day for day in lessons if day <= datetime.now(UTC).date())
        yield Year(built, parent, pupil, day, lessons[day][0])


async def _lessons(built: Town, teacher: int, loads: list[int]) -> dict[date, list[int]]:
    """Six lessons on each weekday of the study year, all twelve subjects in turn; ids by day."""
    async with built.sessions() as session, session.begin():
        school_year = await session.get_one(StudyYear, built.builder.year_id)
        session.add_all(_periods(school_year))
        span = range((school_year.ends - school_year.starts).days + 1)
        days = [d for n in span if (d := school_year.starts + timedelta(days=n)).isoweekday() <= 5]
        rows = [
            _lesson(teacher, loads[(n * A_DAY + no) % SUBJECTS], d, no)
            for n, d in enumerate(days)
            for no in range(A_DAY)
        ]
        await session.execute(insert(Lesson), rows)
        found: dict[date, list[int]] = {}
        ordered = select(Lesson.on_date, Lesson.id).where(Lesson.load_id.in_(loads)).order_by(Lesson.starts_at)
        for day, lesson_id in await session.execute(ordered):
            found.setdefault(day, []).append(lesson_id)
    return found


def _periods(school_year: StudyYear) -> list[StudyPeriod]:
    middle = school_year.starts + (school_year.ends - school_year.starts) / 2
    whole = {"year_id": school_year.id, "kind": PeriodKind.HALF_YEAR, "grade_from": 1, "grade_to": 11}
    return [
        StudyPeriod(name="1-е полугодие", starts=school_year.starts, ends=middle, **whole),
        StudyPeriod(name="2-е полугодие", starts=middle + timedelta(days=1), ends=school_year.ends, **whole),
    ]


def _lesson(teacher: int, load: int, day: date, number: int) -> dict[str, object]:
    starts = datetime.combine(day, time(8 + number), UTC)
    at = {"origin_date": day, "on_date": day, "origin_no": number + 1, "lesson_no": number + 1}
    taken = {"roll_taken_at": starts, "roll_taken_by": teacher, "topic": "Тема урока"}
    room = {"room": "12", "planned_room": "12", "load_id": load, "teacher_id": teacher}
    return {**at, **room, **taken, "starts_at": starts, "ends_at": starts + timedelta(minutes=45)}


async def _entries(built: Town, teacher: int, class_id: int, lessons: dict[date, list[int]]) -> None:
    """Marks of the whole class at every second lesson, an absence a day, homework for each next lesson of a subject."""
    past = [d for d in lessons if d < datetime.now(UTC).date()]
    async with built.sessions() as session, session.begin():
        kind = await session.scalar(select(WorkKind.id).order_by(WorkKind.position).limit(1))
        pupils = (await session.scalars(select(Enrolment.pupil_id).where(Enrolment.class_id == class_id))).all()
        given = {"kind_id": kind, "given_by": teacher, "given_at": datetime.combine(min(lessons), time(8), UTC)}
        marked = [lesson for d in past for lesson in lessons[d][::2]]
        marks = [
            {"lesson_id": x, "pupil_id": p, "value": str(3 + (x + p) % 3), **given} for x in marked for p in pupils
        ]
        for start in range(0, len(marks), 5000):
            await session.execute(insert(Mark), marks[start : start + 5000])
        missed = [{"lesson_id": lessons[d][1], "pupil_id": p, "status": "absent", "reason": "illness", "rev": 1}
                  for d in past for p in pupils[:3]]  # fmt: skip
        await session.execute(insert(Attendance), missed)
        await session.execute(insert(Homework), _homework(teacher, lessons))


def _homework(teacher: int, lessons: dict[date, list[int]]) -> list[dict[str, object]]:
    days = sorted(lessons)
    pairs = [(a, b) for n, d in enumerate(days[:-2]) for a, b in zip(lessons[d], lessons[days[n + 2]], strict=True)]
    on = {lesson: d for d in days for lesson in lessons[d]}
    at = datetime.combine(days[0], time(9), UTC)
    told = {"body": "§ 12, № 5", "minutes": 20, "given_by": teacher, "given_at": at}
    return [{"lesson_id": a, "due_lesson_id": b, "due_on": on[b], **told} for a, b in pairs]


async def sql(built: Year) -> dict[str, int]:
    """How many statements each page takes."""
    pupil = built.pupil
    reads: dict[str, Callable[[Work], Awaitable[object]]] = {
        "a day": lambda work: child_day(work, pupil, built.day),
        "today or tomorrow": lambda work: child_day(work, pupil),
        "a lesson": lambda work: child_lesson(work, pupil, built.lesson),
        "a week": lambda work: child_week(work, pupil, built.day),
        "homework": lambda work: homework_list(work, pupil),
        "marks": lambda work: period_marks(work, pupil),
        "attendance": lambda work: attendance_of_month(work, pupil, built.day),
    }
    return await statements(built.reader, reads)


if __name__ == "__main__":
    asyncio.run(main())
