"""Buttons of an entry after its window: ask for it, decide about it."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class AskForEntry(Action, prefix="Pq"):
    """Send a kept entry to whoever may decide (asks for the reason)."""

    request: int


@dataclass(frozen=True)
class GiveReason(Action, prefix="Pr"):
    """Write a kept entry by one's own right to decide (asks for the reason)."""

    request: int


@dataclass(frozen=True)
class InsistOnEntry(Action, prefix="Ps"):
    """Write a kept entry against a soft rule."""

    request: int


@dataclass(frozen=True)
class OpenRequest(Action, prefix="Pd"):
    """One request: what is asked, why, and the decision."""

    request: int


@dataclass(frozen=True)
class ApproveEntry(Action, prefix="Pa"):
    request: int


@dataclass(frozen=True)
class RefuseEntry(Action, prefix="Pf"):
    request: int


@dataclass(frozen=True)
class CommentRefusal(Action, prefix="Pb"):
    """Refuse and say why (asks for text)."""

    request: int


@dataclass(frozen=True)
class ShowRequestFiles(Action, prefix="Ph"):
    """Send the files that came with a request."""

    request: int
