"""At the bell the lesson's card comes to the teachers who want it."""

from sqlalchemy import text

from core.app import Work
from core.outbox import Kind, Push, Recipient, enqueue
from core.terms import Door
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import lesson_facts, lesson_line

_RINGING = text(f"""
    SELECT {LESSON_COLUMNS}, a.id AS account_id, k.id AS link_id
      FROM {LESSON_TABLES}
      JOIN link k ON k.staff_id = l.teacher_id AND k.revoked_at IS NULL
      JOIN account a ON a.id = k.account_id AND a.bell_cards
     WHERE l.on_date = :day AND l.status = 'planned' AND l.roll_taken_at IS NULL
       AND l.starts_at <= :now AND l.ends_at > :now
     ORDER BY l.id, a.id
""")


async def ring_bells(work: Work) -> None:
    """Write the card of each lesson that runs now, once for a lesson and account; it is of use until the lesson ends.

    Run by a tick as often as it likes.
    """
    rows = (await work.session.execute(_RINGING, {"day": work.today, "now": work.now})).all()
    await enqueue(
        work,
        [
            Push(
                kind=Kind.LESSON_CARD,
                door=Door.STAFF,
                to=Recipient(row.account_id, row.link_id),
                facts=lesson_line(lesson_facts(work, row)),
                dedupe=f"{Kind.LESSON_CARD}:{row.lesson_id}",
                due_at=row.starts_at,
                expires_at=row.ends_at,
            )
            for row in rows
        ],
    )
