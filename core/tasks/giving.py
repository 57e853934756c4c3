"""Giving an individual task, changing it, taking it back; whom it was told of hears what became of it (F5)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import delete, select, text, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.errors import AccessDenied, NothingThere
from core.errors.dates import DatesPast, DatesWrong
from core.gathering import FilesOf
from core.rules.dates import FARTHEST, parse_range
from core.rules.length import within
from core.tasks.page import page_to_give, pupils_now
from core.tasks.reading import GivenTask, open_task
from core.tasks.telling import tell
from core.terms import LessonStatus
from storage.base import table_of
from storage.models import IndividualTask, IndividualTaskFile, IndividualTaskPupil, Lesson

LIMIT = 2500
"""Characters: a screen holds the task, the answer to it and the remark."""
FILES = 10
TASK_FILES = FilesOf(table_of(IndividualTaskFile), ("task_id",), FILES)
LESSONS_OFFERED = 6


@dataclass(frozen=True)
class Given:
    """The task as it is now.

    `note`: `already` (it was so), `changed` (a colleague was first), `wrote` (the pupil has answered), else empty.
    """

    task: GivenTask
    note: str = ""


async def give(work: Work, load_id: int, body: str, files: Sequence[int] = (), *, source: str) -> Given:
    """A new task, for nobody yet and without a term; `files` are kept files of the account.

    The same `source` (a message's name) gives it once. Raises NotConnected, AccessDenied, NothingThere (neither words
    nor files), TextTooLong, TooManyFiles.
    """
    page = await page_to_give(work, load_id)
    body = within(body.strip(), LIMIT)
    if not body and not files:
        raise NothingThere
    name = f"{work.actor.account_id}:{source}"
    values = {
        "load_id": page.load_id,
        "body": body,
        "given_by": work.actor.require_staff(),
        "given_at": work.now,
        "source": name,
    }
    new = insert(IndividualTask).values(values).on_conflict_do_nothing().returning(IndividualTask.id)
    task_id = await work.session.scalar(new)
    if task_id is None:
        before = await work.session.scalar(select(IndividualTask.id).where(IndividualTask.source == name))
        return Given(await open_task(work, before or 0), "already")
    attached = await TASK_FILES.attach(work, [task_id], files)
    record(work, "task.give", "individual_task", task_id, after={"load": load_id, "body": body, "files": attached})
    return Given(await open_task(work, task_id))


async def rewrite(work: Work, task_id: int, body: str, *, seen: int) -> Given:
    """Other words. Raises TextTooLong, NothingThere (no words and no file), and as every change."""
    body = within(body.strip(), LIMIT)
    task = await _writable(work, task_id)
    if task.body == body:
        return Given(task, "already")
    if task.rev != seen:
        return Given(task, "changed")
    if not body and not task.files:
        raise NothingThere
    return await _changed(work, task, {"body": body}, before={"body": task.body}, body=body)


async def set_term(work: Work, task_id: int, due_on: date | None, *, seen: int) -> Given:
    """The last day for an answer, from today on (none: a material). Raises DatesPast, DatesWrong (over a year off)."""
    task = await _writable(work, task_id)
    if task.due_on == due_on:
        return Given(task, "already")
    if due_on is not None and due_on < work.today:
        raise DatesPast(since=work.today)
    if due_on is not None and due_on > work.today + FARTHEST:
        raise DatesWrong
    if task.rev != seen:
        return Given(task, "changed")
    said = {"due_on": _iso(due_on)}
    return await _changed(work, task, said, before={"due_on": _iso(task.due_on)}, due_on=due_on)


async def write_term(work: Work, task_id: int, words: str, *, seen: int) -> Given:
    """The last day as it is typed («30.11», «до пятницы»). Raises as `set_term`."""
    said = words.strip().casefold()
    for word in ("до ", "к ", "на ", "в "):
        said = said.removeprefix(word)
    span = parse_range(said, work.today)
    if span.days != 1:
        raise DatesWrong
    return await set_term(work, task_id, span.starts, seen=seen)


async def set_pupil(work: Work, task_id: int, pupil_id: int, *, chosen: bool) -> Given:
    """Take a pupil of the page among those it is for, or out; who has answered stays.

    Raises AccessDenied for a pupil of another page.
    """
    task = await _writable(work, task_id)
    found = next((pupil for pupil in task.pupils if pupil.pupil_id == pupil_id), None)
    if (found is not None) == chosen:
        return Given(task, "already")
    if found is not None and (found.wrote or found.remark):
        return Given(task, "wrote")
    if found is None and pupil_id not in dict(await pupils_now(work, task.page.load_id)):
        raise AccessDenied(task=task_id, pupil=pupil_id)
    return await _give_to(work, task, [pupil_id]) if found is None else await _take_from(work, task, pupil_id)


async def give_to_all(work: Work, task_id: int) -> Given:
    """For every pupil that the page has today, besides those it is for."""
    task = await _writable(work, task_id)
    now = [pupil_id for pupil_id, _ in await pupils_now(work, task.page.load_id)]
    fresh = set(now).difference(pupil.pupil_id for pupil in task.pupils)
    return await _give_to(work, task, fresh) if fresh else Given(task, "already")


async def add_files(work: Work, task_id: int, files: Sequence[int]) -> Given:
    """Add kept files of the account. Raises AccessDenied, TooManyFiles, and as every change."""
    task = await _writable(work, task_id)
    added = await TASK_FILES.attach(work, [task_id], files)
    return await _changed(work, task, {"files_added": added}) if added else Given(task, "already")


async def remove_file(work: Work, task_id: int, file_id: int) -> Given:
    """Take a file away. The last of a task without words stays: withdraw the task (NothingThere)."""
    task = await _writable(work, task_id)
    if file_id not in {file.id for file in task.files}:
        return Given(task, "already")
    if not task.body and len(task.files) == 1:
        raise NothingThere
    gone = delete(IndividualTaskFile).where(IndividualTaskFile.task_id == task_id)
    await work.session.execute(gone.where(IndividualTaskFile.file_id == file_id))
    return await _changed(work, task, {"file_removed": file_id})


async def withdraw(work: Work, task_id: int, *, seen: int) -> Given:
    """Take the task back; pressed again it stays so."""
    task = await _writable(work, task_id, withdrawn=True)
    if task.withdrawn:
        return Given(task, "already")
    if task.rev != seen:
        return Given(task, "changed")
    values = {"withdrawn_at": work.now, "rev": IndividualTask.rev + 1}
    await work.session.execute(update(IndividualTask).where(IndividualTask.id == task_id).values(values))
    record(work, "task.withdraw", "individual_task", task_id, before={"body": task.body})
    await tell(work, task, task.pupils, gone=True)
    return Given(replace(task, withdrawn=True))


async def pupil_choices(work: Work, task_id: int) -> tuple[GivenTask, list[tuple[int, str]]]:
    """Id and name of the pupils it may be given to. Raises AccessDenied, and as `open_task`."""
    task = await open_task(work, task_id)
    if not task.writes:
        raise AccessDenied(task=task_id)
    return task, await pupils_now(work, task.page.load_id)


async def term_choices(work: Work, task_id: int) -> tuple[GivenTask, list[date]]:
    """The days of the page's next lessons."""
    task = await open_task(work, task_id)
    days = (
        select(Lesson.on_date)
        .where(Lesson.load_id == task.page.load_id, Lesson.on_date > work.today)
        .where(Lesson.status == LessonStatus.PLANNED)
        .distinct()
        .order_by(Lesson.on_date)
        .limit(LESSONS_OFFERED)
    )
    return task, list(await work.session.scalars(days))


