"""Families that had seen a homework hear when it changes or is taken back, once it stopped changing."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.homework.tasks import Task
from core.outbox import Kind, Push, enqueue
from core.recipients import Relative, families_of
from core.rules.use import LOOK_EVERY
from core.terms import Door, Viewer
from core.timetable.lessons import LessonFacts

Families = Mapping[int, tuple[str, Sequence[Relative]]]

SETTLES = timedelta(seconds=60)
"""Several taps in a row make one message."""
SAID = 600
"""Characters of the homework in a message; the day shows the rest."""

# Looks closer together than :once are counted as one, at the first of them.
_HEARD = text("""
    SELECT asked.account, asked.pupil
      FROM unnest(CAST(:accounts AS integer[]), CAST(:pupils AS integer[]), CAST(:viewers AS text[]))
           AS asked (account, pupil, viewer)
      JOIN homework h ON h.id = :task
      JOIN account a ON a.id = asked.account
     WHERE (a.evening_told_on + a.evening_at) AT TIME ZONE :zone >= h.given_at
        OR EXISTS (SELECT FROM diary_use d WHERE d.pupil_id = asked.pupil AND d.viewer = asked.viewer
                      AND d.last_at >= h.given_at - CAST(:once AS interval))
""")
_DROP = text("""
    UPDATE outbox SET status = 'superseded'
     WHERE kind IN ('homework_changed', 'homework_withdrawn') AND subject_id = :task AND status = 'pending'
       AND CAST(facts ->> 'pupil_id' AS integer) = ANY(:pupils)
    RETURNING CAST(facts ->> 'pupil_id' AS integer)
""")


async def tell_changed(work: Work, task: Task, lesson: LessonFacts, pupil_ids: Collection[int]) -> None:
    """To the families of the pupils who had seen the homework, or had a card that told of it."""
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
    heard = await _heard(work, task, families)
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
            if to.homework_news and (to.account_id, pupil_id) in heard
        ],
    )


async def _heard(work: Work, task: Task, families: Families) -> set[tuple[int, int]]:
    """Accounts, each with a pupil, that had looked into the pupil's diary since the homework was given, or had the
    evening card of such a day: only they can have been told.
    """
    asked = [(to, pupil_id) for pupil_id, (_, recipients) in families.items() for to in recipients]
    facts = {
        "task": task.id,
        "accounts": [to.account_id for to, _ in asked],
        "pupils": [pupil_id for _, pupil_id in asked],
        "viewers": [Viewer.PUPIL if to.own else Viewer.GUARDIAN for to, _ in asked],
        "zone": work.school.zone.key,
        "once": LOOK_EVERY,
    }
    return {(account, pupil) for account, pupil in await work.session.execute(_HEARD, facts)}


def _facts(task: Task, lesson: LessonFacts) -> dict[str, Any]:
    """The homework as text; the day in ISO form."""
    return {
        "task": task.id,
        "subject": lesson.subject,
        "due_on": task.due_on.isoformat(),
        "body": task.body if len(task.body) <= SAID else task.body[: SAID - 1] + "…",
        "files": len(task.files),
    }
