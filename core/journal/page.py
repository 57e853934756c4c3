"""A journal page as it is read: pupils by dated lessons."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.terms import AbsenceReason, MarkValue


@dataclass(frozen=True)
class Span:
    """The days a page is shown for: a month (its first day) or a study period (its id), never both.

    `name` is the period's name, empty for a month.
    """

    starts: date
    ends: date
    month: date | None = None
    period: int | None = None
    name: str = ""


@dataclass(frozen=True)
class PageHead:
    """Whose page it is. `classes` in class order; `months` (first days) are those with lessons."""

    load_id: int
    subject: str
    group: str
    classes: tuple[str, ...]
    class_ids: tuple[int, ...]
    teacher: str
    year: str
    months: tuple[date, ...]
    periods: tuple[Span, ...]

    @property
    def joint(self) -> bool:
        """Pupils of several classes together."""
        return len(self.classes) > 1


@dataclass(frozen=True)
class WorkHeld:
    """A kind of work at a lesson with the weight it has there."""

    kind_id: int
    letter: str
    name: str
    weight: Decimal
    written: bool

    @property
    def told(self) -> bool:
        """Whether the column says it: a plain answer of weight 1 goes without saying."""
        return self.written or self.weight != 1


@dataclass(frozen=True)
class JournalLesson:
    """A column. `substitute` names whoever gives the lesson in place of the page's teacher (else empty).

    `begun`: a roll can be expected. `homework` is what was given at this lesson to everybody.
    """

    id: int
    day: date
    lesson_no: int
    begun: bool
    cancelled: bool
    roll_taken: bool
    substitute: str
    topic: str
    homework: str
    works: tuple[WorkHeld, ...]


@dataclass(frozen=True)
class Cell:
    """A pupil at a lesson. `enrolled` False: the pupil was not of this page on that day.

    `marks` stand in the order of the kinds of work.
    """

    enrolled: bool
    absent: bool = False
    late: bool = False
    reason: AbsenceReason | None = None
    marks: tuple[MarkValue, ...] = ()


@dataclass(frozen=True)
class JournalLine:
    """A row; `cells` go with the page's lessons. `class_name` says more on a joint page only.

    `name` is as in the class list, `short_name` for a narrow column; both tell namesakes apart.
    """

    pupil_id: int
    name: str
    short_name: str
    class_name: str
    cells: tuple[Cell, ...]
    average: Decimal | None
    weighted: Decimal | None


@dataclass(frozen=True)
class JournalPage:
    """A page over a span: lessons by date, lines in class-list order."""

    head: PageHead
    span: Span
    lessons: tuple[JournalLesson, ...]
    lines: tuple[JournalLine, ...]

    @property
    def works(self) -> list[WorkHeld]:
        """The kinds of work of the columns, each once, for a legend."""
        told = {work.kind_id: work for lesson in self.lessons for work in lesson.works if work.told}
        return [told[kind] for kind in sorted(told)]

    @property
    def open_rolls(self) -> int:
        """Lessons held without a roll."""
        return sum(1 for lesson in self.lessons if lesson.begun and not (lesson.roll_taken or lesson.cancelled))
