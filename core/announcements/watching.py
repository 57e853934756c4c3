"""What came of an announcement: delivered, read, answered, by class and by name (C2)."""

from core.actions.announcing import Readers
from core.announcements.facts import Names, Progress
from core.app import Work


async def progress(work: Work, announcement_id: int) -> Progress:
    """For its author, the director, deputies and the administrator; a class leader sees the own classes only.

    Raises NotConnected, AccessDenied, NothingThere.
    """
    raise NotImplementedError


async def names(
    work: Work, announcement_id: int, readers: Readers, class_id: int | None = None, first: int = 0, size: int = 20
) -> Names:
    """Readers of one sort by class and name. Raises as `progress`."""
    raise NotImplementedError
