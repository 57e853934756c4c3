"""A row of each sheet as the product understands it; the journal's own state is told in the same rows.

References are keys (folding.py). `at` is the row's number in the sheet, 0 when it comes from the journal.
`stated` names the fields that the file gave: a blank cell or an absent column states nothing, and what
the journal holds stays.
"""

from dataclasses import dataclass, fields, replace
from datetime import date, time
from decimal import Decimal
from typing import Any, Self

from core.terms import LessonKind, PeriodKind, Role, Sex, WeekParity

NOTHING: frozenset[str] = frozenset()
PLACE = {"at", "stated"}
_FACTS: dict[type["Row"], tuple[str, ...]] = {}


@dataclass(frozen=True, kw_only=True)
class Row:
    at: int = 0
    stated: frozenset[str] = NOTHING

    def over(self, stored: Self) -> Self:
        """The stored row with what this one states put over it."""
        return replace(stored, at=self.at, stated=self.stated, **{f: getattr(self, f) for f in self.stated})

    def differs(self, other: Self) -> tuple[str, ...]:
        """Names of the fields in which two rows are not alike."""
        return tuple(f for f in facts_of(type(self)) if getattr(self, f) != getattr(other, f))


def facts_of(kind: type[Row]) -> tuple[str, ...]:
    """The fields of a row that are data."""
    known = _FACTS.get(kind)
    if known is None:
        known = _FACTS[kind] = tuple(f.name for f in fields(kind) if f.name not in PLACE)
    return known


def facts(row: Row) -> dict[str, Any]:
    """The data of a row as JSON takes it (for the trace)."""
    return {name: _plain(getattr(row, name)) for name in facts_of(type(row))}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | frozenset):
        return sorted(str(v) for v in value)
    return str(value) if isinstance(value, date | time | Decimal) else value


@dataclass(frozen=True, kw_only=True)
class SchoolRow(Row):
    name: str = ""
    short_name: str = ""
    city: str = ""
    time_zone: str = "Europe/Moscow"
    regulation: str = "default"
    days_in_week: int = 6


@dataclass(frozen=True, kw_only=True)
class YearRow(Row):
    """A study year, `2026/2027`, both days included."""

    name: str
    starts: date
    ends: date


@dataclass(frozen=True, kw_only=True)
class GradesRow(Row):
    grade_from: int = 1
    grade_to: int = 12


@dataclass(frozen=True, kw_only=True)
class BellRow(GradesRow):
    """When a lesson rings (local wall clock); empty weekday and dates mean always."""

    shift: int
    lesson_no: int
    starts: time
    ends: time
    weekday: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class PeriodRow(GradesRow):
    name: str
    kind: PeriodKind
    starts: date
    ends: date


@dataclass(frozen=True, kw_only=True)
class HolidayRow(GradesRow):
    name: str
    starts: date
    ends: date


@dataclass(frozen=True, kw_only=True)
class PersonRow(Row):
    surname: str
    given_name: str
    patronymic: str = ""


@dataclass(frozen=True, kw_only=True)
class StaffRow(PersonRow):
    number: str
    position: str = ""
    roles: frozenset[Role]
    phone: str = ""
    email: str = ""
    hired: date | None = None
    dismissed: date | None = None


@dataclass(frozen=True, kw_only=True)
class ClassRow(Row):
    """`name` as written; its key is folding.class_key. `grade_level` 0: not yet worked out from the name."""

    name: str
    grade_level: int = 0
    shift: int = 1
    leader: str = ""
    room: str = ""


@dataclass(frozen=True, kw_only=True)
class PupilRow(PersonRow):
    """`enrolled` and `left`: the first and the last day at the school (in this study year)."""

    number: str
    class_key: str
    birth_date: date | None = None
    sex: Sex | None = None
    enrolled: date | None = None
    left: date | None = None


@dataclass(frozen=True, kw_only=True)
class GuardianRow(PersonRow):
    pupil: str
    kinship: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class SubjectRow(Row):
    name: str
    short_name: str = ""


@dataclass(frozen=True, kw_only=True)
class LoadRow(Row):
    """`class_keys` in order; several for a group joined from classes; `group` empty for whole classes."""

    class_keys: tuple[str, ...]
    subject: str
    group: str = ""
    teacher: str
    hours: Decimal


@dataclass(frozen=True, kw_only=True)
class MemberRow(Row):
    class_key: str
    subject: str
    group: str
    pupil: str


@dataclass(frozen=True, kw_only=True)
class SlotRow(Row):
    class_keys: tuple[str, ...]
    weekday: int
    lesson_no: int
    subject: str
    group: str = ""
    room: str = ""
    parity: WeekParity = WeekParity.EVERY
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class PlanRow(Row):
    """One line of a course plan, of a class (`class_key`) or of a grade level."""

    class_key: str = ""
    grade_level: int | None = None
    subject: str
    group: str = ""
    number: int
    topic: str
    hours: Decimal = Decimal("1.00")
    kind: LessonKind = LessonKind.LESSON
    homework: str = ""
