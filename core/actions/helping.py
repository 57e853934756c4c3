"""Buttons of help and common answers, at both doors (C7); shelf.py has the two that open help."""

from dataclasses import dataclass

from core.actions.codec import Action
from core.help.topics import FamilyTopic, StaffTopic
from core.terms import Door


@dataclass(frozen=True)
class OpenHelpTopic(Action, prefix="ht"):
    """Staff: one page of help, with a picture."""

    topic: StaffTopic


@dataclass(frozen=True)
class AskHelp(Action, prefix="hu"):
    """Staff: a question to the administrator."""


@dataclass(frozen=True)
class SuggestIdea(Action, prefix="hy"):
    """Staff: an idea for the administration."""


@dataclass(frozen=True)
class OpenAnswers(Action, prefix="ho"):
    """Staff: common answers from place `first` on."""

    first: int = 0


@dataclass(frozen=True)
class OpenCommonAnswer(Action, prefix="hb"):
    """Staff: one common answer."""

    answer: int


@dataclass(frozen=True)
class MakeCommonAnswer(Action, prefix="hc"):
    """Make a common answer of what was answered last in a call for help."""

    conversation: int


@dataclass(frozen=True)
class PassQuestionOn(Action, prefix="h6"):
    """The class leader brings the administrators into a family's question."""

    conversation: int


@dataclass(frozen=True)
class WriteCommonAnswer(Action, prefix="hz"):
    """Asks for a question and its answer."""


@dataclass(frozen=True)
class RewordQuestion(Action, prefix="h1"):
    """Asks for other words of the question, seen at revision `rev`."""

    answer: int
    rev: int


@dataclass(frozen=True)
class RewordAnswer(Action, prefix="h2"):
    """Asks for other words of the answer, seen at revision `rev`."""

    answer: int
    rev: int


@dataclass(frozen=True)
class SetAnswerDoor(Action, prefix="h3"):
    """Whom the answer is for; none: everybody."""

    answer: int
    door: Door | None
    rev: int


@dataclass(frozen=True)
class PublishAnswer(Action, prefix="h4"):
    """Show the answer, or make it a draft again."""

    answer: int
    published: bool
    rev: int


@dataclass(frozen=True)
class DeleteAnswer(Action, prefix="h5"):
    """Take a draft away."""

    answer: int
    rev: int


@dataclass(frozen=True)
class OpenFamilyTopic(Action, prefix="jt"):
    """A family: one page of help, with a picture."""

    topic: FamilyTopic


@dataclass(frozen=True)
class AskFamilyHelp(Action, prefix="ju"):
    """A family: a question about the journal; of several children it is asked first which."""


@dataclass(frozen=True)
class AskHelpAbout(Action, prefix="ja"):
    """A family: a question about the journal, to the class leader of this child."""

    pupil: int


@dataclass(frozen=True)
class SuggestFamilyIdea(Action, prefix="jy"):
    """A family: an idea for the administration."""


@dataclass(frozen=True)
class OpenFamilyAnswers(Action, prefix="jo"):
    """A family: common answers from place `first` on."""

    first: int = 0


@dataclass(frozen=True)
class OpenFamilyAnswer(Action, prefix="jb"):
    """A family: one common answer."""

    answer: int
