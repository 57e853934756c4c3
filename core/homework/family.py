"""Homework as a family sees it: at the lessons of a day, in full, and its files; only what is for the child (J4 F1)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, text, update

from core.app import Work
from core.diary.children import open_child
from core.errors import NothingThere
from core.files import Page, kept_page
from core.homework.task_sql import FOR_PUPIL, ON_PAGE, TAKEN_OVER, TASK_COLUMNS, TASK_TABLES
from core.homework.tasks import Task, task_of
from storage.models import Homework


@dataclass(frozen=True)
class ChildTask:
    """A homework of a child, due at the lesson `lesson_id` (None: on the day, without a lesson).

    `done`: the pupil's own tick; None for everybody else, whose business it is not.
    """

    pupil_id: int
    lesson_id: int | None
    subject: str
    task: Task
    subject_id: int = 0
    done: bool | None = None


# The pupil's own tick, for the pupil alone; `w` is the task wanted.
_DONE = """CASE WHEN w.pupil_id = ANY(:own) THEN EXISTS (
    SELECT 1 FROM homework_done hd WHERE hd.homework_id = h.id AND hd.pupil_id = w.pupil_id) END AS done"""

_SPAN = text(f"""
WITH held AS (
    SELECT e.pupil_id, t.id AS load_id, t.subject_id, l.id AS lesson_id, l.on_date, l.starts_at
      FROM enrolment e JOIN load_class lc ON lc.class_id = e.class_id
      JOIN lesson l ON l.load_id = lc.load_id AND l.on_date BETWEEN :first AND :last AND l.status = 'planned'
      JOIN teaching_load t ON {ON_PAGE.format(day="l.on_date")}
     WHERE e.pupil_id = ANY(:pupils)
),
wanted AS (
    SELECT x.pupil_id, x.lesson_id, x.subject_id, h.id AS task_id
      FROM held x CROSS JOIN LATERAL ({TAKEN_OVER}) s JOIN homework h ON h.due_lesson_id = s.id
    UNION
    SELECT e.pupil_id, (SELECT x.lesson_id FROM held x
                         WHERE x.load_id = t.id AND x.pupil_id = e.pupil_id AND x.on_date = h.due_on
                         ORDER BY x.starts_at LIMIT 1), t.subject_id, h.id
      FROM homework h JOIN lesson g ON g.id = h.lesson_id JOIN load_class lc ON lc.load_id = g.load_id
      JOIN enrolment e ON e.class_id = lc.class_id AND e.pupil_id = ANY(:pupils)
      JOIN teaching_load t ON {ON_PAGE.format(day="h.due_on")}
     WHERE h.due_lesson_id IS NULL AND h.due_on BETWEEN :first AND :last
)
SELECT w.pupil_id, w.lesson_id AS at_lesson, w.subject_id, s.name AS subject, {_DONE}, {TASK_COLUMNS}
  FROM wanted w JOIN subject s ON s.id = w.subject_id CROSS JOIN {TASK_TABLES}
 WHERE h.id = w.task_id AND h.withdrawn_at IS NULL AND {FOR_PUPIL.format(pupil="w.pupil_id")}
 ORDER BY w.pupil_id, due_on, h.id
""")

_ONE = text(f"""
SELECT w.pupil_id, due.id AS at_lesson, s.id AS subject_id, s.name AS subject, {_DONE}, {TASK_COLUMNS}
  FROM (SELECT CAST(:pupil AS integer) AS pupil_id) w CROSS JOIN {TASK_TABLES}
  JOIN teaching_load gt ON gt.id = g.load_id JOIN subject s ON s.id = gt.subject_id
 WHERE h.id = :task AND h.withdrawn_at IS NULL AND {FOR_PUPIL.format(pupil=":pupil")}
   AND EXISTS (SELECT 1 FROM enrolment e JOIN load_class lc ON lc.class_id = e.class_id
                 JOIN teaching_load t ON {ON_PAGE.format(day="coalesce(due.on_date, h.due_on)")}
                WHERE e.pupil_id = :pupil AND t.id = g.load_id)
""")

# Given at a lesson, or due at it as it stands now.
_LESSON = text(f"""
SELECT w.pupil_id, due.id AS at_lesson, s.id AS subject_id, s.name AS subject, {_DONE}, {TASK_COLUMNS}
  FROM (SELECT CAST(:pupil AS integer) AS pupil_id) w CROSS JOIN {TASK_TABLES}
  JOIN teaching_load gt ON gt.id = g.load_id JOIN subject s ON s.id = gt.subject_id
 WHERE h.withdrawn_at IS NULL AND {FOR_PUPIL.format(pupil=":pupil")}
   AND (h.lesson_id = :lesson
        OR h.due_lesson_id IN (
            SELECT taken.id FROM (SELECT id AS lesson_id, load_id, on_date, starts_at FROM lesson
                                   WHERE id = :lesson AND status = 'planned') x, LATERAL ({TAKEN_OVER}) taken)
        OR h.due_lesson_id IS NULL
           AND (h.due_on, g.load_id) IN (SELECT l.on_date, l.load_id FROM lesson l WHERE l.id = :lesson))
 ORDER BY h.id
""")


async def tasks_for(work: Work, day: date, pupil_ids: Collection[int]) -> list[ChildTask]:
    """What the pupils have to do for a day; the caller has the right to see them. A first look is remembered."""
    return await tasks_between(work, day, day, pupil_ids)


async def tasks_between(
    work: Work, first: date, last: date, pupil_ids: Collection[int], *, seen: bool = True
) -> list[ChildTask]:
    """As `tasks_for`, for a span of days, by pupil and day. Not `seen`: only that there is something is told."""
    facts = {"first": first, "last": last, "pupils": list(pupil_ids), "own": _own(work)}
    found = [_child_task(row) for row in await work.session.execute(_SPAN, facts)]
    if seen:
        await _seen(work, [child.task for child in found])
    return found


async def tasks_at(work: Work, pupil_id: int, lesson_id: int) -> list[ChildTask]:
    """What was given to a pupil at a lesson, and what was due at it; the caller has the right to see both."""
    facts = {"pupil": pupil_id, "lesson": lesson_id, "own": _own(work)}
    found = [_child_task(row) for row in await work.session.execute(_LESSON, facts)]
    await _seen(work, [child.task for child in found])
    return found


async def child_task(work: Work, pupil_id: int, task_id: int) -> ChildTask:
    """One homework of a child in full.

    Raises NotConnected, AccessDenied, ConsentNeeded; NothingThere when it is not for this child.
    """
    await open_child(work, pupil_id)
    facts = {"pupil": pupil_id, "task": task_id, "own": _own(work)}
    row = (await work.session.execute(_ONE, facts)).one_or_none()
    if row is None:
        raise NothingThere
    found = _child_task(row)
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


def _own(work: Work) -> list[int]:
    """Pupils who read of themselves."""
    return [child.pupil_id for child in work.actor.children if child.guardian_id is None]


def _child_task(row: Row[Any]) -> ChildTask:
    return ChildTask(row.pupil_id, row.at_lesson, row.subject, task_of(row), row.subject_id, row.done)


async def _seen(work: Work, tasks: Collection[Task]) -> None:
    """From now on the families hear of changes."""
    untold = [task.id for task in tasks if not task.told]
    if untold:
        first = update(Homework).where(Homework.id.in_(untold), Homework.told_at.is_(None))
        await work.session.execute(first.values(told_at=work.now))
