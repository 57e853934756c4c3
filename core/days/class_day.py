"""The pages of others: a class's lessons of a day (A1 scopes)."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import text

from core.app import Work
from core.errors import NothingThere
from core.page.lacking import FILLING_COLUMNS, lacking
from core.rights import CHANGES_TIMETABLE, require_class
from core.rules.names import initials_of
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts


@dataclass(frozen=True)
class ClassLesson:
    """A lesson of the class, who gives it, and what its page still lacks (rules/filling.py)."""

    lesson: LessonFacts
    teacher: str
    absent: int
    late: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClassDay:
    """A class's lessons in the order of the bells. `now` is the school's wall clock; `may_change`: the timetable."""

    class_id: int
    class_name: str
    day: date
    now: datetime
    lessons: tuple[ClassLesson, ...]
    may_change: bool = False


async def class_day(work: Work, class_id: int, day: date | None = None) -> ClassDay:
    """The pages of a class's day, for its class leader, deputies and the director.

    Raises NotConnected, AccessDenied, NothingThere.
    """
    require_class(work, class_id)
    day = day or work.today
    name: str | None = (await work.session.execute(_NAME, {"class": class_id})).scalar()
    if name is None:
        raise NothingThere
    rows = await work.session.execute(_LESSONS, {"class": class_id, "day": day})
    lessons = [
        ClassLesson(
            lesson_facts(work, row),
            initials_of(row.surname, row.given_name, row.patronymic),
            row.absent,
            row.late,
            lacking(work, row),
        )
        for row in rows.all()
    ]
    return ClassDay(class_id, name, day, work.local_now, tuple(lessons), work.actor.holds(*CHANGES_TIMETABLE))


_NAME = text("SELECT name FROM class_unit WHERE id = :class")

_LESSONS = text(f"""
    SELECT {LESSON_COLUMNS}, {FILLING_COLUMNS}, w.surname, w.given_name, w.patronymic,
           count(a.pupil_id) FILTER (WHERE a.status = 'absent') AS absent,
           count(a.pupil_id) FILTER (WHERE a.status = 'late') AS late
      FROM {LESSON_TABLES}
      JOIN load_class of_class ON of_class.load_id = l.load_id AND of_class.class_id = :class
      JOIN staff w ON w.id = l.teacher_id
      LEFT JOIN attendance a ON a.lesson_id = l.id
     WHERE l.on_date = :day
     GROUP BY l.id, t.id, s.id, w.id
     ORDER BY l.starts_at, l.id
""")
