"""Buttons about failing pupils and what their parents are told (staff)."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenFailingSchool(Action, prefix="Fc"):
    """How many are failing in each class; `page` of the list."""

    page: int = 0


@dataclass(frozen=True)
class OpenFailingPupil(Action, prefix="Fp"):
    """One failing pupil, and the message as the parents will read it."""

    pupil: int


@dataclass(frozen=True)
class HoldFailing(Action, prefix="Fd"):
    """Tell the parents in the evening of a later day; `rev` of the notice seen."""

    pupil: int
    notice: int
    day: date
    rev: int


@dataclass(frozen=True)
class SendFailing(Action, prefix="Fn"):
    """Tell the parents now; `rev` of the notice seen."""

    pupil: int
    notice: int
    rev: int
