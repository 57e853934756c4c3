"""Families hear of marks: the pupil first, several in one message, never in the child's lessons (peers.md 5.4).

news.py holds what was written; a tick tells here what has become due, to each account as its owner chose. A message
says how the marks stand when it leaves this place; one that still waits to be sent (quiet hours) is written anew.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import blake2s
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.marks.news_lines import Journal, lines_for, read_journal
from core.marks.told import Known, Line, read_said, take_back
from core.outbox import Kind, Push, enqueue
from core.recipients import Relative, families_of
from core.rules.calm import hears_at_once
from core.rules.telling import awake
from core.terms import Door, MarkValue
from core.timetable.pupil_hours import PUPIL_HOURS

PUPILS_AT_ONCE = 100
"""So many pupils' marks are told in one unit of work, so that urgent things never wait for long."""

OF_USE_FOR = timedelta(days=7)
SOON = timedelta(minutes=2)
"""What is to leave within this time is looked at before, lest it leaves in the child's lessons."""

_KEEP_FOR_THE_BREAK = text(f"""
    WITH soon AS (
        SELECT id, subject_id AS pupil_id, greatest(due_at, :now) AS at FROM outbox
         WHERE kind = ANY(:kinds) AND door = 'family' AND status = 'pending' AND due_at <= :soon),
    hours AS ({PUPIL_HOURS.format(pupils="ARRAY(SELECT pupil_id FROM soon)")})
    UPDATE outbox o SET due_at = least(hours.ends, o.expires_at), error = NULL
      FROM soon JOIN hours ON hours.pupil_id = soon.pupil_id
     WHERE o.id = soon.id AND o.status = 'pending' AND soon.at >= hours.starts AND soon.at < hours.ends
""")

# Of a pupil with an own phone the two moments differ, or the first is over: then the guardians hear later also when
# lessons were in the way of both.
_PUPIL_HEARS = "coalesce(n.pupil_due <= :now AND (h.starts IS NULL OR :now < h.starts OR :now >= h.ends), false)"
_FAMILY_HEARS = """coalesce(n.family_due <= :now AND (h.starts IS NULL OR :now < h.starts OR :now >= h.ends
    + CASE WHEN n.pupil_due IS DISTINCT FROM n.family_due THEN CAST(:lead AS interval) ELSE interval '0' END), false)"""

_DUE = text(f"""
    WITH waiting AS (SELECT DISTINCT pupil_id FROM mark_news WHERE least(pupil_due, family_due) <= :now),
    hours AS ({PUPIL_HOURS.format(pupils="ARRAY(SELECT pupil_id FROM waiting)")}),
    chosen AS (
        SELECT n.pupil_id FROM mark_news n LEFT JOIN hours h ON h.pupil_id = n.pupil_id
         WHERE {_PUPIL_HEARS} OR {_FAMILY_HEARS}
         GROUP BY n.pupil_id ORDER BY min(least(n.pupil_due, n.family_due)), n.pupil_id LIMIT :most)
    SELECT n.mark_id, n.pupil_id, {_PUPIL_HEARS} AS pupil_hears, {_FAMILY_HEARS} AS family_hears
      FROM chosen JOIN pupil p ON p.id = chosen.pupil_id JOIN mark_news n ON n.pupil_id = p.id
      LEFT JOIN hours h ON h.pupil_id = n.pupil_id
     WHERE {_PUPIL_HEARS} OR {_FAMILY_HEARS}
       FOR NO KEY UPDATE OF p SKIP LOCKED FOR UPDATE OF n SKIP LOCKED
""")

_HEARD = text("""
    WITH heard AS (
        SELECT * FROM unnest(CAST(:marks AS integer[]), CAST(:pupil AS boolean[]), CAST(:family AS boolean[]))
            AS h (mark_id, pupil, family)),
    over AS (
        DELETE FROM mark_news n USING heard h
         WHERE n.mark_id = h.mark_id AND (h.pupil OR n.pupil_due IS NULL) AND (h.family OR n.family_due IS NULL))
    UPDATE mark_news n SET pupil_due = CASE WHEN h.pupil THEN NULL ELSE n.pupil_due END,
           family_due = CASE WHEN h.family THEN NULL ELSE n.family_due END
      FROM heard h
     WHERE n.mark_id = h.mark_id AND NOT ((h.pupil OR n.pupil_due IS NULL) AND (h.family OR n.family_due IS NULL))
""")


