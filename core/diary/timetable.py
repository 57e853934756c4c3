"""A child's timetable: the week as it stands, bells, holidays, periods, events of the class (F1 P1 P11)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, select, text

from core.app import Work
from core.diary.children import ChildName, ChildYear, child_years, named_child, require_sane, year_of_days
from core.diary.page_sql import PUPIL_PAGES
from core.events.answering import answers_for
from core.events.reading import ClassEventFacts, events_between
from core.rules.expansion import Bells, BellTime, Taught
from core.rules.names import initials_of
from core.rules.weeks import monday_of, month_of
from core.terms import EventAnswer
from storage.models import Bell, ClassUnit, Holiday

MOST_LESSONS = 16

_WEEK = text(f"""
WITH pages AS ({PUPIL_PAGES.format(pupils="ARRAY[CAST(:pupil AS integer)]", first=":first", last=":last")})
SELECT l.on_date, l.lesson_no, l.starts_at, l.ends_at, s.name AS subject, l.room, l.planned_room, l.status,
       l.substituted_for_id IS NOT NULL AS substituted,
       (l.on_date, l.lesson_no) <> (l.origin_date, l.origin_no) AS moved,
       w.surname, w.given_name, w.patronymic
  FROM pages p
  JOIN lesson l ON l.load_id = p.load_id AND l.on_date BETWEEN greatest(p.starts, :first) AND :last
       AND (p.ends IS NULL OR l.on_date <= p.ends)
  JOIN subject s ON s.id = p.subject_id
  JOIN staff w ON w.id = l.teacher_id
 ORDER BY l.on_date, l.lesson_no, l.starts_at, l.id
""")


@dataclass(frozen=True)
class WeekLesson:
    """A lesson of the week as it stands; times are the school's wall clock."""

    day: date
    number: int
    starts_at: datetime
    ends_at: datetime
    subject: str
    teacher: str
    room: str
    other_room: bool
    cancelled: bool
    substituted: bool
    moved: bool


@dataclass(frozen=True)
class ChildHoliday:
    """Holidays of the child's grade."""

    name: str
    starts: date
    ends: date


@dataclass(frozen=True)
class ChildWeek:
    """The week that begins on `monday`; `holidays` are those within it."""

    child: ChildName
    year: ChildYear
    monday: date
    days_in_week: int
    today: date
    lessons: tuple[WeekLesson, ...]
    holidays: tuple[ChildHoliday, ...]
    events: tuple[ClassEventFacts, ...]
    answers: Mapping[int, EventAnswer] = field(default_factory=dict)

    def of(self, day: date) -> list[WeekLesson]:
        """The lessons of a day."""
        return [lesson for lesson in self.lessons if lesson.day == day]

    def holiday(self, day: date) -> ChildHoliday | None:
        """The holiday that holds a day."""
        return next((h for h in self.holidays if h.starts <= day <= h.ends), None)

    @property
    def days(self) -> list[date]:
        """The school days of the week, and any other that has lessons."""
        last = max((lesson.day.isoweekday() for lesson in self.lessons), default=0)
        return [self.monday + timedelta(days=n) for n in range(max(self.days_in_week, last))]


@dataclass(frozen=True)
class ChildCalendar:
    """Study periods and holidays of the child's grade, bells of the day, events of the class from today on."""

    child: ChildName
    year: ChildYear
    today: date
    holidays: tuple[ChildHoliday, ...]
    bells: tuple[tuple[int, time, time], ...]
    events: tuple[ClassEventFacts, ...]
    answers: Mapping[int, EventAnswer] = field(default_factory=dict)

    @property
    def next_holiday(self) -> ChildHoliday | None:
        """The first long holidays that have not begun: a single day off is none."""
        return next((h for h in self.holidays if h.starts > self.today and h.ends > h.starts), None)


@dataclass(frozen=True)
class ChildMonth:
    """Events of the child's class in the month that `first` begins; `answers`: the family's, by event."""

    child: ChildName
    today: date
    first: date
    events: tuple[ClassEventFacts, ...]
    answers: Mapping[int, EventAnswer]