async def hold(work: Work, task_id: int) -> None:
    """Let changes and answers of one task come one after another."""
    await work.session.execute(_HOLD, {"task": task_id})


async def _writable(work: Work, task_id: int, *, withdrawn: bool = False) -> GivenTask:
    """The task, held, for whoever may change it. Raises AccessDenied; NothingThere when withdrawn."""
    work.actor.require_staff()
    await hold(work, task_id)
    task = await open_task(work, task_id)
    if not task.writes:
        raise AccessDenied(task=task_id)
    if task.withdrawn and not withdrawn:
        raise NothingThere
    return task


async def _give_to(work: Work, task: GivenTask, pupils: Collection[int]) -> Given:
    rows = [{"task_id": task.id, "pupil_id": pupil_id} for pupil_id in sorted(pupils)]
    await work.session.execute(insert(IndividualTaskPupil).values(rows))
    fresh = await _next(work, task, {"pupils_added": sorted(pupils)})
    await tell(work, fresh, [pupil for pupil in fresh.pupils if pupil.pupil_id in pupils])
    return Given(fresh)


async def _take_from(work: Work, task: GivenTask, pupil_id: int) -> Given:
    mine = (IndividualTaskPupil.task_id == task.id, IndividualTaskPupil.pupil_id == pupil_id)
    await work.session.execute(delete(IndividualTaskPupil).where(*mine))
    fresh = await _next(work, task, {"pupil_removed": pupil_id})
    await tell(work, fresh, [task.pupil(pupil_id)], gone=True)
    return Given(fresh)


async def _changed(
    work: Work, task: GivenTask, what: dict[str, Any], *, before: dict[str, Any] | None = None, **columns: Any
) -> Given:
    """Write the columns, trace it, tell the families."""
    fresh = await _next(work, task, what, before=before, **columns)
    await tell(work, fresh, fresh.pupils)
    return Given(fresh)


async def _next(
    work: Work, task: GivenTask, what: dict[str, Any], *, before: dict[str, Any] | None = None, **columns: Any
) -> GivenTask:
    """The task's next revision."""
    values = {**columns, "rev": IndividualTask.rev + 1}
    await work.session.execute(update(IndividualTask).where(IndividualTask.id == task.id).values(values))
    record(work, "task.change", "individual_task", task.id, before=before, after=what)
    return await open_task(work, task.id)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


_HOLD = text("SELECT id FROM individual_task WHERE id = :task FOR UPDATE")
