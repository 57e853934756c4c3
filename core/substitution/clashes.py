"""What stands in the way of a lesson at a place: the class, the teacher, the room (as the workbook's import sees it).

Lessons that overlap by less than half of the shorter one come from bells that differ by grade: no clash.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import text

from core.app import Work
from core.rules.names import initials_of
from core.substitution.lesson import OneOff
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_PUPILS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts

OVERLAPS = """
    {other}.status = 'planned' AND {other}.starts_at < {ends} AND {other}.ends_at > {starts}
    AND 2 * (least({other}.ends_at, {ends}) - greatest({other}.starts_at, {starts}))
        >= least({other}.ends_at - {other}.starts_at, {ends} - {starts})
"""
"""SQL: another lesson rings at the same time. Times are columns or casts of bound moments."""

STARTS, ENDS = "CAST(:starts AS timestamptz)", "CAST(:ends AS timestamptz)"
GROUP = "CAST(:group AS varchar)"


@dataclass(frozen=True)
class Clash:
    """`who`: class, teacher, room, day-off or holiday. `lesson`: what stands there already, and who gives it."""

    who: str
    lesson: LessonFacts | None = None
    teacher: str = ""


# Two groups of a class may have lessons at one time unless a pupil is in both.
_CLASHES = text(f"""
    SELECT {LESSON_COLUMNS}, w.surname, w.given_name, w.patronymic,
           l.teacher_id = :teacher AS is_teacher,
           l.room <> '' AND lower(btrim(l.room)) = lower(btrim(CAST(:room AS varchar))) AS is_room,
           EXISTS (SELECT FROM load_class mine JOIN load_class theirs ON theirs.class_id = mine.class_id
                    WHERE mine.load_id = :load AND theirs.load_id = l.load_id)
           AND (t.group_name = '' OR {GROUP} = '' OR EXISTS (
                ({LESSON_PUPILS.format(load="l.load_id", day="l.on_date", group="t.group_name")})
                INTERSECT
                ({LESSON_PUPILS.format(load="CAST(:load AS integer)", day="l.on_date", group=GROUP)})
           )) AS is_class
      FROM {LESSON_TABLES} JOIN staff w ON w.id = l.teacher_id
     WHERE l.on_date = :day AND l.id <> :lesson AND {OVERLAPS.format(other="l", starts=STARTS, ends=ENDS)}
     ORDER BY l.starts_at, l.id
""")


async def clashes_at(work: Work, one: OneOff) -> list[Clash]:
    """What clashes with the lesson where it stands in these facts (written or not)."""
    lesson = one.lesson
    facts = {
        "lesson": lesson.id,
        "load": lesson.load_id,
        "group": lesson.group,
        "teacher": lesson.teacher_id,
        "room": lesson.room,
        "day": lesson.day,
        "starts": lesson.starts_at,
        "ends": lesson.ends_at,
    }
    found: list[Clash] = []
    for row in (await work.session.execute(_CLASHES, facts)).all():
        other, teacher = lesson_facts(work, row), initials_of(row.surname, row.given_name, row.patronymic)
        held = {"class": row.is_class, "teacher": row.is_teacher, "room": row.is_room}
        found += [Clash(who, other, teacher) for who, holds in held.items() if holds]
    return found


async def lessons_of_day(work: Work, day: date, one: OneOff) -> list[LessonFacts]:
    """Planned lessons of the lesson's classes or of its teacher on a day, itself left out."""
    facts = {"day": day, "lesson": one.lesson.id, "load": one.lesson.load_id, "teacher": one.lesson.teacher_id}
    return [lesson_facts(work, row) for row in (await work.session.execute(_OF_DAY, facts)).all()]


_OF_DAY = text(f"""
    SELECT {LESSON_COLUMNS} FROM {LESSON_TABLES}
     WHERE l.on_date = :day AND l.id <> :lesson AND l.status = 'planned'
       AND (l.teacher_id = :teacher OR EXISTS (
            SELECT FROM load_class mine JOIN load_class theirs ON theirs.class_id = mine.class_id
             WHERE mine.load_id = :load AND theirs.load_id = l.load_id))
     ORDER BY l.starts_at, l.id
""")
