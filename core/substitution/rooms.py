"""Rooms that are free at a lesson's hour."""

from sqlalchemy import text

from core.app import Work
from core.rules.names import sort_key
from core.substitution.clashes import ENDS, OVERLAPS, STARTS
from core.substitution.lesson import OneOff

_FREE = text(f"""
    SELECT DISTINCT r.room FROM timetable_slot r JOIN teaching_load t ON t.id = r.load_id AND t.year_id = :year
     WHERE r.room <> '' AND NOT EXISTS (
           SELECT FROM lesson b WHERE b.on_date = :day AND b.id <> :lesson
              AND lower(btrim(b.room)) = lower(btrim(r.room))
              AND {OVERLAPS.format(other="b", starts=STARTS, ends=ENDS)})
""")


async def free_rooms(work: Work, one: OneOff) -> list[str]:
    """Rooms of the timetable without a lesson at that hour, those nearest by name to the lesson's own floor first."""
    lesson = one.lesson
    facts = {
        "year": work.school.year_id,
        "day": lesson.day,
        "lesson": lesson.id,
        "starts": lesson.starts_at,
        "ends": lesson.ends_at,
    }
    found = [row.room for row in (await work.session.execute(_FREE, facts)).all() if row.room != lesson.room]
    return sorted(found, key=lambda room: (room[:1] != lesson.room[:1], len(room), sort_key(room)))
