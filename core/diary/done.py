"""«Сделано»: the pupil's own ticks, seen and set by nobody else (F1)."""

from dataclasses import replace
from datetime import date

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.diary.homework_list import HomeworkList, by_day, homework_list
from core.errors import AccessDenied
from core.homework.family import ChildTask, child_task
from storage.models import HomeworkDone


async def tick(work: Work, pupil_id: int, task_id: int, *, done: bool) -> ChildTask:
    """Say that a homework is done, or not yet; the same again changes nothing. It leaves no trace in the audit.

    Raises NotConnected, ConsentNeeded; AccessDenied for anybody but the pupil; NothingThere when it is not theirs.
    """
    found = await child_task(work, pupil_id, task_id)
    if found.done is None:
        raise AccessDenied(pupil=pupil_id)
    await _write(work, pupil_id, task_id, done=done)
    return replace(found, done=done)


async def tick_in_list(
    work: Work, pupil_id: int, task_id: int, *, done: bool, subject_id: int | None = None, day: date | None = None
) -> HomeworkList:
    """As `tick`, and the list it was ticked in; a homework that is in that list no more is ticked all the same."""
    shown = await homework_list(work, pupil_id, subject_id, day)
    if not shown.own:
        raise AccessDenied(pupil=pupil_id)
    if all(x.task.id != task_id for x in shown.tasks):
        await tick(work, pupil_id, task_id, done=done)
        return shown
    await _write(work, pupil_id, task_id, done=done)
    return replace(shown, tasks=by_day(replace(x, done=done) if x.task.id == task_id else x for x in shown.tasks))


async def _write(work: Work, pupil_id: int, task_id: int, *, done: bool) -> None:
    if done:
        row = insert(HomeworkDone).values(homework_id=task_id, pupil_id=pupil_id, done_at=work.now)
        await work.session.execute(row.on_conflict_do_nothing())
    else:
        gone = delete(HomeworkDone).where(HomeworkDone.homework_id == task_id, HomeworkDone.pupil_id == pupil_id)
        await work.session.execute(gone)
