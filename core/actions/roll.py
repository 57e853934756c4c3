"""Buttons of the roll, the teacher's day and the class leader's list of the absent."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action
from core.terms import AbsenceReason, Presence


@dataclass(frozen=True)
class OpenDay(Action, prefix="dy"):
    """The teacher's lessons of a day; no day: today."""

    day: date | None = None


@dataclass(frozen=True)
class OpenWeek(Action, prefix="wk"):
    """The teacher's week that holds the day."""

    day: date


@dataclass(frozen=True)
class OpenRoll(Action, prefix="rl"):
    lesson: int


@dataclass(frozen=True)
class Mark(Action, prefix="mk"):
    """Set a pupil's presence to an absolute value, having seen revision `rev` (0: no row)."""

    lesson: int
    pupil: int
    presence: Presence
    rev: int


@dataclass(frozen=True)
class OpenMinutes(Action, prefix="mm"):
    """Ask how late a pupil came."""

    lesson: int
    pupil: int


@dataclass(frozen=True)
class SetMinutes(Action, prefix="lm"):
    lesson: int
    pupil: int
    minutes: int
    rev: int


@dataclass(frozen=True)
class TakeRoll(Action, prefix="tk"):
    """The roll is done as shown: `seen` is the fingerprint of the sheet that was on the screen."""

    lesson: int
    seen: str


@dataclass(frozen=True)
class AllPresent(Action, prefix="ap"):
    """Everybody is there, also those whose absence was known beforehand."""

    lesson: int
    seen: str


@dataclass(frozen=True)
class ReopenRoll(Action, prefix="un"):
    """Take back «Готово», having seen the roll's revision."""

    lesson: int
    rev: int


@dataclass(frozen=True)
class CorrectRoll(Action, prefix="rk"):
    """The roll of a lesson with what was tapped there after its window: one request (roll/late.py)."""

    lesson: int


@dataclass(frozen=True)
class OpenAbsent(Action, prefix="ab"):
    """«Отсутствуют сегодня» of a class."""

    class_id: int
    day: date | None = None


@dataclass(frozen=True)
class OpenAbsence(Action, prefix="ac"):
    """One pupil's absence of a day, for the class leader to give it a reason."""

    class_id: int
    pupil: int
    day: date


@dataclass(frozen=True)
class SetReason(Action, prefix="sr"):
    """The class leader's reason for a pupil's absence of a day."""

    class_id: int
    pupil: int
    day: date
    reason: AbsenceReason


@dataclass(frozen=True)
class WriteNote(Action, prefix="wn"):
    """The class leader adds a note to a pupil's absence of a day (asks for text)."""

    class_id: int
    pupil: int
    day: date


@dataclass(frozen=True)
class OpenClassDay(Action, prefix="cy"):
    """A class's lessons of a day, with their teachers; no day: today."""

    class_id: int
    day: date | None = None
