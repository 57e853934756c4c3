"""Buttons of «Правила школы»: reading them, choosing a regulation, changing a single rule."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action


@dataclass(frozen=True)
class TurnRules(Action, prefix="Rt"):
    """Another page of the rules in force."""

    page: int


@dataclass(frozen=True)
class ListRegulations(Action, prefix="Rl"):
    """The regulations there are to choose from."""


@dataclass(frozen=True)
class ListRules(Action, prefix="Re"):
    """The rules of a group, each to be changed by itself; no group: the groups."""

    group: str = ""


@dataclass(frozen=True)
class OpenRule(Action, prefix="Rr"):
    """One rule with the values offered for it."""

    rule: str


@dataclass(frozen=True)
class PreviewRules(Action, prefix="Rp"):
    """What a change would do from a day on; no day: today.

    `target` is a regulation's key with no `option`, or a rule with the key of a value.
    """

    target: str
    option: str = ""
    since: date | None = None


@dataclass(frozen=True)
class AskRulesDay(Action, prefix="Rd"):
    """From which day a change holds (asks for text)."""

    target: str
    option: str = ""


@dataclass(frozen=True)
class ConfirmRules(Action, prefix="Rc"):
    """Carry the change out from a day on, having seen the newest choice `seen`."""

    target: str
    option: str
    since: date
    seen: int


@dataclass(frozen=True)
class SendRulesFile(Action, prefix="Rf"):
    """A regulation as a file to edit and send back."""

    target: str
