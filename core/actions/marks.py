"""Buttons of a lesson's marks, its works, and how the school grades. Weights are hundredths."""

from dataclasses import dataclass

from core.actions.codec import Action
from core.terms import MarkValue


@dataclass(frozen=True)
class ChooseWork(Action, prefix="Mk"):
    """Every kind of work by its full name, to give marks for."""

    lesson: int
    kind: int


@dataclass(frozen=True)
class OpenPupilMarks(Action, prefix="Mp"):
    """The values for a pupil's next mark of a kind, and the marks that stand."""

    lesson: int
    pupil: int
    kind: int


@dataclass(frozen=True)
class GiveMark(Action, prefix="Mg"):
    """One more mark, having seen revision `rev` of the pupil's cell (0: never written)."""

    lesson: int
    pupil: int
    kind: int
    value: MarkValue
    rev: int


@dataclass(frozen=True)
class OpenMark(Action, prefix="Mo"):
    """A mark that stands; `kind`: the kind of work chosen on the sheet."""

    lesson: int
    mark: int
    kind: int


@dataclass(frozen=True)
class ChangeMark(Action, prefix="Mc"):
    """Correct a mark, having seen revision `rev` of its cell."""

    lesson: int
    mark: int
    value: MarkValue
    rev: int


@dataclass(frozen=True)
class OpenMarkKinds(Action, prefix="Me"):
    """The kinds of work that a mark could be for instead; `kind`: the one chosen on the sheet."""

    lesson: int
    mark: int
    kind: int


@dataclass(frozen=True)
class SetMarkKind(Action, prefix="Mf"):
    """Let a mark be for another kind of work, having seen revision `rev` of its cell."""

    lesson: int
    mark: int
    kind: int
    rev: int


@dataclass(frozen=True)
class RemoveMark(Action, prefix="Md"):
    """Take a mark away, having seen revision `rev` of its cell."""

    lesson: int
    mark: int
    rev: int


@dataclass(frozen=True)
class WriteMarkComment(Action, prefix="Mw"):
    """Asks for a comment on a mark; the answer is the comment."""

    lesson: int
    mark: int


@dataclass(frozen=True)
class DropMarkComment(Action, prefix="Mv"):
    """Take the comment of a mark away."""

    lesson: int
    mark: int


@dataclass(frozen=True)
class OpenWorks(Action, prefix="Ma"):
    """The works of a lesson and their weights there."""

    lesson: int


@dataclass(frozen=True)
class ChooseAnnounced(Action, prefix="Mb"):
    """The kinds of work that can be announced for a lesson."""

    lesson: int


@dataclass(frozen=True)
class AnnounceWork(Action, prefix="Mn"):
    lesson: int
    kind: int


@dataclass(frozen=True)
class CallOffWork(Action, prefix="Mx"):
    lesson: int
    kind: int


@dataclass(frozen=True)
class OpenWork(Action, prefix="Mh"):
    """A work of a lesson: its weight there."""

    lesson: int
    kind: int


@dataclass(frozen=True)
class SetWorkWeight(Action, prefix="Ms"):
    """The weight at a lesson (none: as everywhere), having seen `seen`."""

    lesson: int
    kind: int
    weight: int | None
    seen: int | None


@dataclass(frozen=True)
class WriteWorkWeight(Action, prefix="Mt"):
    """Asks for a weight in words, having seen `seen`."""

    lesson: int
    kind: int
    seen: int | None


@dataclass(frozen=True)
class OpenGrading(Action, prefix="MA"):
    """How the school grades: kinds of work, subjects by pass or fail, dots."""


@dataclass(frozen=True)
class OpenWorkKind(Action, prefix="MB"):
    kind: int


@dataclass(frozen=True)
class SetKindWeight(Action, prefix="MC"):
    """What a kind weighs, having seen `seen`."""

    kind: int
    weight: int
    seen: int


@dataclass(frozen=True)
class WriteKindWeight(Action, prefix="MD"):
    """Asks for a kind's weight in words."""

    kind: int


@dataclass(frozen=True)
class WriteKindName(Action, prefix="ME"):
    """Asks for a kind's name."""

    kind: int


@dataclass(frozen=True)
class WriteKindLetter(Action, prefix="MF"):
    """Asks for a kind's letter."""

    kind: int


@dataclass(frozen=True)
class SetKindWritten(Action, prefix="MG"):
    """Whether the kind has the written works' term."""

    kind: int
    on: bool


@dataclass(frozen=True)
class SetKindControl(Action, prefix="MH"):
    """Whether the kind counts for the load guard."""

    kind: int
    on: bool


@dataclass(frozen=True)
class ArchiveKind(Action, prefix="MI"):
    kind: int
    on: bool


@dataclass(frozen=True)
class MoveKindUp(Action, prefix="MJ"):
    """One place nearer to the first, from place `seen` (1: the first)."""

    kind: int
    seen: int


@dataclass(frozen=True)
class WriteNewKind(Action, prefix="MK"):
    """Asks for a new kind: name, letter, weight."""


@dataclass(frozen=True)
class OpenPassFail(Action, prefix="ML"):
    """The subjects, with the grades in which they are graded зачёт / незачёт."""

    page: int = 0


@dataclass(frozen=True)
class OpenPassFailSubject(Action, prefix="MM"):
    subject: int


@dataclass(frozen=True)
class SetPassFail(Action, prefix="MN"):
    """Whether a subject is graded зачёт / незачёт in a grade (none: in all)."""

    subject: int
    grade: int | None
    on: bool


@dataclass(frozen=True)
class CountDotsAsTwo(Action, prefix="MP"):
    """Whether work still owed counts as 2 in averages."""

    on: bool
