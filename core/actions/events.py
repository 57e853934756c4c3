"""Buttons of a class's events."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action
from core.terms import EventAnswer, EventKind


@dataclass(frozen=True)
class AddClassEvent(Action, prefix="Ca"):
    """What event? (typed)"""

    class_id: int


@dataclass(frozen=True)
class OpenClassEvent(Action, prefix="Co"):
    """One event."""

    event: int


@dataclass(frozen=True)
class ChangeClassEvent(Action, prefix="Cc"):
    """Other words for an event (typed)."""

    event: int
    rev: int


@dataclass(frozen=True)
class WithdrawClassEvent(Action, prefix="Cw"):
    """Take an event back."""

    event: int
    rev: int


@dataclass(frozen=True)
class SetEventKind(Action, prefix="Ck"):
    """What an event is."""

    event: int
    kind: EventKind
    rev: int


@dataclass(frozen=True)
class SetEventAsks(Action, prefix="Cq"):
    """Whether families say if they come."""

    event: int
    on: bool
    rev: int


@dataclass(frozen=True)
class OpenEventAnswers(Action, prefix="Cl"):
    """Who comes, who does not, who has not said."""

    event: int


@dataclass(frozen=True)
class OpenEventsMonth(Action, prefix="Cn"):
    """Events of the month that holds a day (none: today)."""

    class_id: int
    day: date | None = None


@dataclass(frozen=True)
class OpenFamilyEvent(Action, prefix="Cf"):
    """One event, as a family sees it."""

    event: int
    pupil: int


@dataclass(frozen=True)
class AnswerEvent(Action, prefix="Cy"):
    """The family comes, or does not."""

    event: int
    pupil: int
    answer: EventAnswer


@dataclass(frozen=True)
class OpenChildEvents(Action, prefix="Cm"):
    """Events of a child's class in the month that holds a day (none: today)."""

    pupil: int
    day: date | None = None
