"""The list of the actor's conversations: unread ones first, a page at a time (C1)."""

from sqlalchemy import ScalarSelect

from core.app import Work
from core.conversations.facts import Inbox

PAGE = 8


async def inbox(work: Work, first: int = 0, size: int = PAGE) -> Inbox:
    """Raises NotConnected, ConsentNeeded."""
    raise NotImplementedError


async def search(work: Work, words: str, first: int = 0, size: int = PAGE) -> Inbox:
    """Those with a side or a pupil of that surname or given name, or with such a word in any form.

    Raises NotConnected, ConsentNeeded.
    """
    raise NotImplementedError


def unread_sql(work: Work) -> ScalarSelect[int]:
    """How many conversations hold something unread for the actor, as a subquery for both homes' counters."""
    raise NotImplementedError
