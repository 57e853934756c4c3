"""Buttons and questions of individual tasks and materials; diary.py has the two that open them."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenTaskList(Action, prefix="Ip"):
    """Staff: the tasks of a journal page, from place `first` on."""

    load: int
    first: int


@dataclass(frozen=True)
class WriteGiven(Action, prefix="Iw"):
    """Give a task on a journal page: asks for it; the answer may be words, files, or both."""

    load: int


@dataclass(frozen=True)
class OpenGiven(Action, prefix="Io"):
    """Staff: one task and where each pupil stands."""

    task: int


@dataclass(frozen=True)
class RewriteGiven(Action, prefix="Ib"):
    """Asks for other words of a task seen at revision `rev`."""

    task: int
    rev: int


@dataclass(frozen=True)
class ChooseTerm(Action, prefix="Id"):
    """Until when? The page's next lessons, a day in words, or never: a material."""

    task: int


@dataclass(frozen=True)
class SetTerm(Action, prefix="Ie"):
    """The last day for an answer; none: a material."""

    task: int
    due: date | None
    rev: int


@dataclass(frozen=True)
class WriteTerm(Action, prefix="Ix"):
    """Asks for the last day."""

    task: int
    rev: int


@dataclass(frozen=True)
class ChooseGivenTo(Action, prefix="Ia"):
    """Whom is it for?"""

    task: int


@dataclass(frozen=True)
class SetGivenTo(Action, prefix="Iu"):
    """Take a pupil among those it is for, or out. Needs no revision: choices of different pupils never collide."""

    task: int
    pupil: int
    chosen: bool


@dataclass(frozen=True)
class GiveToAll(Action, prefix="Iv"):
    """For all pupils that the page has now."""

    task: int


@dataclass(frozen=True)
class OpenGivenFiles(Action, prefix="I1"):
    """The files of a task: to look at, to add, to take away."""

    task: int


@dataclass(frozen=True)
class AddGivenFiles(Action, prefix="If"):
    """Asks for files to add."""

    task: int


@dataclass(frozen=True)
class SendGivenFile(Action, prefix="Is"):
    """Staff: send a file of a task."""

    task: int
    file: int


@dataclass(frozen=True)
class RemoveGivenFile(Action, prefix="Ir"):
    task: int
    file: int


@dataclass(frozen=True)
class AskWithdrawGiven(Action, prefix="Iq"):
    """Withdraw? (one more tap)"""

    task: int


@dataclass(frozen=True)
class WithdrawGiven(Action, prefix="Iz"):
    task: int
    rev: int


@dataclass(frozen=True)
class OpenAnswer(Action, prefix="In"):
    """Staff: what a pupil answered."""

    task: int
    pupil: int


@dataclass(frozen=True)
class SendAnswerFiles(Action, prefix="Ik"):
    """Staff: send the files of an answer; one file, or (none) all."""

    task: int
    pupil: int
    file: int | None = None


@dataclass(frozen=True)
class WriteTaskRemark(Action, prefix="Im"):
    """Asks for the teacher's remark on an answer seen at revision `rev`."""

    task: int
    pupil: int
    rev: int


@dataclass(frozen=True)
class AcceptAnswer(Action, prefix="Iy"):
    """The answer is enough, without words."""

    task: int
    pupil: int
    rev: int


@dataclass(frozen=True)
class ReturnAnswer(Action, prefix="Ih"):
    """The answer is open again, to be added to."""

    task: int
    pupil: int
    rev: int


@dataclass(frozen=True)
class OpenChildTaskList(Action, prefix="Ij"):
    """Family: the individual tasks of a child, from place `first` on."""

    pupil: int
    first: int


@dataclass(frozen=True)
class OpenChildGiven(Action, prefix="Ic"):
    """Family: one individual task of a child."""

    pupil: int
    task: int


@dataclass(frozen=True)
class SendChildGivenFiles(Action, prefix="Ig"):
    """Family: send the files of a task; one file, or (none) all."""

    pupil: int
    task: int
    file: int | None = None


@dataclass(frozen=True)
class WriteAnswer(Action, prefix="I2"):
    """Asks for the answer, or for more of it: words, files, or both."""

    pupil: int
    task: int


@dataclass(frozen=True)
class RewriteAnswer(Action, prefix="I3"):
    """Asks for other words of the answer seen at revision `rev`."""

    pupil: int
    task: int
    rev: int


@dataclass(frozen=True)
class OpenAnswerFiles(Action, prefix="I4"):
    """Family: the files of the answer, to look at and to take away."""

    pupil: int
    task: int


@dataclass(frozen=True)
class ShowAnswerFile(Action, prefix="I5"):
    """Family: send a file of the answer."""

    pupil: int
    task: int
    file: int


@dataclass(frozen=True)
class RemoveAnswerFile(Action, prefix="I6"):
    pupil: int
    task: int
    file: int
