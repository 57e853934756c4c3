"""A family's answer to an individual task: words and files, added to and put right until the teacher looked (F5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update

from core.actor import Child
from core.app import Work
from core.audit import record
from core.errors import NothingThere
from core.errors.homework import AnswerClosed
from core.gathering import FilesOf
from core.rules.length import within
from core.tasks.family import ChildGiven, read_child_task
from core.tasks.giving import hold
from core.tasks.reading import read_task
from core.tasks.telling import tell_answer
from storage.base import table_of
from storage.models import IndividualAnswerFile, IndividualTaskPupil

LIMIT = 3000
"""Characters: the teacher's screen holds them all."""
FILES = 10
ANSWER_FILES = FilesOf(table_of(IndividualAnswerFile), ("task_id", "pupil_id"), FILES)


@dataclass(frozen=True)
class Answered:
    """The task as it is now. `note`: `already` (it was so), `changed` (the other parent was first), else empty."""

    task: ChildGiven
    note: str = ""


async def add(work: Work, pupil_id: int, task_id: int, words: str, files: Sequence[int], *, source: str) -> Answered:
    """Answer, or add to the answer: words below those that stand there, kept files of the account.

    The same `source` (a message's number) adds its words once. Raises NotConnected, AccessDenied, ConsentNeeded,
    NothingThere, AnswerClosed, TextTooLong, TooManyFiles.
    """
    child, task = await _answerable(work, pupil_id, task_id)
    added = await ANSWER_FILES.attach(work, [task_id, pupil_id], files)
    words = words.strip()
    if not words or await _taken(work, task, source):
        return await _changed(work, child, task, {"files": added}) if added else Answered(task, "already")
    answer = within(f"{task.answer}\n\n{words}" if task.answer else words, LIMIT)
    columns = {"answer": answer, "answer_source": f"{work.actor.account_id}:{source}"}
    return await _changed(work, child, task, {"words": words, "files": added}, **columns)


async def rewrite(work: Work, pupil_id: int, task_id: int, words: str, *, seen: int) -> Answered:
    """Other words instead of those that stand there. Raises as `add`."""
    words = within(words.strip(), LIMIT)
    child, task = await _answerable(work, pupil_id, task_id)
    if task.answer == words:
        return Answered(task, "already")
    if task.rev != seen:
        return Answered(task, "changed")
    if not words and not task.answer_files:
        raise NothingThere
    return await _changed(work, child, task, {"words": words}, answer=words)


async def remove_file(work: Work, pupil_id: int, task_id: int, file_id: int) -> Answered:
    """Take a file of the answer away; with the last thing of it the answer is gone. Raises as `add`."""
    child, task = await _answerable(work, pupil_id, task_id)
    if file_id not in {file.id for file in task.answer_files}:
        return Answered(task, "already")
    gone = delete(IndividualAnswerFile).where(
        IndividualAnswerFile.task_id == task_id,
        IndividualAnswerFile.pupil_id == pupil_id,
        IndividualAnswerFile.file_id == file_id,
    )
    await work.session.execute(gone)
    return await _changed(work, child, task, {"file_removed": file_id})


async def _answerable(work: Work, pupil_id: int, task_id: int) -> tuple[Child, ChildGiven]:
    """The task, held. Raises AnswerClosed."""
    child = work.actor.require_child(pupil_id)
    await hold(work, task_id)
    task = await read_child_task(work, pupil_id, task_id)
    if not task.takes_answer:
        raise AnswerClosed
    return child, task


async def _changed(work: Work, child: Child, task: ChildGiven, what: dict[str, Any], **columns: Any) -> Answered:
    """Write the columns as the answer's next revision, trace it, tell the teacher."""
    mine = _row(task)
    await work.session.execute(
        update(IndividualTaskPupil)
        .where(*mine)
        .values(**columns, answered_at=work.now, rev=IndividualTaskPupil.rev + 1)
    )
    fresh = await read_child_task(work, task.pupil_id, task.task_id)
    if not fresh.wrote:
        await work.session.execute(update(IndividualTaskPupil).where(*mine).values(answered_at=None))
        fresh = await read_child_task(work, task.pupil_id, task.task_id)
    whose = {"guardian_id": child.guardian_id, "pupil_id": None if child.guardian_id else child.pupil_id}
    before = {"words": task.answer} if "words" in what else None
    record(work, "task.answer", "individual_task", task.task_id, before=before, after=what, **whose)
    given = await read_task(work, task.task_id)
    await tell_answer(work, given, given.pupil(task.pupil_id))
    return Answered(fresh)


async def _taken(work: Work, task: ChildGiven, source: str) -> bool:
    """Whether the message's words were added before: the numbers of a chat's messages grow."""
    before = await work.session.scalar(select(IndividualTaskPupil.answer_source).where(*_row(task)))
    account, _, number = (before or "").partition(":")
    return account == str(work.actor.account_id) and int(number) >= int(source)


def _row(task: ChildGiven) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return IndividualTaskPupil.task_id == task.task_id, IndividualTaskPupil.pupil_id == task.pupil_id
