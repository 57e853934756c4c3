"""An announcement as its reader opens and answers it, at both doors (C2)."""

from core.announcements.facts import Announced
from core.app import Work
from core.files import Page


async def announcement(work: Work, announcement_id: int) -> Announced:
    """One announcement; opening it is reading it where nothing is asked.

    Raises NotConnected, ConsentNeeded, NothingThere (also for whom it is not meant).
    """
    raise NotImplementedError


async def acknowledge(work: Work, announcement_id: int, answer: int | str | None = None) -> Announced:
    """«Прочитал(а)», the place of the chosen answer (from 0), or the number as typed; may be changed until its end.

    Raises AnnouncementOver, AnnouncementWithdrawn, NumberWrong, ButtonOutdated, and as `announcement`.
    """
    raise NotImplementedError


async def announcement_file(work: Work, announcement_id: int, file_id: int) -> Page:
    """A file of it with its bytes. Raises as `announcement`."""
    raise NotImplementedError
