"""The preview and the one confirmation (C2)."""

from core.announcements.facts import Preview, Sent
from core.app import Work


async def preview(work: Work, announcement_id: int) -> Preview:
    """As its readers will see it, and how many they are; raises nothing of what `confirm` would."""
    raise NotImplementedError


async def confirm(work: Work, announcement_id: int, *, seen: int) -> Sent:
    """Let it go at its time; pressed again, or on another phone, it goes once.

    Raises AnnouncementEmpty, AnnouncementToNobody, AnnouncementClassGone, PublishTimePast, AnnouncementEndsEarly,
    AccessDenied (a class that is not the author's any more).
    """
    raise NotImplementedError
