"""The school as it will stand after the import, beside what it is now; made without writing anything."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from core.rules.expansion import DatedLesson
from core.rules.names import full_name
from core.workbook.book import Book
from core.workbook.delta import Delta
from core.workbook.rows import (
    BellRow,
    ClassRow,
    HolidayRow,
    PeriodRow,
    PlanRow,
    PupilRow,
    SchoolRow,
    SlotRow,
    StaffRow,
    SubjectRow,
    YearRow,
)
from core.workbook.stored import Enrolled, KeptGuardian, KeptLesson, KeptMember, LoadPlace, PlanKey, Stored


@dataclass
class DraftGuardian:
    """A guardian: `stored` None is a new one. `kinship` by pupil key holds what the file names (`linked`) and holds."""

    surname: str
    given_name: str
    patronymic: str
    phone: str
    email: str
    kinship: dict[str, str]
    stored: KeptGuardian | None = None

    def card(self) -> tuple[str, str, str, str, str]:
        return (self.surname, self.given_name, self.patronymic, self.phone, self.email)

    def stored_card(self) -> tuple[str, ...]:
        """The same of the record, empty for a new person."""
        kept = self.stored
        return (kept.surname, kept.given_name, kept.patronymic, kept.phone, kept.email) if kept else ()

    @property
    def changed(self) -> bool:
        """Whether the record of a person known before is to be written."""
        return self.stored is not None and self.card() != self.stored_card()


@dataclass
class DraftLoad:
    """A teaching load: `id` None is a new one; `at` 0 is not named in the file."""

    class_keys: tuple[str, ...]
    subject: str
    group: str
    teacher: str
    hours: Decimal
    id: int | None = None
    at: int = 0


@dataclass(frozen=True)
class DraftSlot:
    """A place in the timetable: `load` is an index of Draft.loads."""

    load: int
    row: SlotRow
    id: int | None = None
    changed: bool = False


@dataclass(frozen=True)
class DraftMember:
    """A pupil joining a group."""

    load: int
    pupil: str
    starts: date
    ends: date | None


@dataclass
class MemberChanges:
    """`ended`: member -> its last day (None: the row is taken away, it had not begun)."""

    joined: list[DraftMember] = field(default_factory=list)
    ended: list[tuple[KeptMember, date | None]] = field(default_factory=list)
    unchanged: int = 0
    missing: list[KeptMember] = field(default_factory=list)


@dataclass
class PlanChanges:
    """Of one course plan: new lines by number, changed ones by id. `id` None: a plan that was not there.

    `kept`: topics of delivered lines that the file does not hold and that stay. `last_row`: of the sheet.
    """

    id: int | None
    new: dict[int, PlanRow] = field(default_factory=dict)
    changed: dict[int, PlanRow] = field(default_factory=dict)
    removed: list[int] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    unchanged: int = 0
    last_row: int = 0


@dataclass
class LessonChanges:
    """`kept` carry entries (or lie in the past of a load in use) and are not touched."""

    new: list[DatedLesson] = field(default_factory=list)
    changed: list[tuple[KeptLesson, DatedLesson]] = field(default_factory=list)
    removed: list[KeptLesson] = field(default_factory=list)
    unchanged: int = 0
    kept: int = 0


@dataclass
class Draft:
    """Filled part by part by planning.py. `loads_lost`: classes and subject (empty: any) of load rows at fault."""

    book: Book
    stored: Stored
    today: date
    school: SchoolRow
    year: YearRow
    staff: Delta[StaffRow] = field(default_factory=Delta)
    subjects: Delta[SubjectRow] = field(default_factory=Delta)
    classes: Delta[ClassRow] = field(default_factory=Delta)
    bells: Delta[BellRow] = field(default_factory=Delta)
    periods: Delta[PeriodRow] = field(default_factory=Delta)
    holidays: Delta[HolidayRow] = field(default_factory=Delta)
    pupils: Delta[PupilRow] = field(default_factory=Delta)
    enrolments: dict[str, list[Enrolled]] = field(default_factory=dict)
    guardians: list[DraftGuardian] = field(default_factory=list)
    guardians_missing: list[tuple[KeptGuardian, str]] = field(default_factory=list)
    loads: list[DraftLoad] = field(default_factory=list)
    places: dict[LoadPlace, int] = field(default_factory=dict)
    loads_lost: list[tuple[frozenset[str], str]] = field(default_factory=list)
    members: MemberChanges = field(default_factory=MemberChanges)
    slots: list[DraftSlot] = field(default_factory=list)
    slots_removed: dict[int, SlotRow] = field(default_factory=dict)
    plans: dict[PlanKey, PlanChanges] = field(default_factory=dict)
    lessons: LessonChanges = field(default_factory=LessonChanges)
    subject_names: dict[str, str] = field(default_factory=dict)

    def class_name(self, key: str) -> str:
        """A class as people write it."""
        unit = self.classes.state.get(key)
        return unit.name if unit else key

    def class_names(self, keys: tuple[str, ...]) -> str:
        return "; ".join(self.class_name(key) for key in keys)

    def subject_name(self, key: str) -> str:
        subject = self.subjects.state.get(key)
        return subject.name if subject else key

    def staff_name(self, key: str) -> str:
        person = self.staff.state.get(key)
        return full_name(person) if person else key
