"""Buttons and questions of homework."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class WriteHomework(Action, prefix="Ht"):
    """Give homework at a lesson: asks for it; the answer may be words, files, or both."""

    lesson: int


@dataclass(frozen=True)
class GivePlanned(Action, prefix="Hp"):
    """Give what a line of the course plan asks for."""

    lesson: int
    line: int


@dataclass(frozen=True)
class SayNoHomework(Action, prefix="Hy"):
    """Nothing is given at the lesson (or, `none` false, that is not said any more)."""

    lesson: int
    none: bool


@dataclass(frozen=True)
class OpenTask(Action, prefix="Ho"):
    """One homework."""

    task: int


@dataclass(frozen=True)
class RewriteTask(Action, prefix="Hb"):
    """Asks for other words of a homework seen at revision `rev`."""

    task: int
    rev: int


@dataclass(frozen=True)
class ChooseDue(Action, prefix="Hd"):
    """When is it due: the page's next lessons, or a day in words."""

    task: int


@dataclass(frozen=True)
class SetDueLesson(Action, prefix="He"):
    task: int
    due: int
    rev: int


@dataclass(frozen=True)
class WriteDue(Action, prefix="Hx"):
    """Asks for the day it is due."""

    task: int
    rev: int


@dataclass(frozen=True)
class ChooseMinutes(Action, prefix="Hm"):
    """How long will it take?"""

    task: int


@dataclass(frozen=True)
class SetTaskMinutes(Action, prefix="Hn"):
    """The estimate in minutes; none: not said."""

    task: int
    minutes: int | None
    rev: int


@dataclass(frozen=True)
class ChoosePupils(Action, prefix="Ha"):
    """Whom is it for?"""

    task: int


@dataclass(frozen=True)
class SetTaskPupil(Action, prefix="Hu"):
    """Take a pupil among those it is for, or out."""

    task: int
    pupil: int
    chosen: bool
    rev: int


@dataclass(frozen=True)
class SetEverybody(Action, prefix="Hv"):
    """For everybody on the page."""

    task: int
    rev: int


@dataclass(frozen=True)
class OpenTaskFiles(Action, prefix="Hl"):
    """The files of a homework: to look at, to add, to take away."""

    task: int


@dataclass(frozen=True)
class AddTaskFiles(Action, prefix="Hf"):
    """Asks for files to add."""

    task: int


@dataclass(frozen=True)
class SendTaskFile(Action, prefix="Hs"):
    """Staff: send a file of a homework."""

    task: int
    file: int


@dataclass(frozen=True)
class RemoveTaskFile(Action, prefix="Hr"):
    task: int
    file: int


@dataclass(frozen=True)
class AskWithdrawTask(Action, prefix="Hq"):
    """Withdraw? (one more tap)"""

    task: int


@dataclass(frozen=True)
class WithdrawTask(Action, prefix="Hz"):
    task: int
    rev: int


@dataclass(frozen=True)
class OpenChildTask(Action, prefix="Hc"):
    """Family: one homework of a child in full."""

    pupil: int
    task: int


@dataclass(frozen=True)
class SendChildFile(Action, prefix="Hg"):
    """Family: send a file of a child's homework."""

    pupil: int
    task: int
    file: int


@dataclass(frozen=True)
class SendChildFiles(Action, prefix="Hh"):
    """Family: send all files of a child's homework."""

    pupil: int
    task: int
