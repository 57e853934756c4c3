"""Buttons of the final marks; `period` None is the year (opening a page's present period: diary.OpenFinalMarks)."""

from dataclasses import dataclass

from core.actions.codec import Action
from core.terms import MarkValue


@dataclass(frozen=True)
class OpenYearMarks(Action, prefix="Zy"):
    """The year marks of a journal page."""

    load: int


@dataclass(frozen=True)
class OpenPupilFinal(Action, prefix="Zu"):
    """A pupil's final mark and what stands behind it."""

    load: int
    period: int | None
    pupil: int


@dataclass(frozen=True)
class SetFinalMark(Action, prefix="Zs"):
    """The pupil's final mark is this one, having seen revision `rev` of it (0: there was none)."""

    load: int
    period: int | None
    pupil: int
    value: MarkValue
    rev: int


@dataclass(frozen=True)
class TakeFinalBack(Action, prefix="Zk"):
    """The pupil has no final mark after all, having seen revision `rev` of it."""

    load: int
    period: int | None
    pupil: int
    rev: int


@dataclass(frozen=True)
class PreviewProposed(Action, prefix="Za"):
    """Who would get which mark if all proposed ones were set."""

    load: int
    period: int | None


@dataclass(frozen=True)
class SetProposed(Action, prefix="Zw"):
    """Set all proposed marks, as the preview with the fingerprint `seen` showed them."""

    load: int
    period: int | None
    seen: str


@dataclass(frozen=True)
class SendDiaryPaper(Action, prefix="Zd"):
    """The diary of a study period on paper (family)."""

    pupil: int
    period: int
