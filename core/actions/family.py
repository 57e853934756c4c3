"""Buttons of the family bot."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action
from core.terms import Statement


@dataclass(frozen=True)
class FamilyHome(Action, prefix="fh"):
    """The family bot's home: the children, or the only child's day."""


@dataclass(frozen=True)
class OpenChildDay(Action, prefix="cd"):
    """A child's day; no day: today."""

    pupil: int
    day: date | None = None


@dataclass(frozen=True)
class StateReason(Action, prefix="st"):
    """The guardian's answer about an absence case."""

    case: int
    statement: Statement
