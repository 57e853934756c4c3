"""A school's regulation: every rule that its text may state, as plain values (regulations.md of the field)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

FieldName = str
PageField = Literal["topic", "tasks", "kind", "ict"]
Decider = Literal["deputy_head", "director"]
Substitute = Literal["substitute", "class_leader"]
Confirming = Literal["on_request", "always", "monthly"]
GroupMoves = Literal["any_time", "period_end", "period_start"]
Check = Literal["weekly", "monthly", "quarterly", "quarter_end", "access_report"]
Board = Literal["staff_meeting", "in_person", "staff_board", "deputies"]
Keeping = Literal["several_media", "removable_media", "two_places", "operator"]
ArchiveForm = Literal["data", "pdf", "two_media", "different_rooms", "two_places", "signed", "paper_summary"]
Paper = Literal["none", "on_demand", "beside", "must_agree"]
DueWay = Literal["last_day", "last_week", "days_after", "order"]


@dataclass(frozen=True)
class SubjectTerm:
    """A window of some subjects' own; names are compared folded (case, ё as е)."""

    names: tuple[str, ...]
    window: "EntryWindow"


@dataclass(frozen=True)
class EntryWindow:
    """Until when an entry of a lesson is made; of several terms the strictest holds.

    Open until `at` (none: the end of the day) of the day `days` after the lesson's, or of the `working_days`-th
    working day after it; and no longer than `after_class` minutes after the class's last lesson of that day.
    """

    days: int = 0
    at: time | None = None
    working_days: int | None = None
    after_class: int | None = None
    subjects: tuple[SubjectTerm, ...] = ()

    def of_subject(self, name: str) -> "EntryWindow":
        """The window of a subject: its own one where it is named."""
        folded = fold(name)
        own = (s.window for s in self.subjects if any(fold(n) == folded for n in s.names))
        return next(own, self)


@dataclass(frozen=True)
class LeastMarks:
    """Marks behind a period's final one: `marks` at up to `hours` a week; above that `above`, or one for each weekly
    hour and `and_more`.
    """

    hours: int
    marks: int
    above: int | None = None
    and_more: int | None = None


@dataclass(frozen=True)
class FinalMarksDue:
    """Until when a period's final marks are set: `days` belongs to `days_after`, `dates` to `order`."""

    way: DueWay
    days: int = 0
    dates: tuple[date, ...] = ()


@dataclass(frozen=True)
class Thresholds:
    """From which average a mark is rounded up to 5, 4 and 3 (field.md 2.5); below `three` it is 2."""

    five: Decimal
    four: Decimal
    three: Decimal


@dataclass(frozen=True)
class Rounding:
    """The school's thresholds, and those of some subjects' own; names are compared folded."""

    thresholds: Thresholds
    subjects: tuple[tuple[tuple[str, ...], Thresholds], ...] = ()

    def of_subject(self, name: str) -> Thresholds:
        """The thresholds of a subject: its own where it is named."""
        folded = fold(name)
        own = (found for names, found in self.subjects if any(fold(n) == folded for n in names))
        return next(own, self.thresholds)


@dataclass(frozen=True)
class Backup:
    """`days` None: «regularly», without a number."""

    days: int | None = None
    kept: tuple[Keeping, ...] = ()


@dataclass(frozen=True)
class Archive:
    """What is kept of a closed year. `print_by` is a day and month of the summer after it; years are how long."""

    forms: tuple[ArchiveForm, ...] = ()
    print_by: tuple[int, int] | None = None
    print_years: int | None = None
    summary_years: int | None = None


@dataclass(frozen=True)
class StaffHours:
    """From when to when, on working days, staff read what families write."""

    starts: time
    ends: time


@dataclass(frozen=True)
class Regulation:
    """The rules of one school. `clauses` gives the paragraph of a field where the school's text numbers it.

    `stated`: the fields that the school's own text states; the others are the default's. `overridden`: fields that
    the school changed over its file.
    """

    name: str
    title: str

    roll: EntryWindow
    """The topic's window too."""
    homework: EntryWindow
    oral_marks: EntryWindow
    written_marks: EntryWindow
    after_window: frozenset[Decider]
    mark_correction: bool
    marks_in_grade_1: bool
    homework_in_grade_1: bool
    least_marks: LeastMarks
    works_required_for: tuple[str, ...]
    """Subjects whose written, laboratory and practical works must weigh on the final mark; others: shown."""
    final_marks_by: Literal["teacher", "class_leader"]
    final_marks_due: FinalMarksDue
    exam_results_within: int
    """Working days after the official announcement."""
    grade_9_marks_within: int
    """Working days after the examination results are entered."""
    average: Literal["weighted", "plain"]
    """Which average stands behind a likely or final mark."""
    rounding: Rounding
    failing_below: Decimal
    """A pupil whose average in a subject is lower is failing (C3)."""
    debts_before: int
    """Days before a period's end from which work still owed is told to the parents (C3)."""
    marks_hold: int
    """Minutes in which a mark may still be corrected before anybody at home hears of it."""
    pupil_first: int
    """Minutes by which the pupil hears of a mark before the parents do."""
    reports_answered_within: int
    """Working days to answer a family's report of a wrong entry (F4)."""
    staff_hours: StaffHours
    """Outside them a family's message waits (C1)."""
    substitute: Substitute
    substitution_flagged: bool
    substitute_named_by_deputy: bool
    class_leader_corrects: int
    """Days after the lesson's day in which the class leader corrects attendance: 1 daily, 7 weekly."""
    class_leader_confirms: Confirming
    group_moves: GroupMoves
    plan_equals_curriculum: bool
    plan_before_year: bool
    entries_in_russian: bool
    page_requires: frozenset[PageField]
    control_deputy: tuple[Check, ...]
    control_director: tuple[Check, ...]
    results_to: tuple[Board, ...]
    backup: Backup
    archive: Archive
    paper_journal: Paper
    consent_by: Literal["class_leader", "law"]

    clauses: Mapping[FieldName, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    stated: frozenset[FieldName] = frozenset()
    overridden: frozenset[FieldName] = frozenset()

    def clause(self, rule: FieldName) -> str:
        """The school's own paragraph; empty where it has none."""
        return self.clauses.get(rule, "")

    def cited(self, rule: FieldName) -> str:
        """The title, with the paragraph where there is one."""
        return ", ".join(part for part in (self.title, self.clause(rule)) if part)

    def own(self, rule: FieldName) -> bool:
        """Whether the rule is the school's, and not the default that fills a silence."""
        return rule in self.stated or rule in self.overridden


def fold(name: str) -> str:
    """A name as it is compared: case, ё and spaces aside."""
    return " ".join(name.casefold().replace("ё", "е").split())
