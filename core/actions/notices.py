"""Buttons and prompts of absence notices."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action
from core.terms import AbsenceReason


@dataclass(frozen=True)
class OpenNotices(Action, prefix="nl"):
    """The known absences of a child, now and to come."""

    pupil: int


@dataclass(frozen=True)
class OpenNotice(Action, prefix="nv"):
    notice: int


@dataclass(frozen=True)
class ChooseDates(Action, prefix="nd"):
    """A new notice: for which days."""

    pupil: int


@dataclass(frozen=True)
class WriteDates(Action, prefix="nx"):
    """A new notice: ask for the days in words."""

    pupil: int


@dataclass(frozen=True)
class ChooseReason(Action, prefix="nr"):
    """A new notice: why (`starts` and `ends` included)."""

    pupil: int
    starts: date
    ends: date


@dataclass(frozen=True)
class GiveNotice(Action, prefix="nw"):
    """Write the notice."""

    pupil: int
    starts: date
    ends: date
    reason: AbsenceReason


@dataclass(frozen=True)
class WriteReason(Action, prefix="no"):
    """A new notice: ask for the reason in words, then write it."""

    pupil: int
    starts: date
    ends: date


@dataclass(frozen=True)
class WriteNewDates(Action, prefix="nc"):
    """Ask for other days of a notice seen at revision `rev`."""

    notice: int
    rev: int


@dataclass(frozen=True)
class ChooseNewReason(Action, prefix="ng"):
    notice: int


@dataclass(frozen=True)
class SetNoticeReason(Action, prefix="ne"):
    notice: int
    reason: AbsenceReason
    rev: int


@dataclass(frozen=True)
class WriteNoticeNote(Action, prefix="nn"):
    """Ask for a word to the class leader on a notice seen at revision `rev`."""

    notice: int
    rev: int


@dataclass(frozen=True)
class SendPaper(Action, prefix="np"):
    """Ask for a photo or PDF of the medical note."""

    notice: int


@dataclass(frozen=True)
class AttachPapers(Action, prefix="nf"):
    """Put the paper that begins with file `first`, sent unasked, to a notice."""

    notice: int
    first: int


@dataclass(frozen=True)
class AskWithdraw(Action, prefix="nk"):
    """Withdraw? (one more tap)"""

    notice: int


@dataclass(frozen=True)
class WithdrawNotice(Action, prefix="ny"):
    notice: int
    rev: int


@dataclass(frozen=True)
class ShowNoticeFile(Action, prefix="sp"):
    """Staff: send the photos of a notice's medical note."""

    notice: int
