"""Reading the final marks of a journal page: two statements, whatever its size."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.finals.page import FinalHead, FinalLine, FinalsPage, FinalSpan, Lack, MarkBehind
from core.marks.weights import WEIGHT_OF_MARK, WORK_OF_MARK
from core.rights import leads, sees_classes
from core.rules.entry import Standing
from core.rules.final_marks import final_marks_answer, final_marks_term, least_marks
from core.rules.final_proposal import Proposal, of_period, of_year
from core.rules.names import initials_of, sort_key, told_apart
from core.terms import FinalKind, MarkValue, Role
from core.timetable.load_sql import OF_CLASS, PERIODS
from regulations import Regulation, fold

AROUND = timedelta(days=7)
"""Whoever gives a lesson of the page so close to today stands in for its teacher."""

_HEAD = text(f"""
    SELECT t.id, t.subject_id, s.name AS subject, t.group_name, t.hours_per_week, t.year_id,
           of_class.names, of_class.ids, of_class.grade, {PERIODS} AS periods,
           t.teacher_id = :staff OR EXISTS (
               SELECT 1 FROM lesson l
                WHERE l.load_id = t.id AND l.teacher_id = :staff AND l.on_date BETWEEN :since AND :until) AS gives,
           EXISTS (SELECT 1 FROM marked_subject x WHERE x.subject_id = t.subject_id
                      AND of_class.grade BETWEEN x.grade_from AND x.grade_to) AS by_pass,
           (SELECT array_agg(p.id) FROM study_period p
             WHERE p.year_id = t.year_id AND p.kind <> 'year' AND of_class.grade BETWEEN p.grade_from AND p.grade_to
               AND EXISTS (
                   SELECT 1 FROM teaching_load tl JOIN load_class lc ON lc.load_id = tl.id
                     JOIN lesson l ON l.load_id = tl.id
                    WHERE tl.subject_id = t.subject_id AND lc.class_id = ANY(of_class.ids)
                      AND l.status = 'planned' AND l.on_date BETWEEN p.starts AND p.ends)) AS taught
      FROM teaching_load t
      JOIN subject s ON s.id = t.subject_id
      {OF_CLASS}
     WHERE t.id = :load
""")

# The pupils who are of the page at the end of the span, or now; their marks are of the subject, wherever they were
# given: in the class a pupil came from, in the other group.
_LINES = text(f"""
    WITH stay AS (
        SELECT e.pupil_id, e.class_id, greatest(e.starts, g.starts) AS starts,
               coalesce(least(e.ends, g.ends), 'infinity') AS ends
          FROM teaching_load t
          JOIN load_class lc ON lc.load_id = t.id
          JOIN enrolment e ON e.class_id = lc.class_id
          LEFT JOIN group_member g ON t.group_name <> '' AND g.load_id = t.id AND g.pupil_id = e.pupil_id
         WHERE t.id = :load AND (t.group_name = '' OR g.id IS NOT NULL)
    ),
    member AS (
        SELECT DISTINCT ON (pupil_id) pupil_id, class_id FROM stay
         WHERE :day BETWEEN starts AND ends OR :today BETWEEN starts AND ends
         ORDER BY pupil_id, starts DESC
    ),
    marked AS (
        SELECT m.pupil_id, json_agg(json_build_array(l.on_date, k.letter, m.value, {WEIGHT_OF_MARK}::text)
                                    ORDER BY l.starts_at, m.id) AS marks
          FROM mark m
          JOIN lesson l ON l.id = m.lesson_id
          JOIN teaching_load tl ON tl.id = l.load_id
          {WORK_OF_MARK}
         WHERE m.pupil_id IN (SELECT pupil_id FROM member) AND m.removed_at IS NULL
           AND tl.subject_id = :subject AND l.on_date BETWEEN :starts AND :ends
         GROUP BY m.pupil_id
    ),
    owed AS (
        SELECT s.pupil_id, json_agg(json_build_array(l.on_date, k.letter) ORDER BY l.starts_at, k.position) AS works
          FROM stay s
          JOIN lesson l ON l.load_id = :load AND l.on_date BETWEEN s.starts AND s.ends
          JOIN lesson_work w ON w.lesson_id = l.id
          JOIN work_kind k ON k.id = w.kind_id AND k.written
         WHERE l.on_date BETWEEN :starts AND :ends AND l.status = 'planned' AND l.ends_at <= :now
           AND NOT EXISTS (SELECT 1 FROM mark m WHERE m.lesson_id = l.id AND m.pupil_id = s.pupil_id
                              AND m.kind_id = k.id AND m.removed_at IS NULL AND m.value <> 'dot')
         GROUP BY s.pupil_id
    ),
    closed AS (
        SELECT f.pupil_id, json_agg(json_build_array(
                   f.id, f.period_id, f.value, f.rev, w.surname, w.given_name, w.patronymic)) AS finals
          FROM final_mark f JOIN staff w ON w.id = f.set_by
         WHERE f.pupil_id IN (SELECT pupil_id FROM member) AND f.subject_id = :subject AND f.year_id = :year
           AND f.kind IN ('period', 'year')
         GROUP BY f.pupil_id
    )
    SELECT p.id, p.surname, p.given_name, p.patronymic, p.birth_date, b.class_id, k.marks, o.works, c.finals
      FROM member b
      JOIN pupil p ON p.id = b.pupil_id
      LEFT JOIN marked k ON k.pupil_id = p.id
      LEFT JOIN owed o ON o.pupil_id = p.id
      LEFT JOIN closed c ON c.pupil_id = p.id
