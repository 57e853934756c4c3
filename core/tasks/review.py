"""The teacher looks at an answer: takes it, says a word on it, or wants more (F5)."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import update

from core.app import Work
from core.audit import record
from core.errors import AccessDenied, NothingThere
from core.files import Page, kept_page
from core.rules.length import within
from core.tasks.giving import hold
from core.tasks.reading import GivenTask, PupilAnswer, open_task
from core.tasks.states import TaskState
from core.tasks.telling import tell_remark
from storage.models import IndividualTaskPupil

REMARK = 600


@dataclass(frozen=True)
class Reviewed:
    """The task and the pupil's answer as they are now.

    `note`: `already` (it was so), `changed` (more was sent, or a colleague was first), else empty.
    """

    task: GivenTask
    answer: PupilAnswer
    note: str = ""


async def open_answer(work: Work, task_id: int, pupil_id: int) -> Reviewed:
    """What a pupil answered, for those who may open the journal page. Raises as `open_task`; NothingThere."""
    task = await open_task(work, task_id)
    return Reviewed(task, task.pupil(pupil_id))


async def to_remark(work: Work, task_id: int, pupil_id: int, *, seen: int) -> Reviewed:
    """The answer for whoever may write of it; `changed` when it is not as it was seen. Raises AccessDenied."""
    found = await open_answer(work, task_id, pupil_id)
    if not found.task.writes:
        raise AccessDenied(task=task_id)
    return found if found.answer.rev == seen else replace(found, note="changed")


async def accept(work: Work, task_id: int, pupil_id: int, *, seen: int) -> Reviewed:
    """Done with, without words; also of a pupil who answered on paper. Raises AccessDenied, NothingThere."""
    found = await _held(work, task_id, pupil_id)
    if found.answer.state is TaskState.CHECKED:
        return replace(found, note="already")
    return await _written(work, found, seen, {"remarked": ""}, remark="", **_by(work))


async def remark(work: Work, task_id: int, pupil_id: int, words: str, *, seen: int) -> Reviewed:
    """A word on the answer, or another word. Raises TextTooLong, and as `accept`."""
    words = within(words.strip(), REMARK)
    found = await _held(work, task_id, pupil_id)
    if found.answer.state is TaskState.CHECKED and found.answer.remark == words:
        return replace(found, note="already")
    return await _written(work, found, seen, {"remarked": words}, remark=words, **_by(work))


async def send_back(work: Work, task_id: int, pupil_id: int, *, seen: int) -> Reviewed:
    """The answer may be added to again; what was sent and said stays. Raises as `accept`."""
    found = await _held(work, task_id, pupil_id)
    if found.answer.state not in {TaskState.CHECKED, TaskState.ANSWERED}:
        return replace(found, note="already")
    back = {"answered_at": None, "remarked_by": None, "remarked_at": None}
    return await _written(work, found, seen, {"returned": True}, more=True, **back)


async def answer_file(work: Work, task_id: int, pupil_id: int, file_id: int) -> tuple[Reviewed, Page]:
    """A file of the answer with its bytes. Raises as `open_answer`; NothingThere for any other file."""
    found = await open_answer(work, task_id, pupil_id)
    if file_id not in {file.id for file in found.answer.files}:
        raise NothingThere
    return found, await kept_page(work, file_id)


async def task_file(work: Work, task_id: int, file_id: int) -> tuple[GivenTask, Page]:
    """A file of the task with its bytes. Raises as `open_task`; NothingThere for any other file."""
    task = await open_task(work, task_id)
    if file_id not in {file.id for file in task.files}:
        raise NothingThere
    return task, await kept_page(work, file_id)


async def _held(work: Work, task_id: int, pupil_id: int) -> Reviewed:
    """The answer, held, for whoever may write of it."""
    work.actor.require_staff()
    await hold(work, task_id)
    found = await open_answer(work, task_id, pupil_id)
    if not found.task.writes:
        raise AccessDenied(task=task_id)
    if found.task.withdrawn:
        raise NothingThere
    return found


async def _written(
    work: Work, found: Reviewed, seen: int, what: dict[str, Any], *, more: bool = False, **columns: Any
) -> Reviewed:
    if found.answer.rev != seen:
        return replace(found, note="changed")
    task_id, pupil_id = found.task.id, found.answer.pupil_id
    await work.session.execute(
        update(IndividualTaskPupil)
        .where(IndividualTaskPupil.task_id == task_id, IndividualTaskPupil.pupil_id == pupil_id)
        .values(**columns, rev=IndividualTaskPupil.rev + 1)
    )
    before = {"remark": found.answer.remark} if found.answer.remark else None
    record(work, "task.remark", "individual_task", task_id, before=before, after={"pupil": pupil_id, **what})
    fresh = await open_answer(work, task_id, pupil_id)
    await tell_remark(work, fresh.task, fresh.answer, more=more)
    return fresh


def _by(work: Work) -> dict[str, Any]:
    return {"remarked_by": work.actor.require_staff(), "remarked_at": work.now}
