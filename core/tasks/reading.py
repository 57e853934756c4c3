"""An individual task as the staff read it: what was given, and where each pupil stands."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.homework.task_sql import FILES, ON_PAGE
from core.homework.tasks import TaskFile, task_files
from core.rules.names import full_name, initials_of, list_name, sort_key, told_apart
from core.tasks.page import TaskPage, read_page, task_page
from core.tasks.states import TaskState, is_late, state_of


@dataclass(frozen=True)
class PupilAnswer:
    """A pupil with the task. `on_page` False: left since. `late`: answered, or still not, after the term.

    `answer` and `files` may hold what was sent before the teacher asked for more.
    """

    pupil_id: int
    name: str
    state: TaskState
    on_page: bool
    seen: bool
    late: bool
    answer: str
    files: tuple[TaskFile, ...]
    answered_at: datetime | None
    remark: str
    rev: int

    @property
    def wrote(self) -> bool:
        """Whether anything came back, looked at or not."""
        return bool(self.answer or self.files)


@dataclass(frozen=True)
class GivenTask:
    """A task (no `due_on`: a material) with its pupils in the order of a class list.

    `writes`: the reader gave it or may give tasks on the page.
    """

    id: int
    page: TaskPage
    body: str
    due_on: date | None
    given_by: str
    giver_id: int
    given_on: date
    files: tuple[TaskFile, ...]
    pupils: tuple[PupilAnswer, ...]
    rev: int
    withdrawn: bool
    writes: bool

    def pupil(self, pupil_id: int) -> PupilAnswer:
        """Raises NothingThere for a pupil whom the task is not for."""
        found = next((pupil for pupil in self.pupils if pupil.pupil_id == pupil_id), None)
        if found is None:
            raise NothingThere
        return found


@dataclass(frozen=True)
class TaskLine:
    """A task in the page's list. `waiting` answers have not been looked at."""

    id: int
    body: str
    due_on: date | None
    files: int
    pupils: int
    answered: int
    waiting: int
    only: str


@dataclass(frozen=True)
class PageTasks:
    """The tasks of a page: those that wait for the reader first, then the newest."""

    page: TaskPage
    lines: tuple[TaskLine, ...]


# Whether the pupil of row `ip` is on the page `t` today.
ON_PAGE_NOW = f"""EXISTS (SELECT 1 FROM enrolment e JOIN load_class lc ON lc.class_id = e.class_id
    WHERE e.pupil_id = ip.pupil_id AND {ON_PAGE.format(day=":today")})"""

TASK_HEAD = f"""
    k.id, k.load_id, k.body, k.due_on, k.rev, k.given_at, k.given_by, k.withdrawn_at,
    giver.surname, giver.given_name, giver.patronymic,
    {FILES.format(table="individual_task_file", whose="x.task_id = k.id")} AS files
"""

ANSWER_FILES = FILES.format(table="individual_answer_file", whose="x.task_id = ip.task_id AND x.pupil_id = ip.pupil_id")

_TASK = text(f"SELECT {TASK_HEAD} FROM individual_task k JOIN staff giver ON giver.id = k.given_by WHERE k.id = :task")

_OF_TASK = text(f"""
    SELECT ip.pupil_id, p.surname, p.given_name, p.patronymic, p.birth_date, ip.seen_at, ip.answer,
           ip.answered_at, ip.remark, ip.remarked_at, ip.rev, {ON_PAGE_NOW} AS on_page, {ANSWER_FILES} AS files
      FROM individual_task_pupil ip JOIN pupil p ON p.id = ip.pupil_id
      JOIN individual_task k ON k.id = ip.task_id JOIN teaching_load t ON t.id = k.load_id
     WHERE ip.task_id = :task
""")

_LIST = text("""
    SELECT k.id, k.body, k.due_on, count(ip.pupil_id) AS pupils,
           (SELECT count(*) FROM individual_task_file f WHERE f.task_id = k.id) AS files,
           count(*) FILTER (WHERE ip.answered_at IS NOT NULL OR ip.remarked_at IS NOT NULL) AS answered,
           count(*) FILTER (WHERE ip.answered_at IS NOT NULL AND ip.remarked_at IS NULL) AS waiting,
           min(p.surname) AS surname, min(p.given_name) AS given_name
      FROM individual_task k LEFT JOIN individual_task_pupil ip ON ip.task_id = k.id
      LEFT JOIN pupil p ON p.id = ip.pupil_id
     WHERE k.load_id = :load AND k.withdrawn_at IS NULL
     GROUP BY k.id
     ORDER BY count(*) FILTER (WHERE ip.answered_at IS NOT NULL AND ip.remarked_at IS NULL) > 0 DESC, k.id DESC
""")


async def page_tasks(work: Work, load_id: int) -> PageTasks:
    """Raises NotConnected, NothingThere, AccessDenied."""
    page = await task_page(work, load_id)
    rows = (await work.session.execute(_LIST, {"load": load_id})).all()
    return PageTasks(page, tuple(_line(row) for row in rows))


async def open_task(work: Work, task_id: int) -> GivenTask:
    """A task for those who may open its journal page. Raises NotConnected, NothingThere, AccessDenied."""
    work.actor.require_staff()
    task = await read_task(work, task_id)
    if not task.page.sees:
        raise AccessDenied(task=task_id)
    return task


async def read_task(work: Work, task_id: int) -> GivenTask:
    """A task; the right to see it is the caller's to ask. Raises NothingThere."""
    row = (await work.session.execute(_TASK, {"task": task_id})).one_or_none()
    if row is None:
        raise NothingThere
    page = await read_page(work, row.load_id)
    pupils = await _pupils(work, task_id, row.due_on)
    return GivenTask(
        id=row.id,
        page=page,
        body=row.body,
        due_on=row.due_on,
        given_by=initials_of(row.surname, row.given_name, row.patronymic),
        giver_id=row.given_by,
        given_on=work.local(row.given_at).date(),
        files=task_files(row.files),
        pupils=pupils,
        rev=row.rev,
        withdrawn=row.withdrawn_at is not None,
        writes=page.writes or row.given_by == work.actor.staff_id,
    )


async def _pupils(work: Work, task_id: int, due_on: date | None) -> tuple[PupilAnswer, ...]:
    rows: list[Any] = list((await work.session.execute(_OF_TASK, {"task": task_id, "today": work.today})).all())
    rows.sort(key=lambda p: (sort_key(full_name(p)), p.pupil_id))
    return tuple(_pupil(work, due_on, row, name) for row, name in zip(rows, told_apart(rows), strict=True))


def _pupil(work: Work, due_on: date | None, row: Row[Any], name: str) -> PupilAnswer:
    state = state_of(
        due_on=due_on,
        answered=row.answered_at is not None,
        checked=row.remarked_at is not None,
        on_page=row.on_page,
    )
    answered_at = work.local(row.answered_at) if row.answered_at else None
    by = answered_at.date() if answered_at else work.today
    return PupilAnswer(
        pupil_id=row.pupil_id,
        name=name,
        state=state,
        on_page=row.on_page,
        seen=row.seen_at is not None,
        late=is_late(due_on, by) and (state is TaskState.OPEN or answered_at is not None),
        answer=row.answer,
        files=task_files(row.files),
        answered_at=answered_at,
        remark=row.remark,
        rev=row.rev,
    )


def _line(row: Row[Any]) -> TaskLine:
    only = list_name(row.surname, row.given_name) if row.pupils == 1 else ""
    return TaskLine(row.id, row.body, row.due_on, row.files, row.pupils, row.answered, row.waiting, only)
