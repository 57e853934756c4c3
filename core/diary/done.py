"""«Сделано»: the pupil's own ticks, seen and set by nobody else (F1)."""

from dataclasses import replace

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
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
    if done:
        row = insert(HomeworkDone).values(homework_id=task_id, pupil_id=pupil_id, done_at=work.now)
        await work.session.execute(row.on_conflict_do_nothing())
    else:
        gone = delete(HomeworkDone).where(HomeworkDone.homework_id == task_id, HomeworkDone.pupil_id == pupil_id)
        await work.session.execute(gone)
    return replace(found, done=done)
