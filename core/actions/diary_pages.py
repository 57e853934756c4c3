"""Buttons of a child's lesson and homework (beside the openers in diary.py)."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenChildLesson(Action, prefix="Dl"):
    """One lesson of a child in full."""

    pupil: int
    lesson: int


@dataclass(frozen=True)
class ChooseHomeworkSubject(Action, prefix="Ds"):
    """Homework of which subject?"""

    pupil: int


@dataclass(frozen=True)
class OpenHomeworkAt(Action, prefix="Dg"):
    """Homework of the week that holds a day; of a subject, of the four weeks that end with it."""

    pupil: int
    day: date
    subject: int | None = None


@dataclass(frozen=True)
class TickTask(Action, prefix="Dt"):
    """The pupil: a homework is done, or not yet; back to the homework itself."""

    pupil: int
    task: int
    done: bool


@dataclass(frozen=True)
class TickInList(Action, prefix="Dk"):
    """As `TickTask`, from a list: of a subject, of a day's week, or (neither) of what lies ahead."""

    pupil: int
    task: int
    done: bool
    subject: int | None = None
    day: date | None = None
