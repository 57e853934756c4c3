"""From a weekly timetable to dated lessons: slots x calendar x bells (P1, P7). Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import NamedTuple

from core.terms import WeekParity

EVERY_GRADE = (1, 11)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Span:
    """Days of some grades, both ends included."""

    starts: date
    ends: date
    grade_from: int = 1
    grade_to: int = 12

    def holds(self, day: date, grade: int) -> bool:
        return self.grade_from <= grade <= self.grade_to and self.starts <= day <= self.ends


@dataclass(frozen=True)
class Calendar:
    """The study year, its periods (without those of kind «год») and its holidays, state ones among them.

    Grades that no period names study from the year's first day to its last.
    """

    starts: date
    ends: date
    periods: tuple[Span, ...] = ()
    holidays: tuple[Span, ...] = ()

    def study_days(self, grade: int) -> list[date]:
        """Every day on which lessons of the grade may stand, weekends included."""
        periods = [p for p in self.periods if p.grade_from <= grade <= p.grade_to]
        days = (self.starts + timedelta(days=n) for n in range((self.ends - self.starts).days + 1))
        return [
            day
            for day in days
            if (not periods or any(p.starts <= day <= p.ends for p in periods))
            and not any(h.holds(day, grade) for h in self.holidays)
        ]

    def parity(self, day: date) -> WeekParity:
        """Weeks run from Monday; the one that holds the year's first day is odd, holidays count too."""
        weeks = (_monday(day) - _monday(self.starts)) // WEEK
        return WeekParity.EVEN if weeks % 2 else WeekParity.ODD


@dataclass(frozen=True)
class BellTime:
    """When a lesson of a shift rings, by the school's wall clock; empty weekday and dates mean always."""

    shift: int
    lesson_no: int
    starts: time
    ends: time
    grade_from: int = 1
    grade_to: int = 12
    weekday: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def rings(self, day: date) -> bool:
        return (
            (self.weekday is None or self.weekday == day.isoweekday())
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_to is None or day <= self.valid_to)
        )

    def particularity(self) -> tuple[int, bool, bool, int, date]:
        """The greatest wins: the row that says more (grades, weekday, dates); of two that say as much, a weekday
        before dates before grades, then the narrower grades, then the later beginning.
        """
        weekday, dates = self.weekday is not None, self.valid_from is not None or self.valid_to is not None
        grades = self.grade_from > EVERY_GRADE[0] or self.grade_to < EVERY_GRADE[1]
        width = self.grade_to - self.grade_from
        return (weekday + dates + grades, weekday, dates, -width, self.valid_from or date.min)


@dataclass(frozen=True)
class Taught:
    """A class as the calendar sees it."""

    grade: int
    shift: int = 1


@dataclass(frozen=True)
class Slot:
    """A weekly place of a teaching load. `load` numbers it; `classes` are those taught together."""

    load: int
    classes: tuple[Taught, ...]
    weekday: int
    lesson_no: int
    parity: WeekParity = WeekParity.EVERY
    valid_from: date | None = None
    valid_to: date | None = None


class DatedLesson(NamedTuple):
    """`slot` is the index of the slot it comes from; times are the school's wall clock."""

    slot: int
    load: int
    day: date
    lesson_no: int
    starts: time
    ends: time


@dataclass
class Expansion:
    """`unrung`: slot index -> days of that slot on which no bell rings (no lesson is made there)."""

    lessons: list[DatedLesson] = field(default_factory=list)
    unrung: dict[int, int] = field(default_factory=dict)


class Bells:
    """Bell times of the year, looked up by shift, number, grade and day."""

    def __init__(self, bells: Iterable[BellTime]) -> None:
        self._by_number: dict[tuple[int, int], list[BellTime]] = {}
        for bell in sorted(bells, key=BellTime.particularity, reverse=True):
            self._by_number.setdefault((bell.shift, bell.lesson_no), []).append(bell)
        self._found: dict[tuple[int, int, int, date], tuple[time, time] | None] = {}

    def ring(self, taught: Taught, lesson_no: int, day: date) -> tuple[time, time] | None:
        """Start and end of a lesson for a class on a day; None when no row names it."""
        key = (taught.shift, lesson_no, taught.grade, day)
        if key not in self._found:
            rows = self._by_number.get((taught.shift, lesson_no), ())
            hit = next((b for b in rows if b.grade_from <= taught.grade <= b.grade_to and b.rings(day)), None)
            self._found[key] = (hit.starts, hit.ends) if hit else None
        return self._found[key]


def expand(slots: Sequence[Slot], calendar: Calendar, bells: Iterable[BellTime]) -> Expansion:
    """Every lesson of the year, in the order of the slots.

    A joint lesson stands on days when at least one of its classes studies, by the bells of the first that does.
    Of two slots of one load at one place the later beginning wins, then the one of a single parity.
    """
    rings = Bells(bells)
    result = Expansion()
    days = _Days(calendar)
    taken: set[tuple[int, date, int]] = set()
    for index in sorted(range(len(slots)), key=lambda i: _precedence(slots[i]), reverse=True):
        slot = slots[index]
        for day, taught in days.of(slot):
            if (slot.load, day, slot.lesson_no) in taken:
                continue
            taken.add((slot.load, day, slot.lesson_no))
            ring = rings.ring(taught, slot.lesson_no, day)
            if ring is None:
                result.unrung[index] = result.unrung.get(index, 0) + 1
            else:
                result.lessons.append(DatedLesson(index, slot.load, day, slot.lesson_no, *ring))
    result.lessons.sort(key=lambda lesson: (lesson.slot, lesson.day))
    return result


class _Days:
    """Study days by grade, weekday and parity, worked out once."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._known: dict[tuple[int, int, WeekParity], list[date]] = {}

    def of(self, slot: Slot) -> list[tuple[date, Taught]]:
        """The days of a slot, each with the class whose bells count."""
        first: dict[date, Taught] = {}
        for taught in slot.classes:
            for day in self._study(taught.grade, slot.weekday, slot.parity):
                first.setdefault(day, taught)
        since, until = slot.valid_from or date.min, slot.valid_to or date.max
        return [(day, taught) for day, taught in sorted(first.items(), key=_by_day) if since <= day <= until]

    def _study(self, grade: int, weekday: int, parity: WeekParity) -> list[date]:
        key = (grade, weekday, parity)
        if key not in self._known:
            for day in self._calendar.study_days(grade):
                for kind in (WeekParity.EVERY, self._calendar.parity(day)):
                    self._known.setdefault((grade, day.isoweekday(), kind), []).append(day)
            for number in range(1, 8):
                for kind in WeekParity:
                    self._known.setdefault((grade, number, kind), [])
        return self._known[key]


def _by_day(entry: tuple[date, Taught]) -> date:
    return entry[0]


def _precedence(slot: Slot) -> tuple[date, bool]:
    return slot.valid_from or date.min, slot.parity is not WeekParity.EVERY


def _monday(day: date) -> date:
    return day - timedelta(days=day.isoweekday() - 1)
