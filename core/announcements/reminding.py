"""A gentle reminder to those who have not read or answered, at most once a day (C2)."""

from datetime import time, timedelta
from typing import Any

from sqlalchemy import Row, text

from core.announcements.drafts import AUTHOR, FILES, state_of
from core.announcements.facts import State
from core.announcements.outcome import Progress
from core.announcements.people import STUDIES
from core.announcements.publishing import asks_by_prompt, chats_of
from core.announcements.watching import READERS, SILENT, Watched, progress_of, watched
from core.announcements.words import words_of
from core.app import Work
from core.audit import record
from core.delivery.due import PUPILS
from core.errors.announcements import AnnouncementOver, AnnouncementWithdrawn
from core.outbox import Kind, Push, Recipient, enqueue
from core.terms import Door

USEFUL = timedelta(days=2)
"""So long a reminder is worth sending."""

_REMIND = text(f"""
    WITH {READERS},
    due AS (SELECT id, person FROM readers WHERE {SILENT} AND (reminded_at IS NULL OR reminded_at < :midnight)),
    noted AS (UPDATE announcement_reader r SET reminded_at = :now FROM due WHERE r.id = due.id)
    SELECT count(DISTINCT person) FROM due
""")
_WORDS = text(f"""
    SELECT n.*, {AUTHOR}, who.position, {FILES}
      FROM announcement n JOIN staff who ON who.id = n.made_by WHERE n.id = :id
""")
_STILL = f"r.reminded_at = :now AND r.read_at IS NULL AND (r.staff_id IS NOT NULL OR {STUDIES.format(of='r')})"
_TO = chats_of(_STILL)


async def remind(work: Work, announcement_id: int, *, seen: int) -> tuple[Progress, int]:
    """Remind who is silent and was not reminded today (a class leader: of the own classes); how many people that were.

    Somebody who answers meanwhile is not reminded. Raises as `watching.progress`; AnnouncementOver,
    AnnouncementWithdrawn. Note: `changed`.
    """
    found = await watched(work, announcement_id, hold=True)
    if found.row.rev != seen:
        return await progress_of(work, found, "changed"), 0
    _require_open(work, found)
    facts = {**found.facts, "now": work.now, "midnight": work.at(work.today, time(0))}
    people = (await work.session.execute(_REMIND, facts)).scalar_one()
    if people:
        await _send(work, found)
        record(work, "announcement.remind", "announcement", announcement_id, after={"people": people})
    return await progress_of(work, found, "" if people else "already"), people


def _require_open(work: Work, found: Watched) -> None:
    state = state_of(work, found.row)
    if state is State.WITHDRAWN:
        raise AnnouncementWithdrawn
    if state is State.OVER:
        raise AnnouncementOver(ends=found.row.ends_on)


async def _send(work: Work, found: Watched) -> None:
    row = (await work.session.execute(_WORDS, {"id": found.row.id})).one()
    to = (await work.session.execute(_TO, {"id": row.id, "now": work.now, "today": work.today})).all()
    await enqueue(work, [_push(work, row, chat) for chat in to])


def _push(work: Work, row: Row[Any], to: Row[Any]) -> Push:
    family = to.door == Door.FAMILY
    ends = work.now + USEFUL
    return Push(
        kind=Kind.ANNOUNCEMENT_REMINDER,
        door=Door(to.door),
        to=Recipient(to.account_id, to.link_id),
        facts={
            **words_of(row),
            "family": family,
            **asks_by_prompt(row, family=family),
            **({PUPILS: to.pupils, "children": to.names or []} if family else {}),
        },
        dedupe=f"{Kind.ANNOUNCEMENT_REMINDER}:{row.id}:{work.today}",
        due_at=work.now,
        expires_at=min(ends, work.end_of(row.ends_on)) if row.ends_on else ends,
        subject_id=row.id,
    )
