"""Files that come for homework: with the answer, after it, or after an answer that was refused."""

from enum import StrEnum

from core.actions.homework import AddTaskFiles, WriteHomework
from core.app import Work
from core.gathering import GivenThings
from core.homework.giving import HOMEWORK_FILES
from core.prompts import answered_lately
from storage.base import table_of
from storage.models import Homework

GIVEN = GivenThings(table_of(Homework), "lesson_id")


class Where(StrEnum):
    """What becomes of a file that answers no open question."""

    ELSEWHERE = "elsewhere"
    JOINS = "joins"
    KEPT = "kept"


async def of_album(work: Work, album: str | None) -> tuple[bool, int | None]:
    """Whether a file of the album came before, and the homework that it was put to."""
    came, homework = await HOMEWORK_FILES.of_album(work, album)
    return came, homework[0] if homework else None


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
    task_id = asked.task if isinstance(asked, AddTaskFiles) else await GIVEN.lately(work, asked.lesson)
    return (Where.JOINS, task_id) if task_id is not None else (Where.ELSEWHERE, None)
