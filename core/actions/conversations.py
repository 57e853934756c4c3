"""Buttons of conversations, at both doors (C1)."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenInbox(Action, prefix="Oi"):
    """A member of staff's conversations from place `first` on, unread ones first."""

    first: int = 0


@dataclass(frozen=True)
class OpenConversation(Action, prefix="Oc"):
    """The newest messages of a conversation, or (`before`) those older than a message."""

    conversation: int
    before: int | None = None


@dataclass(frozen=True)
class OpenFamilyOf(Action, prefix="Of"):
    """To whom of a pupil's family a member of staff may write; `lesson`: what it is about."""

    pupil: int
    lesson: int | None = None


@dataclass(frozen=True)
class FindFamily(Action, prefix="Oo"):
    """Ask for the surname of the pupil to whose family a member of staff writes."""


@dataclass(frozen=True)
class OpenTalks(Action, prefix="yi"):
    """A family's conversations from place `first` on, unread ones first."""

    first: int = 0


@dataclass(frozen=True)
class OpenTalk(Action, prefix="yc"):
    """The newest messages of a family's conversation, or (`before`) those older than a message."""

    conversation: int
    before: int | None = None


@dataclass(frozen=True)
class OpenAddressees(Action, prefix="ya"):
    """To whom of the school a family may write about a child; `lesson`: what it is about."""

    pupil: int
    lesson: int | None = None


@dataclass(frozen=True)
class WriteMessage(Action, prefix="Ow"):
    """Ask a member of staff for words to a conversation."""

    conversation: int


@dataclass(frozen=True)
class WriteTalk(Action, prefix="yw"):
    """Ask a family for words to a conversation."""

    conversation: int


@dataclass(frozen=True)
class WriteUrgently(Action, prefix="Ou"):
    """Ask a member of staff why it is urgent; with the `reason` kept (a draft's id), for the urgent words."""

    conversation: int
    reason: int | None = None


@dataclass(frozen=True)
class OpenConversationMore(Action, prefix="Om"):
    """Who takes part, and what else can be done about a conversation."""

    conversation: int


@dataclass(frozen=True)
class ShowWhole(Action, prefix="Oh"):
    """A long message of a conversation in full."""

    conversation: int
    message: int


@dataclass(frozen=True)
class SendConversationFile(Action, prefix="Oa"):
    """Send a file of a conversation to a member of staff."""

    conversation: int
    file: int


@dataclass(frozen=True)
class FindConversation(Action, prefix="Os"):
    """Ask a member of staff for words to find conversations by."""


@dataclass(frozen=True)
class WriteToFamily(Action, prefix="Ob"):
    """Ask for words to one guardian, to all `parents` or to the pupil (`child`) alone or with them."""

    pupil: int
    guardian: int | None
    parents: bool
    child: bool
    lesson: int | None = None


@dataclass(frozen=True)
class ChooseFamilies(Action, prefix="Oq"):
    """Tick pupils of a class. `chosen`: places in the list as bits, hexadecimal; `seen`: which list that was."""

    class_id: int
    chosen: str = ""
    seen: int = 0


@dataclass(frozen=True)
class WriteToFamilies(Action, prefix="Or"):
    """Ask for words to each family of the pupils ticked, as in ChooseFamilies."""

    class_id: int
    chosen: str
    seen: int


@dataclass(frozen=True)
class OpenColleagues(Action, prefix="Ok"):
    """Colleagues to write to, from place `first` on."""

    first: int = 0


@dataclass(frozen=True)
class FindColleague(Action, prefix="Oj"):
    """Ask for a colleague's surname."""


@dataclass(frozen=True)
class WriteToColleague(Action, prefix="Ol"):
    """Ask for words to a colleague."""

    staff: int


@dataclass(frozen=True)
class WriteToLeader(Action, prefix="Ov"):
    """Ask a member of staff for words to a class's leader about the class."""

    class_id: int


@dataclass(frozen=True)
class ComplainOfConversation(Action, prefix="Ox"):
    """Ask a member of staff what is wrong with a conversation."""

    conversation: int


@dataclass(frozen=True)
class GiveDraft(Action, prefix="Od"):
    """Say a kept draft in a conversation."""

    draft: int
    conversation: int


@dataclass(frozen=True)
class OpenDraft(Action, prefix="Oe"):
    """To whom goes a kept draft: the conversations from place `first` on."""

    draft: int
    first: int = 0


@dataclass(frozen=True)
class DropDraft(Action, prefix="Og"):
    """A kept draft goes to nobody."""

    draft: int


@dataclass(frozen=True)
class WriteTalkUrgently(Action, prefix="yu"):
    """Ask a family why it is urgent; with the `reason` kept (a draft's id), for the urgent words."""

    conversation: int
    reason: int | None = None


@dataclass(frozen=True)
class OpenTalkMore(Action, prefix="ym"):
    """Who takes part in a family's conversation, and what else can be done about it."""

    conversation: int


@dataclass(frozen=True)
class ShowWholeTalk(Action, prefix="yh"):
    """A long message of a family's conversation in full."""

    conversation: int
    message: int


@dataclass(frozen=True)
class SendTalkFile(Action, prefix="yf"):
    """Send a file of a conversation to a family."""

    conversation: int
    file: int


@dataclass(frozen=True)
class FindTalk(Action, prefix="ys"):
    """Ask a family for words to find conversations by."""


@dataclass(frozen=True)
class WriteToSchool(Action, prefix="yt"):
    """Ask a family for words to a member of staff (none: to the administration) about a child."""

    pupil: int
    staff: int | None = None
    lesson: int | None = None


@dataclass(frozen=True)
class ComplainOfTalk(Action, prefix="yx"):
    """Ask a family what is wrong with a conversation."""

    conversation: int


@dataclass(frozen=True)
class GiveTalkDraft(Action, prefix="yd"):
    """Say a family's kept draft in a conversation."""

    draft: int
    conversation: int


@dataclass(frozen=True)
class OpenTalkDraft(Action, prefix="ye"):
    """To whom goes a family's kept draft: the conversations from place `first` on."""

    draft: int
    first: int = 0


@dataclass(frozen=True)
class DraftAddressees(Action, prefix="yp"):
    """To whom of the school goes a draft about a child (none: which child is it about?)."""

    draft: int
    pupil: int | None = None


@dataclass(frozen=True)
class GiveDraftToSchool(Action, prefix="yg"):
    """Say a kept draft to a member of staff (none: to the administration) about a child."""

    draft: int
    pupil: int
    staff: int | None = None


@dataclass(frozen=True)
class DropTalkDraft(Action, prefix="yn"):
    """A family's kept draft goes to nobody."""

    draft: int


@dataclass(frozen=True)
class ChooseChildToWrite(Action, prefix="yk"):
    """About which child does a family write?"""


@dataclass(frozen=True)
class SendPaperOn(Action, prefix="yb"):
    """A file that came unasked is no medical note: it goes into a conversation. `first`: the id of its first page."""

    first: int
