"""The final marks of a journal page as they are read: its pupils, what is proposed, what stands."""

import zlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from core.rules.entry import Answer, Verdict
from core.rules.final_marks import FinalMarksTerm
from core.rules.final_proposal import Proposal
from core.terms import MarkValue


class Lack(StrEnum):
    """Why a proposed mark wants a look at the pupil before it is set, and is not set with the others."""

    FEW = "few"
    WORKS = "works"
    PERIODS = "periods"


@dataclass(frozen=True)
class FinalSpan:
    """What is closed: a study period, or (no id, no name) the year."""

    period: int | None
    name: str
    starts: date
    ends: date


@dataclass(frozen=True)
class FinalHead:
    """Whose page it is. `periods` of its grade in order; `grade`: the lowest of its classes.

    `by_pass`: graded зачёт / незачёт. `gives`: the reader owns the page or gives its lessons these days.
    """

    load_id: int
    subject_id: int
    subject: str
    group: str
    classes: tuple[str, ...]
    class_ids: tuple[int, ...]
    grade: int
    year_id: int
    hours: Decimal
    by_pass: bool
    gives: bool
    periods: tuple[FinalSpan, ...]
    taught: frozenset[int]
    """Ids of the periods in which these classes had lessons of the subject."""


@dataclass(frozen=True)
class MarkBehind:
    """A mark of the subject with its day, the letter of its work and its weight."""

    day: date
    letter: str
    value: MarkValue
    weight: Decimal


@dataclass(frozen=True)
class FinalLine:
    """A pupil. `value` stands (None: nothing does) at revision `rev`; `author` set it, as Петрова А. И.

    `owed` are written works of the page without a mark (day, letter), `dots` marks that stand for work owed, `periods`
    the final marks of the study periods by id. `mine`: the reader may set this pupil's mark, by the regulation.
    """

    pupil_id: int
    class_id: int
    name: str
    marks: tuple[MarkBehind, ...]
    owed: tuple[tuple[date, str], ...]
    proposal: Proposal
    lacks: tuple[Lack, ...]
    periods: dict[int, MarkValue]
    mine: bool
    final_id: int | None = None
    value: MarkValue | None = None
    rev: int = 0
    author: str = ""

    @property
    def dots(self) -> int:
        """How many marks say that work is owed."""
        return sum(1 for mark in self.marks if mark.value is MarkValue.DOT)

    @property
    def settable(self) -> MarkValue | None:
        """The mark that is set together with the others' proposed ones."""
        return self.proposal.value if self.mine and self.value is None and not self.lacks else None


@dataclass(frozen=True)
class FinalsPage:
    """The page of a span, lines in class-list order. `least`: marks that must stand behind one (0: does not apply).

    `by`: whose business it is (`teacher`, `class_leader`). `answer`: may the reader set marks, until when. `now` is the
    school's wall clock. `note` tells what the last tap met: `already`, `changed` (a colleague was first).
    """

    head: FinalHead
    span: FinalSpan
    lines: tuple[FinalLine, ...]
    least: int
    works_required: bool
    by: str
    term: FinalMarksTerm
    answer: Answer
    now: datetime
    note: str = ""

    @property
    def writable(self) -> bool:
        """Whether a press may write, or be kept for whoever may decide."""
        return self.answer.verdict in (Verdict.OPEN, Verdict.REASON, Verdict.CLOSED)

    @property
    def opens(self) -> date:
        """The first day on which marks are set; a year is closed in its last period at the earliest."""
        begins = self.head.periods[-1].starts if self.span.period is None else self.span.starts
        return max(self.term.opens or begins, begins)

    @property
    def settable(self) -> tuple[FinalLine, ...]:
        """Whose proposed marks are set together."""
        return tuple(line for line in self.lines if line.settable is not None)

    @property
    def fingerprint(self) -> str:
        """Of what would be set together: a preview shown before something changed no longer fits."""
        told = ";".join(f"{line.pupil_id}={line.settable}@{line.rev}" for line in self.settable)
        return f"{zlib.crc32(told.encode()):08x}"

    def line(self, pupil_id: int) -> FinalLine | None:
        """The line of a pupil; None when the pupil is not of this page."""
        return next((line for line in self.lines if line.pupil_id == pupil_id), None)

    def with_lines(self, new: dict[int, FinalLine], note: str = "") -> "FinalsPage":
        """The page after lines (by pupil) changed."""
        return replace(self, lines=tuple(new.get(line.pupil_id, line) for line in self.lines), note=note)
