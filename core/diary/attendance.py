"""A child's attendance over a month, a study period or the year (F1 J2; field.md 1.2, items 8 and 13)."""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.diary.children import ChildName, ChildPeriod, ChildYear, child_years, named_child, year_of_days
from core.diary.class_averages import FEWEST
from core.diary.page_sql import PUPIL_PAGES
from core.errors import ButtonOutdated
from core.terms import AbsenceReason, Presence, Statement
from core.timetable.lesson_sql import LESSON_PUPILS

_LESSONS = text(f"""
WITH pages AS ({PUPIL_PAGES.format(pupils="ARRAY[CAST(:pupil AS integer)]", first=":first", last=":last")})
SELECT l.id, l.on_date, l.lesson_no, s.name AS subject, a.status, a.minutes, a.reason, a.case_id, c.statement,
       c.closed_at IS NULL AS open,
       l.roll_taken_at IS NOT NULL OR coalesce(a.status, '') IN ('absent', 'late') AS known
  FROM pages p
  JOIN lesson l ON l.load_id = p.load_id AND l.on_date BETWEEN greatest(p.starts, :first) AND :last
       AND (p.ends IS NULL OR l.on_date <= p.ends)
  JOIN subject s ON s.id = p.subject_id
  LEFT JOIN attendance a ON a.lesson_id = l.id AND a.pupil_id = :pupil
  LEFT JOIN absence_case c ON c.id = a.case_id
 WHERE l.status = 'planned'
 ORDER BY l.on_date, l.lesson_no, l.starts_at, l.id
""")

_CLASS = text(f"""
SELECT count(*) AS places, count(DISTINCT m.pupil_id) AS pupils, count(a.pupil_id) AS missed
  FROM load_class lc
  JOIN teaching_load t ON t.id = lc.load_id
  JOIN lesson l ON l.load_id = t.id
  JOIN LATERAL ({
    LESSON_PUPILS.format(load="l.load_id", day="l.on_date", group="t.group_name")
}) m ON m.class_id = lc.class_id
  LEFT JOIN attendance a ON a.lesson_id = l.id AND a.pupil_id = m.pupil_id AND a.status = 'absent'
 WHERE lc.class_id = :class AND l.on_date BETWEEN :first AND :last AND l.status = 'planned'
   AND l.roll_taken_at IS NOT NULL
""")


@dataclass(frozen=True)
class MissedLesson:
    """A lesson at which the child was not, or late. `case_id`: an alert that a guardian can still answer."""

    lesson_id: int
    day: date
    number: int
    subject: str
    presence: Presence
    minutes: int | None
    reason: AbsenceReason | None
    statement: Statement | None
    case_id: int | None

    @property
    def why(self) -> str:
        """The reason, what the family said, or `none`."""
        return self.reason or self.statement or "none"


@dataclass(frozen=True)
class AttendanceSpan:
    """What is looked at: a month (`month` its first day), a study period, or neither: the year. `last`: till today."""

    first: date
    last: date
    month: date | None = None
    period: ChildPeriod | None = None


@dataclass(frozen=True)
class ChildAttendance:
    """Lessons with a roll: `held` of them, `missed` and `late` ones; `full_days`: days of which every lesson planned
    was missed.

    `by_subject`: subject, missed, held, the most missed first. `class_percent`: the class's attendance.
    """

    child: ChildName
    year: ChildYear
    span: AttendanceSpan
    today: date
    held: int
    missed: tuple[MissedLesson, ...]
    late: tuple[MissedLesson, ...]
    full_days: int
    by_subject: tuple[tuple[str, int, int], ...]
    class_percent: int | None
    may_write: bool

    @property
    def percent(self) -> int | None:
        """Lessons attended of those held; None without any."""
        return attended_percent(self.held, len(self.missed)) if self.held else None

    @property
    def reasons(self) -> Counter[str]:
        """Missed lessons by what is known of them: `illness`, `excused`, `unexcused`, a statement, or `none`."""
        return Counter(lesson.why for lesson in self.missed)

    @property
    def days(self) -> dict[date, list[MissedLesson]]:
        """Missed and late lessons by day, the newest day first."""
        found: dict[date, list[MissedLesson]] = defaultdict(list)
        for lesson in sorted((*self.missed, *self.late), key=lambda x: (x.day, x.number)):
            found[lesson.day].append(lesson)
        return dict(sorted(found.items(), reverse=True))


@dataclass(frozen=True)
class MissedDay:
    """A day's missed and late lessons."""

    child: ChildName
    day: date
    lessons: tuple[MissedLesson, ...]
    may_write: bool


