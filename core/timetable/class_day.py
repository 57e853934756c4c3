"""The pages of others: a class's lessons of a day, and the classes of the school (A1 scopes)."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import text

from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.rules.names import initials_of
from core.terms import Role
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, leads, lesson_facts

SEES_ALL = (Role.DIRECTOR, Role.DEPUTY_HEAD)


@dataclass(frozen=True)
class ClassLesson:
    """A lesson of the class and who gives it."""

    lesson: LessonFacts
    teacher: str
    absent: int
    late: int


@dataclass(frozen=True)
class ClassDay:
    """A class's lessons in the order of the bells. `now` is the school's wall clock."""

    class_id: int
    class_name: str
    day: date
    now: datetime
    lessons: tuple[ClassLesson, ...]


@dataclass(frozen=True)
class ClassState:
    """A class now: rolls taken of lessons begun, pupils absent from any lesson."""

    class_id: int
    name: str
    taken: int
    begun: int
    absent: int


async def class_day(work: Work, class_id: int, day: date | None = None) -> ClassDay:
    """The pages of a class's day, for its class leader, deputies and the director.

    Raises NotConnected, AccessDenied, NothingThere.
    """
    work.actor.require_staff()
    if not (leads(work, [class_id]) or work.actor.holds(*SEES_ALL)):
        raise AccessDenied(class_id=class_id)
    day = day or work.today
    name: str | None = (await work.session.execute(_NAME, {"class": class_id})).scalar()
    if name is None:
        raise NothingThere
    rows = await work.session.execute(_LESSONS, {"class": class_id, "day": day})
    lessons = [
        ClassLesson(
            lesson_facts(work, row), initials_of(row.surname, row.given_name, row.patronymic), row.absent, row.late
        )
        for row in rows.all()
    ]
    return ClassDay(class_id, name, day, work.local_now, tuple(lessons))


async def school_day(work: Work) -> list[ClassState]:
    """Every class today, for deputies and the director. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*SEES_ALL)
    facts = {"year": work.school.year_id, "day": work.today, "now": work.now}
    rows = await work.session.execute(_SCHOOL, facts)
    return [ClassState(row.id, row.name, row.taken, row.begun, row.absent) for row in rows.all()]


_NAME = text("SELECT name FROM class_unit WHERE id = :class")

_LESSONS = text(f"""
    SELECT {LESSON_COLUMNS}, w.surname, w.given_name, w.patronymic,
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

_SCHOOL = text("""
    SELECT c.id, c.name,
           count(DISTINCT l.id) FILTER (WHERE l.roll_taken_at IS NOT NULL) AS taken,
           count(DISTINCT l.id) FILTER (WHERE l.starts_at <= :now OR l.roll_taken_at IS NOT NULL) AS begun,
           count(DISTINCT a.pupil_id) AS absent
      FROM class_unit c
      LEFT JOIN load_class lc ON lc.class_id = c.id
      LEFT JOIN lesson l ON l.load_id = lc.load_id AND l.on_date = :day AND l.status = 'planned'
      LEFT JOIN attendance a ON a.lesson_id = l.id AND a.status = 'absent'
       AND EXISTS (SELECT 1 FROM enrolment e WHERE e.pupil_id = a.pupil_id AND e.class_id = c.id)
     WHERE c.year_id = :year
     GROUP BY c.id ORDER BY c.grade_level, c.key
""")
