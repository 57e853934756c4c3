"""How much homework a class has for a day, by the teachers' estimates (the load guard)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import text

from core.app import Work
from core.homework.changing import Changed
from core.homework.task_sql import FOR_PUPIL, ON_PAGE, TAKEN_OVER
from core.rules.load_guard import homework_norm, homework_over
from core.timetable.lessons import LessonFacts


@dataclass(frozen=True)
class ClassLoad:
    """The most minutes that a pupil of the class has for the day, and the norm that they pass."""

    class_name: str
    day: date
    minutes: int
    norm: int


# Of each class of the lesson: the pupil with most to do, groups and chosen pupils each with their own.
_LOAD = text(f"""
WITH pages AS (
    SELECT e.class_id, e.pupil_id, t.id AS load_id
      FROM enrolment e JOIN load_class lc ON lc.class_id = e.class_id
      JOIN teaching_load t ON {ON_PAGE.format(day=":day")}
     WHERE e.class_id = ANY(:classes)
),
held AS (
    SELECT l.id AS lesson_id, l.load_id, l.on_date, l.starts_at FROM lesson l
     WHERE l.on_date = :day AND l.status = 'planned' AND l.load_id IN (SELECT load_id FROM pages)
),
due AS (
    SELECT h.id, h.minutes, x.load_id FROM held x CROSS JOIN LATERAL ({TAKEN_OVER}) s
      JOIN homework h ON h.due_lesson_id = s.id
     WHERE h.minutes IS NOT NULL AND h.withdrawn_at IS NULL
    UNION
    SELECT h.id, h.minutes, g.load_id FROM homework h JOIN lesson g ON g.id = h.lesson_id
     WHERE h.due_lesson_id IS NULL AND h.due_on = :day AND h.minutes IS NOT NULL AND h.withdrawn_at IS NULL
),
asked AS (
    SELECT p.class_id, p.pupil_id, sum(h.minutes) AS minutes FROM pages p JOIN due h ON h.load_id = p.load_id
     WHERE {FOR_PUPIL.format(pupil="p.pupil_id")}
     GROUP BY p.class_id, p.pupil_id
)
SELECT c.name, c.grade_level, max(a.minutes) AS minutes
  FROM asked a JOIN class_unit c ON c.id = a.class_id GROUP BY c.id ORDER BY c.key
""")


async def overloads(work: Work, lesson: LessonFacts, day: date) -> list[ClassLoad]:
    """The classes of the lesson that are asked for more than the norm for a day. Only estimated homework counts."""
    rows = await work.session.execute(_LOAD, {"classes": list(lesson.class_ids), "day": day})
    return [
        ClassLoad(row.name, day, int(row.minutes), homework_norm(row.grade_level))
        for row in rows
        if homework_over(row.grade_level, int(row.minutes))
    ]


async def overloads_with(work: Work, found: Changed) -> list[ClassLoad]:
    """The same for the day of a homework with an estimate; of one without, nothing can be said."""
    task = found.task
    return await overloads(work, found.lesson, task.due_on) if task.minutes and not task.withdrawn else []
