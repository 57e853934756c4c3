"""A day's marks as the family sees them (F1)."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from core.app import Work
from core.terms import MarkValue
from storage.models import Mark, WorkKind


@dataclass(frozen=True)
class FamilyMark:
    """A mark with its kind of work and the teacher's comment."""

    value: MarkValue
    kind: str
    comment: str


async def marks_at(
    work: Work, lesson_ids: Collection[int], pupil_ids: Collection[int]
) -> dict[tuple[int, int], tuple[FamilyMark, ...]]:
    """By (lesson, pupil), the oldest first, in one statement. The caller has asked who may see the pupils."""
    rows = await work.session.execute(
        select(Mark.lesson_id, Mark.pupil_id, Mark.value, WorkKind.name, Mark.comment)
        .join(WorkKind, WorkKind.id == Mark.kind_id)
        .where(Mark.lesson_id.in_(lesson_ids), Mark.pupil_id.in_(pupil_ids), Mark.removed_at.is_(None))
        .order_by(Mark.given_at, Mark.id)
    )
    found: dict[tuple[int, int], tuple[FamilyMark, ...]] = {}
    for lesson_id, pupil_id, value, kind, comment in rows:
        found[lesson_id, pupil_id] = (*found.get((lesson_id, pupil_id), ()), FamilyMark(value, kind, comment))
    return found
