"""A gentle reminder to those who have not read or answered, at most once a day (C2)."""

from core.announcements.facts import Progress
from core.app import Work


async def remind(work: Work, announcement_id: int, *, seen: int) -> tuple[Progress, int]:
    """Remind who is silent and was not reminded today (a class leader: of the own classes); how many people that were.

    Raises as `watching.progress`; AnnouncementOver, AnnouncementWithdrawn.
    """
    raise NotImplementedError
