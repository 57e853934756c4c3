"""Individual tasks as a family sees them: the list, one with what was answered, what is due on the days ahead."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, text, update

from core.app import Work
from core.diary.children import ChildName, named_child, open_child
from core.errors import NothingThere
from core.files import Page, kept_page
from core.homework.tasks import TaskFile, task_files
from core.rules.names import initials_of
from core.tasks.reading import ANSWER_FILES, ON_PAGE_NOW, TASK_HEAD
from core.tasks.states import TaskState, is_late, state_of
from storage.models import IndividualTaskPupil


@dataclass(frozen=True)
class ChildGiven:
    """An individual task of a child; no `due_on`: a material.

    `late`: the term has passed without an answer. `remark` in the state OPEN: the teacher wants more. `today` is the
    school's date.
    """

    pupil_id: int
    task_id: int
    subject: str
    given_by: str
    given_on: date
    body: str
    due_on: date | None
    files: tuple[TaskFile, ...]
    state: TaskState
    late: bool
    answer: str
    answer_files: tuple[TaskFile, ...]
    remark: str
    rev: int
    today: date

    @property
    def takes_answer(self) -> bool:
        """Whether an answer may be written, or added to."""
        return self.state in {TaskState.OPEN, TaskState.ANSWERED}

    @property
    def wrote(self) -> bool:
        """Whether anything was answered."""
        return bool(self.answer or self.answer_files)


@dataclass(frozen=True)
class DueTask:
    """A task whose term is a day: for the line of that day. `answered`: something was sent, or it is done with."""

    pupil_id: int
    task_id: int
    subject: str
    due_on: date
    body: str
    files: int
    answered: bool


_OF_CHILD = f"""
    SELECT {TASK_HEAD}, s.name AS subject, ip.pupil_id, ip.seen_at, ip.answer, ip.answered_at, ip.remark,
           ip.remarked_at, ip.rev AS answer_rev, {ON_PAGE_NOW} AS on_page, {ANSWER_FILES} AS answer_files
      FROM individual_task_pupil ip JOIN individual_task k ON k.id = ip.task_id
      JOIN teaching_load t ON t.id = k.load_id JOIN subject s ON s.id = t.subject_id
      JOIN staff giver ON giver.id = k.given_by
     WHERE ip.pupil_id = :pupil AND k.withdrawn_at IS NULL
"""
_ALL = text(f"{_OF_CHILD} ORDER BY k.id DESC")
_ONE = text(f"{_OF_CHILD} AND k.id = :task")

_DUE = text(f"""
    SELECT ip.pupil_id, k.id, s.name AS subject, k.due_on, k.body,
           (SELECT count(*) FROM individual_task_file f WHERE f.task_id = k.id) AS files,
           ip.answered_at IS NOT NULL OR ip.remarked_at IS NOT NULL AS answered
      FROM individual_task_pupil ip JOIN individual_task k ON k.id = ip.task_id
      JOIN teaching_load t ON t.id = k.load_id JOIN subject s ON s.id = t.subject_id
     WHERE ip.pupil_id = ANY(:pupils) AND k.due_on BETWEEN :first AND :last AND k.withdrawn_at IS NULL
       AND (ip.answered_at IS NOT NULL OR ip.remarked_at IS NOT NULL OR {ON_PAGE_NOW})
     ORDER BY k.due_on, s.name, k.id, ip.pupil_id
""")

_FIRST = (TaskState.OPEN, TaskState.MATERIAL, TaskState.ANSWERED, TaskState.CHECKED, TaskState.LEFT)


async def child_tasks(work: Work, pupil_id: int) -> tuple[ChildName, list[ChildGiven]]:
    """The child, and what waits for an answer by its term, then materials, then what was answered, the newest first.

    Raises NotConnected, AccessDenied, ConsentNeeded.
    """
    name, _ = await named_child(work, pupil_id)
    rows = (await work.session.execute(_ALL, {"pupil": pupil_id, "today": work.today})).all()
    return name, sorted([_child(work, row) for row in rows], key=_place)


async def child_task(work: Work, pupil_id: int, task_id: int) -> ChildGiven:
    """One task of a child; the first look is remembered.

    Raises NotConnected, AccessDenied, ConsentNeeded; NothingThere when it is not for this child.
    """
    await open_child(work, pupil_id)
    row = await _read(work, pupil_id, task_id)
    if row.seen_at is None:
        first = update(IndividualTaskPupil).where(
            IndividualTaskPupil.task_id == task_id, IndividualTaskPupil.pupil_id == pupil_id
        )
        await work.session.execute(first.values(seen_at=work.now))
    return _child(work, row)


async def read_child_task(work: Work, pupil_id: int, task_id: int) -> ChildGiven:
    """The same for a command: no look. The right to see it is the caller's to ask. Raises NothingThere."""
    return _child(work, await _read(work, pupil_id, task_id))


async def given_file(work: Work, pupil_id: int, task_id: int, file_id: int) -> tuple[ChildGiven, Page]:
    """A file of the task or of its answer, with its bytes. Raises as `child_task`; NothingThere for any other file."""
    task = await child_task(work, pupil_id, task_id)
    if file_id not in {file.id for file in (*task.files, *task.answer_files)}:
        raise NothingThere
    return task, await kept_page(work, file_id)


async def tasks_due(work: Work, pupil_ids: Collection[int], first: date, last: date) -> list[DueTask]:
    """The tasks of the pupils with a term from `first` to `last`, by day; the caller has the right to see them."""
    facts = {"pupils": list(pupil_ids), "first": first, "last": last, "today": work.today}
    rows = (await work.session.execute(_DUE, facts)).all()
    return [DueTask(r.pupil_id, r.id, r.subject, r.due_on, r.body, r.files, r.answered) for r in rows]


async def _read(work: Work, pupil_id: int, task_id: int) -> Row[Any]:
    facts = {"pupil": pupil_id, "task": task_id, "today": work.today}
    row: Row[Any] | None = (await work.session.execute(_ONE, facts)).one_or_none()
    if row is None:
        raise NothingThere
    return row


def _place(task: ChildGiven) -> tuple[int, date, int]:
    """Where a task stands in the list."""
    by_term = task.due_on if task.state is TaskState.OPEN and task.due_on else date.min
    return _FIRST.index(task.state), by_term, -task.task_id


def _child(work: Work, row: Row[Any]) -> ChildGiven:
    state = state_of(
        due_on=row.due_on,
        answered=row.answered_at is not None,
        checked=row.remarked_at is not None,
        on_page=row.on_page,
    )
    return ChildGiven(
        pupil_id=row.pupil_id,
        task_id=row.id,
        subject=row.subject,
        given_by=initials_of(row.surname, row.given_name, row.patronymic),
        given_on=work.local(row.given_at).date(),
        body=row.body,
        due_on=row.due_on,
        files=task_files(row.files),
        state=state,
        late=state is TaskState.OPEN and is_late(row.due_on, work.today),
        answer=row.answer,
        answer_files=task_files(row.answer_files),
        remark=row.remark,
        rev=row.answer_rev,
        today=work.today,
    )
