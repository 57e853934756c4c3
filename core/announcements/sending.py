"""The preview and the one confirmation (C2)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text, update

from core.announcements.audience import allowed
from core.announcements.drafts import Held, read_draft
from core.announcements.facts import Draft, Preview, Reach, Sent, State, Unit
from core.announcements.people import PEOPLE, asked, person_of, reach_of
from core.announcements.settings import require_ahead, require_end
from core.announcements.words import words_of
from core.app import Work
from core.audit import record
from core.errors import AccessDenied
from core.errors.announcements import AnnouncementClassGone, AnnouncementEmpty, AnnouncementToNobody
from core.rules.telling import next_waking
from storage.models import Announcement

_REACH = text(f"""
    WITH {PEOPLE},
    reached AS (
        SELECT {person_of("p")} AS person, p.class_id, p.staff_id IS NOT NULL AS staff, {reach_of("p")} AS reach
          FROM people p
    )
    SELECT g.*, c.name FROM (
        SELECT grouping(class_id, staff) AS whole, class_id, staff, count(DISTINCT person) AS people,
               count(DISTINCT person) FILTER (WHERE reach = 2) AS connected,
               count(DISTINCT person) FILTER (WHERE reach = 1) AS unreachable,
               count(DISTINCT person) FILTER (WHERE reach = 0) AS not_connected
          FROM reached GROUP BY GROUPING SETS ((), (class_id, staff))) g
      LEFT JOIN class_unit c ON c.id = g.class_id
     ORDER BY c.grade_level, c.key
""")


@dataclass(frozen=True)
class _Reached:
    """All people, those of each class, the staff."""

    everybody: Reach
    classes: tuple[tuple[Unit, Reach], ...]
    staff: Reach


async def preview(work: Work, announcement_id: int) -> Preview:
    """As its readers will see it, and how many they are; raises nothing of what `confirm` would."""
    held = await read_draft(work, announcement_id)
    found = await _reached(work, held)
    unheard = bool(found.classes) and _unheard(work, held.draft)
    return Preview(held.draft, words_of(held.row), found.everybody, found.classes, found.staff, unheard)


async def confirm(work: Work, announcement_id: int, *, seen: int) -> Sent:
    """Let it go at its time; pressed again, or on another phone, it goes once.

    Raises AnnouncementEmpty, AnnouncementToNobody, AnnouncementClassGone, PublishTimePast, AnnouncementEndsEarly,
    AccessDenied (a class that is not the author's any more).
    """
    held = await read_draft(work, announcement_id, hold=True)
    draft = held.draft
    if draft.state is not State.DRAFT:
        return Sent(draft.id, draft.publish_at, "already")
    if draft.rev != seen:
        return Sent(draft.id, draft.publish_at, "changed")
    people = await _require_ready(work, held)
    await work.session.execute(
        update(Announcement)
        .where(Announcement.id == announcement_id)
        .values(confirmed_at=work.now, rev=Announcement.rev + 1)
    )
    record(work, "announcement.confirm", "announcement", announcement_id, after=_said(held, people))
    return Sent(draft.id, draft.publish_at)


async def _require_ready(work: Work, held: Held) -> int:
    """How many people it would come to now. Raises as `confirm`."""
    draft = held.draft
    if draft.empty:
        raise AnnouncementEmpty
    if not allowed(draft.may, held.row.audience) and not draft.audience.gone:
        raise AccessDenied(announcement=draft.id)
    leaves: datetime = draft.publish_at or work.local_now
    if draft.publish_at is not None:
        require_ahead(work, draft.publish_at)
    require_end(draft.ends_on, leaves)
    if draft.audience.nobody:
        raise AnnouncementToNobody
    if draft.audience.gone:
        raise AnnouncementClassGone(names=", ".join(draft.audience.gone))
    found = (await _reached(work, held)).everybody
    if not found.people:
        raise AnnouncementToNobody
    return found.people


def _unheard(work: Work, draft: Draft) -> bool:
    """Whether families would be woken after its end only: what is not urgent waits for the morning."""
    leaves = draft.publish_at or work.local_now
    return draft.ends_on is not None and not draft.urgent and next_waking(leaves) >= work.end_of(draft.ends_on)


async def _reached(work: Work, held: Held) -> _Reached:
    facts = asked(work, held.row.audience, held.row.made_by)
    everybody, staff = Reach(), Reach()
    classes: list[tuple[Unit, Reach]] = []
    for row in (await work.session.execute(_REACH, facts)).all():
        reach = Reach(row.people, row.connected, row.not_connected, row.unreachable)
        if row.whole:
            everybody = reach
        elif row.staff:
            staff = reach
        else:
            classes.append((Unit(row.class_id, row.name), reach))
    return _Reached(everybody, tuple(classes), staff)


def _said(held: Held, people: int) -> dict[str, Any]:
    draft = held.draft
    return {
        "body": draft.body,
        "audience": held.row.audience,
        "files": [file.id for file in draft.files],
        "urgent": draft.urgent_reason,
        "acknowledgement": draft.acknowledgement,
        "publish_at": draft.publish_at.isoformat() if draft.publish_at else None,
        "ends_on": draft.ends_on.isoformat() if draft.ends_on else None,
        "people": people,
    }
