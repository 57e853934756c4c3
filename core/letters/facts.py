"""An information letter as a value: whose, of which days, and how the pupil stands (field.md 1.2 item 2)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from core.terms import MarkValue, RemarkTone


@dataclass(frozen=True)
class LetterSpan:
    """A study period, or (no id, no name: the grade has none) the year."""

    id: int | None
    name: str
    starts: date
    ends: date


@dataclass(frozen=True)
class LetterPupil:
    """Somebody of the class list, namesakes told apart in `name`. `sent_at`: when the last letter of the span left,
    by the school's wall clock; `sent` its number.
    """

    id: int
    name: str
    surname: str
    given_name: str
    sent: int = 0
    sent_at: datetime | None = None


@dataclass(frozen=True)
class LetterHead:
    """What the letters of a class share. `spans`: periods that have begun, `span` the one they are about.

    `leader` as Петрова А. И., empty where the class has none. `unmarked`: no marks are given in this grade.
    """

    school: str
    class_id: int
    class_name: str
    leader: str
    year: str
    year_id: int
    span: LetterSpan
    spans: tuple[LetterSpan, ...]
    pupils: tuple[LetterPupil, ...]
    unmarked: bool
    today: date

    @property
    def last(self) -> date:
        """The last day that the letters tell of."""
        return min(self.span.ends, self.today)


@dataclass(frozen=True)
class LetterSubject:
    """A subject. `counts` of the marks 5, 4, 3, 2, 1; `passed`, `failed`: зачёты and незачёты; `owed`: works not
    handed in. `average` is the one that counts by the school's rule, None when nothing does; `final`: set already.
    """

    name: str
    counts: tuple[int, int, int, int, int]
    passed: int
    failed: int
    owed: int
    average: Decimal | None
    final: MarkValue | None


@dataclass(frozen=True)
class LetterAbsences:
    """Lessons `missed`, for which reasons (`unknown`: nobody has named one), and lessons the pupil was late for."""

    illness: int = 0
    excused: int = 0
    unexcused: int = 0
    unknown: int = 0
    late: int = 0

    @property
    def missed(self) -> int:
        return self.illness + self.excused + self.unexcused + self.unknown


@dataclass(frozen=True)
class LetterRemark:
    """What a teacher wrote of the pupil."""

    day: date
    subject: str
    tone: RemarkTone
    body: str


@dataclass(frozen=True)
class Letter:
    """A pupil's letter: subjects by name, absences, remarks from the newest.

    `total` sums the subjects up: its average is that of their averages, `finals` that of the final marks.
    """

    pupil: LetterPupil
    subjects: tuple[LetterSubject, ...]
    total: LetterSubject
    finals: Decimal | None
    absences: LetterAbsences
    remarks: tuple[LetterRemark, ...]