async def child_events(work: Work, pupil_id: int, day: date | None = None) -> ChildMonth:
    """The month that holds a day (none: today). Raises as `child_week`."""
    first, last = month_of(require_sane(day or work.today))
    child, _ = await named_child(work, pupil_id)
    year = year_of_days(await child_years(work, pupil_id), first, last)
    events = await events_between(work, [year.class_id], first, last)
    return ChildMonth(child, work.today, first, events, await answers_for(work, events, pupil_id))


async def child_week(work: Work, pupil_id: int, day: date | None = None) -> ChildWeek:
    """The week that holds a day (none: today). Raises what `open_child` raises, ButtonOutdated, NothingThere."""
    day = day or work.today
    monday = monday_of(require_sane(day))
    sunday = monday + timedelta(days=6)
    child, _ = await named_child(work, pupil_id)
    year = year_of_days(await child_years(work, pupil_id), monday, sunday)
    rows = (await work.session.execute(_WEEK, {"pupil": pupil_id, "first": monday, "last": sunday})).all()
    events = await events_between(work, [year.class_id], monday, sunday)
    holidays = await _holidays(work, year, monday, sunday)
    lessons = tuple(_lesson(work, row) for row in rows)
    answers = await answers_for(work, events, pupil_id)
    return ChildWeek(child, year, monday, work.school.days_in_week, work.today, lessons, holidays, events, answers)


async def child_calendar(work: Work, pupil_id: int) -> ChildCalendar:
    """Raises what `open_child` raises, NothingThere."""
    child, _ = await named_child(work, pupil_id)
    year = (await child_years(work, pupil_id))[-1]
    holidays = await _holidays(work, year, year.starts, year.ends)
    events = await events_between(work, [year.class_id], work.today, year.ends)
    answers = await answers_for(work, events, pupil_id)
    return ChildCalendar(child, year, work.today, holidays, await _bells(work, year), events, answers)


async def _holidays(work: Work, year: ChildYear, first: date, last: date) -> tuple[ChildHoliday, ...]:
    rows = await work.session.execute(
        select(Holiday.name, Holiday.starts, Holiday.ends)
        .where(Holiday.year_id == year.id, Holiday.starts <= last, Holiday.ends >= first)
        .where(Holiday.grade_from <= year.grade, Holiday.grade_to >= year.grade)
        .order_by(Holiday.starts, Holiday.id)
    )
    return tuple(ChildHoliday(name, starts, ends) for name, starts, ends in rows)


async def _bells(work: Work, year: ChildYear) -> tuple[tuple[int, time, time], ...]:
    """The bells that ring today for the class."""
    shift = await work.session.scalar(select(ClassUnit.shift).where(ClassUnit.id == year.class_id))
    rows = await work.session.scalars(select(Bell).where(Bell.year_id == year.id, Bell.shift == shift))
    bells, taught = Bells(_times(rows)), Taught(year.grade, shift or 1)
    rung = [(number, bells.ring(taught, number, work.today)) for number in range(MOST_LESSONS)]
    return tuple((number, *times) for number, times in rung if times is not None)


def _times(rows: Iterable[Bell]) -> Iterable[BellTime]:
    names = ("shift", "lesson_no", "starts", "ends", "grade_from", "grade_to", "weekday", "valid_from", "valid_to")
    return (BellTime(*(getattr(row, name) for name in names)) for row in rows)


def _lesson(work: Work, row: Row[Any]) -> WeekLesson:
    return WeekLesson(
        day=row.on_date,
        number=row.lesson_no,
        starts_at=work.local(row.starts_at),
        ends_at=work.local(row.ends_at),
        subject=row.subject,
        teacher=initials_of(row.surname, row.given_name, row.patronymic),
        room=row.room,
        other_room=bool(row.planned_room) and row.room != row.planned_room,
        cancelled=row.status == "cancelled",
        substituted=row.substituted,
        moved=row.moved,
    )
