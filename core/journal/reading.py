"""Reading a journal page: four statements, whatever its size (who asks, whose page, the lessons, the pupils)."""

from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.journal.lines import journal_lines
from core.journal.page import JournalLesson, JournalPage, PageHead, Span, WorkHeld
from core.rights import sees_classes
from core.rules.names import initials_of
from core.terms import LessonStatus
from core.timetable.load_sql import OF_CLASS, PERIODS

_HEAD = text(f"""
    SELECT t.id, t.teacher_id, t.group_name, s.name AS subject, y.name AS year,
           w.surname, w.given_name, w.patronymic, of_class.names, of_class.ids,
           (SELECT array_agg(DISTINCT date_trunc('month', l.on_date)::date) FROM lesson l
             WHERE l.load_id = t.id) AS months,
           {PERIODS} AS periods,
           EXISTS (SELECT 1 FROM lesson l WHERE l.load_id = t.id AND l.teacher_id = :staff) AS gives
      FROM teaching_load t
      JOIN subject s ON s.id = t.subject_id
      JOIN study_year y ON y.id = t.year_id
      JOIN staff w ON w.id = t.teacher_id
      {OF_CLASS}
     WHERE t.id = :load
""")

_LESSONS = text("""
    SELECT l.id, l.on_date, l.lesson_no, l.starts_at <= :now AS begun, l.status, l.topic,
           l.roll_taken_at IS NOT NULL AS roll_taken, l.teacher_id <> t.teacher_id AS substituted,
           w.surname, w.given_name, w.patronymic,
           (SELECT json_agg(json_build_array(
                       k.id, k.letter, k.name, coalesce(lw.weight, k.weight)::text, k.written)
                       ORDER BY k.position, k.id)
              FROM work_kind k LEFT JOIN lesson_work lw ON lw.kind_id = k.id AND lw.lesson_id = l.id
             WHERE lw.lesson_id IS NOT NULL OR EXISTS (
                   SELECT 1 FROM mark m WHERE m.lesson_id = l.id AND m.kind_id = k.id AND m.removed_at IS NULL)
           ) AS works,
           (SELECT string_agg(h.body, '; ' ORDER BY h.id) FROM homework h
             WHERE h.lesson_id = l.id AND h.withdrawn_at IS NULL AND h.body <> ''
               AND NOT EXISTS (SELECT 1 FROM homework_pupil hp WHERE hp.homework_id = h.id)) AS homework
      FROM lesson l JOIN teaching_load t ON t.id = l.load_id JOIN staff w ON w.id = l.teacher_id
     WHERE l.load_id = :load AND l.on_date BETWEEN :starts AND :ends
     ORDER BY l.on_date, l.starts_at, l.id
""")


async def read_head(work: Work, load_id: int) -> PageHead:
    """Whose page it is, for those who may open it: its teacher, who gives a lesson of it, class leaders of its
    classes, deputies and the director.

    Raises NotConnected, NothingThere, AccessDenied.
    """
    staff_id = work.actor.require_staff()
    row = (await work.session.execute(_HEAD, {"load": load_id, "staff": staff_id})).one_or_none()
    if row is None or row.ids is None:
        raise NothingThere
    mine = row.teacher_id == staff_id or row.gives
    if not (mine or sees_classes(work, row.ids)):
        raise AccessDenied(load=load_id)
    return PageHead(
        load_id=row.id,
        subject=row.subject,
        group=row.group_name,
        classes=tuple(row.names),
        class_ids=tuple(row.ids),
        teacher=initials_of(row.surname, row.given_name, row.patronymic),
        year=row.year,
        months=tuple(sorted(row.months or ())),
        periods=tuple(_period(*period) for period in row.periods or ()),
    )


async def month_page(work: Work, load_id: int, month: date | None = None) -> JournalPage:
    """The page of a month (any day of it); none: the present one, or the nearest with lessons, the past first.

    Raises what `read_head` raises.
    """
    head = await read_head(work, load_id)
    return await _page(work, head, span_of_month(month or _nearest(head.months, work.today)))


async def period_page(work: Work, load_id: int, period_id: int) -> JournalPage:
    """The page of a study period of its classes. Raises NothingThere for another one, and what `read_head` raises."""
    head = await read_head(work, load_id)
    span = next((period for period in head.periods if period.period == period_id), None)
    if span is None:
        raise NothingThere
    return await _page(work, head, span)


async def page_of(work: Work, load_id: int, month: date | None, period_id: int | None) -> JournalPage:
    """The page of a study period if one is named, else of a month."""
    if period_id is not None:
        return await period_page(work, load_id, period_id)
    return await month_page(work, load_id, month)


def span_of_month(day: date) -> Span:
    """The month that holds the day."""
    first = day.replace(day=1)
    return Span(first, first.replace(day=monthrange(first.year, first.month)[1]), month=first)


def _nearest(months: tuple[date, ...], today: date) -> date:
    begun = [month for month in months if month <= today]
    return begun[-1] if begun else months[0] if months else today


def _period(period_id: int, name: str, starts: str, ends: str) -> Span:
    return Span(date.fromisoformat(starts), date.fromisoformat(ends), period=period_id, name=name)


async def _page(work: Work, head: PageHead, span: Span) -> JournalPage:
    days = {"load": head.load_id, "starts": span.starts, "ends": span.ends}
    rows = (await work.session.execute(_LESSONS, {**days, "now": work.now})).all()
    lessons = tuple(_lesson(row) for row in rows)
    return JournalPage(head, span, lessons, await journal_lines(work, days, lessons))


def _lesson(row: Row[Any]) -> JournalLesson:
    return JournalLesson(
        id=row.id,
        day=row.on_date,
        lesson_no=row.lesson_no,
        begun=row.begun,
        cancelled=row.status == LessonStatus.CANCELLED,
        roll_taken=row.roll_taken,
        substitute=initials_of(row.surname, row.given_name, row.patronymic) if row.substituted else "",
        topic=row.topic,
        homework=row.homework or "",
        works=tuple(_work(*work) for work in row.works or ()),
    )


def _work(kind_id: int, letter: str, name: str, weight: str, written: bool) -> WorkHeld:  # noqa: FBT001 - a row
    return WorkHeld(kind_id, letter, name, Decimal(weight), written)
