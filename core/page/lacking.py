"""What lessons in a list still lack on their pages."""

from typing import Any

from sqlalchemy import Row

from core.app import Work
from core.rules.filling import PageFilling, missing
from core.terms import LessonKind, LessonStatus

# Beside lesson_sql.LESSON_COLUMNS, whose names it leans on; `l` is the lesson.
FILLING_COLUMNS = """
    l.topic, l.kind, l.tasks, l.ict,
    l.no_homework OR EXISTS (
        SELECT 1 FROM homework h WHERE h.lesson_id = l.id AND h.withdrawn_at IS NULL) AS homework
"""


def lacking(work: Work, row: Row[Any]) -> tuple[str, ...]:
    """The parts still to be entered, from a row of LESSON_COLUMNS and FILLING_COLUMNS; none of a cancelled lesson."""
    if row.status == LessonStatus.CANCELLED:
        return ()
    regulation = work.regulation(row.on_date)
    page = PageFilling(
        grade=row.grade,
        roll_taken=row.roll_taken_at is not None,
        topic=row.topic,
        kind=LessonKind(row.kind) if row.kind else None,
        tasks=row.tasks,
        ict=row.ict,
        homework=row.homework,
    )
    return missing(page, regulation.page_requires, homework_in_grade_1=regulation.homework_in_grade_1)
