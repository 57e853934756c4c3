"""What a child's charts show: the averages' way through a period, subjects against the class, attendance by month.

The class is a number only, and none where a pupil could be guessed from it (class_averages.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.diary.class_averages import (
    CLASSMATES,
    COUNTED_MARKS,
    FEWEST,
    MARK_POINTS,
    MARK_WEIGHT,
    as_of_class,
    class_averages,
    counting_facts,
)
from core.diary.marks import standings
from core.diary.marks_span import MarksSpan, open_span
from core.diary.page_sql import PUPIL_PAGES
from core.errors import NothingThere
from core.rules.averages import mean_shown, to_hundredths

WEEK = timedelta(days=7)
TENTHS = Decimal("0.1")

_Heap = dict[int, tuple[Decimal, Decimal]]
"""By subject: points times weights, and the weights."""

_WEEKS = text(f"""
    SELECT m.pupil_id, t.subject_id, date_trunc('week', l.on_date)::date AS week,
           sum({MARK_POINTS} * {MARK_WEIGHT}) AS points, sum({MARK_WEIGHT}) AS weight,
           m.pupil_id IN ({CLASSMATES}) AS of_class
      FROM {COUNTED_MARKS} AND (m.pupil_id = :pupil OR m.pupil_id IN ({CLASSMATES}))
       AND (CAST(:subject AS integer) IS NULL OR t.subject_id = :subject)
     GROUP BY m.pupil_id, t.subject_id, week
""")
_SUBJECT_NAME = text("SELECT name FROM subject WHERE id = :subject")

# Lessons held with a roll, of the days on which each pupil was of the page; of the own ones also those at which an
# absence was noted before the roll was taken (of the class these would count the absent alone).
_MONTHS = text(f"""
    WITH page AS ({
    PUPIL_PAGES.format(pupils=f"ARRAY({CLASSMATES} UNION SELECT CAST(:pupil AS integer))", first=":first", last=":last")
})
    SELECT date_trunc('month', l.on_date)::date AS month,
           count(*) FILTER (WHERE page.pupil_id = :pupil) AS own,
           count(*) FILTER (WHERE page.pupil_id = :pupil AND a.status = 'absent') AS own_missed,
           count(*) FILTER (WHERE l.roll_taken_at IS NOT NULL) AS everybody,
           count(*) FILTER (WHERE l.roll_taken_at IS NOT NULL AND a.status = 'absent') AS missed,
           count(DISTINCT page.pupil_id) FILTER (WHERE l.roll_taken_at IS NOT NULL) AS pupils
      FROM page
      JOIN lesson l ON l.load_id = page.load_id AND l.on_date BETWEEN :first AND least(:last, CAST(:today AS date))
           AND l.on_date BETWEEN page.starts AND coalesce(page.ends, 'infinity')
           AND l.status = 'planned'
      LEFT JOIN attendance a ON a.lesson_id = l.id AND a.pupil_id = page.pupil_id
     WHERE l.roll_taken_at IS NOT NULL OR a.status IN ('absent', 'late')
     GROUP BY month ORDER BY month
