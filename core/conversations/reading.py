"""A conversation as one of its sides, or the management on a complaint, reads it (C1)."""

from core.app import Work
from core.conversations.facts import Talk
from core.files import Page

PAGE = 6


async def conversation(work: Work, conversation_id: int, before: int | None = None, size: int = PAGE) -> Talk:
    """The newest messages, or those older than the message `before`; opening marks all as read.

    Raises NotConnected, ConsentNeeded, NothingThere, AccessDenied (no side of it; management without a complaint).
    """
    raise NotImplementedError


async def file_of(work: Work, conversation_id: int, file_id: int) -> Page:
    """A file of a message of a conversation that the actor may read. Raises as `conversation`."""
    raise NotImplementedError
