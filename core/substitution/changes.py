"""Writing a change: the lesson, a row of the change for each day it is about, the trace, and the staff concerned.

A move from day to day concerns both: the families hear of the day left in the evening before it, and of the day
reached in the evening before that. So it writes two rows, alike but for the day under `about`.
"""

from dataclasses import replace

from sqlalchemy import bindparam, insert, update

from core.app import Work
from core.audit import record
from core.substitution.lesson import OneOff, place_facts
from core.substitution.staff_messages import tell_staff
from core.terms import LessonStatus
from storage.base import table_of
from storage.models import Lesson, LessonChange

_LESSON = table_of(Lesson)
_PLACED = ("on_date", "lesson_no", "starts_at", "ends_at", "room", "teacher_id", "substituted_for_id", "status")
_PLACE = update(_LESSON).where(_LESSON.c.id == bindparam("lesson")).values({name: bindparam(name) for name in _PLACED})


async def write(work: Work, changes: list[tuple[OneOff, OneOff]]) -> list[OneOff]:
    """Put the lessons (before, after) in their new places; they come back with their new revisions.

    A lesson that stands on a past day concerns no family any more.
    """
    await work.session.execute(_PLACE, [_columns(new) for _, new in changes])
    rows = [row for old, new in changes for row in _rows(work, old, new)]
    written = await work.session.execute(
        insert(table_of(LessonChange)).returning(table_of(LessonChange).c.lesson_id, table_of(LessonChange).c.id), rows
    )
    seen: dict[int, int] = {}
    for lesson_id, change_id in written:
        seen[lesson_id] = max(change_id, seen.get(lesson_id, 0))
    done = [replace(new, seen=seen[new.lesson.id], untold=True) for _, new in changes]
    for old, new in changes:
        record(work, "lesson.change", "lesson", new.lesson.id, before=place_facts(old), after=place_facts(new))
    await tell_staff(work, [(old, new) for (old, _), new in zip(changes, done, strict=True)])
    return done


def _columns(new: OneOff) -> dict[str, object]:
    lesson = new.lesson
    return {
        "lesson": lesson.id,
        "on_date": lesson.day,
        "lesson_no": lesson.lesson_no,
        "starts_at": lesson.starts_at,
        "ends_at": lesson.ends_at,
        "room": lesson.room,
        "teacher_id": lesson.teacher_id,
        "substituted_for_id": lesson.owner_id if lesson.substituted else None,
        "status": LessonStatus.CANCELLED if lesson.cancelled else LessonStatus.PLANNED,
    }


def _rows(work: Work, old: OneOff, new: OneOff) -> list[dict[str, object]]:
    common = {"lesson_id": new.lesson.id, "made_by": work.actor.staff_id, "made_at": work.now}
    return [
        {
            **common,
            "before": place_facts(old),
            "after": {**place_facts(new), "about": day.isoformat()},
            "told_at": work.now if day < work.today else None,
        }
        for day in sorted({old.lesson.day, new.lesson.day})
    ]
