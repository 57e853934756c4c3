"""The school is looked through each school day in the afternoon; the staff hear of what was found at once.

Where a class has no leader, or none with a bot, the parents are told all the same; deputies and the director see it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import islice
from typing import Any

from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.entries import working_days
from core.failing.facts import notice_facts
from core.failing.reading import (
    FailingSubject,
    Notice,
    PupilNow,
    all_pupils,
    failing_subjects,
)
from core.failing.staff_messages import Found, tell_class_leaders, tell_teachers
from core.recipients import guardians_of_each
from core.rules.failing import looks_now, may_repeat, tell_day
from core.rules.telling import EVENING
from core.ticks import first_today
from storage.base import table_of
from storage.models import FailingNotice

TICK = "failing"
BATCH = 60
"""Pupils whose marks are read at a time; between two of them the process answers others."""


async def find_failing(work: Work) -> None:
    """Write a notice for each pupil who is newly failing, or still, a week after the parents were told.

    Run by a tick as often as it likes; once a school day from 15:00, made up for until the night.
    """
    if not looks_now(work.local_now) or not await first_today(work, TICK):
        return
    calendar = await working_days(work, work.today)
    pupils = [p for p in await all_pupils(work) if _studies(work, p) and calendar.works(work.today, p.grade)]
    asked = [pupil for pupil in pupils if _may_be_found(work, pupil.notice)]
    failing: dict[int, tuple[FailingSubject, ...]] = {}
    for batch in _batches(asked):
        failing |= await failing_subjects(work, [(pupil, pupil.period) for pupil in batch])
    fresh = [pupil for pupil in asked if pupil.id in failing]
    if fresh:
        await _tell_staff(work, fresh, failing, await _write(work, fresh, failing))


def _studies(work: Work, pupil: PupilNow) -> bool:
    return pupil.period is not None and work.today <= pupil.period.ends


def _may_be_found(work: Work, notice: Notice | None) -> bool:
    """Not while a notice waits to be told, nor within a week after one was."""
    if notice is None or notice.dropped:
        return True
    return notice.told_at is not None and may_repeat(notice.told_at.date(), work.today)


def _batches(pupils: Iterable[PupilNow]) -> Iterator[Sequence[PupilNow]]:
    left = iter(pupils)
    while batch := list(islice(left, BATCH)):
        yield batch


async def _write(
    work: Work, pupils: Sequence[PupilNow], failing: dict[int, tuple[FailingSubject, ...]]
) -> Collection[int]:
    """The pupils of whom a notice was written."""
    rows: list[dict[str, Any]] = [
        {
            "pupil_id": pupil.id,
            "found_at": work.now,
            "facts": notice_facts(pupil.period, failing[pupil.id]),
            "tell_at": work.at(tell_day(work.today), EVENING),
        }
        for pupil in pupils
        if pupil.period is not None
    ]
    table = table_of(FailingNotice)
    written = await work.session.scalars(
        insert(table).values(rows).on_conflict_do_nothing().returning(table.c.pupil_id)
    )
    return set(written)


async def _tell_staff(
    work: Work, pupils: Sequence[PupilNow], failing: dict[int, tuple[FailingSubject, ...]], written: Collection[int]
) -> None:
    reached = await guardians_of_each(work, written)
    found = [Found(p, failing[p.id], alone=p.id not in reached) for p in pupils if p.id in written]
    until = work.at(tell_day(work.today), EVENING) + timedelta(hours=3)
    await tell_class_leaders(work, found, until)
    await tell_teachers(work, found, until)
