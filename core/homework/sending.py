"""Files that come for homework: with the answer, after it, or after an answer that was refused."""

from datetime import timedelta
from enum import StrEnum

from sqlalchemy import select

from core.actions.homework import AddTaskFiles, WriteHomework
from core.app import Work
from core.files import Upload, keep_file, mine
from core.prompts import answered_lately
from storage.models import Homework, HomeworkFile, StoredFile

JOINS_WITHIN = timedelta(minutes=10)


class Where(StrEnum):
    """What becomes of a file that answers no open question."""

    ELSEWHERE = "elsewhere"
    JOINS = "joins"
    KEPT = "kept"


async def keep(work: Work, upload: Upload) -> int:
    """The id of the kept file, also when the message comes again. Raises FileNotAccepted."""
    kept = await keep_file(work, upload)
    if kept is None:
        kept = await work.session.scalar(select(StoredFile.id).where(mine(work), StoredFile.source == upload.source))
    assert kept is not None  # noqa: S101 - it stands or was written just now
    return kept


async def belongs(work: Work, album: str | None) -> tuple[Where, int | None]:
    """Where a file sent unasked belongs: to the homework (its id) that its album or the last answer made.

    KEPT: its album came with a homework that was refused; it waits with it.
    """
    if album is not None:
        of_album = (
            select(HomeworkFile.homework_id, StoredFile.id)
            .join_from(StoredFile, HomeworkFile, HomeworkFile.file_id == StoredFile.id, isouter=True)
            .where(mine(work), StoredFile.album == album)
            .order_by(HomeworkFile.homework_id)
        )
        found = (await work.session.execute(of_album.limit(1))).one_or_none()
        if found is not None and found.homework_id is not None:
            return Where.JOINS, found.homework_id
    asked = await answered_lately(work)
    if not isinstance(asked, WriteHomework | AddTaskFiles):
        return Where.ELSEWHERE, None
    if album is not None and found is not None:
        return Where.KEPT, None
    if isinstance(asked, AddTaskFiles):
        return Where.JOINS, asked.task
    task_id = await given_lately(work, asked.lesson)
    return (Where.JOINS, task_id) if task_id is not None else (Where.ELSEWHERE, None)


async def given_lately(work: Work, lesson_id: int) -> int | None:
    """The homework that the actor gave at the lesson a short while ago."""
    newest = select(Homework.id).where(
        Homework.lesson_id == lesson_id,
        Homework.given_by == work.actor.staff_id,
        Homework.given_at > work.now - JOINS_WITHIN,
        Homework.withdrawn_at.is_(None),
    )
    return await work.session.scalar(newest.order_by(Homework.id.desc()).limit(1))