""")


async def open_finals(work: Work, load_id: int, period_id: int | None = None) -> FinalsPage:
    """The page of a study period; none: the present one, in holidays the one before. For whoever may see the page.

    Raises NotConnected, NothingThere (no such page, or no study period of its grade), AccessDenied.
    """
    head = await _read_head(work, load_id)
    begun = [span for span in head.periods if span.starts <= work.today] or list(head.periods[:1])
    chosen = [span for span in head.periods if span.period == period_id] if period_id else begun[-1:]
    if not chosen:
        raise NothingThere
    return await _page(work, head, chosen[0])


async def open_year(work: Work, load_id: int) -> FinalsPage:
    """The page of the year's marks. Raises as `open_finals`."""
    head = await _read_head(work, load_id)
    if not head.periods:
        raise NothingThere
    starts = min(span.starts for span in head.periods)
    return await _page(work, head, FinalSpan(None, "", starts, max(span.ends for span in head.periods)))


async def read_finals(work: Work, load_id: int, period_id: int | None) -> FinalsPage:
    """The page of a study period, or (None) of the year."""
    return await open_year(work, load_id) if period_id is None else await open_finals(work, load_id, period_id)


def kind_of(span: FinalSpan) -> FinalKind:
    """What a mark of the span closes."""
    return FinalKind.YEAR if span.period is None else FinalKind.PERIOD


async def _read_head(work: Work, load_id: int) -> FinalHead:
    staff_id = work.actor.require_staff()
    facts = {"load": load_id, "staff": staff_id, "since": work.today - AROUND, "until": work.today + AROUND}
    row = (await work.session.execute(_HEAD, facts)).one_or_none()
    if row is None or row.ids is None:
        raise NothingThere
    if not (row.gives or sees_classes(work, row.ids)):
        raise AccessDenied(load=load_id)
    return FinalHead(
        load_id=row.id,
        subject_id=row.subject_id,
        subject=row.subject,
        group=row.group_name,
        classes=tuple(row.names),
        class_ids=tuple(row.ids),
        grade=row.grade,
        year_id=row.year_id,
        hours=row.hours_per_week,
        by_pass=row.by_pass,
        gives=row.gives,
        periods=tuple(_span(*period) for period in row.periods or ()),
        taught=frozenset(row.taught or ()),
    )


def _span(period_id: int, name: str, starts: str, ends: str) -> FinalSpan:
    return FinalSpan(period_id, name, date.fromisoformat(starts), date.fromisoformat(ends))


