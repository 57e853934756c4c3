"""When an announcement leaves, until when it is valid, what it asks, whether it is urgent (C2)."""

from collections.abc import Sequence
from datetime import date, datetime

from core.announcements.facts import Draft
from core.app import Work
from core.terms import Acknowledgement


async def set_urgent(work: Work, announcement_id: int, reason: str, *, seen: int | None = None) -> Draft:
    """Urgent for a reason; empty: not urgent. Raises TextTooLong."""
    raise NotImplementedError


async def set_acknowledgement(
    work: Work, announcement_id: int, kind: Acknowledgement, choices: Sequence[str] = (), *, seen: int | None = None
) -> Draft:
    """What it asks of its readers; `choices` of a CHOICE. Raises ChoicesWrong."""
    raise NotImplementedError


async def write_choices(work: Work, announcement_id: int, words: str, *, seen: int | None = None) -> Draft:
    """The answers to choose from as typed, one a line. Raises ChoicesWrong."""
    raise NotImplementedError


async def set_publish_at(work: Work, announcement_id: int, at: datetime | None, *, seen: int | None = None) -> Draft:
    """When it leaves; without a zone by the school's wall clock; None: at once. Raises PublishTimePast."""
    raise NotImplementedError


async def write_publish_at(work: Work, announcement_id: int, words: str, *, seen: int | None = None) -> Draft:
    """The same as typed: «завтра 8:00», «25.11 18:30», «19:00». Raises PublishTimeWrong, PublishTimePast."""
    raise NotImplementedError


async def set_ends_on(work: Work, announcement_id: int, day: date | None, *, seen: int | None = None) -> Draft:
    """Its last day on the board; None: it stays. Raises DatesPast, DatesWrong, AnnouncementEndsEarly."""
    raise NotImplementedError


async def write_ends_on(work: Work, announcement_id: int, words: str, *, seen: int | None = None) -> Draft:
    """The same as typed: «30.11», «до пятницы»."""
    raise NotImplementedError
