"""Parents are told, when the class leader has had a day to look: if the pupil is failing still (C3).

Only guardians: the pupil has seen the marks. Whoever has no guardian with a bot is closed as told to nobody, and the
class leader's list says so.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.failing.facts import letter_facts, notice_facts
from core.failing.reading import (
    FailingSubject,
    Notice,
    failing_subjects,
    kinds_offered,
    notice_of,
    pupils_by_id,
)
from core.outbox import Kind, Push, Recipient, enqueue
from core.recipients import guardians_of_each
from core.rules.failing import may_tell
from core.terms import Door

OF_USE = timedelta(days=3)
AT_ONCE = 200
"""Notices handled by one tick; the next one goes on."""

_DUE = text("""
    SELECT id AS notice_id, pupil_id, found_at, tell_at, held_by, told_at, dropped_at, rev, facts FROM failing_notice
     WHERE told_at IS NULL AND dropped_at IS NULL AND tell_at <= :now
     ORDER BY tell_at, id LIMIT :limit FOR UPDATE SKIP LOCKED
""")

_TOLD = text("""
    UPDATE failing_notice n SET told_at = :now, facts = said.facts, rev = n.rev + 1
      FROM jsonb_to_recordset(CAST(CAST(:said AS text) AS jsonb)) AS said(id integer, rev integer, facts jsonb)
     WHERE n.id = said.id AND n.rev = said.rev AND n.told_at IS NULL AND n.dropped_at IS NULL
    RETURNING n.id
""")

_DROPPED = text("""
    UPDATE failing_notice SET dropped_at = :now, rev = rev + 1
     WHERE id = ANY(CAST(:ids AS integer[])) AND told_at IS NULL AND dropped_at IS NULL
""")


@dataclass(frozen=True)
class Letter:
    """A notice, the subjects as they stand, what the parents are told (facts.letter_facts), and which accounts."""

    notice: Notice
    subjects: tuple[FailingSubject, ...]
    facts: dict[str, Any]
    to: tuple[Recipient, ...]


async def tell_parents(work: Work) -> None:
    """Tell or drop what is due. Run by a tick as often as it likes; some statements, however much that is."""
    rows = (await work.session.execute(_DUE, {"now": work.now, "limit": AT_ONCE})).all()
    found = {row.pupil_id: notice_of(work, row) for row in rows}
    due = {pupil_id: notice for pupil_id, notice in found.items() if may_tell(notice.tell_at, work.local_now)}
    if not due:
        return
    pupils = await pupils_by_id(work, due)
    failing = await failing_subjects(work, [(pupil, due[pupil.id].period) for pupil in pupils.values()])
    guardians, kinds = await guardians_of_each(work, failing), await kinds_offered(work)
    letters = [
        Letter(
            notice=due[pupil_id],
            subjects=subjects,
            facts=letter_facts(work, pupils[pupil_id], due[pupil_id].period, subjects, kinds),
            to=tuple(guardians.get(pupil_id, ())),
        )
        for pupil_id, subjects in failing.items()
    ]
    await _drop(work, [notice.id for pupil_id, notice in due.items() if pupil_id not in failing])
    await tell(work, letters)


async def tell(work: Work, letters: Sequence[Letter]) -> int:
    """Close the notices as told and let the messages leave; how many were still open as they had been seen."""
    said = [
        {
            "id": letter.notice.id,
            "rev": letter.notice.rev,
            "facts": notice_facts(letter.notice.period, letter.subjects, len(letter.to)),
        }
        for letter in letters
    ]
    if not said:
        return 0
    closed = set(await work.session.scalars(_TOLD, {"said": json.dumps(said), "now": work.now}))
    sent = [letter for letter in letters if letter.notice.id in closed]
    await enqueue(work, [_push(work, letter, to) for letter in sent for to in letter.to])
    return len(closed)


async def _drop(work: Work, ids: Sequence[int]) -> None:
    """They caught up, or left the school: nobody hears anything."""
    if ids:
        await work.session.execute(_DROPPED, {"ids": list(ids), "now": work.now})


def _push(work: Work, letter: Letter, to: Recipient) -> Push:
    return Push(
        kind=Kind.FAILING,
        door=Door.FAMILY,
        to=to,
        facts=letter.facts,
        dedupe=f"{Kind.FAILING}:{letter.notice.id}",
        due_at=work.now,
        expires_at=work.now + OF_USE,
        subject_id=letter.notice.id,
    )
