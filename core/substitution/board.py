"""«Замены»: what of a day, or of a class's day, is otherwise than in the timetable, and when it is told."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import text

from core.app import Work
from core.errors import NothingThere
from core.rights import CHANGES_TIMETABLE
from core.rules.telling import families_hear_at
from core.substitution.lesson import ONE_OFF_COLUMNS, ONE_OFF_TABLES, OneOff, one_off


@dataclass(frozen=True)
class Board:
    """A day's changes in the order of the bells.

    `waiting`: lessons whose changes the families have not heard of yet, `hear_at` when they will (None: the day is
    over). `may_change`: whether the reader may make changes.
    """

    day: date
    today: date
    lessons: tuple[OneOff, ...]
    waiting: frozenset[int]
    hear_at: datetime | None
    now: datetime
    may_change: bool


@dataclass(frozen=True)
class ClassLessons:
    """All lessons of a class that stand on a day, or would by the timetable."""

    class_id: int
    class_name: str
    day: date
    lessons: tuple[OneOff, ...]


CHANGED = """
    (l.status = 'cancelled' OR l.substituted_for_id IS NOT NULL OR l.teacher_id <> t.teacher_id
     OR (l.on_date, l.lesson_no) <> (l.origin_date, l.origin_no) OR l.room <> l.planned_room)
"""
"""SQL: the lesson is otherwise than in the timetable."""

_BOARD = text(f"""
    SELECT {ONE_OFF_COLUMNS},
           EXISTS (SELECT FROM lesson_change k WHERE k.lesson_id = l.id AND k.told_at IS NULL
                      AND k.after ->> 'about' = CAST(:about AS text)) AS waiting
      FROM {ONE_OFF_TABLES}
     WHERE (l.on_date = :day OR l.origin_date = :day)
       AND ({CHANGED} OR (w.dismissed < l.on_date AND l.status = 'planned'))
     ORDER BY l.lesson_no, l.starts_at, l.id
""")

_CLASS = text(f"""
    SELECT {ONE_OFF_COLUMNS} FROM {ONE_OFF_TABLES}
      JOIN load_class of_class ON of_class.load_id = l.load_id AND of_class.class_id = :class
     WHERE l.on_date = :day OR l.origin_date = :day
     ORDER BY l.lesson_no, l.starts_at, l.id
""")
_CLASSES = text("SELECT id, name FROM class_unit WHERE year_id = :year ORDER BY grade_level, key")
_CLASS_NAME = text("SELECT name FROM class_unit WHERE id = :class")


async def board(work: Work, day: date | None = None) -> Board:
    """The day's changes (none: today), for all the staff; lessons whose teacher has left stand there too.

    Raises NotConnected.
    """
    work.actor.require_staff()
    day = day or work.today
    rows = (await work.session.execute(_BOARD, {"day": day, "about": day.isoformat()})).all()
    return Board(
        day=day,
        today=work.today,
        lessons=tuple(one_off(work, row) for row in rows),
        waiting=frozenset(row.lesson_id for row in rows if row.waiting),
        hear_at=families_hear_at(day, work.local_now),
        now=work.local_now,
        may_change=work.actor.holds(*CHANGES_TIMETABLE),
    )


async def class_lessons(work: Work, class_id: int, day: date) -> ClassLessons:
    """For those who make changes. Raises NotConnected, AccessDenied, NothingThere."""
    work.actor.require_role(*CHANGES_TIMETABLE)
    name: str | None = (await work.session.execute(_CLASS_NAME, {"class": class_id})).scalar()
    if name is None:
        raise NothingThere
    rows = (await work.session.execute(_CLASS, {"class": class_id, "day": day})).all()
    return ClassLessons(class_id, name, day, tuple(one_off(work, row) for row in rows))


async def classes_to_change(work: Work) -> list[tuple[int, str]]:
    """Every class of the year (id, name), for those who make changes. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*CHANGES_TIMETABLE)
    rows = await work.session.execute(_CLASSES, {"year": work.school.year_id})
    return [(row.id, row.name) for row in rows]
