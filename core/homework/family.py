"""Homework as a family sees it: at the lessons of a day, in full, and its files; only what is for the child (J4 F1)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import text, update

from core.app import Work
from core.errors import NothingThere
from core.files import Page, kept_page
from core.homework.task_sql import FOR_PUPIL, ON_PAGE, TAKEN_OVER, TASK_COLUMNS, TASK_TABLES
from core.homework.tasks import Task, task_of
from storage.models import Homework


@dataclass(frozen=True)
class ChildTask:
    """A homework of a child, due at the lesson `lesson_id` (None: on the day, without a lesson)."""

    pupil_id: int
    lesson_id: int | None
    subject: str
    task: Task


_DAY = text(f"""
WITH pages AS (
    SELECT e.pupil_id, t.id AS load_id, t.subject_id
      FROM enrolment e JOIN load_class lc ON lc.class_id = e.class_id
      JOIN teaching_load t ON {ON_PAGE.format(day=":day")}
     WHERE e.pupil_id = ANY(:pupils)
),
held AS (
    SELECT p.pupil_id, p.load_id, p.subject_id, l.id AS lesson_id, l.on_date, l.starts_at
      FROM pages p JOIN lesson l ON l.load_id = p.load_id
     WHERE l.on_date = :day AND l.status = 'planned'
),
wanted AS (
    SELECT x.pupil_id, x.lesson_id, x.subject_id, h.id AS task_id
      FROM held x CROSS JOIN LATERAL ({TAKEN_OVER}) s JOIN homework h ON h.due_lesson_id = s.id
    UNION
    SELECT p.pupil_id, (SELECT x.lesson_id FROM held x WHERE x.load_id = p.load_id AND x.pupil_id = p.pupil_id
                         ORDER BY x.starts_at LIMIT 1), p.subject_id, h.id
      FROM homework h JOIN lesson g ON g.id = h.lesson_id JOIN pages p ON p.load_id = g.load_id
     WHERE h.due_lesson_id IS NULL AND h.due_on = :day
)
SELECT w.pupil_id, w.lesson_id AS at_lesson, s.name AS subject, {TASK_COLUMNS}
  FROM wanted w JOIN subject s ON s.id = w.subject_id CROSS JOIN {TASK_TABLES}
 WHERE h.id = w.task_id AND h.withdrawn_at IS NULL AND {FOR_PUPIL.format(pupil="w.pupil_id")}
 ORDER BY w.pupil_id, h.id
""")

_ONE = text(f"""
SELECT CAST(:pupil AS integer) AS pupil_id, due.id AS at_lesson, s.name AS subject, {TASK_COLUMNS}
  FROM {TASK_TABLES} JOIN teaching_load gt ON gt.id = g.load_id JOIN subject s ON s.id = gt.subject_id
 WHERE h.id = :task AND h.withdrawn_at IS NULL AND {FOR_PUPIL.format(pupil=":pupil")}
   AND EXISTS (SELECT 1 FROM enrolment e JOIN load_class lc ON lc.class_id = e.class_id
                 JOIN teaching_load t ON {ON_PAGE.format(day="coalesce(due.on_date, h.due_on)")}
                WHERE e.pupil_id = :pupil AND t.id = g.load_id)
""")


async def tasks_for(work: Work, day: date, pupil_ids: Collection[int]) -> list[ChildTask]:
    """What the pupils have to do for a day; the caller has the right to see them. A first look is remembered."""
    rows = (await work.session.execute(_DAY, {"day": day, "pupils": list(pupil_ids)})).all()
    found = [ChildTask(row.pupil_id, row.at_lesson, row.subject, task_of(row)) for row in rows]
    await _seen(work, [child.task for child in found])
    return found


async def child_task(work: Work, pupil_id: int, task_id: int) -> ChildTask:
    """One homework of a child in full.

    Raises NotConnected, AccessDenied, ConsentNeeded; NothingThere when it is not for this child.
    """
    work.actor.require_child(pupil_id)
    row = (await work.session.execute(_ONE, {"pupil": pupil_id, "task": task_id})).one_or_none()
    if row is None:
        raise NothingThere
    found = ChildTask(pupil_id, row.at_lesson, row.subject, task_of(row))
    await _seen(work, [found.task])
    return found


async def child_file(work: Work, pupil_id: int, task_id: int, file_id: int) -> tuple[ChildTask, Page]:
    """A file of it with its bytes. Raises as `child_task`."""
    found = await child_task(work, pupil_id, task_id)
    return found, await task_file(work, found.task, file_id)


async def task_file(work: Work, task: Task, file_id: int) -> Page:
    """A file of a homework that the actor may see. Raises NothingThere for any other file."""
    if file_id not in {file.id for file in task.files}:
        raise NothingThere
    return await kept_page(work, file_id)


async def _seen(work: Work, tasks: Collection[Task]) -> None:
    """From now on the families hear of changes."""
    untold = [task.id for task in tasks if not task.told]
    if untold:
        first = update(Homework).where(Homework.id.in_(untold), Homework.told_at.is_(None))
        await work.session.execute(first.values(told_at=work.now))
