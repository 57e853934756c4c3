"""Buttons of the class leader's week: reasons, single lessons, illnesses."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action
from core.terms import AbsenceReason, Presence


@dataclass(frozen=True)
class OpenPupilWeek(Action, prefix="Wp"):
    """One pupil's absences of the week that holds the day."""

    class_id: int
    pupil: int
    day: date


@dataclass(frozen=True)
class OpenPupilDay(Action, prefix="Wd"):
    """One pupil's lessons of a day that were missed or begun late."""

    class_id: int
    pupil: int
    day: date


@dataclass(frozen=True)
class ExplainDays(Action, prefix="Wr"):
    """Give every lesson missed from `first` to `last` a reason."""

    class_id: int
    pupil: int
    first: date
    last: date
    reason: AbsenceReason


@dataclass(frozen=True)
class CorrectPresence(Action, prefix="Wm"):
    """Set a pupil's presence at one lesson, having seen revision `rev`."""

    class_id: int
    lesson: int
    pupil: int
    presence: Presence
    rev: int


@dataclass(frozen=True)
class OpenIllness(Action, prefix="Wi"):
    """Offer the days of an illness or another known absence that began on `first`."""

    class_id: int
    pupil: int
    first: date


@dataclass(frozen=True)
class EnterAbsence(Action, prefix="We"):
    """The pupil is absent on these days with a reason; no last day: until back."""

    class_id: int
    pupil: int
    starts: date
    ends: date | None
    reason: AbsenceReason


@dataclass(frozen=True)
class WriteAbsence(Action, prefix="Ww"):
    """Ask for the days of a known absence in words; `since` is the earliest that may be named."""

    class_id: int
    pupil: int
    since: date
    reason: AbsenceReason


@dataclass(frozen=True)
class EndAbsence(Action, prefix="Wx"):
    """The pupil is back: the school's own notice ends with `last`, having seen its revision."""

    class_id: int
    pupil: int
    notice: int
    rev: int
    last: date
