"""A homework as screens know it, and what a lesson's page holds of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.entries import ask
from core.errors import NothingThere
from core.homework.task_sql import TAKEN_OVER, TASK_COLUMNS, TASK_TABLES
from core.rules.entry import Answer, EntryKind
from core.rules.names import initials_of, list_name, sort_key
from core.terms import FileKind
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts, require_to_see


@dataclass(frozen=True)
class TaskFile:
    """A file of a homework; `size` in bytes."""

    id: int
    name: str
    kind: FileKind
    size: int


@dataclass(frozen=True)
class Task:
    """A homework given at `lesson_id` on `given_on`.

    Due on `due_on`, at `due_lesson` where it stands now (None: by a date alone). `chosen`: id and name of the pupils
    it is for; none: everybody on the page. `told`: a family has seen it. `minutes`: the teacher's estimate.
    """

    id: int
    lesson_id: int
    given_on: date
    given_by: str
    body: str
    minutes: int | None
    due_on: date
    due_lesson: int | None
    chosen: tuple[tuple[int, str], ...]
    files: tuple[TaskFile, ...]
    rev: int
    told: bool
    withdrawn: bool


@dataclass(frozen=True)
class PlannedTask:
    """The homework of a plan line delivered at the lesson."""

    line_id: int
    number: int
    body: str


@dataclass(frozen=True)
class LessonTasks:
    """The homework of a lesson's page: `given` at it, `due` at it. `none_given`: said so. `answer`: may one write?"""

    lesson: LessonFacts
    none_given: bool
    planned: tuple[PlannedTask, ...]
    given: tuple[Task, ...]
    due: tuple[Task, ...]
    answer: Answer
    now: datetime


@dataclass(frozen=True)
class GivingLesson:
    """The lesson to give at, with what else its page says of homework."""

    facts: LessonFacts
    none_given: bool
    planned: tuple[PlannedTask, ...]


_LESSON = f"""
SELECT {LESSON_COLUMNS}, l.no_homework,
       (SELECT json_agg(json_build_array(pl.id, pl.number, pl.homework) ORDER BY pl.number)
          FROM plan_delivery pd JOIN plan_line pl ON pl.id = pd.line_id
         WHERE pd.lesson_id = l.id AND pl.homework <> '') AS planned
  FROM {LESSON_TABLES} WHERE l.id = :lesson
"""
_READ_LESSON = text(_LESSON)
_HOLD_LESSON = text(f"{_LESSON} FOR UPDATE OF l")

_OF_LESSON = text(f"""
SELECT {TASK_COLUMNS}, h.lesson_id = :lesson AS given_here FROM {TASK_TABLES}
 WHERE h.withdrawn_at IS NULL
   AND (h.lesson_id = :lesson
        OR h.due_lesson_id IN (
            SELECT taken.id FROM (SELECT id AS lesson_id, load_id, on_date, starts_at FROM lesson
                                   WHERE id = :lesson AND status = 'planned') x, LATERAL ({TAKEN_OVER}) taken)
        OR (h.due_lesson_id IS NULL AND h.due_on = :day AND g.load_id = :load))
 ORDER BY h.id
""")

_ONE = text(f"SELECT {TASK_COLUMNS} FROM {TASK_TABLES} WHERE h.id = :task")


async def lesson_tasks(work: Work, lesson_id: int) -> LessonTasks:
    """The homework of a lesson's page, for those who may see it. Raises NotConnected, NothingThere, AccessDenied."""
    lesson = await giving_lesson(work, lesson_id)
    facts = {"lesson": lesson_id, "day": lesson.facts.day, "load": lesson.facts.load_id}
    rows = (await work.session.execute(_OF_LESSON, facts)).all()
    return LessonTasks(
        lesson=lesson.facts,
        none_given=lesson.none_given,
        planned=lesson.planned,
        given=tuple(task_of(row) for row in rows if row.given_here),
        due=tuple(task_of(row) for row in rows if not row.given_here),
        answer=await ask(work, EntryKind.HOMEWORK, lesson.facts),
        now=work.local_now,
    )


async def giving_lesson(work: Work, lesson_id: int, *, hold: bool = False) -> GivingLesson:
    """The lesson, held against others' giving at it when asked. Raises NotConnected, NothingThere, AccessDenied."""
    work.actor.require_staff()
    row = (await work.session.execute(_HOLD_LESSON if hold else _READ_LESSON, {"lesson": lesson_id})).one_or_none()
    if row is None:
        raise NothingThere
    lesson = lesson_facts(work, row)
    require_to_see(work, lesson)
    planned = tuple(PlannedTask(*line) for line in row.planned or [])
    return GivingLesson(lesson, row.no_homework, planned)


async def read_task(work: Work, task_id: int) -> Task:
    """A homework; the right to see it is the caller's to ask. Raises NothingThere."""
    row = (await work.session.execute(_ONE, {"task": task_id})).one_or_none()
    if row is None:
        raise NothingThere
    return task_of(row)


def task_of(row: Row[Any]) -> Task:
    """From a row of task_sql.TASK_COLUMNS."""
    return Task(
        id=row.id,
        lesson_id=row.lesson_id,
        given_on=row.given_on,
        given_by=initials_of(row.surname, row.given_name, row.patronymic),
        body=row.body,
        minutes=row.minutes,
        due_on=row.due_on,
        due_lesson=row.due_lesson,
        chosen=_chosen(row.chosen or []),
        files=task_files(row.files),
        rev=row.rev,
        told=row.told_at is not None,
        withdrawn=row.withdrawn_at is not None,
    )


def task_files(rows: Sequence[Sequence[Any]] | None) -> tuple[TaskFile, ...]:
    """From a column task_sql.FILES."""
    return tuple(TaskFile(i, name, FileKind(kind), size) for i, name, kind, size in rows or ())


def _chosen(pupils: Sequence[Sequence[Any]]) -> tuple[tuple[int, str], ...]:
    named = [(pupil_id, list_name(surname, given)) for pupil_id, surname, given in pupils]
    return tuple(sorted(named, key=lambda pupil: sort_key(pupil[1])))
