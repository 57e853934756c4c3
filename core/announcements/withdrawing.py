"""Taking an announcement back (C2)."""

from core.announcements.facts import Progress
from core.app import Work


async def withdraw(work: Work, announcement_id: int, *, seen: int) -> Progress:
    """Off the board, and off the phones as far as the messenger allows; one that waits never leaves.

    For its author, the director, deputies and the administrator. Note: `already`, `changed`.
    """
    raise NotImplementedError
