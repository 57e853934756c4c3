"""The bells of a day for a lesson, by the same rules as the timetable's expansion (core/rules/expansion.py)."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from core.app import Work
from core.rules.expansion import Bells, BellTime, Calendar, Span, Taught
from core.substitution.lesson import OneOff
from core.terms import PeriodKind
from storage.models import Bell, ClassUnit, Holiday, LoadClass, StudyPeriod, StudyYear, TeachingLoad

NUMBERS = range(16)


@dataclass(frozen=True)
class DayBells:
    """A day as the lesson's classes have it: number -> (starts, ends), the school's wall clock.

    `off`: why no lesson would usually stand there: `outside-year` (then there are no bells), `holiday`, `day-off`.
    """

    day: date
    rings: dict[int, tuple[datetime, datetime]]
    off: str = ""


async def day_bells(work: Work, one: OneOff, day: date) -> DayBells:
    """By the first of the lesson's classes that studies on that day, else the first of all."""
    year = await _year(work, one)
    if year is None or not year.starts <= day <= year.ends:
        return DayBells(day, {}, "outside-year")
    calendar = await _calendar(work, year)
    taught = await _taught(work, one)
    studying = [t for t in taught if day in calendar.study_days(t.grade)]
    bells = await _bells(work, year)
    counts = (studying or taught)[0]
    rung = {number: bells.ring(counts, number, day) for number in NUMBERS}
    rings = {n: (work.at(day, ring[0]), work.at(day, ring[1])) for n, ring in rung.items() if ring}
    off = "holiday" if not studying else "day-off" if day.isoweekday() > work.school.days_in_week else ""
    return DayBells(day, rings, off)


async def _year(work: Work, one: OneOff) -> StudyYear | None:
    of_load = select(TeachingLoad.year_id).where(TeachingLoad.id == one.lesson.load_id).scalar_subquery()
    found: StudyYear | None = await work.session.scalar(select(StudyYear).where(StudyYear.id == of_load))
    return found


async def _calendar(work: Work, year: StudyYear) -> Calendar:
    periods = select(StudyPeriod).where(StudyPeriod.year_id == year.id, StudyPeriod.kind != PeriodKind.YEAR)
    holidays = select(Holiday).where(Holiday.year_id == year.id)
    return Calendar(
        year.starts,
        year.ends,
        tuple(Span(p.starts, p.ends, p.grade_from, p.grade_to) for p in await work.session.scalars(periods)),
        tuple(Span(h.starts, h.ends, h.grade_from, h.grade_to) for h in await work.session.scalars(holidays)),
    )


async def _taught(work: Work, one: OneOff) -> list[Taught]:
    units = (
        select(ClassUnit.grade_level, ClassUnit.shift)
        .join(LoadClass, LoadClass.class_id == ClassUnit.id)
        .where(LoadClass.load_id == one.lesson.load_id)
        .order_by(ClassUnit.grade_level, ClassUnit.name)
    )
    return [Taught(grade, shift) for grade, shift in await work.session.execute(units)]


async def _bells(work: Work, year: StudyYear) -> Bells:
    rows = await work.session.scalars(select(Bell).where(Bell.year_id == year.id))
    return Bells(
        BellTime(b.shift, b.lesson_no, b.starts, b.ends, b.grade_from, b.grade_to, b.weekday, b.valid_from, b.valid_to)
        for b in rows
    )
