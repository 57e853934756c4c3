"""Files that come for individual tasks and their answers: unasked, in albums, after the words."""

from core.actions.tasks import AddGivenFiles, RewriteAnswer, WriteAnswer, WriteGiven
from core.app import Work
from core.gathering import GivenThings
from core.prompts import answered_lately
from core.tasks.answers import ANSWER_FILES
from core.tasks.giving import TASK_FILES
from storage.base import table_of
from storage.models import IndividualTask

GIVEN = GivenThings(table_of(IndividualTask), "load_id")


async def of_album(work: Work, album: str | None) -> tuple[bool, int | None]:
    """Whether a file of the album came before, and the task that it was put to."""
    came, task = await TASK_FILES.of_album(work, album)
    return came, task[0] if task else None


async def task_for(work: Work, album: str | None) -> int | None:
    """The task that a file sent unasked belongs to: its album's, or that of the last answer of a teacher."""
    _, task_id = await of_album(work, album)
    if task_id is not None:
        return task_id
    asked = await answered_lately(work)
    if isinstance(asked, WriteGiven):
        return await GIVEN.lately(work, asked.load)
    return asked.task if isinstance(asked, AddGivenFiles) else None


async def answer_for(work: Work, album: str | None) -> WriteAnswer | None:
    """The child's task that a file sent unasked answers: its album's, or what the family answered last."""
    _, found = await ANSWER_FILES.of_album(work, album)
    if found is not None:
        task_id, pupil_id = found
        return WriteAnswer(pupil_id, task_id)
    asked = await answered_lately(work)
    return WriteAnswer(asked.pupil, asked.task) if isinstance(asked, WriteAnswer | RewriteAnswer) else None
