"""Whoever works here no longer leaves no family without an answer (C1).

In the morning after the last day (a slip in the workbook is mended by then) conversations go by themselves to who
teaches the pupil the same now, else to the pupil's class leader. What nobody is named for, and all that was said to
director, deputies, administrators and secretaries, waits: the heads hear of it and hand it over in one go. What a
family writes meanwhile is kept for whoever comes.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import time, timedelta

from sqlalchemy import text

from core.app import Work
from core.conversations.handing import move
from core.outbox import Kind, enqueue_for_staff
from core.recipients import holders_of
from core.rights import HANDS_OVER
from core.rules.names import full_name
from core.rules.telling import next_waking
from core.terms import Role
from core.ticks import first_today

TICK = "conversations_of_departed"
FROM = time(7)
TOLD_FOR = timedelta(days=14)

_WORKS = "({0}.dismissed IS NULL OR {0}.dismissed >= :today)"
# Of pupils who still study here; nobody is left to answer the others.
_OPEN = """
    participant p
      JOIN conversation c ON c.id = p.conversation_id
      JOIN staff s ON s.id = p.staff_id AND s.dismissed < :today
      JOIN LATERAL (SELECT e.class_id FROM enrolment e
                     WHERE e.pupil_id = c.pupil_id AND (e.ends IS NULL OR e.ends >= :today)
                     ORDER BY e.starts LIMIT 1) stay ON true
     WHERE p.left_at IS NULL"""
_HEIRS = text(f"""
    SELECT c.id, p.staff_id AS former, CASE
           WHEN EXISTS (SELECT FROM staff_role r
                         WHERE r.staff_id = p.staff_id AND r.role = ANY(CAST(:office AS text[]))) THEN NULL
           ELSE coalesce(
             (SELECT CASE WHEN count(DISTINCT t.teacher_id) = 1 THEN min(t.teacher_id) END
                FROM load_class lc
                JOIN teaching_load t ON t.id = lc.load_id AND t.teacher_id <> p.staff_id
                JOIN staff n ON n.id = t.teacher_id AND {_WORKS.format("n")}
               WHERE lc.class_id = stay.class_id
                 AND (t.group_name = '' OR EXISTS (
                      SELECT FROM group_member g WHERE g.load_id = t.id AND g.pupil_id = c.pupil_id
                         AND g.starts <= :today AND (g.ends IS NULL OR g.ends >= :today)))
                 AND EXISTS (SELECT FROM lesson l WHERE l.load_id = t.id AND l.teacher_id = p.staff_id
                                AND l.substituted_for_id IS NULL)),
             (SELECT n.id FROM class_unit k JOIN staff n ON n.id = k.class_leader_id AND {_WORKS.format("n")}
               WHERE k.id = stay.class_id)) END AS heir
      FROM {_OPEN} ORDER BY c.id
""")
_WAITING = text(f"""
    SELECT s.id, s.surname, s.given_name, s.patronymic, count(*) AS conversations,
           count(*) FILTER (WHERE p.unread > 0) AS unread
      FROM {_OPEN} AND EXISTS (SELECT FROM conversation_message m WHERE m.conversation_id = c.id)
       AND (CAST(:only AS integer[]) IS NULL OR s.id = ANY(CAST(:only AS integer[])))
     GROUP BY s.id ORDER BY s.id
""")
_OFFICE = (Role.DIRECTOR, Role.DEPUTY_HEAD, Role.ADMINISTRATOR, Role.SECRETARY)
"""What they were told was meant for their office, not for a class leader."""


async def hand_on_departed(work: Work) -> None:
    """Once a day, from 7:00; run by a tick as often as it likes. Tells once of what waits, anew when it grows."""
    if work.local_now.time() < FROM or not await first_today(work, TICK):
        return
    facts = {"today": work.today, "office": [role.value for role in _OFFICE]}
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in (await work.session.execute(_HEIRS, facts)).all():
        if row.heir is not None:
            found[row.former, row.heir].append(row.id)
    for (former, heir), conversations in found.items():
        await move(work, former, heir, conversations)
    await tell_waiting(work)


async def tell_waiting(work: Work, departed: Iterable[int] | None = None) -> None:
    """The heads hear whose conversations wait for other hands (None: all who left), in how many of them a word does."""
    facts = {"today": work.today, "only": None if departed is None else list(departed)}
    rows = (await work.session.execute(_WAITING, facts)).all()
    holders = await holders_of(work, *HANDS_OVER) if rows else []
    for row in rows:
        told = {"to": "heads", "staff": row.id, "former": full_name(row)}
        await enqueue_for_staff(
            work,
            holders,
            Kind.CONVERSATION_HANDED,
            told | {"count": row.conversations, "unread": row.unread},
            dedupe=f"{Kind.CONVERSATION_HANDED}:waits:{row.id}:{row.conversations}:{row.unread}",
            due_at=next_waking(work.local_now),
            expires_at=work.now + TOLD_FOR,
        )
