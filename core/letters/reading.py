"""Reading letters: the class with its list, then all the letters wanted in two statements.

One and the same letter goes to the phones and on paper: marks still held from the families (core/marks/family.py) are
in neither, for the paper is in the parents' hands within the hour.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.diary.marks import Standing, standings
from core.diary.page_sql import PUPIL_PAGES
from core.errors import NothingThere
from core.letters.facts import (
    Letter,
    LetterAbsences,
    LetterHead,
    LetterPupil,
    LetterRemark,
    LetterSpan,
    LetterSubject,
)
from core.marks.family import final_facts, settled_final
from core.outbox import Kind
from core.rights import require_class
from core.rules.averages import average, mean_shown
from core.rules.names import initials_of, list_name, sort_key, told_apart
from core.terms import MarkValue, RemarkTone

MOST_PUPILS = 90
"""Buttons on one screen; no class is half as large."""

_HEAD = """
    SELECT c.id, c.name, c.grade_level, c.year_id, y.name AS year, y.starts, y.ends,
           w.surname, w.given_name, w.patronymic,
           (SELECT json_agg(json_build_array(p.id, p.name, p.starts, p.ends) ORDER BY p.starts) FROM study_period p
             WHERE p.year_id = y.id AND p.kind <> 'year' AND c.grade_level BETWEEN p.grade_from AND p.grade_to)
             AS periods
      FROM class_unit c
      JOIN study_year y ON y.id = c.year_id
      LEFT JOIN staff w ON w.id = c.class_leader_id
     WHERE c.id = :class
"""
_READ_HEAD = text(_HEAD)
_LOCK_HEAD = text(f"{_HEAD} FOR NO KEY UPDATE OF c")

# The class list of today, or the only pupil wanted; with the last letter of the span that left to each.
_PUPILS = text(f"""
    SELECT DISTINCT p.id, p.surname, p.given_name, p.patronymic, p.birth_date, o.id AS sent, o.created_at AS sent_at
      FROM pupil p
      JOIN enrolment e ON e.pupil_id = p.id AND e.class_id = :class
      LEFT JOIN LATERAL (
           SELECT x.id, x.created_at FROM outbox x
            WHERE x.kind = '{Kind.GUARDIAN_LETTER}' AND x.subject_id = p.id
              AND (x.facts ->> 'period_id')::integer IS NOT DISTINCT FROM CAST(:period AS integer)
            ORDER BY x.id DESC LIMIT 1) o ON true
     WHERE p.id = CAST(:only AS integer)
        OR CAST(:only AS integer) IS NULL AND e.starts <= greatest(CAST(:today AS date), :starts)
           AND (e.ends IS NULL OR e.ends >= :today)
""")

_ABOUT = text(f"""
    WITH page AS ({PUPIL_PAGES.format(pupils=":pupils", first=":first", last=":last")}),
    rolls AS (
        SELECT p.pupil_id,
               count(*) FILTER (WHERE a.status = 'absent' AND a.reason = 'illness') AS illness,
               count(*) FILTER (WHERE a.status = 'absent' AND a.reason = 'excused') AS excused,
               count(*) FILTER (WHERE a.status = 'absent' AND a.reason = 'unexcused') AS unexcused,
               count(*) FILTER (WHERE a.status = 'absent' AND a.reason IS NULL) AS unknown,
               count(*) FILTER (WHERE a.status = 'late') AS late
          FROM page p
          JOIN lesson l ON l.load_id = p.load_id AND l.on_date BETWEEN greatest(p.starts, :first) AND :last
               AND (p.ends IS NULL OR l.on_date <= p.ends) AND l.status = 'planned'
          JOIN attendance a ON a.lesson_id = l.id AND a.pupil_id = p.pupil_id
         GROUP BY p.pupil_id
    )
    SELECT p.id AS pupil_id, r.illness, r.excused, r.unexcused, r.unknown, r.late,
           (SELECT json_agg(json_build_array(f.subject_id, f.value)) FROM final_mark f
             WHERE f.pupil_id = p.id AND f.year_id = :year AND f.kind = 'period' AND f.period_id = :period
               AND {settled_final()}) AS finals,
           (SELECT json_agg(json_build_array(l.on_date, s.name, k.tone, k.body) ORDER BY l.starts_at DESC, k.id DESC)
              FROM remark k JOIN lesson l ON l.id = k.lesson_id
              JOIN teaching_load t ON t.id = l.load_id JOIN subject s ON s.id = t.subject_id
             WHERE k.pupil_id = p.id AND k.withdrawn_at IS NULL AND l.on_date BETWEEN :first AND :last) AS remarks
      FROM pupil p LEFT JOIN rolls r ON r.pupil_id = p.id
     WHERE p.id = ANY(:pupils)
