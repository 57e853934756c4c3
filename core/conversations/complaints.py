"""Complaints: only by them may the management read a conversation of others, and both sides are told (C1)."""

from core.app import Work
from core.conversations.facts import ComplaintLine


async def complain(work: Work, conversation_id: int, said: str) -> int:
    """A side complains; the sides and the management are told. Its id; while one stands open, that one.

    Raises NotConnected, ConsentNeeded, AccessDenied, NothingThere (no words), TextTooLong.
    """
    raise NotImplementedError


async def complaint(work: Work, complaint_id: int) -> ComplaintLine:
    """Raises NotConnected, AccessDenied, NothingThere."""
    raise NotImplementedError


async def complaints(work: Work, first: int = 0, size: int = 8) -> tuple[tuple[ComplaintLine, ...], int]:
    """Open ones first, the newest first, and how many there are. Raises NotConnected, AccessDenied."""
    raise NotImplementedError


async def close_complaint(work: Work, complaint_id: int, outcome: str) -> int:
    """Close it with an outcome that the sides are told; its conversation. A second press changes nothing.

    Raises NotConnected, AccessDenied, NothingThere, TextTooLong.
    """
    raise NotImplementedError
