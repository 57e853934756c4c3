"""Class leaders are reminded of cards to confirm, once a month (P2)."""

from datetime import time

from sqlalchemy import text

from core.app import Work
from core.entries import working_days
from core.pupil_cards.card_sql import DUE, LAST, STAYS, due_facts
from core.pupil_cards.telling import tell_of_due
from core.ticks import first_today

TICK = "cards_due"
MORNING, NIGHT = time(9), time(20)
GRADES = range(1, 13)

_COUNTS = text(f"""
    SELECT c.id, c.name, count(*) AS due
      FROM class_unit c
      JOIN enrolment e ON e.class_id = c.id AND {STAYS}
      JOIN pupil p ON p.id = e.pupil_id
      {LAST}
     WHERE c.year_id = :year AND c.class_leader_id IS NOT NULL AND {DUE}
     GROUP BY c.id ORDER BY c.id
""")


async def remind_of_cards(work: Work) -> None:
    """Tell each class leader with cards to confirm, on the first school day of the month on which there are any.

    From 9:00; run by a tick as often as it likes, a day missed is made up for on the next one.
    """
    if not MORNING <= work.local_now.time() < NIGHT or not await first_today(work, TICK):
        return
    calendar = await working_days(work, work.today)
    if not any(calendar.works(work.today, grade) for grade in GRADES):
        return
    rows = await work.session.execute(_COUNTS, {"year": work.school.year_id, **due_facts(work)})
    due = [(class_id, name, count) for class_id, name, count in rows]
    if due:
        await tell_of_due(work, due)