@dataclass
class _Due:
    """By pupil the marks of which the pupil, and the guardians, may hear now."""

    pupil: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    family: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    marks: dict[int, tuple[bool, bool]] = field(default_factory=dict)

    @property
    def pupils(self) -> list[int]:
        return sorted({*self.pupil, *self.family})


async def tell_marks(work: Work) -> None:
    """Tell what is due, of some pupils; run by a tick as often as it likes, in any number of processes."""
    today = {"now": work.now, "today": work.today}
    await work.session.execute(
        _KEEP_FOR_THE_BREAK, {**today, "kinds": [Kind.MARKS, Kind.FINAL_MARKS], "soon": work.now + SOON}
    )
    if not awake(work.local_now):
        return
    due = await _claim(work, today)
    if not due.marks:
        return
    waiting = await take_back(work, due.pupils)
    families = await families_of(work, due.pupils)
    told_of = {*due.marks, *(mark_id for marks in waiting.values() for mark_id in marks)}
    journal = await read_journal(work, told_of)
    accounts = {to.account_id for _, relatives in families.values() for to in relatives}
    known = await read_said(work, accounts, min(journal.marks[mark_id].given_at for mark_id in told_of))
    pushes = []
    for pupil_id, (name, relatives) in families.items():
        for to in relatives:
            waited = waiting.get((to.account_id, pupil_id), set())
            lines = _news(work, journal, due, pupil_id, to, waited, known[to.account_id])
            if lines:
                pushes.append(_push(work, pupil_id, name, to, lines))
    await enqueue(work, pushes)
    await _heard(work, due)


async def _claim(work: Work, today: dict[str, Any]) -> _Due:
    lead = timedelta(minutes=work.regulation(work.today).pupil_first)
    due = _Due()
    for row in await work.session.execute(_DUE, {**today, "lead": lead, "most": PUPILS_AT_ONCE}):
        due.marks[row.mark_id] = (row.pupil_hears, row.family_hears)
        if row.pupil_hears:
            due.pupil[row.pupil_id].add(row.mark_id)
        if row.family_hears:
            due.family[row.pupil_id].add(row.mark_id)
    return due


def _news(
    work: Work, journal: Journal, due: _Due, pupil_id: int, to: Relative, waited: set[int], known: Known
) -> list[Line]:
    """The lines for an account: what is due to it and what was waiting for it, as it chose to hear."""

    def wanted(line: Line) -> bool:
        corrects = line["before"] is not None or line["what"] == "rekinded"
        return hears_at_once(to.marks, line["value"] and MarkValue(line["value"]), corrects=corrects)

    fresh = (due.pupil if to.own else due.family).get(pupil_id, set())
    late = {mark_id for mark_id in waited if not journal.marks[mark_id].held(work.now, own=to.own)}
    marks = journal.of(pupil_id, fresh | late)
    return lines_for(work, journal, marks, known, own=to.own, wanted=wanted)


def _push(work: Work, pupil_id: int, name: str, to: Relative, lines: list[Line]) -> Push:
    facts = {"pupil_id": pupil_id, "pupil": name, "own": to.own, "today": work.today.isoformat(), "marks": lines}
    content = blake2s(json.dumps(lines, sort_keys=True).encode(), digest_size=8).hexdigest()
    return Push(
        kind=Kind.MARKS,
        door=Door.FAMILY,
        to=to,
        facts=facts,
        dedupe=f"{Kind.MARKS}:{pupil_id}:{work.now.timestamp():.3f}:{content}",
        due_at=work.now,
        expires_at=work.now + OF_USE_FOR,
        subject_id=pupil_id,
        order=f"{Kind.MARKS}:{pupil_id}",
    )


async def _heard(work: Work, due: _Due) -> None:
    ids = sorted(due.marks)
    facts = {"marks": ids, "pupil": [due.marks[i][0] for i in ids], "family": [due.marks[i][1] for i in ids]}
    await work.session.execute(_HEARD, facts)
