"""Buttons under the preview of a hasty message."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class AskQuick(Action, prefix="Qq"):
    """Type a hasty message about this lesson (asks for text)."""

    lesson: int


@dataclass(frozen=True)
class ApplyQuick(Action, prefix="Qa"):
    """Write what the preview of revision `rev` shows as ready."""

    entry: int
    rev: int


@dataclass(frozen=True)
class ApplyQuickLate(Action, prefix="Ql"):
    """Write what the rules hold back: only a request carries it out."""

    entry: int
    rev: int


@dataclass(frozen=True)
class ChooseQuickPupil(Action, prefix="Qp"):
    """Who is meant at a place of the message; pupil 0: nobody, leave it out."""

    entry: int
    place: int
    pupil: int
    rev: int


@dataclass(frozen=True)
class ChooseQuickLesson(Action, prefix="Qs"):
    """The message is about this lesson."""

    entry: int
    lesson: int
    rev: int


@dataclass(frozen=True)
class DropQuick(Action, prefix="Qx"):
    """Write nothing of the message."""

    entry: int
