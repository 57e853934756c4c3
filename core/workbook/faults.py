"""What is wrong in a workbook: codes and facts. The sentences are `fault-<code>` in locales/<language>/workbook.ftl."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

FactValue = str | int | date | time


class FaultCode(StrEnum):
    """Every kind of fault and warning. In brackets: the facts beside `value`, the cell's text."""

    # the file
    NOT_A_WORKBOOK = "not-a-workbook"
    CSV_GIVEN = "csv-given"
    OLD_FORMAT = "old-format"
    PASSWORD_PROTECTED = "password-protected"  # noqa: S105 - the name of a fault
    TOO_LARGE = "too-large"  # limit_mb
    UNPACKS_TOO_LARGE = "unpacks-too-large"  # limit_mb
    NO_KNOWN_SHEET = "no-known-sheet"
    # a sheet
    UNKNOWN_SHEET = "unknown-sheet"
    SHEET_REPEATED = "sheet-repeated"
    NO_HEADER = "no-header"  # columns
    COLUMN_MISSING = "column-missing"
    COLUMN_REPEATED = "column-repeated"
    TOO_MANY_ROWS = "too-many-rows"  # limit
    # a cell
    VALUE_MISSING = "value-missing"
    NOT_A_DATE = "not-a-date"
    NOT_A_TIME = "not-a-time"
    NOT_A_NUMBER = "not-a-number"
    NOT_WHOLE = "not-whole"
    OUT_OF_RANGE = "out-of-range"  # low, high
    TOO_LONG = "too-long"  # limit
    NOT_A_WORD = "not-a-word"  # words
    NOT_GRADES = "not-grades"
    NAME_TOO_SHORT = "name-too-short"
    NOT_A_ZONE = "not-a-zone"
    NOT_A_YEAR = "not-a-year"
    UNKNOWN_PARAMETER = "unknown-parameter"
    # a row
    REPEATED_ROW = "repeated-row"  # first (row)
    ENDS_BEFORE_STARTS = "ends-before-starts"
    OUTSIDE_YEAR = "outside-year"  # starts, ends
    GRADE_UNKNOWN = "grade-unknown"
    CLASS_OR_GRADE = "class-or-grade"
    NO_YEAR = "no-year"
    # references
    UNKNOWN_CLASS = "unknown-class"
    UNKNOWN_SUBJECT = "unknown-subject"
    UNKNOWN_STAFF = "unknown-staff"
    UNKNOWN_PUPIL = "unknown-pupil"
    LESSON_WITHOUT_LOAD = "lesson-without-load"
    LESSON_WITHOUT_GROUP = "lesson-without-group"
    GROUP_WITHOUT_LOAD = "group-without-load"
    PLAN_WITHOUT_LOAD = "plan-without-load"
    LEADER_NOT_ON_STAFF = "leader-not-on-staff"
    PUPIL_OF_OTHER_CLASS = "pupil-of-other-class"  # class_name
    NO_ADMINISTRATOR = "no-administrator"
    # conflicts
    PERIODS_OVERLAP = "periods-overlap"  # other
    PUPIL_IN_TWO_GROUPS = "pupil-in-two-groups"  # first, group
    CLASS_IN_TWO_LOADS = "class-in-two-loads"  # first
    TEACHER_BUSY = "teacher-busy"  # who, day, lesson, place, other (row), other_class
    ROOM_BUSY = "room-busy"
    CLASS_BUSY = "class-busy"
    PUPILS_BUSY = "pupils-busy"
    SHORT_OVERLAP = "short-overlap"
    LESSON_WITHOUT_BELL = "lesson-without-bell"  # lesson
    SOME_DAYS_WITHOUT_BELL = "some-days-without-bell"  # lesson, days
    LESSON_NEVER = "lesson-never"
    LOAD_WITHOUT_LESSON = "load-without-lesson"
    GROUP_WITHOUT_PUPILS = "group-without-pupils"
    PLAN_HOURS = "plan-hours"  # hours, expected
    PLAN_LINES_KEPT = "plan-lines-kept"  # count, place, subject, first (a topic)
    SAME_CONTACT = "same-contact"  # first
    CONTACT_REPLACED = "contact-replaced"  # kept
    STAFF_DISMISSED = "staff-dismissed"  # on


@dataclass(frozen=True)
class Fault:
    """One thing wrong: `row` and `cell` (a 0-based column) are None when it is not about one row or cell.

    `sheet` and `column` are named as in the person's own file; `suggestion` is what was probably meant.
    """

    code: FaultCode
    sheet: str = ""
    row: int | None = None
    column: str = ""
    cell: int | None = None
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    suggestion: str = ""


@dataclass
class Findings:
    """Collects everything at once: faults stop the import, warnings are only listed."""

    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    def fault(self, fault: Fault) -> None:
        self.faults.append(fault)

    def warn(self, fault: Fault) -> None:
        self.warnings.append(fault)


class BadCell(Exception):
    """Raised by a reader of cells; becomes a Fault where the place is known."""

    def __init__(self, code: FaultCode, **facts: FactValue) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def ordered(faults: list[Fault], sheets: list[str]) -> list[Fault]:
    """As a person goes through the file: by sheet, row, column."""
    place = {name: number for number, name in enumerate(sheets)}
    return sorted(faults, key=lambda f: (place.get(f.sheet, -1), f.row or 0, -1 if f.cell is None else f.cell))
