"""The sheet of acknowledgements (лист ознакомления), to print (C2)."""

from core.announcements.facts import SheetFacts
from core.app import Work


async def sheet(work: Work, announcement_id: int) -> SheetFacts:
    """Every reader by class and name, and where each stands. Raises as `watching.progress`."""
    raise NotImplementedError
