"""Reminders to teachers before their terms: one message a person and step, with everything that waits (K2)."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any

from core.app import Work
from core.outbox import Kind, Push, enqueue
from core.recipients import accounts_of
from core.rules.reminding import due_moment, evening_moment, is_early, reminder_moments, work_moments
from core.rules.telling import awake
from core.terms import Door
from core.ticks import first_today
from core.timeliness.pages import MARKS, Page, Reading, Wanted, read_early_terms, read_terms
from core.timetable.lessons import lesson_line

Waiting = dict[tuple[int, datetime], list[tuple[Page, list[Wanted]]]]


async def remind_in_the_evening(work: Work) -> None:
    """Remind each teacher of what closes this evening, and of marks whose term is near; twice an evening.

    Run by a tick as often as it likes; a step missed is made up for until the next. Who lacks nothing gets nothing.
    """
    school = work.school
    moment = evening_moment(work.local_now, school.first_reminder, school.second_reminder)
    if moment is None or not await first_today(work, f"journal_{moment:%H%M}"):
        return
    reading = await read_terms(work)
    await _tell(work, _waiting(work, reading, lambda until: not is_early(until, school.second_reminder)))


async def remind_before_early_terms(work: Work) -> None:
    """Remind of terms within the day (homework an hour after the class's last lesson) a while before them.

    Run by a tick as often as it likes; each person hears once of a term.
    """
    second = work.school.second_reminder
    reading = await read_early_terms(work, second) if awake(work.local_now) else None
    if reading is not None:
        await _tell(work, _waiting(work, reading, lambda until: is_early(until, second)))


def _waiting(work: Work, reading: Reading, counts: Callable[[datetime], bool]) -> Waiting:
    """What each teacher is to be reminded of now, by teacher and the moment of the reminder."""
    found: Waiting = defaultdict(list)
    for page in reading.pages:
        by_moment: dict[datetime, list[Wanted]] = defaultdict(list)
        for wanted in page.wanted:
            moment = _due(work, reading, page, wanted) if counts(wanted.until) else None
            if moment is not None:
                by_moment[moment].append(wanted)
        for moment, parts in by_moment.items():
            found[page.lesson.teacher_id, moment].append((page, parts))
    return found


def _due(work: Work, reading: Reading, page: Page, wanted: Wanted) -> datetime | None:
    school = work.school
    moments = work_moments if wanted.part == MARKS else reminder_moments
    works: Callable[[date], bool] = partial(reading.calendar.works, grade=page.lesson.grade)
    begun = moments(wanted.until, page.lesson.day, school.first_reminder, school.second_reminder, works)
    return due_moment(begun, wanted.until, work.local_now)


async def _tell(work: Work, waiting: Waiting) -> None:
    if not waiting:
        return
    accounts = await accounts_of(work, {staff_id for staff_id, _ in waiting})
    await enqueue(
        work,
        [
            Push(
                kind=Kind.JOURNAL_REMINDER,
                door=Door.STAFF,
                to=to,
                facts={"lessons": [line for page, parts in pages for line in wanted_lines(page, parts)]},
                dedupe=f"{Kind.JOURNAL_REMINDER}:{moment:%Y%m%d%H%M}",
                due_at=work.now,
                expires_at=min(max(w.until for _, parts in pages for w in parts), work.end_of(work.today)),
            )
            for (staff_id, moment), pages in waiting.items()
            for to in accounts.get(staff_id, [])
        ],
    )


def wanted_lines(page: Page, wanted: list[Wanted] | tuple[Wanted, ...]) -> list[dict[str, Any]]:
    """A lesson as a message names it, once for each term: what is missing and until when."""
    terms: dict[datetime, list[Wanted]] = defaultdict(list)
    for one in wanted:
        terms[one.until].append(one)
    return [
        {
            **lesson_line(page.lesson),
            "day": page.lesson.day.isoformat(),
            "until": until.isoformat(timespec="seconds"),
            "parts": [one.part for one in parts],
            "unmarked": sum(one.unmarked for one in parts),
        }
        for until, parts in sorted(terms.items())
    ]
