"""Buttons of a child's marks besides those that open them (diary.py): older marks, final marks, charts."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenOlderMarks(Action, prefix="Vo"):
    """The marks of a subject in a period from the `first` newest on."""

    pupil: int
    subject: int
    period: int | None
    first: int


@dataclass(frozen=True)
class ChooseWrongMark(Action, prefix="Ve"):
    """Which of the marks shown is wrong?"""

    pupil: int
    subject: int
    period: int | None
    first: int


@dataclass(frozen=True)
class OpenChildFinals(Action, prefix="Vf"):
    """The final marks of a study year (none: the last one)."""

    pupil: int
    year: int | None = None


@dataclass(frozen=True)
class DrawMovement(Action, prefix="Vc"):
    """How the average went through a study period: of a subject, or of all."""

    pupil: int
    period: int | None = None
    subject: int | None = None


@dataclass(frozen=True)
class DrawSubjects(Action, prefix="Vb"):
    """The averages of a study period by subject, against the class."""

    pupil: int
    period: int | None = None


@dataclass(frozen=True)
class DrawAttendance(Action, prefix="Va"):
    """Attendance by month, against the class, of the year of a study period."""

    pupil: int
    period: int | None = None
