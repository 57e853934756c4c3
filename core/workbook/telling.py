"""Families hear once when a new workbook changes the lessons of today or tomorrow, as of a substitution (P7)."""

import json
from collections import defaultdict
from datetime import date, timedelta
from hashlib import blake2s
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.outbox import Kind, Priority, Push, enqueue
from core.recipients import Relative, families_of
from core.rules.telling import families_hear_at
from core.terms import Door
from core.timetable.lesson_sql import LESSON_PUPILS

Days = dict[tuple[int, date], list[dict[str, Any]]]
"""By pupil and day the lessons still ahead, in the order of the bells."""

_DAYS = text(f"""
    WITH reached AS (
        SELECT g.pupil_id FROM link k JOIN guardianship g ON g.guardian_id = k.guardian_id WHERE k.revoked_at IS NULL
        UNION SELECT pupil_id FROM link WHERE pupil_id IS NOT NULL AND revoked_at IS NULL)
    SELECT m.pupil_id, l.on_date, l.lesson_no, l.starts_at, l.ends_at, l.room, s.name AS subject, t.group_name
      FROM lesson l JOIN teaching_load t ON t.id = l.load_id JOIN subject s ON s.id = t.subject_id,
           LATERAL ({LESSON_PUPILS.format(load="l.load_id", day="l.on_date", group="t.group_name")}) m
     WHERE l.on_date BETWEEN :today AND :tomorrow AND l.status = 'planned' AND l.starts_at > :now
       AND m.pupil_id IN (SELECT pupil_id FROM reached)
     ORDER BY l.starts_at, l.id
""")

# What waits to be sent is said anew, from what the families know.
_TAKE_BACK = text("""
    UPDATE outbox SET status = 'superseded'
     WHERE kind = :kind AND status = 'pending' AND facts ->> 'day' = ANY(CAST(:days AS text[]))
    RETURNING subject_id AS pupil_id, facts ->> 'day' AS day, facts -> 'before' AS before
""")


async def days_ahead(work: Work) -> Days:
    """Today's and tomorrow's lessons of the pupils whose families have a phone; empty where nothing is laid out."""
    span = {"today": work.today, "tomorrow": work.today + timedelta(days=1), "now": work.now}
    days: Days = defaultdict(list)
    for row in await work.session.execute(_DAYS, span):
        days[row.pupil_id, row.on_date].append(
            {
                "number": row.lesson_no,
                "starts": work.local(row.starts_at).strftime("%H:%M"),
                "ends": work.local(row.ends_at).strftime("%H:%M"),
                "subject": row.subject,
                "group": row.group_name,
                "room": row.room,
            }
        )
    return days


async def tell_families(work: Work, before: Days) -> None:
    """Write to the families whose day is not what it was `before` the workbook; those of today hear at once.

    A first timetable is no change.
    """
    if not before:
        return
    after = await days_ahead(work)
    known = {**before, **await _not_told_yet(work)}
    changed = sorted(key for key in {*known, *after} if known.get(key, []) != after.get(key, []))
    families = await families_of(work, {pupil_id for pupil_id, _ in changed})
    pushes = [
        _push(work, pupil_id, day, name, to, known.get((pupil_id, day), []), after.get((pupil_id, day), []))
        for pupil_id, day in changed
        if pupil_id in families
        for name, relatives in [families[pupil_id]]
        for to in relatives
        if day == work.today or to.timetable_news
    ]
    await enqueue(work, pushes)


async def _not_told_yet(work: Work) -> Days:
    """What stood before earlier workbooks of which nobody has heard yet."""
    days = [(work.today + timedelta(days=ahead)).isoformat() for ahead in (0, 1)]
    rows = await work.session.execute(_TAKE_BACK, {"kind": Kind.TIMETABLE_CHANGED, "days": days})
    return {(row.pupil_id, date.fromisoformat(row.day)): row.before for row in rows}


def _push(
    work: Work,
    pupil_id: int,
    day: date,
    name: str,
    to: Relative,
    before: list[dict[str, Any]],
    after: list[dict[str, Any]],
) -> Push:
    facts = {"pupil_id": pupil_id, "pupil": name, "day": day.isoformat(), "before": before, "lessons": after}
    content = blake2s(json.dumps([before, after], sort_keys=True).encode(), digest_size=8).hexdigest()
    return Push(
        kind=Kind.TIMETABLE_CHANGED,
        door=Door.FAMILY,
        to=to,
        facts={**facts, "today": day == work.today},
        dedupe=f"{Kind.TIMETABLE_CHANGED}:{pupil_id}:{day}:{work.now.timestamp():.3f}:{content}",
        due_at=families_hear_at(day, work.local_now) or work.now,
        expires_at=work.end_of(day),
        priority=Priority.URGENT if day == work.today else Priority.PERSONAL,
        subject_id=pupil_id,
        order=f"{Kind.LESSONS_CHANGED}:{pupil_id}:{day}",
    )
