"""Buttons of one's own phones and PIN (A5), and of ending a family's sessions (A4)."""

from dataclasses import dataclass
from enum import StrEnum

from core.actions.codec import Action


class PinWish(StrEnum):
    """What the PIN is given for."""

    CHANGE = "change"
    PAUSE = "pause"
    REMOVE = "remove"


@dataclass(frozen=True)
class OpenSessions(Action, prefix="Ys"):
    """The phones connected to oneself, the PIN, the code that ends all sessions."""


@dataclass(frozen=True)
class CutPhone(Action, prefix="Yk"):
    """Cut off one of one's own phones; `sure`: asked already."""

    link: int
    sure: bool = False


@dataclass(frozen=True)
class CutOthers(Action, prefix="Yo"):
    """Cut off all own phones connected up to link `last` but this one; `sure`: asked already."""

    last: int
    sure: bool = False


@dataclass(frozen=True)
class IssueEndCode(Action, prefix="Ye"):
    """A code that ends all own sessions, having seen `seen` as the newest one (0: none)."""

    seen: int


@dataclass(frozen=True)
class ChoosePause(Action, prefix="Yp"):
    """After what pause is the PIN asked for?"""


@dataclass(frozen=True)
class NewPin(Action, prefix="Yn"):
    """A new PIN, digit by digit: the pause, the old PIN (empty: there is none), the first time whole, the digits."""

    after: int
    old: str = ""
    once: str = ""
    typed: str = ""


@dataclass(frozen=True)
class ProvePin(Action, prefix="Yv"):
    """The PIN in force, digit by digit, to change it, its pause (`after`), or to take it away."""

    wish: PinWish
    after: int
    typed: str = ""


@dataclass(frozen=True)
class GivePin(Action, prefix="Yd"):
    """The PIN of a locked phone, digit by digit."""

    typed: str = ""


@dataclass(frozen=True)
class SayAgain(Action, prefix="Yr"):
    """Carry out the words and files that came while the phone was locked."""


@dataclass(frozen=True)
class PinForgotten(Action, prefix="Yq"):
    """What to do when the PIN is forgotten."""


@dataclass(frozen=True)
class AskEndFamily(Action, prefix="Yf"):
    """End all sessions of a pupil's family? (one more tap)"""

    class_id: int
    pupil: int


@dataclass(frozen=True)
class EndFamily(Action, prefix="Yx"):
    """End all sessions of a pupil's family connected up to link `last`."""

    class_id: int
    pupil: int
    last: int


@dataclass(frozen=True)
class FamilyCutOthers(Action, prefix="Yb"):
    """Cut off a family account's other phones connected up to link `last`; `sure`: asked already."""

    last: int
    sure: bool = False
