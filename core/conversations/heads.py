"""A conversation with the actor's place in it, as every reading and writing asks first (C1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.conversations.sides import about
from core.conversations.voices import MINE, Voice
from core.terms import Topic

_HEADS = text(f"""
    SELECT c.id, c.topic, c.pupil_id, c.class_id, c.key, mine.id AS side, mine.staff_id, mine.guardian_id,
           mine.pupil_id AS own_pupil_id, mine.office, coalesce(mine.unread, 0) AS unread,
           concat_ws(' ', me.surname, me.given_name, nullif(me.patronymic, '')) AS author,
           u.surname, u.given_name, k.name AS class_name, l.on_date, b.name AS subject,
           c.pupil_id IS NOT NULL AND NOT EXISTS (SELECT FROM enrolment e
              WHERE e.pupil_id = c.pupil_id AND (e.ends IS NULL OR e.ends >= :today)) AS pupil_left,
           silence.ends_at AS muted_until, coalesce(silence.reason, '') AS mute_reason,
           (SELECT min(q.id) FROM complaint q WHERE q.conversation_id = c.id AND q.closed_at IS NULL) AS complaint_id,
           (SELECT max(q.closed_at) FROM complaint q WHERE q.conversation_id = c.id) AS complaint_over
      FROM conversation c
      LEFT JOIN LATERAL (
        SELECT p.* FROM participant p WHERE p.conversation_id = c.id AND {MINE}
         ORDER BY p.office NULLS FIRST, p.id LIMIT 1) mine ON true
      LEFT JOIN LATERAL (
        SELECT m.ends_at, m.reason FROM mute m
         WHERE m.lifted_at IS NULL AND m.ends_at > :now
           AND (m.staff_id = CAST(:voice_staff AS integer) OR m.guardian_id = mine.guardian_id
                OR m.pupil_id = mine.pupil_id)
         ORDER BY m.ends_at DESC LIMIT 1) silence ON true
      LEFT JOIN staff me ON me.id = CAST(:voice_staff AS integer)
      LEFT JOIN pupil u ON u.id = c.pupil_id
      LEFT JOIN class_unit k ON k.id = c.class_id
      LEFT JOIN lesson l ON l.id = c.lesson_id
      LEFT JOIN teaching_load t ON t.id = l.load_id
      LEFT JOIN subject b ON b.id = t.subject_id
     WHERE c.id = ANY(CAST(:conversations AS integer[]))
     ORDER BY c.id
""")


@dataclass(frozen=True)
class Head:
    """`side` is the actor's participant, 0: none. `lesson`: its subject and day.

    `guardian_id`, `own_pupil_id`: as whom of a family account the actor sits here; `author`: a member of staff by name.
    """

    id: int
    topic: Topic
    key: str
    pupil_id: int | None
    class_id: int | None
    about: str
    lesson: str
    side: int
    guardian_id: int | None
    own_pupil_id: int | None
    author: str
    unread: int
    pupil_left: bool
    muted_until: datetime | None
    mute_reason: str
    complaint_id: int | None
    complaint_over: datetime | None

    @property
    def complained(self) -> bool:
        """Whether somebody complains of it, or did."""
        return self.complaint_id is not None or self.complaint_over is not None

    @property
    def read_until(self) -> datetime | None:
        """What was said later is not the management's to read: its complaint was closed. None: there is no such end."""
        return None if self.side or self.complaint_id is not None else self.complaint_over


async def heads_of(work: Work, who: Voice, conversation_ids: Sequence[int]) -> list[Head]:
    """Those that exist, by id, in one statement."""
    facts = {**who.facts, "conversations": list(conversation_ids), "today": work.today, "now": work.now}
    return [_head(row) for row in (await work.session.execute(_HEADS, facts)).all()]


def _head(row: Row[Any]) -> Head:
    return Head(
        id=row.id,
        topic=Topic(row.topic),
        key=row.key,
        pupil_id=row.pupil_id,
        class_id=row.class_id,
        about=about(row),
        lesson=f"{row.subject}, {row.on_date:%d.%m}" if row.subject else "",
        side=row.side or 0,
        guardian_id=row.guardian_id,
        own_pupil_id=row.own_pupil_id,
        author=row.author,
        unread=row.unread,
        pupil_left=row.pupil_left,
        muted_until=row.muted_until,
        mute_reason=row.mute_reason,
        complaint_id=row.complaint_id,
        complaint_over=row.complaint_over,
    )