""")


@dataclass(frozen=True)
class _Listed:
    """Somebody of a class list, to be told apart from the others."""

    id: int
    surname: str
    given_name: str
    patronymic: str
    birth_date: date | None
    sent: int
    sent_at: datetime | None


async def letter_head(work: Work, class_id: int, period_id: int | None = None, *, lock: bool = False) -> LetterHead:
    """The class and a period that has begun (none: the present one, in holidays the one before).

    `lock`: of two presses at once the second reads what the first did. For its class leader, deputies and the
    director. Raises NotConnected, AccessDenied, NothingThere.
    """
    require_class(work, class_id)
    return await head_of(work, class_id, period_id, lock=lock)


async def head_of(
    work: Work, class_id: int, period_id: int | None, *, only: int | None = None, lock: bool = False
) -> LetterHead:
    """The same in two statements; the caller has asked who may see. `only`: of one pupil. Raises NothingThere."""
    row = (await work.session.execute(_LOCK_HEAD if lock else _READ_HEAD, {"class": class_id})).one_or_none()
    if row is None:
        raise NothingThere
    spans = _spans(row, work.today)
    span = next((s for s in reversed(spans) if period_id in (None, s.id)), None)
    if span is None:
        raise NothingThere
    regulation = work.regulation(min(span.ends, work.today))
    return LetterHead(
        school=work.school.name,
        class_id=class_id,
        class_name=row.name,
        leader=initials_of(row.surname, row.given_name, row.patronymic) if row.surname else "",
        year=row.year,
        year_id=row.year_id,
        span=span,
        spans=spans,
        pupils=await _pupils(work, class_id, span, only),
        unmarked=row.grade_level == 1 and not regulation.marks_in_grade_1,
        today=work.today,
    )


async def letters(work: Work, head: LetterHead, pupil_ids: Collection[int]) -> tuple[Letter, ...]:
    """The letters of these pupils of the class, in its order, in two statements."""
    wanted = [pupil for pupil in head.pupils if pupil.id in pupil_ids]
    if not wanted:
        return ()
    ids = [pupil.id for pupil in wanted]
    facts = {
        "pupils": ids,
        "first": head.span.starts,
        "last": head.last,
        "period": head.span.id,
        "year": head.year_id,
        **final_facts(work),
    }
    about = {row.pupil_id: row for row in await work.session.execute(_ABOUT, facts)}
    stand = await standings(work, ids, head.span.starts, head.span.ends)
    return tuple(_letter(head, pupil, stand[pupil.id], about[pupil.id]) for pupil in wanted)


def _spans(row: Row[Any], today: date) -> tuple[LetterSpan, ...]:
    """Periods that have begun; before the year its first one; the year where the grade has no periods."""
    periods = tuple(
        LetterSpan(period_id, name, date.fromisoformat(starts), date.fromisoformat(ends))
        for period_id, name, starts, ends in row.periods or ()
    )
    begun = tuple(span for span in periods if span.starts <= today)
    return begun or periods[:1] or (LetterSpan(None, "", row.starts, row.ends),)


async def _pupils(work: Work, class_id: int, span: LetterSpan, only: int | None) -> tuple[LetterPupil, ...]:
    facts = {"class": class_id, "period": span.id, "only": only, "today": work.today, "starts": span.starts}
    rows = [_Listed(*row) for row in await work.session.execute(_PUPILS, facts)]
    named = zip(rows, told_apart(rows), strict=True)
    found = (
        LetterPupil(
            row.id, name, row.surname, row.given_name, row.sent or 0, work.local(row.sent_at) if row.sent_at else None
        )
        for row, name in named
    )
    order = {row.id: (*sort_key(list_name(row.surname, row.given_name)), row.patronymic, row.id) for row in rows}
    return tuple(sorted(found, key=lambda pupil: order[pupil.id]))[:MOST_PUPILS]


def _letter(head: LetterHead, pupil: LetterPupil, stand: Sequence[Standing], about: Row[Any]) -> Letter:
    finals = {subject: MarkValue(value) for subject, value in about.finals or ()}
    subjects = () if head.unmarked else tuple(_subject(one, finals.get(one.subject_id)) for one in stand)
    total = LetterSubject(
        name="",
        counts=_sums(subjects),
        passed=sum(s.passed for s in subjects),
        failed=sum(s.failed for s in subjects),
        owed=sum(s.owed for s in subjects),
        average=mean_shown(s.average for s in subjects),
        final=None,
    )
    return Letter(
        pupil=pupil,
        subjects=subjects,
        total=total,
        finals=average((s.final, Decimal(1)) for s in subjects if s.final is not None),
        absences=LetterAbsences(
            about.illness or 0, about.excused or 0, about.unexcused or 0, about.unknown or 0, about.late or 0
        ),
        remarks=tuple(
            LetterRemark(date.fromisoformat(day), subject, RemarkTone(tone), body)
            for day, subject, tone, body in about.remarks or ()
        ),
    )


def _subject(stand: Standing, final: MarkValue | None) -> LetterSubject:
    values = [value for value, _ in stand.marks]
    five, four, three, two, one = (values.count(value) for value in _SCALE)
    return LetterSubject(
        name=stand.subject,
        counts=(five, four, three, two, one),
        passed=values.count(MarkValue.PASS),
        failed=values.count(MarkValue.FAIL),
        owed=stand.dots,
        average=stand.average,
        final=final,
    )


_SCALE = (MarkValue.FIVE, MarkValue.FOUR, MarkValue.THREE, MarkValue.TWO, MarkValue.ONE)


def _sums(subjects: Sequence[LetterSubject]) -> tuple[int, int, int, int, int]:
    five, four, three, two, one = (sum(s.counts[place] for s in subjects) for place in range(len(_SCALE)))
    return five, four, three, two, one
