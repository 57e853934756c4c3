"""Buttons of whoever announces: writing, choosing whom and when, watching what came of it (C2).

`rev` is the revision of the draft that the screen showed.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.actions.codec import Action
from core.terms import Acknowledgement


class Part(StrEnum):
    """A part of an audience, by the keys of the announcement's `audience`."""

    CLASSES = "classes"
    GRADES = "grades"
    GROUPS = "groups"
    EVERYBODY = "everybody"
    TO = "to"
    ROLES = "roles"
    ALL_STAFF = "all_staff"
    CLASS_LEADERS = "leaders"


class Readers(StrEnum):
    """Which of the readers are named."""

    READ = "read"
    ANSWERED = "answered"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    NOT_CONNECTED = "not_connected"


@dataclass(frozen=True)
class OpenMyAnnouncements(Action, prefix="Bl"):
    """Own drafts and what one has announced, from place `first` on."""

    first: int = 0


@dataclass(frozen=True)
class OpenDraft(Action, prefix="Bd"):
    """A draft with everything on one page."""

    announcement: int


@dataclass(frozen=True)
class AskDropDraft(Action, prefix="BQ"):
    """Throw a draft away, really?"""

    announcement: int


@dataclass(frozen=True)
class DropDraft(Action, prefix="BD"):
    """Throw a draft away."""

    announcement: int
    rev: int


@dataclass(frozen=True)
class WriteAnnouncement(Action, prefix="Bw"):
    """The words of a draft (typed, files may come with them)."""

    announcement: int


@dataclass(frozen=True)
class OpenDraftFiles(Action, prefix="BF"):
    """The files of a draft."""

    announcement: int


@dataclass(frozen=True)
class AddDraftFiles(Action, prefix="Bf"):
    """What files go with it? (sent)"""

    announcement: int


@dataclass(frozen=True)
class RemoveDraftFile(Action, prefix="Bx"):
    """Take a file away from a draft."""

    announcement: int
    file: int
    rev: int


@dataclass(frozen=True)
class ChooseAudience(Action, prefix="Bt"):
    """Whom is it for?"""

    announcement: int


@dataclass(frozen=True)
class ChooseAudiencePart(Action, prefix="Bp"):
    """The classes, grades or roles to choose from, from place `first` on."""

    announcement: int
    part: Part
    first: int = 0


@dataclass(frozen=True)
class SetAudience(Action, prefix="BP"):
    """Put a class, a grade, a group, a role … into the audience or out of it; `first` is the page shown after."""

    announcement: int
    part: Part
    value: str
    on: bool
    rev: int
    first: int = 0


@dataclass(frozen=True)
class ChooseGroups(Action, prefix="BG"):
    """The groups of a class to choose from (none: the author's own), from place `first` on."""

    announcement: int
    class_id: int | None = None
    first: int = 0


@dataclass(frozen=True)
class SetGroup(Action, prefix="BO"):
    """Put a group (its teaching load) into the audience or out of it; `class_id`, `first`: the page shown after."""

    announcement: int
    load: int
    on: bool
    rev: int
    class_id: int | None = None
    first: int = 0


@dataclass(frozen=True)
class ChooseAcknowledgement(Action, prefix="Bk"):
    """What does it ask of its readers?"""

    announcement: int


@dataclass(frozen=True)
class SetAcknowledgement(Action, prefix="BK"):
    """Ask nothing, «read», or a number."""

    announcement: int
    kind: Acknowledgement
    rev: int


@dataclass(frozen=True)
class WriteChoices(Action, prefix="Bc"):
    """Which answers are there to choose from? (typed, one a line)"""

    announcement: int


@dataclass(frozen=True)
class ChooseTime(Action, prefix="Bh"):
    """When does it leave?"""

    announcement: int


@dataclass(frozen=True)
class SetTime(Action, prefix="BH"):
    """It leaves on a day, so many minutes after midnight by the school's clock; no day: at once."""

    announcement: int
    day: date | None
    minute: int
    rev: int


@dataclass(frozen=True)
class WriteTime(Action, prefix="Bj"):
    """On what day and at what time does it leave? (typed)"""

    announcement: int


@dataclass(frozen=True)
class ChooseEnd(Action, prefix="Be"):
    """Until when is it valid?"""

    announcement: int


@dataclass(frozen=True)
class SetEnd(Action, prefix="BE"):
    """Its last day on the board; none: it stays."""

    announcement: int
    day: date | None
    rev: int


@dataclass(frozen=True)
class WriteEnd(Action, prefix="Bm"):
    """What is its last day? (typed)"""

    announcement: int


@dataclass(frozen=True)
class WriteUrgency(Action, prefix="Bu"):
    """Why is it urgent? (typed)"""

    announcement: int


@dataclass(frozen=True)
class CalmDown(Action, prefix="BU"):
    """It is not urgent after all."""

    announcement: int
    rev: int


@dataclass(frozen=True)
class PreviewAnnouncement(Action, prefix="Bv"):
    """As the readers will see it, and who they are."""

    announcement: int


@dataclass(frozen=True)
class ConfirmAnnouncement(Action, prefix="BC"):
    """Let it go."""

    announcement: int
    rev: int


@dataclass(frozen=True)
class OpenProgress(Action, prefix="Bg"):
    """Delivered, read, answered."""

    announcement: int


@dataclass(frozen=True)
class OpenProgressClasses(Action, prefix="Bb"):
    """The same by class, from place `first` on."""

    announcement: int
    first: int = 0


@dataclass(frozen=True)
class OpenReaders(Action, prefix="BN"):
    """Readers by name, of one class or of all."""

    announcement: int
    readers: Readers
    class_id: int | None = None
    first: int = 0


@dataclass(frozen=True)
class RemindReaders(Action, prefix="BR"):
    """Remind those who have not read or answered."""

    announcement: int
    rev: int


@dataclass(frozen=True)
class SendSheet(Action, prefix="BS"):
    """The sheet of acknowledgements as a file."""

    announcement: int


@dataclass(frozen=True)
class AskWithdraw(Action, prefix="BA"):
    """Take it back, really?"""

    announcement: int


@dataclass(frozen=True)
class WithdrawAnnouncement(Action, prefix="BX"):
    """Take it back."""

    announcement: int
    rev: int
