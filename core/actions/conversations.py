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
