"""Buttons of «Журнал сегодня»."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.actions.codec import Action


class JournalView(StrEnum):
    """How the day is listed."""

    TEACHERS = "t"
    CLASSES = "c"


@dataclass(frozen=True)
class OpenJournalDay(Action, prefix="Td"):
    """What is filled in on a day, by teacher or by class, page by page of the list."""

    day: date
    view: JournalView
    page: int


@dataclass(frozen=True)
class OpenTeacherPages(Action, prefix="Tt"):
    """A teacher's lessons of a day and what is missing."""

    staff: int
    day: date


@dataclass(frozen=True)
class OpenClassPages(Action, prefix="Tc"):
    """A class's lessons of a day and what is missing."""

    class_id: int
    day: date


@dataclass(frozen=True)
class NudgeTeacher(Action, prefix="Tn"):
    """Ask the teacher to fill in what is missing on a day."""

    staff: int
    day: date