async def _page(work: Work, head: FinalHead, span: FinalSpan) -> FinalsPage:
    regulation = work.regulation(span.ends)
    whole_year = span.period is None
    facts = {
        "load": head.load_id,
        "subject": head.subject_id,
        "year": head.year_id,
        "day": max(span.starts, min(work.today, span.ends)),
        "today": work.today,
        "now": work.now,
        "starts": span.starts,
        # The year's mark stands on the periods' marks: no single mark is read for it.
        "ends": span.starts - timedelta(days=1) if whole_year else span.ends,
    }
    rows = (await work.session.execute(_LINES, facts)).all()
    term = final_marks_term(regulation.final_marks_due, span.ends)
    least = 0 if whole_year or head.by_pass else least_marks(regulation.least_marks, head.hours)
    required = not whole_year and fold(head.subject) in {fold(name) for name in regulation.works_required_for}
    lines = [
        _line(work, head, span, row, name, regulation, least, required=required)
        for row, name in zip(rows, told_apart(rows), strict=True)
    ]
    return FinalsPage(
        head=head,
        span=span,
        lines=tuple(sorted(lines, key=lambda line: sort_key(line.name))),
        least=least,
        works_required=required,
        by=regulation.final_marks_by,
        term=term,
        answer=final_marks_answer(
            regulation,
            _standing(work, head, regulation),
            term,
            begins=head.periods[-1].starts if whole_year else span.starts,
            grade=head.grade,
            now=work.local_now,
        ),
        now=work.local_now,
    )


def _standing(work: Work, head: FinalHead, regulation: Regulation) -> Standing:
    return Standing(
        teaches=head.gives if regulation.final_marks_by == "teacher" else leads(work, head.class_ids),
        deputy=work.actor.holds(Role.DEPUTY_HEAD),
        director=work.actor.holds(Role.DIRECTOR),
    )


def _mine(work: Work, head: FinalHead, regulation: Regulation, class_id: int) -> bool:
    """A class leader closes the own class only, also on a page of several classes."""
    if work.actor.holds(Role.DIRECTOR, Role.DEPUTY_HEAD):
        return True
    return head.gives if regulation.final_marks_by == "teacher" else leads(work, [class_id])


def _line(
    work: Work,
    head: FinalHead,
    span: FinalSpan,
    row: Row[Any],
    name: str,
    regulation: Regulation,
    least: int,
    *,
    required: bool,
) -> FinalLine:
    marks = tuple(_mark(*mark) for mark in row.marks or ())
    finals = {final[1]: final for final in row.finals or ()}
    values = {period: MarkValue(final[2]) for period, final in finals.items() if period is not None and final[2]}
    owed = tuple((date.fromisoformat(day), letter) for day, letter in row.works or ())
    proposal = _proposal(work, head, span, marks, values, regulation)
    final_id, _, value, rev, *author = finals.get(span.period, (None, None, None, 0, "", "", ""))
    return FinalLine(
        pupil_id=row.id,
        class_id=row.class_id,
        name=name,
        marks=marks,
        owed=owed,
        proposal=proposal,
        lacks=_lacks(head, span, proposal, values, least, owed=required and bool(owed)),
        periods=values,
        mine=_mine(work, head, regulation, row.class_id),
        final_id=final_id,
        value=MarkValue(value) if value else None,
        rev=rev,
        author=initials_of(*author) if final_id else "",
    )


def _mark(day: str, letter: str, value: str, weight: str) -> MarkBehind:
    return MarkBehind(date.fromisoformat(day), letter, MarkValue(value), Decimal(weight))


def _proposal(
    work: Work,
    head: FinalHead,
    span: FinalSpan,
    marks: tuple[MarkBehind, ...],
    periods: dict[int, MarkValue],
    regulation: Regulation,
) -> Proposal:
    if span.period is None:
        return of_year([periods.get(p.period or 0) for p in _taught(head)], by_pass=head.by_pass)
    return of_period(
        [(mark.value, mark.weight) for mark in marks],
        regulation,
        head.subject,
        by_pass=head.by_pass,
        dot_counts_as_two=work.school.dot_counts_as_two,
    )


def _taught(head: FinalHead) -> list[FinalSpan]:
    return [span for span in head.periods if span.period in head.taught]


def _lacks(
    head: FinalHead,
    span: FinalSpan,
    proposal: Proposal,
    periods: dict[int, MarkValue],
    least: int,
    *,
    owed: bool,
) -> tuple[Lack, ...]:
    if span.period is None:
        missing = any(p.period not in periods for p in _taught(head))
        return (Lack.PERIODS,) if missing else ()
    few = proposal.count < least and proposal.value is not MarkValue.EXEMPT
    return tuple(lack for lack, holds in ((Lack.FEW, few), (Lack.WORKS, owed)) if holds)
