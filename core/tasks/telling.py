"""Families hear of a task once it has settled, and of a change only what differs from what they heard."""

from collections.abc import Collection
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.outbox import Kind, Push, Recipient, enqueue
from core.recipients import accounts_of, families_of
from core.tasks.reading import GivenTask, PupilAnswer
from core.terms import Door

SETTLES = timedelta(seconds=60)
"""Several taps and files in a row make one message."""
SAID = 600
"""Characters of words in a message; the task's screen shows the rest."""
FRESH = timedelta(days=7)
"""So long a message without a term is worth sending."""
OF_TASK = [Kind.TASK_GIVEN, Kind.TASK_CHANGED, Kind.TASK_WITHDRAWN]
GONE = ""

_DROP = text("""
    UPDATE outbox SET status = 'superseded'
     WHERE kind = ANY(:kinds) AND subject_id = :task AND status = 'pending'
       AND CAST(facts ->> 'pupil_id' AS integer) = ANY(:pupils)
""")

_HEARD = text("""
    SELECT DISTINCT ON (account_id, facts ->> 'pupil_id')
           account_id, CAST(facts ->> 'pupil_id' AS integer) AS pupil_id, facts ->> 'print' AS print
      FROM outbox
     WHERE kind = ANY(:kinds) AND subject_id = :task AND status IN ('sending', 'sent')
       AND CAST(facts ->> 'pupil_id' AS integer) = ANY(:pupils)
     ORDER BY account_id, facts ->> 'pupil_id', id DESC
""")


async def tell(work: Work, task: GivenTask, pupils: Collection[PupilAnswer], *, gone: bool = False) -> None:
    """Tell the families of the pupils how the task stands for them now; `gone`: not at all any more.

    What still waits about it is replaced. Who heard the same before hears nothing, nor who never heard of a task that
    is gone, unless the family had seen it.
    """
    told = {pupil.pupil_id: pupil for pupil in pupils if pupil.on_page}
    if not told:
        return
    which = {"kinds": OF_TASK, "task": task.id, "pupils": list(told)}
    await work.session.execute(_DROP, which)
    heard = {(row.account_id, row.pupil_id): row.print for row in await work.session.execute(_HEARD, which)}
    now = GONE if gone else _print(task)
    pushes = []
    for pupil_id, (name, recipients) in (await families_of(work, list(told))).items():
        for to in recipients:
            kind = _news(heard.get((to.account_id, pupil_id)), now, seen=told[pupil_id].seen)
            if kind is not None:
                facts = {**_facts(task), "pupil_id": pupil_id, "pupil": name, "print": now}
                pushes.append(_push(work, task, kind, to, facts, f"{task.rev}"))
    await enqueue(work, pushes)


async def tell_remark(work: Work, task: GivenTask, pupil: PupilAnswer, *, more: bool) -> None:
    """To the pupil's family: the teacher has looked at the answer, or (`more`) wants more of it."""
    which = {"kinds": [Kind.TASK_REMARKED], "task": task.id, "pupils": [pupil.pupil_id]}
    await work.session.execute(_DROP, which)
    said = {**_facts(task), "pupil_id": pupil.pupil_id, "remark": _brief(pupil.remark), "more": more}
    families = await families_of(work, [pupil.pupil_id]) if pupil.on_page else {}
    await enqueue(
        work,
        [
            _push(work, task, Kind.TASK_REMARKED, to, {**said, "pupil": name}, f"answer-{pupil.rev}")
            for name, recipients in families.values()
            for to in recipients
        ],
    )


async def tell_answer(work: Work, task: GivenTask, pupil: PupilAnswer) -> None:
    """To whoever gave the task (without an account: the page's teacher) that an answer came, or came to more.

    An answer taken back before that is not spoken of.
    """
    which = {"kinds": [Kind.TASK_ANSWERED], "task": task.id, "pupils": [pupil.pupil_id]}
    await work.session.execute(_DROP, which)
    if not pupil.wrote:
        return
    accounts = await accounts_of(work, [task.giver_id, task.page.owner_id])
    facts = {
        **_facts(task),
        "classes": ", ".join(task.page.classes),
        "group": task.page.group,
        "pupil_id": pupil.pupil_id,
        "pupil": pupil.name,
        "answer": _brief(pupil.answer),
        "files": len(pupil.files),
        "late": pupil.late,
    }
    await enqueue(
        work,
        [
            _push(work, task, Kind.TASK_ANSWERED, to, facts, f"answer-{pupil.rev}", Door.STAFF)
            for to in accounts.get(task.giver_id) or accounts.get(task.page.owner_id, [])
        ],
    )


def _news(heard: str | None, now: str, *, seen: bool) -> Kind | None:
    """What to say to an account that heard last what `heard` stands for (None: nothing)."""
    if now == GONE:
        return Kind.TASK_WITHDRAWN if heard or (seen and heard is None) else None
    if heard == now:
        return None
    return Kind.TASK_CHANGED if heard else Kind.TASK_GIVEN


def _push(
    work: Work,
    task: GivenTask,
    kind: Kind,
    to: Recipient,
    facts: dict[str, Any],
    edition: str,
    door: Door = Door.FAMILY,
) -> Push:
    return Push(
        kind=kind,
        door=door,
        to=to,
        facts=facts,
        dedupe=f"{kind}:{task.id}:{facts['pupil_id']}:{edition}",
        due_at=work.now + SETTLES,
        expires_at=_expires(work, task, kind),
        subject_id=task.id,
        order=f"task:{task.id}:{facts['pupil_id']}",
    )


def _expires(work: Work, task: GivenTask, kind: Kind) -> datetime:
    """A new task is news until its term; everything else for some days."""
    ends = work.now + FRESH
    if kind in OF_TASK and task.due_on is not None:
        ends = work.end_of(task.due_on)
    return max(ends, work.now + 2 * SETTLES)


def _facts(task: GivenTask) -> dict[str, Any]:
    """The task as text; the day in ISO form (none: a material)."""
    return {
        "task": task.id,
        "subject": task.page.subject,
        "by": task.given_by,
        "due_on": task.due_on.isoformat() if task.due_on else None,
        "body": _brief(task.body),
        "files": len(task.files),
    }


def _print(task: GivenTask) -> str:
    """Tells two editions of a task apart."""
    parts = (task.body, str(task.due_on), *(str(file.id) for file in task.files))
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def _brief(words: str) -> str:
    return words if len(words) <= SAID else words[: SAID - 1] + "…"
