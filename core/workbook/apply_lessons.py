"""Writing the dated lessons. A lesson that somebody began to fill in meanwhile is left alone."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import text

from core.rules.expansion import DatedLesson
from core.workbook.bulk import Writer
from core.workbook.draft_lessons import Moments
from storage.models import Lesson

COLUMNS = (
    "load_id",
    "origin_date",
    "origin_no",
    "on_date",
    "lesson_no",
    "starts_at",
    "ends_at",
    "room",
    "planned_room",
    "teacher_id",
)
CHUNK = 5000
LOCK = text("SELECT id FROM lesson WHERE id = ANY(CAST(:ids AS integer[])) ORDER BY id FOR UPDATE")
UNTOUCHED = """
    roll_rev = 0 AND roll_taken_at IS NULL AND status = 'planned' AND substituted_for_id IS NULL
    AND on_date = origin_date AND lesson_no = origin_no AND room = planned_room
    AND page_rev = 0
    AND NOT EXISTS (SELECT FROM attendance WHERE attendance.lesson_id = lesson.id)
    AND NOT EXISTS (SELECT FROM mark_cell WHERE mark_cell.lesson_id = lesson.id)
    AND NOT EXISTS (SELECT FROM mark WHERE mark.lesson_id = lesson.id)
    AND NOT EXISTS (SELECT FROM lesson_work WHERE lesson_work.lesson_id = lesson.id)
    AND NOT EXISTS (SELECT FROM plan_delivery WHERE plan_delivery.lesson_id = lesson.id)
    AND NOT EXISTS (SELECT FROM homework WHERE lesson.id IN (homework.lesson_id, homework.due_lesson_id))
    AND NOT EXISTS (SELECT FROM remark WHERE remark.lesson_id = lesson.id)
    AND NOT EXISTS (SELECT FROM entry_request WHERE entry_request.lesson_id = lesson.id)
    AND NOT EXISTS (SELECT FROM quick_entry WHERE quick_entry.lesson_id = lesson.id)
"""
# A change that was undone does not keep a lesson in an old timetable; the audit keeps what was changed.
REMOVE = text(f"""
    WITH gone AS (DELETE FROM lesson WHERE id = ANY(CAST(:ids AS integer[])) AND {UNTOUCHED} RETURNING id)
    DELETE FROM lesson_change WHERE lesson_id IN (SELECT id FROM gone)
""")
CHANGE = text(
    f"""
    UPDATE lesson SET starts_at = v.starts_at, ends_at = v.ends_at, room = v.room, planned_room = v.room,
        teacher_id = v.teacher_id
    FROM unnest(CAST(:ids AS integer[]), CAST(:starts AS timestamptz[]), CAST(:ends AS timestamptz[]),
        CAST(:rooms AS varchar[]), CAST(:teachers AS integer[])) AS v(id, starts_at, ends_at, room, teacher_id)
    WHERE lesson.id = v.id AND {UNTOUCHED.replace("room = planned_room", "lesson.room = planned_room")}
    """
)


async def apply_lessons(writer: Writer, loads: list[int], reached: Any) -> None:
    """Take away, change, add. The rows to be taken or changed are locked and looked at again: entries win."""
    changes = writer.draft.lessons
    moments = Moments(ZoneInfo(writer.draft.school.time_zone))
    touched = [kept.id for kept in changes.removed] + [kept.id for kept, _ in changes.changed]
    if touched:
        await writer.session.execute(LOCK, {"ids": touched})
        await writer.session.execute(REMOVE, {"ids": [kept.id for kept in changes.removed]})
        await _change(writer, moments)
    total = len(changes.new)
    for start in range(0, total, CHUNK):
        records = [_record(writer, loads, lesson, moments) for lesson in changes.new[start : start + CHUNK]]
        await writer.copy(Lesson, COLUMNS, records)
        reached(min(start + CHUNK, total), total)
    counts = {"new": total, "changed": len(changes.changed), "removed": len(changes.removed), "kept": changes.kept}
    if total or touched:
        writer.trace("workbook.lessons", "study_year", writer.year_id, None, counts)


async def _change(writer: Writer, moments: Moments) -> None:
    pairs = writer.draft.lessons.changed
    facts = [_fact(writer, lesson, moments) for _, lesson in pairs]
    if pairs:
        await writer.session.execute(
            CHANGE,
            {
                "ids": [kept.id for kept, _ in pairs],
                "starts": [f[0] for f in facts],
                "ends": [f[1] for f in facts],
                "rooms": [f[2] for f in facts],
                "teachers": [f[3] for f in facts],
            },
        )


def _fact(writer: Writer, lesson: DatedLesson, moments: Moments) -> tuple[datetime, datetime, str, int]:
    draft = writer.draft
    return (
        moments.at(lesson.day, lesson.starts),
        moments.at(lesson.day, lesson.ends),
        draft.slots[lesson.slot].row.room,
        writer.staff[draft.loads[lesson.load].teacher],
    )


def _record(writer: Writer, loads: list[int], lesson: DatedLesson, moments: Moments) -> tuple[Any, ...]:
    starts, ends, room, teacher = _fact(writer, lesson, moments)
    place = (lesson.day, lesson.lesson_no)
    return (loads[lesson.load], *place, *place, starts, ends, room, room, teacher)
