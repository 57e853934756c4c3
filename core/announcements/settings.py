"""When an announcement leaves, until when it is valid, what it asks, whether it is urgent (C2)."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from core.announcements.drafts import change, read_draft
from core.announcements.facts import Draft
from core.app import Work
from core.errors import JournalError
from core.errors.announcements import AnnouncementEndsEarly, ChoicesWrong, PublishTimePast, PublishTimeWrong
from core.errors.dates import DatesPast, DatesWrong
from core.rules.dates import FARTHEST, parse_range
from core.rules.length import within
from core.terms import Acknowledgement

REASON = 200
CHOICES, CHOICE = 8, 40
"""How many answers there are at most, and how many characters each has: a button shows it."""

_LEADING = re.compile(r"^(?:в|во|on)\s+", re.IGNORECASE)
_CLOCK = re.compile(r"(?:\b(?:в|at)\s+)?(?<![\d.])([01]?\d|2[0-3])[:.]([0-5]\d)\s*$", re.IGNORECASE)


async def set_urgent(work: Work, announcement_id: int, reason: str, *, seen: int | None = None) -> Draft:
    """Urgent for a reason; empty: not urgent. Raises TextTooLong."""
    reason = within(" ".join(reason.split()), REASON)
    held = await read_draft(work, announcement_id, hold=True)
    return await change(work, held, seen, {"urgent": bool(reason), "urgent_reason": reason})


async def set_acknowledgement(
    work: Work, announcement_id: int, kind: Acknowledgement, choices: Sequence[str] = (), *, seen: int | None = None
) -> Draft:
    """What it asks of its readers; `choices` of a CHOICE. Raises ChoicesWrong."""
    offered = [" ".join(choice.split()) for choice in choices] if kind is Acknowledgement.CHOICE else []
    if kind is Acknowledgement.CHOICE:
        _require_choices(offered)
    held = await read_draft(work, announcement_id, hold=True)
    return await change(work, held, seen, {"acknowledgement": kind, "choices": offered})


async def write_choices(work: Work, announcement_id: int, words: str, *, seen: int | None = None) -> Draft:
    """The answers to choose from as typed, one a line. Raises ChoicesWrong."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return await set_acknowledgement(work, announcement_id, Acknowledgement.CHOICE, lines, seen=seen)


async def set_publish_at(work: Work, announcement_id: int, at: datetime | None, *, seen: int | None = None) -> Draft:
    """When it leaves; without a zone by the school's wall clock; None: at once.

    Raises PublishTimePast, PublishTimeWrong (over a year off).
    """
    moment = at.replace(tzinfo=work.school.zone) if at is not None and at.tzinfo is None else at
    if moment is not None:
        require_ahead(work, moment)
    held = await read_draft(work, announcement_id, hold=True)
    return await change(work, held, seen, {"publish_at": moment})


async def write_publish_at(work: Work, announcement_id: int, words: str, *, seen: int | None = None) -> Draft:
    """The same as typed: «завтра 8:00», «25.11 18:30», «19:00». Raises PublishTimeWrong, PublishTimePast."""
    return await set_publish_at(work, announcement_id, moment_of(words, work.today), seen=seen)


async def set_ends_on(work: Work, announcement_id: int, day: date | None, *, seen: int | None = None) -> Draft:
    """Its last day on the board; None: it stays. Raises DatesPast, DatesWrong, AnnouncementEndsEarly."""
    if day is not None and day < work.today:
        raise DatesPast(since=work.today)
    if day is not None and day > work.today + FARTHEST:
        raise DatesWrong
    held = await read_draft(work, announcement_id, hold=True)
    require_end(day, held.draft.publish_at)
    return await change(work, held, seen, {"ends_on": day})


async def write_ends_on(work: Work, announcement_id: int, words: str, *, seen: int | None = None) -> Draft:
    """The same as typed: «30.11», «до пятницы». Raises as `set_ends_on`."""
    said = words.strip().casefold()
    for word in ("до ", "по ", "till ", "until "):
        said = said.removeprefix(word)
    span = parse_range(said, work.today)
    if span.days != 1:
        raise DatesWrong
    return await set_ends_on(work, announcement_id, span.starts, seen=seen)


def require_ahead(work: Work, moment: datetime) -> None:
    """Raises PublishTimePast, PublishTimeWrong."""
    if moment <= work.now:
        raise PublishTimePast(at=work.local(moment))
    if moment > work.now + FARTHEST:
        raise PublishTimeWrong


def require_end(ends_on: date | None, publish_at: datetime | None) -> None:
    """Raises AnnouncementEndsEarly."""
    if ends_on is not None and publish_at is not None and ends_on < publish_at.date():
        raise AnnouncementEndsEarly(ends=ends_on, leaves=publish_at.date())


def moment_of(words: str, today: date) -> datetime:
    """A day and an hour as typed; without a day it is today. Raises PublishTimeWrong, PublishTimePast.

    The last numbers with a colon or dot are the hour, so that «25.11 18.30» reads too; «25.11» alone is no hour.
    """
    said = " ".join(words.split())
    clock = _CLOCK.search(said)
    if clock is None or (clock.start() == 0 and ":" not in clock[0]):
        raise PublishTimeWrong
    at = time(int(clock[1]), int(clock[2]))
    before = _LEADING.sub("", said[: clock.start()].strip(" ,;"))
    try:
        span = parse_range(before, today) if before else None
    except DatesPast as error:
        raise PublishTimePast(at=datetime.combine(today - timedelta(days=1), at)) from error
    except JournalError as error:
        raise PublishTimeWrong from error
    if span is not None and span.days != 1:
        raise PublishTimeWrong
    return datetime.combine(span.starts if span else today, at)


def _require_choices(choices: Sequence[str]) -> None:
    fits = all(0 < len(choice) <= CHOICE for choice in choices)
    if not (2 <= len(choices) <= CHOICES and fits and len(set(choices)) == len(choices)):
        raise ChoicesWrong(limit=CHOICES, length=CHOICE)
