"""The board of announcements, at both doors (C2)."""

from core.announcements.facts import Author, Board
from core.app import Work

STAFF_WAITING = "0"
"""SQL: how many announcements wait for the answer of staff `:staff` on `:today`."""
FAMILY_WAITING = "0"
"""SQL: the same of the family account `:account`."""


async def board(work: Work, first: int = 0, author: int | None = None, size: int = 8) -> Board:
    """What is valid for the reader. Raises NotConnected, ConsentNeeded."""
    raise NotImplementedError


async def authors(work: Work) -> tuple[Author, ...]:
    """Who wrote what stands on the reader's board, by name."""
    raise NotImplementedError
