"""Marks as the family may see them (F1): not while they are held (peers.md complaint 8).

A mark given or changed waits in `mark_news` until the pupil and then the guardians may hear of it. Until then a new
mark is on no screen, no card and no chart of theirs, so that a slip mended meanwhile was never there. A mark that they
had seen before and that is corrected now shows how it stands: hiding it would only puzzle them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.marks.weights import WEIGHT_OF_MARK, WORK_OF_MARK
from core.terms import MarkValue

# Of the marks {m}: those that stand and are not held. Needs `settled_facts`.
_SETTLED = """({m}.removed_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM mark_news held
     WHERE held.mark_id = {m}.id
       AND CASE WHEN {m}.pupil_id = ANY(:settled_own) THEN held.pupil_due ELSE held.family_due END > :settled_now
       AND CASE WHEN {m}.pupil_id = ANY(:settled_own) THEN CAST(:settled_pupil AS interval)
                ELSE CAST(:settled_family AS interval) END
           > greatest(coalesce({m}.changed_at, {m}.given_at) - {m}.given_at,
                      :settled_now - coalesce({m}.changed_at, {m}.given_at))))"""


def settled(marks: str = "m") -> str:
    """SQL that is true for a row of `mark` (by its alias) which the reader may see; takes `settled_facts(work)`."""
    return _SETTLED.format(m=marks)


def settled_facts(work: Work, own: Collection[int] | None = None) -> dict[str, Any]:
    """What `settled` takes. `own`: pupils who read of themselves, and so before their guardians; left out: as the
    actor's rights say, so nobody for the system and for staff.
    """
    if own is None:
        own = {child.pupil_id for child in work.actor.children if child.guardian_id is None}
    regulation = work.regulation(work.today)
    hold, lead = timedelta(minutes=regulation.marks_hold), timedelta(minutes=regulation.pupil_first)
    return {
        "settled_own": sorted(own),
        "settled_now": work.now,
        "settled_pupil": hold,
        "settled_family": hold + lead,
    }


def settled_final(finals: str = "f") -> str:
    """The same for a row of `final_mark`: it is seen once it was left alone for the hold; takes `final_facts(work)`."""
    return f"({finals}.value IS NOT NULL AND {finals}.set_at <= :settled_set_by)"


def final_facts(work: Work) -> dict[str, Any]:
    """What `settled_final` takes."""
    return {"settled_set_by": work.now - timedelta(minutes=work.regulation(work.today).marks_hold)}


@dataclass(frozen=True)
class FamilyMark:
    """A mark with its kind of work, its weight at that lesson and the teacher's comment."""

    value: MarkValue
    kind: str
    comment: str
    id: int = 0
    weight: Decimal = Decimal(1)


_AT = text(f"""
    SELECT m.id, m.lesson_id, m.pupil_id, m.value, k.name AS kind, m.comment, {WEIGHT_OF_MARK} AS weight
      FROM mark m
      {WORK_OF_MARK}
     WHERE m.lesson_id = ANY(:lessons) AND m.pupil_id = ANY(:pupils) AND {settled()}
     ORDER BY m.given_at, m.id
""")


async def marks_at(
    work: Work, lesson_ids: Collection[int], pupil_ids: Collection[int]
) -> dict[tuple[int, int], tuple[FamilyMark, ...]]:
    """By (lesson, pupil), the oldest first, in one statement. The caller has asked who may see the pupils."""
    facts = {"lessons": list(lesson_ids), "pupils": list(pupil_ids), **settled_facts(work)}
    found: dict[tuple[int, int], tuple[FamilyMark, ...]] = {}
    for row in await work.session.execute(_AT, facts):
        mark = FamilyMark(MarkValue(row.value), row.kind, row.comment, row.id, row.weight)
        at = row.lesson_id, row.pupil_id
        found[at] = (*found.get(at, ()), mark)
    return found
