"""What the journal holds already, told in the rows of the workbook, so that the two can be compared."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from core.terms import LessonKind
from core.workbook.rows import (
    BellRow,
    ClassRow,
    HolidayRow,
    PeriodRow,
    Row,
    SchoolRow,
    SlotRow,
    StaffRow,
    SubjectRow,
    YearRow,
)

R = TypeVar("R", bound=Row)
Key = Hashable
PlanKey = tuple[str, int | None, str, str]
LoadPlace = tuple[str, str, str]
"""(class key, subject key, folded group): a class has each once."""


@dataclass
class Kept(Generic[R]):
    """Rows by natural key, with the ids of their records."""

    rows: dict[Key, R] = field(default_factory=dict)
    ids: dict[Key, int] = field(default_factory=dict)

    def put(self, key: Key, row_id: int, row: R) -> None:
        self.rows[key] = row
        self.ids[key] = row_id


@dataclass(frozen=True)
class Enrolled:
    """A pupil in a class from a day to a day; `id` None is not written yet, `this_year` False an older class."""

    class_key: str
    starts: date
    ends: date | None = None
    id: int | None = None
    this_year: bool = True


@dataclass(frozen=True)
class KeptPupil:
    """A pupil's card; the classes are enrolments."""

    id: int
    number: str
    surname: str
    given_name: str
    patronymic: str
    birth_date: date | None
    sex: Any


@dataclass(frozen=True)
class KeptGuardian:
    """A guardian; `kinship` by pupil key tells whose. `replaced`: by field, contacts that were changed in the journal
    into something else since (core/pupil_cards): a workbook that still has them is old.
    """

    id: int
    surname: str
    given_name: str
    patronymic: str
    phone: str
    email: str
    kinship: dict[str, str]
    replaced: dict[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class KeptLoad:
    id: int
    class_keys: tuple[str, ...]
    subject: str
    group: str
    teacher: str
    hours: Decimal


@dataclass(frozen=True)
class KeptMember:
    id: int
    load_id: int
    subject: str
    pupil: str
    starts: date
    ends: date | None


class KeptLine(NamedTuple):
    """A line of a course plan: id, topic, hours, kind, homework. `delivered`: some lesson points at it."""

    id: int
    topic: str
    hours: Decimal
    kind: LessonKind
    homework: str
    delivered: bool = False


@dataclass
class KeptPlan:
    id: int
    lines: dict[int, KeptLine] = field(default_factory=dict)


class KeptLesson(NamedTuple):
    """A dated lesson. `busy`: it carries entries or was moved, substituted or cancelled: hands off."""

    id: int
    load_id: int
    origin_date: date
    origin_no: int
    starts_at: datetime
    ends_at: datetime
    room: str
    teacher_id: int
    busy: bool


@dataclass
class Stored:
    """One study year of the journal with the people of the school. `year` None: no such year yet.

    `school.regulation` is the one in force today; `regulation_files` are the school's own, name to text.
    """

    school: SchoolRow
    school_year_id: int | None
    regulation_files: dict[str, str] = field(default_factory=dict)
    year: YearRow | None = None
    year_id: int | None = None
    bells: Kept[BellRow] = field(default_factory=Kept)
    periods: Kept[PeriodRow] = field(default_factory=Kept)
    holidays: Kept[HolidayRow] = field(default_factory=Kept)
    staff: Kept[StaffRow] = field(default_factory=Kept)
    classes: Kept[ClassRow] = field(default_factory=Kept)
    subjects: Kept[SubjectRow] = field(default_factory=Kept)
    pupils: dict[str, KeptPupil] = field(default_factory=dict)
    enrolments: dict[str, list[Enrolled]] = field(default_factory=dict)
    guardians: dict[int, KeptGuardian] = field(default_factory=dict)
    loads: dict[int, KeptLoad] = field(default_factory=dict)
    members: list[KeptMember] = field(default_factory=list)
    slots: dict[int, tuple[int, SlotRow]] = field(default_factory=dict)
    plans: dict[PlanKey, KeptPlan] = field(default_factory=dict)
    lessons: list[KeptLesson] = field(default_factory=list)
    used_loads: frozenset[int] = frozenset()


def bell_key(row: BellRow) -> Key:
    return (row.shift, row.lesson_no, row.grade_from, row.grade_to, row.weekday, row.valid_from)
