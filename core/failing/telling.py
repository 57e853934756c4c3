"""Parents are told, when the class leader has had a day to look: if the pupil is failing still (C3).

Only guardians: the pupil has seen the marks. Whoever has no guardian with a bot is closed as told to nobody, and the
class leader's list says so.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import text

from core.app import Work
from core.failing.facts import letter_facts, notice_facts
from core.failing.reading import FailingSubject, Notice, PupilNow, failing_subjects, notice_of, pupils_by_id
from core.outbox import Kind, Push, Recipient, enqueue
from core.recipients import guardians_of_each
from core.rules.failing import may_tell
from core.terms import Door

OF_USE = timedelta(days=3)
AT_ONCE = 200
"""Notices handled by one tick; the next one goes on."""

_DUE = text("""
    SELECT id, pupil_id, found_at, tell_at, held_by, told_at, dropped_at, rev, facts FROM failing_notice
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
    """A notice with what its parents are told, and the accounts that are."""

    notice: Notice
    pupil: PupilNow
    subjects: tuple[FailingSubject, ...]
    to: tuple[Recipient, ...]


async def tell_parents(work: Work) -> None:
    """Tell or drop what is due. Run by a tick as often as it likes; some statements, however much that is."""
    rows = (await work.session.execute(_DUE, {"now": work.now, "limit": AT_ONCE})).all()
    due = [notice for row in rows if may_tell((notice := notice_of(work, row)).tell_at, work.local_now)]
    if not due:
        return
    pupils = await pupils_by_id(work, [notice.pupil_id for notice in due])
    known = {notice.pupil_id: notice for notice in due}
    asked = [(pupils[n.pupil_id], n.period) for n in due if n.pupil_id in pupils]
    failing = await failing_subjects(work, asked, known)
    guardians = await guardians_of_each(work, failing)
    await _drop(work, [notice.id for notice in due if notice.pupil_id not in failing])
    await tell(work, [Letter(known[i], pupils[i], failing[i], tuple(guardians.get(i, ()))) for i in failing])


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
        facts=letter_facts(work, letter.pupil, letter.notice.period, letter.subjects),
        dedupe=f"{Kind.FAILING}:{letter.notice.id}",
        due_at=work.now,
        expires_at=work.now + OF_USE,
        subject_id=letter.notice.id,
    )
