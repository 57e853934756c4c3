"""Families hear of final marks: held as marks are, several in one message, never in the child's lessons.

A tick tells what has become due; what a family had heard before is said beside what stands now («было 3»). Whoever
hears of marks, or of good ones, in the evening card finds them there (core/cards/finals.py): the message waits for the
card, which takes it along, and leaves by itself only when no card was written.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.cards.due import cards_to_come
from core.outbox import Kind, Push, enqueue
from core.recipients import Relative, families_of
from core.rules.calm import LOW
from core.rules.telling import awake
from core.terms import Door, MarkNotices, MarkValue
from core.timetable.pupil_hours import PUPIL_HOURS

MOST = 400
"""So many marks are told in one unit of work, so that urgent things never wait for long."""

GATHERED = timedelta(hours=1)
"""Marks of other subjects that are still held are waited for no longer: they make one message."""

OF_USE_FOR = timedelta(days=7)

BY_CARD = frozenset({MarkNotices.EVENING, MarkNotices.LOW})
"""Who finds in the evening card what is not told at once."""

Line = dict[str, Any]
"""A final mark as a message says it: id, subject, period (id, name; none: the year), value, before (None: nothing)."""

_DUE = text(f"""
    WITH untold AS (SELECT id, pupil_id, set_at FROM final_mark WHERE told_rev < rev),
    hours AS ({PUPIL_HOURS.format(pupils="ARRAY(SELECT pupil_id FROM untold)")}),
    ripe AS (
        SELECT u.pupil_id FROM untold u LEFT JOIN hours h ON h.pupil_id = u.pupil_id
         WHERE h.starts IS NULL OR :now < h.starts OR :now >= h.ends
         GROUP BY u.pupil_id HAVING max(u.set_at) <= :held OR min(u.set_at) <= :gathered)
    SELECT f.id, f.pupil_id, f.value, f.told_value, s.name AS subject, f.period_id, p.name AS period
      FROM final_mark f
      JOIN subject s ON s.id = f.subject_id
      LEFT JOIN study_period p ON p.id = f.period_id
     WHERE f.told_rev < f.rev AND f.set_at <= :held AND f.pupil_id IN (SELECT pupil_id FROM ripe)
     ORDER BY f.pupil_id, f.id LIMIT :most
       FOR UPDATE OF f SKIP LOCKED
""")
_HEARD = text("UPDATE final_mark SET told_rev = rev, told_value = value WHERE id = ANY(:ids)")

# A row that the worker is just taking is waited for, and then found to be on its way.
_TAKE_BACK = text("""
    UPDATE outbox SET status = 'superseded'
     WHERE kind = :kind AND subject_id = ANY(:pupils) AND status = 'pending'
    RETURNING id, account_id, subject_id, facts -> 'finals' AS lines
""")


async def tell_final_marks(work: Work) -> None:
    """Tell what is due; run by a tick as often as it likes, in any number of processes."""
    if not awake(work.local_now):
        return
    held = work.now - timedelta(minutes=work.regulation(work.today).marks_hold)
    facts = {"now": work.now, "today": work.today, "held": held, "gathered": held - GATHERED, "most": MOST}
    due = (await work.session.execute(_DUE, facts)).all()
    if not due:
        return
    fresh: dict[int, list[Line]] = defaultdict(list)
    for row in due:
        fresh[row.pupil_id].append(_line(row))
    waiting = await _take_back(work, fresh)
    families = await families_of(work, fresh)
    cards = await cards_to_come(work, {to.account_id for _, relatives in families.values() for to in relatives})
    pushes = []
    for pupil_id, (name, relatives) in families.items():
        for to in relatives:
            lines = _news(waiting.get((to.account_id, pupil_id), {}), fresh[pupil_id])
            at_once = [line for line in lines if _hears_at_once(to.marks, line)]
            card = cards.get(to.account_id) if to.marks in BY_CARD else None
            if at_once:
                pushes.append(_push(work, pupil_id, name, to, at_once))
            if card is not None and len(at_once) < len(lines):
                rest = [line for line in lines if line not in at_once]
                pushes.append(_for_card(_push(work, pupil_id, name, to, rest), card.closes))
    await enqueue(work, pushes)
    await work.session.execute(_HEARD, {"ids": [row.id for row in due]})


def _line(row: Row[Any]) -> Line:
    period = [row.period_id, row.period] if row.period_id else None
    return {"id": row.id, "subject": row.subject, "period": period, "value": row.value, "before": row.told_value}


async def _take_back(work: Work, pupils: Collection[int]) -> dict[tuple[int, int], dict[int, Line]]:
    """Messages that still wait (quiet hours) are not sent as they are: by account and pupil what they were to say."""
    rows = await work.session.execute(_TAKE_BACK, {"kind": Kind.FINAL_MARKS, "pupils": list(pupils)})
    waiting: dict[tuple[int, int], dict[int, Line]] = defaultdict(dict)
    for row in sorted(rows, key=lambda row: row.id):
        waiting[row.account_id, row.subject_id].update({line["id"]: line for line in row.lines})
    return waiting


def _news(waiting: Mapping[int, Line], fresh: Collection[Line]) -> list[Line]:
    """What there is to tell an account: what waited for it and what is new; nothing that is as it was."""
    lines = dict(waiting)
    for line in fresh:
        before = waiting[line["id"]]["before"] if line["id"] in waiting else line["before"]
        lines[line["id"]] = {**line, "before": before}
    return in_order(line for line in lines.values() if line["value"] != line["before"])


def in_order(lines: Iterable[Line]) -> list[Line]:
    """As they are told: by period, the year last, and subject."""
    return sorted(lines, key=lambda line: (line["period"] is None, line["period"] or [], line["subject"]))


def _hears_at_once(mode: MarkNotices, line: Line) -> bool:
    """Who wants low marks hears of н/а too, and of every correction of what was told."""
    if mode is MarkNotices.LOW:
        return line["before"] is not None or line["value"] in {*LOW, MarkValue.NOT_ASSESSED}
    return mode is MarkNotices.AT_ONCE


def _push(work: Work, pupil_id: int, name: str, to: Relative, lines: list[Line]) -> Push:
    return Push(
        kind=Kind.FINAL_MARKS,
        door=Door.FAMILY,
        to=to,
        facts={"pupil_id": pupil_id, "pupil": name, "finals": lines},
        dedupe=f"{Kind.FINAL_MARKS}:{pupil_id}:{work.now.timestamp():.3f}",
        due_at=work.now,
        expires_at=work.now + OF_USE_FOR,
        subject_id=pupil_id,
        order=f"{Kind.FINAL_MARKS}:{pupil_id}",
    )


def _for_card(push: Push, closes: datetime) -> Push:
    """To be taken along by a card that is written before it `closes`."""
    assert push.subject_id is not None  # noqa: S101 - a pupil's
    return replace(push, due_at=closes, order=for_card(push.subject_id), dedupe=f"{push.dedupe}:card")


def for_card(pupil_id: int) -> str:
    """What the final marks of a pupil that wait for a card are known by, among an account's rows."""
    return f"{Kind.FINAL_MARKS}:card:{pupil_id}"
