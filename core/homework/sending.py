"""Files that come for homework: with the answer, after it, or after an answer that was refused."""

from collections.abc import Collection
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import Select, delete, select

from core.actions.homework import AddTaskFiles, WriteHomework
from core.app import Work
from core.files import mine
from core.prompts import answered_lately
from storage.models import Homework, HomeworkFile, StoredFile

JOINS_WITHIN = timedelta(minutes=10)


class Where(StrEnum):
    """What becomes of a file that answers no open question."""

    ELSEWHERE = "elsewhere"
    JOINS = "joins"
    KEPT = "kept"


async def forget(work: Work, files: Collection[int]) -> None:
    """Files of the account that were put nowhere go again."""
    used = select(HomeworkFile.file_id).where(HomeworkFile.file_id == StoredFile.id).exists()
    await work.session.execute(delete(StoredFile).where(mine(work), StoredFile.id.in_(files), ~used))


async def of_album(work: Work, album: str | None) -> tuple[bool, int | None]:
    """Whether a file of the album came before, and the homework that it was put to."""
    if album is None:
        return False, None
    found = (
        await work.session.execute(
            select(HomeworkFile.homework_id, StoredFile.id)
            .join_from(StoredFile, HomeworkFile, HomeworkFile.file_id == StoredFile.id, isouter=True)
            .where(mine(work), StoredFile.album == album)
            .order_by(HomeworkFile.homework_id)
            .limit(1)
        )
    ).one_or_none()
    return found is not None, found.homework_id if found else None


async def belongs(work: Work, album: str | None) -> tuple[Where, int | None]:
    """Where a file sent unasked belongs: to the homework (its id) that its album or the last answer made.

    KEPT: its album came with a homework that was refused; it waits with it.
    """
    came, task_id = await of_album(work, album)
    if task_id is not None:
        return Where.JOINS, task_id
    asked = await answered_lately(work)
    if not isinstance(asked, WriteHomework | AddTaskFiles):
        return Where.ELSEWHERE, None
    if came:
        return Where.KEPT, None
    task_id = asked.task if isinstance(asked, AddTaskFiles) else await given_lately(work, asked.lesson)
    return (Where.JOINS, task_id) if task_id is not None else (Where.ELSEWHERE, None)


async def given_lately(work: Work, lesson_id: int) -> int | None:
    """The homework that the actor gave at the lesson a short while ago."""
    newest = _own(work, lesson_id).where(Homework.given_at > work.now - JOINS_WITHIN)
    found = await work.session.scalar(newest)
    return found.id if found else None


async def answered_by(work: Work, lesson_id: int, question: int | None, *, bare: bool = False) -> Homework | None:
    """The homework that an earlier answer to the same question made; `bare`: one that still has no words."""
    if question is None:
        return None
    found = await work.session.scalar(_own(work, lesson_id))
    number = (found.source or "").rpartition("message-")[2] if found else ""
    if found is None or not number.isdigit() or int(number) <= question or (bare and found.body):
        return None
    return found


def _own(work: Work, lesson_id: int) -> Select[Homework]:
    """The newest homework that the actor gave at a lesson."""
    return (
        select(Homework)
        .where(Homework.lesson_id == lesson_id, Homework.given_by == work.actor.staff_id)
        .where(Homework.withdrawn_at.is_(None))
        .order_by(Homework.id.desc())
        .limit(1)
    )
