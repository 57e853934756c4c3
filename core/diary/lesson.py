"""One lesson of a child in full (F1)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import text

from core.app import Work
from core.diary.children import open_child
from core.diary.day import DiaryDay, read_days
from core.diary.day_rows import DiaryLesson
from core.errors import NothingThere
from core.homework.family import ChildTask, tasks_at


@dataclass(frozen=True)
class ChildLesson:
    """A lesson with the day it stands on and the id of its study period (None: in none).

    Homework: `given` at it, `due` at it.
    """

    day: DiaryDay
    lesson: DiaryLesson
    period_id: int | None
    given: tuple[ChildTask, ...]
    due: tuple[ChildTask, ...]


_WHERE = text("""
    SELECT l.on_date, (SELECT p.id FROM study_period p
                        WHERE p.year_id = c.year_id AND p.kind <> 'year' AND l.on_date BETWEEN p.starts AND p.ends
                          AND c.grade_level BETWEEN p.grade_from AND p.grade_to) AS period_id
      FROM lesson l JOIN load_class lc ON lc.load_id = l.load_id JOIN class_unit c ON c.id = lc.class_id
      JOIN enrolment e ON e.class_id = c.id AND e.pupil_id = :pupil
       AND e.starts <= l.on_date AND (e.ends IS NULL OR e.ends >= l.on_date)
     WHERE l.id = :lesson
""")


async def child_lesson(work: Work, pupil_id: int, lesson_id: int) -> ChildLesson:
    """A lesson of the child where it stands now.

    Raises NotConnected, AccessDenied, ConsentNeeded; NothingThere when it is no lesson of this child.
    """
    await open_child(work, pupil_id)
    stands = (await work.session.execute(_WHERE, {"pupil": pupil_id, "lesson": lesson_id})).one_or_none()
    if stands is None:
        raise NothingThere
    return await _on_its_day(work, pupil_id, lesson_id, stands.on_date, stands.period_id)


async def _on_its_day(work: Work, pupil_id: int, lesson_id: int, on_date: date, period_id: int | None) -> ChildLesson:
    (day,) = await read_days(work, [(pupil_id, on_date)], homework=False)
    lesson = next((x for x in day.lessons if x.id == lesson_id), None)
    if lesson is None:  # of a group that is not the child's
        raise NothingThere
    tasks = await tasks_at(work, pupil_id, lesson_id)
    given, due = (tuple(x for x in tasks if (x.task.lesson_id == lesson_id) is here) for here in (True, False))
    return ChildLesson(day, lesson, period_id, given, due)
