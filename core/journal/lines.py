"""The rows of a journal page: who belonged to it on which days, and what stands in each cell."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.journal.page import Cell, JournalLesson, JournalLine
from core.rules.averages import Weighed, average, weighted_average
from core.rules.names import initials_of, sort_key, told_apart
from core.terms import AbsenceReason, MarkValue, Presence

# A pupil is of the page on the days in the class and, where there are groups, in the group. Whoever has entries
# here without such days (the lists were mended later) is shown all the same: nothing that was written disappears.
_LINES = text("""
    WITH held AS (SELECT id FROM lesson WHERE load_id = :load AND on_date BETWEEN :starts AND :ends),
    stay AS (
        SELECT e.pupil_id, c.name AS class_name, greatest(e.starts, g.starts) AS starts, least(e.ends, g.ends) AS ends
          FROM teaching_load t
          JOIN load_class lc ON lc.load_id = t.id
          JOIN class_unit c ON c.id = lc.class_id
          JOIN enrolment e ON e.class_id = lc.class_id AND e.starts <= :ends AND (e.ends IS NULL OR e.ends >= :starts)
          LEFT JOIN group_member g ON t.group_name <> '' AND g.load_id = t.id AND g.pupil_id = e.pupil_id
               AND g.starts <= :ends AND (g.ends IS NULL OR g.ends >= :starts)
         WHERE t.id = :load AND (t.group_name = '' OR g.id IS NOT NULL)
           AND greatest(e.starts, g.starts) <= coalesce(least(e.ends, g.ends), 'infinity')
    ),
    member AS (
        SELECT pupil_id, max(class_name) AS class_name, json_agg(json_build_array(starts, ends)) AS stays
          FROM stay GROUP BY pupil_id
    ),
    marked AS (
        SELECT m.pupil_id,
               json_agg(json_build_array(m.lesson_id, m.kind_id, m.value) ORDER BY k.position, m.id) AS marks
          FROM mark m JOIN work_kind k ON k.id = m.kind_id
         WHERE m.lesson_id IN (SELECT id FROM held) AND m.removed_at IS NULL GROUP BY m.pupil_id
    ),
    missed AS (
        SELECT a.pupil_id, json_agg(json_build_array(a.lesson_id, a.status, a.reason)) AS absences
          FROM attendance a WHERE a.lesson_id IN (SELECT id FROM held) AND a.status <> 'present' GROUP BY a.pupil_id
    )
    SELECT p.id, p.surname, p.given_name, p.patronymic, p.birth_date, m.class_name, m.stays, k.marks, a.absences
      FROM pupil p
      LEFT JOIN member m ON m.pupil_id = p.id
      LEFT JOIN marked k ON k.pupil_id = p.id
      LEFT JOIN missed a ON a.pupil_id = p.id
     WHERE p.id IN (SELECT pupil_id FROM member UNION SELECT pupil_id FROM marked UNION SELECT pupil_id FROM missed)
""")


@dataclass(frozen=True)
class Stay:
    """Days (both included) on which a pupil was of the page; no `ends`: still is."""

    starts: date
    ends: date | None

    def holds(self, day: date) -> bool:
        return self.starts <= day and (self.ends is None or day <= self.ends)


async def journal_lines(
    work: Work, days: Mapping[str, Any], lessons: Sequence[JournalLesson]
) -> tuple[JournalLine, ...]:
    """The rows in class-list order. `days` names the load and the span's first and last day."""
    rows = (await work.session.execute(_LINES, days)).all()
    weights = {(lesson.id, held.kind_id): held.weight for lesson in lessons for held in lesson.works}
    named = zip(rows, told_apart(rows), _short_names(rows), strict=True)
    dots = work.school.dot_counts_as_two
    lines = [_line(row, (long, short), lessons, weights, dots=dots) for row, long, short in named]
    return tuple(sorted(lines, key=lambda line: sort_key(line.name)))


def _short_names(rows: Sequence[Row[Any]]) -> list[str]:
    """Иванов П.; whoever shares that with another keeps the longer form."""
    brief = [initials_of(row.surname, row.given_name, "") for row in rows]
    often = Counter(brief)
    return [short if often[short] == 1 else long for short, long in zip(brief, told_apart(rows), strict=True)]


def _line(
    row: Row[Any],
    names: tuple[str, str],
    lessons: Sequence[JournalLesson],
    weights: Mapping[tuple[int, int], Decimal],
    *,
    dots: bool,
) -> JournalLine:
    stays = [_stay(*stay) for stay in row.stays or ()]
    marks: dict[int, list[MarkValue]] = {}
    for lesson_id, _, value in row.marks or ():
        marks.setdefault(lesson_id, []).append(MarkValue(value))
    absences = {lesson_id: (status, reason) for lesson_id, status, reason in row.absences or ()}
    weighed = list(_weighed(row.marks or (), weights))
    return JournalLine(
        pupil_id=row.id,
        name=names[0],
        short_name=names[1],
        class_name=row.class_name or "",
        cells=tuple(
            _cell(any(stay.holds(lesson.day) for stay in stays), absences.get(lesson.id), marks.get(lesson.id, ()))
            for lesson in lessons
        ),
        average=average(weighed, dot_counts_as_two=dots),
        weighted=weighted_average(weighed, dot_counts_as_two=dots),
    )


def _stay(starts: str, ends: str | None) -> Stay:
    return Stay(date.fromisoformat(starts), date.fromisoformat(ends) if ends else None)


def _weighed(marks: Iterable[tuple[int, int, str]], weights: Mapping[tuple[int, int], Decimal]) -> Iterable[Weighed]:
    return ((MarkValue(value), weights[lesson_id, kind_id]) for lesson_id, kind_id, value in marks)


def _cell(enrolled: bool, missed: tuple[str, str | None] | None, marks: Sequence[MarkValue]) -> Cell:  # noqa: FBT001
    status, reason = missed or (Presence.PRESENT, None)
    return Cell(
        enrolled=enrolled,
        absent=status == Presence.ABSENT,
        late=status == Presence.LATE,
        reason=AbsenceReason(reason) if reason else None,
        marks=tuple(marks),
    )