async def attendance_of_month(work: Work, pupil_id: int, day: date | None = None) -> ChildAttendance:
    """The month that holds the day (none: today). Raises what `open_child` raises, NothingThere."""
    day = day or work.today
    first, last = day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    child, right = await named_child(work, pupil_id)
    years = await child_years(work, pupil_id)
    year = year_of_days(years, first, last)
    span = AttendanceSpan(first, min(last, work.today), month=first)
    return await _attendance(work, child, year, span, may_write=right.guardian_id is not None)


async def attendance_of_period(work: Work, pupil_id: int, period_id: int | None = None) -> ChildAttendance:
    """A study period of any of the child's years; none: the whole last year. Raises as `attendance_of_month`."""
    child, right = await named_child(work, pupil_id)
    years = await child_years(work, pupil_id)
    found = [(year, period) for year in years if (period := year.period(period_id)) is not None]
    if period_id is not None and not found:
        raise ButtonOutdated
    year, period = found[0] if found else (years[-1], None)
    starts, ends = (period.starts, period.ends) if period else (year.starts, year.ends)
    span = AttendanceSpan(starts, min(ends, work.today), period=period)
    return await _attendance(work, child, year, span, may_write=right.guardian_id is not None)


async def missed_day(work: Work, pupil_id: int, day: date) -> MissedDay:
    """What was missed on a day. Raises what `open_child` raises."""
    child, right = await named_child(work, pupil_id)
    lessons = await _lessons(work, pupil_id, day, day)
    marked = tuple(_missed(row) for row in lessons if row.status in (Presence.ABSENT, Presence.LATE))
    return MissedDay(child, day, marked, right.guardian_id is not None)


async def _attendance(
    work: Work, child: ChildName, year: ChildYear, span: AttendanceSpan, *, may_write: bool
) -> ChildAttendance:
    rows = await _lessons(work, child.pupil_id, span.first, span.last)
    marked = [_missed(row) for row in rows if row.status in (Presence.ABSENT, Presence.LATE)]
    missed = tuple(lesson for lesson in marked if lesson.presence is Presence.ABSENT)
    return ChildAttendance(
        child=child,
        year=year,
        span=span,
        today=work.today,
        held=sum(row.known for row in rows),
        missed=missed,
        late=tuple(lesson for lesson in marked if lesson.presence is Presence.LATE),
        full_days=_full_days(rows),
        by_subject=_by_subject(rows),
        class_percent=await _class_percent(work, year.class_id, span),
        may_write=may_write,
    )


async def _lessons(work: Work, pupil_id: int, first: date, last: date) -> Sequence[Row[Any]]:
    facts = {"pupil": pupil_id, "first": first, "last": last}
    return (await work.session.execute(_LESSONS, facts)).all()


async def _class_percent(work: Work, class_id: int, span: AttendanceSpan) -> int | None:
    facts = {"class": class_id, "first": span.first, "last": span.last}
    row = (await work.session.execute(_CLASS, facts)).one()
    return attended_percent(row.places, row.missed) if row.pupils >= FEWEST else None


def attended_percent(held: int, missed: int) -> int:
    """Whole per cent of lessons attended, half a per cent up: 62.5 is 63."""
    return (200 * (held - missed) + held) // (2 * held)


def _full_days(rows: Sequence[Row[Any]]) -> int:
    """A day counts only when every lesson of it was missed (field.md 1.2 item 13): none while the day goes on."""
    planned = Counter(row.on_date for row in rows)
    missed = Counter(row.on_date for row in rows if row.status == Presence.ABSENT)
    return sum(missed[day] == count for day, count in planned.items())


def _by_subject(rows: Sequence[Row[Any]]) -> tuple[tuple[str, int, int], ...]:
    held = Counter(row.subject for row in rows if row.known)
    missed = Counter(row.subject for row in rows if row.status == Presence.ABSENT)
    told = [(subject, count, held[subject]) for subject, count in missed.items()]
    return tuple(sorted(told, key=lambda line: (-line[1], line[0])))


def _missed(row: Row[Any]) -> MissedLesson:
    return MissedLesson(
        lesson_id=row.id,
        day=row.on_date,
        number=row.lesson_no,
        subject=row.subject,
        presence=Presence(row.status),
        minutes=row.minutes,
        reason=AbsenceReason(row.reason) if row.reason else None,
        statement=Statement(row.statement) if row.statement else None,
        case_id=row.case_id if row.case_id is not None and row.open else None,
    )
