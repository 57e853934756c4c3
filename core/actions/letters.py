"""Buttons of information letters and of what is to be printed (C4).

`who`: the chosen pupils of the class as a hexadecimal number, a bit a pupil (letters/choosing.py); `seen`: what the
screen had been made of, so that a button of another list, or of letters sent meanwhile, is known.
"""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenLetters(Action, prefix="Lo"):
    """Information letters of a class for a study period (none: the present one)."""

    class_id: int
    period: int | None = None


@dataclass(frozen=True)
class PickLetters(Action, prefix="Lp"):
    """Choose pupils by ticks."""

    class_id: int
    period: int | None
    who: str = ""
    seen: str = ""


@dataclass(frozen=True)
class OfferLetters(Action, prefix="Lv"):
    """Who of the chosen gets the letter in the bot, and for whom it is to be printed."""

    class_id: int
    period: int | None
    who: str
    seen: str


@dataclass(frozen=True)
class SendLetters(Action, prefix="Ls"):
    """The one confirmation: letters to the connected, a file for the others."""

    class_id: int
    period: int | None
    who: str
    seen: str


@dataclass(frozen=True)
class LettersPaper(Action, prefix="Lf"):
    """The chosen letters as a PDF: of all the chosen, or of those not connected."""

    class_id: int
    period: int | None
    who: str
    seen: str
    everybody: bool


@dataclass(frozen=True)
class AskPrint(Action, prefix="La"):
    """Have the same printed by an administrator."""

    class_id: int
    period: int | None
    who: str
    seen: str
    everybody: bool


@dataclass(frozen=True)
class OpenPrintJobs(Action, prefix="Lj"):
    """What class leaders asked the administrator to print."""


@dataclass(frozen=True)
class SendPrintJob(Action, prefix="Lg"):
    """The file of a print job."""

    job: int


@dataclass(frozen=True)
class PrintJobDone(Action, prefix="Ld"):
    """It is printed: the class leader hears."""

    job: int


@dataclass(frozen=True)
class OpenShortLetters(Action, prefix="Lm"):
    """The short form for an SMS: of those not connected, or of everybody, from place `first` on."""

    class_id: int
    period: int | None
    everybody: bool = False
    first: int = 0


@dataclass(frozen=True)
class SendShortLetters(Action, prefix="Lt"):
    """The same as a text file."""

    class_id: int
    period: int | None
    everybody: bool


@dataclass(frozen=True)
class SendOwnLetter(Action, prefix="Lw"):
    """A family's own letter as a PDF."""

    pupil: int
    period: int | None
