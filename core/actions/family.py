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


@dataclass(frozen=True)
class FamilySettings(Action, prefix="fs"):
    """The account's own settings."""


@dataclass(frozen=True)
class ChooseLanguage(Action, prefix="fg"):
    """The languages to choose from."""


@dataclass(frozen=True)
class FamilyLanguage(Action, prefix="fl"):
    language: str


@dataclass(frozen=True)
class ChooseQuiet(Action, prefix="fq"):
    """The quiet hours to choose from."""


@dataclass(frozen=True)
class SetQuiet(Action, prefix="fu"):
    """Quiet from hour to hour of the school's clock; neither: never quiet."""

    from_hour: int | None = None
    to_hour: int | None = None


@dataclass(frozen=True)
class AskDisconnect(Action, prefix="fd"):
    """Disconnect this phone? (one more tap)"""


@dataclass(frozen=True)
class Disconnect(Action, prefix="fx"):
    """Cut the links made up to `last`; a later code is not touched by an old button."""

    last: int


@dataclass(frozen=True)
class ChangeStatement(Action, prefix="sc"):
    """The answers about an absence case once more, to choose another."""

    case: int