""")


@dataclass(frozen=True)
class Movement:
    """The average as it stood at the end of each week; `weeks` are their Mondays. `subject` empty: the mean of all.

    The mean is of the averages as shown. None before the first mark, and for the class (in tenths) where too few
    pupils have an average.
    """

    span: MarksSpan
    subject_id: int | None
    subject: str
    weeks: tuple[date, ...]
    own: tuple[Decimal | None, ...]
    of_class: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class SubjectBar:
    """The child's average in a subject beside the class's."""

    subject: str
    own: Decimal | None
    of_class: Decimal | None


@dataclass(frozen=True)
class SubjectBars:
    """Subjects in which the child has an average, by name."""

    span: MarksSpan
    bars: tuple[SubjectBar, ...]


@dataclass(frozen=True)
class MonthAttended:
    """Per cent of the lessons attended in a month (its first day)."""

    month: date
    own: Decimal
    of_class: Decimal | None


@dataclass(frozen=True)
class AttendanceBars:
    """A study year by months in which rolls were taken for the child."""

    span: MarksSpan
    months: tuple[MonthAttended, ...]


async def movement(work: Work, pupil_id: int, period_id: int | None, subject_id: int | None) -> Movement:
    """The way of an average through a period. Raises as `open_span` does, NothingThere for a subject unknown."""
    span = await open_span(work, pupil_id, period_id)
    facts = counting_facts(work, span.year.class_id, span.first, span.last)
    asked = {**facts, "pupil": pupil_id, "subject": subject_id}
    name = await _name(work, subject_id) if subject_id is not None else ""
    rows = (await work.session.execute(_WEEKS, asked)).all()
    weeks = _weeks(min((row.week for row in rows), default=None), min(span.last, work.today))
    own, of_class = _walk(rows, weeks, pupil_id)
    return Movement(span, subject_id, name, weeks, own, of_class)


async def subject_bars(work: Work, pupil_id: int, period_id: int | None) -> SubjectBars:
    """Every subject of a period against the class. Raises as `open_span` does."""
    span = await open_span(work, pupil_id, period_id)
    found = (await standings(work, [pupil_id], span.first, span.last))[pupil_id]
    of_class = await class_averages(work, span.year.class_id, span.first, span.last)
    bars = (SubjectBar(s.subject, s.average, of_class.get(s.subject_id)) for s in found if s.average is not None)
    return SubjectBars(span, tuple(bars))


async def attendance_bars(work: Work, pupil_id: int, period_id: int | None) -> AttendanceBars:
    """The year of a period by months (field.md 1.2 item 8). Raises as `open_span` does."""
    span = await open_span(work, pupil_id, period_id)
    days = {"first": span.year.starts, "last": span.year.ends, "today": work.today}
    facts = {**days, "pupil": pupil_id, "class": span.year.class_id}
    rows = await work.session.execute(_MONTHS, facts)
    return AttendanceBars(span, tuple(_month(row) for row in rows if row.own))


async def _name(work: Work, subject_id: int) -> str:
    name: str | None = (await work.session.execute(_SUBJECT_NAME, {"subject": subject_id})).scalar()
    if name is None:
        raise NothingThere
    return name


def _weeks(first: date | None, last: date) -> tuple[date, ...]:
    """The Mondays from the first week with a mark to the one that holds the last day."""
    if first is None:
        return ()
    return tuple(first + WEEK * number for number in range((last - first).days // 7 + 1))


def _walk(
    rows: Sequence[Row[Any]], weeks: Sequence[date], pupil_id: int
) -> tuple[tuple[Decimal | None, ...], tuple[Decimal | None, ...]]:
    """How the child and the class stood at the end of each week; nothing for a child without a mark."""
    heaps: dict[int, _Heap] = {row.pupil_id: {} for row in rows}
    mates = {row.pupil_id for row in rows if row.of_class}
    by_week = {week: [row for row in rows if row.week == week] for week in weeks}
    own, of_class = [], []
    for week in weeks:
        for row in by_week[week]:
            points, weight = heaps[row.pupil_id].get(row.subject_id, (Decimal(0), Decimal(0)))
            heaps[row.pupil_id][row.subject_id] = points + row.points, weight + row.weight
        means = {pupil: mean_shown(_average(*sums) for sums in heap.values()) for pupil, heap in heaps.items()}
        found = [mean for pupil, mean in means.items() if mean is not None and pupil in mates]
        own.append(means.get(pupil_id))
        of_class.append(as_of_class(sum(found, Decimal(0)) / len(found)) if len(found) >= FEWEST else None)
    return tuple(own) if pupil_id in heaps else (), tuple(of_class)


def _average(points: Decimal, weight: Decimal) -> Decimal:
    return to_hundredths(Fraction(points) / Fraction(weight))


def _month(row: Row[Any]) -> MonthAttended:
    of_class = _attended(row.everybody, row.missed) if row.pupils >= FEWEST else None
    return MonthAttended(row.month, _attended(row.own, row.own_missed), of_class)


def _attended(lessons: int, missed: int) -> Decimal:
    return (Decimal(100) * (lessons - missed) / lessons).quantize(TENTHS, ROUND_HALF_UP)
