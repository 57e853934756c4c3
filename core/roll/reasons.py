"""The class leader's reasons and notes beside missed lessons, for a day or a span of days (J2)."""

from datetime import date
from typing import Any

from sqlalchemy import Select, and_, or_, select, text, update

from core.app import Work
from core.audit import record
from core.entries import require_open
from core.errors import AccessDenied
from core.rights import leads, require_class
from core.roll.absences import calm
from core.rules.entry import EntryKind
from core.terms import AbsenceReason, LessonStatus, Presence, Role
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import lesson_facts
from storage.models import Attendance, Enrolment, Lesson


async def explain(work: Work, class_id: int, pupil_id: int, first: date, last: date, reason: AbsenceReason) -> bool:
    """Give every lesson of the own class missed from `first` to `last` its reason; whether anything changed.

    Alerts of today that have not left yet ring nobody once the reason is a good one. Raises AccessDenied,
    NotConnected and what `require_open` raises for the earliest of the lessons: its term ends first.
    """
    await require_to_explain(work, class_id, pupil_id, first, last)
    changed = await _rewrite(work, class_id, pupil_id, first, last, reason=reason)
    if reason is not AbsenceReason.UNEXCUSED and first <= work.today <= last:
        await calm(work, pupil_id, work.today)
    return changed


async def annotate(work: Work, class_id: int, pupil_id: int, day: date, note: str) -> bool:
    """Put the class leader's note beside a pupil's missed lessons of a day. Raises as `explain`."""
    await require_to_explain(work, class_id, pupil_id, day, day)
    return await _rewrite(work, class_id, pupil_id, day, day, note=note)


async def require_to_explain(work: Work, class_id: int, pupil_id: int, first: date, last: date) -> None:
    """Let the actor write about the pupil's absences of these days, or raise as `explain`."""
    require_class(work, class_id)
    span = {"class": class_id, "pupil": pupil_id, "first": first, "last": last}
    row = (await work.session.execute(_EARLIEST, span)).one_or_none()
    if row is None:
        raise AccessDenied(class_id=class_id, pupil=pupil_id)
    if row.lesson_id is not None:
        await require_open(work, EntryKind.ROLL, lesson_facts(work, row))
    elif not leads(work, [class_id]):
        work.actor.require_role(Role.DIRECTOR)


async def _rewrite(work: Work, class_id: int, pupil_id: int, first: date, last: date, **new: str) -> bool:
    """Put one value (`reason` or `note`) beside every missed lesson; whether anything changed."""
    [(name, value)] = new.items()
    column = getattr(Attendance, name)
    missed = _missed(class_id, pupil_id, first, last).add_columns(column).where(column.is_distinct_from(value))
    rows = await work.session.execute(missed.order_by(Attendance.lesson_id).with_for_update(of=Attendance))
    former = {row.lesson_id: getattr(row, name) for row in rows}
    if former:
        mine = (Attendance.pupil_id == pupil_id, Attendance.lesson_id.in_(former))
        await work.session.execute(update(Attendance).where(*mine).values(**new))
    for lesson_id, old in former.items():
        subject_id = f"{lesson_id}/{pupil_id}"
        record(work, f"attendance.{name}", "attendance", subject_id, before={name: old}, after={name: value})
    return bool(former)


def _missed(class_id: int, pupil_id: int, first: date, last: date) -> Select[Any]:
    """The missed lessons of the days on which the pupil was in the class."""
    there = and_(
        Enrolment.pupil_id == Attendance.pupil_id,
        Enrolment.class_id == class_id,
        Enrolment.starts <= Lesson.on_date,
        or_(Enrolment.ends.is_(None), Enrolment.ends >= Lesson.on_date),
    )
    return (
        select(Attendance.lesson_id)
        .join(Lesson, Lesson.id == Attendance.lesson_id)
        .join(Enrolment, there)
        .where(Lesson.on_date.between(first, last), Lesson.status == LessonStatus.PLANNED)
        .where(Attendance.pupil_id == pupil_id, Attendance.status == Presence.ABSENT)
    )


# The earliest missed lesson of the span; no lesson when none was missed, no row for a pupil of another class.
_EARLIEST = text(f"""
    SELECT missed.* FROM (
         SELECT min(e.starts) AS since FROM enrolment e
          WHERE e.class_id = :class AND e.pupil_id = :pupil AND e.starts <= :last
            AND (e.ends IS NULL OR e.ends >= :first) HAVING count(*) > 0) e
      LEFT JOIN LATERAL (
         SELECT {LESSON_COLUMNS} FROM {LESSON_TABLES}
           JOIN attendance a ON a.lesson_id = l.id AND a.pupil_id = :pupil AND a.status = 'absent'
          WHERE l.on_date BETWEEN :first AND :last AND l.status = 'planned'
            AND EXISTS (SELECT 1 FROM enrolment w WHERE w.class_id = :class AND w.pupil_id = :pupil
                           AND w.starts <= l.on_date AND (w.ends IS NULL OR w.ends >= l.on_date))
          ORDER BY l.starts_at LIMIT 1) missed ON true
""")
