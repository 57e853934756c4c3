"""Conversations of staff who leave go to a colleague (C1)."""

from core.app import Work
from core.conversations.facts import Colleague


async def to_hand_over(work: Work) -> tuple[tuple[Colleague, int], ...]:
    """Dismissed staff who still sit in conversations, and in how many. Raises NotConnected, AccessDenied."""
    raise NotImplementedError


async def count_of(work: Work, staff_id: int) -> int:
    """In how many conversations with families somebody sits. Raises NotConnected, AccessDenied."""
    raise NotImplementedError


async def hand_over(work: Work, from_staff_id: int, to_staff_id: int) -> int:
    """All conversations with families to a colleague; the families are told once. Returns how many.

    By the person, an administrator, director or deputy. Raises NotConnected, AccessDenied, NothingThere.
    """
    raise NotImplementedError
