"""Families that had seen a homework hear when it changes or is taken back, once it stopped changing."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.homework.tasks import Task
from core.outbox import Kind, Push, enqueue
from core.recipients import families_of
from core.terms import Door
from core.timetable.lessons import LessonFacts

SETTLES = timedelta(seconds=60)
"""Several taps in a row make one message."""
SAID = 600
"""Characters of the homework in a message; the day shows the rest."""

_DROP = text("""
    UPDATE outbox SET status = 'superseded'
     WHERE kind IN ('homework_changed', 'homework_withdrawn') AND subject_id = :task AND status = 'pending'
       AND CAST(facts ->> 'pupil_id' AS integer) = ANY(:pupils)
    RETURNING CAST(facts ->> 'pupil_id' AS integer)
""")


async def tell_changed(work: Work, task: Task, lesson: LessonFacts, pupil_ids: Collection[int]) -> None:
    """To the families of the pupils, if any family had seen the homework."""
    if task.told:
        await _tell(work, Kind.HOMEWORK_CHANGED, task, lesson, pupil_ids)


async def tell_withdrawn(work: Work, task: Task, lesson: LessonFacts, pupil_ids: Collection[int]) -> None:
    """The same of a homework that is no longer for these pupils."""
    if task.told:
        await _tell(work, Kind.HOMEWORK_WITHDRAWN, task, lesson, pupil_ids)


async def tell_again(work: Work, task: Task, lesson: LessonFacts, pupil_ids: Collection[int]) -> None:
    """It is for these pupils again: what waits to say otherwise goes; who had heard it hears this."""
    if task.told and pupil_ids:
        dropped = await work.session.scalars(_DROP, {"task": task.id, "pupils": list(pupil_ids)})
        await _tell(work, Kind.HOMEWORK_CHANGED, task, lesson, set(pupil_ids).difference(dropped))


async def _tell(work: Work, kind: Kind, task: Task, lesson: LessonFacts, pupil_ids: Collection[int]) -> None:
    if not pupil_ids:
        return
    await work.session.execute(_DROP, {"task": task.id, "pupils": list(pupil_ids)})
    families = await families_of(work, pupil_ids)
    await enqueue(
        work,
        [
            Push(
                kind=kind,
                door=Door.FAMILY,
                to=to,
                facts={**_facts(task, lesson), "pupil_id": pupil_id, "pupil": name},
                dedupe=f"homework:{task.id}:{task.rev}:{kind}:{pupil_id}",
                due_at=work.now + SETTLES,
                expires_at=max(work.end_of(task.due_on), work.now + SETTLES),
                subject_id=task.id,
                order=f"homework:{task.id}",
            )
            for pupil_id, (name, recipients) in families.items()
            for to in recipients
            if to.homework_news
        ],
    )


def _facts(task: Task, lesson: LessonFacts) -> dict[str, Any]:
    """The homework as text; the day in ISO form."""
    return {
        "task": task.id,
        "subject": lesson.subject,
        "due_on": task.due_on.isoformat(),
        "body": task.body if len(task.body) <= SAID else task.body[: SAID - 1] + "…",
        "files": len(task.files),
    }
