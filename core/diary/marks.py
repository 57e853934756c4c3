"""How pupils stand in their subjects over some days: for the marks' screen, the cards and the look at who is failing.

Only settled marks count (core/marks/family.py). Averages and likely marks are the school's own (core/rules/likely.py).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.diary.page_sql import PUPIL_PAGES
from core.marks.family import settled, settled_facts
from core.marks.weights import WEIGHT_OF_MARK, WORK_OF_MARK
from core.rules.averages import Weighed
from core.rules.likely import counted_average, likely_mark
from core.rules.names import sort_key
from core.terms import MarkValue

# Subjects come from the pages that the pupil belongs to and from the marks: those of a former class stay.
_STANDINGS = text(f"""
    WITH page AS ({PUPIL_PAGES.format(pupils=":pupils", first=":first", last=":last")}),
    given AS (
        SELECT m.pupil_id, t.subject_id, t.id AS load_id,
               json_build_array(m.value, {WEIGHT_OF_MARK}::text, l.on_date, m.given_at) AS mark,
               (l.on_date, l.lesson_no, m.given_at, m.id) AS place
          FROM mark m
          JOIN lesson l ON l.id = m.lesson_id
          JOIN teaching_load t ON t.id = l.load_id
          {WORK_OF_MARK}
         WHERE m.pupil_id = ANY(:pupils) AND l.on_date BETWEEN :first AND :last AND {settled()}
    ),
    marked AS (
        SELECT pupil_id, subject_id, json_agg(mark ORDER BY place) AS marks, array_agg(DISTINCT load_id) AS loads
          FROM given GROUP BY pupil_id, subject_id
    ),
    paged AS (
        SELECT pupil_id, subject_id, array_agg(DISTINCT load_id) AS loads,
               array_agg(DISTINCT load_id) FILTER (
                   WHERE coalesce(ends, 'infinity') >= least(:last, CAST(:today AS date))) AS present
          FROM page GROUP BY pupil_id, subject_id
    )
    SELECT pupil_id, subject_id, s.name, marked.marks, loads.ids AS loads,
           (SELECT array_agg(DISTINCT t.teacher_id) FROM teaching_load t WHERE t.id = ANY(loads.ids)) AS teachers
      FROM paged
      FULL JOIN marked USING (pupil_id, subject_id)
      JOIN subject s ON s.id = subject_id
     CROSS JOIN LATERAL (SELECT coalesce(paged.present, paged.loads, marked.loads) AS ids) loads
""")


@dataclass(frozen=True)
class Standing:
    """A pupil in a subject. `marks` by lesson, the oldest first, and `days` are the days of these lessons; `given`:
    the moments, with an offset, at which they were given.

    `dots`: works still owed. `average` is the one that counts by the school's rule, `likely` what it would be
    rounded to; None when nothing counts. `load_ids`, `teacher_ids`: the pages the pupil is on now (of a former class,
    when there are no others) and whose they are.
    """

    subject_id: int
    subject: str
    marks: tuple[Weighed, ...]
    dots: int
    average: Decimal | None
    likely: MarkValue | None
    teacher_ids: tuple[int, ...]
    load_ids: tuple[int, ...]
    days: tuple[date, ...] = ()
    given: tuple[datetime, ...] = ()

    def until(self, day: date) -> tuple[Weighed, ...]:
        """The marks of lessons up to a day."""
        return tuple(mark for mark, on in zip(self.marks, self.days, strict=True) if on <= day)


async def standings(work: Work, pupil_ids: Collection[int], first: date, last: date) -> dict[int, tuple[Standing, ...]]:
    """Every subject of each pupil between two days, by name, also those without marks, in one statement.

    Every pupil asked about is in the answer. The caller has asked who may see the pupils.
    """
    facts = {"pupils": list(pupil_ids), "first": first, "last": last, "today": work.today, **settled_facts(work)}
    found: dict[int, list[Standing]] = {pupil_id: [] for pupil_id in pupil_ids}
    for row in await work.session.execute(_STANDINGS, facts):
        found[row.pupil_id].append(_standing(work, row, last))
    return {
        pupil_id: tuple(sorted(subjects, key=lambda standing: sort_key(standing.subject)))
        for pupil_id, subjects in found.items()
    }


def counted(work: Work, marks: Sequence[Weighed], last: date) -> Decimal | None:
    """The average that counts for a span that ends on a day."""
    regulation = work.regulation(min(last, work.today))
    return counted_average(marks, regulation, dot_counts_as_two=work.school.dot_counts_as_two)


def likely(work: Work, average: Decimal | None, subject: str, last: date) -> MarkValue | None:
    """What the average would be rounded to in a subject, in a span that ends on a day."""
    if average is None:
        return None
    return likely_mark(average, work.regulation(min(last, work.today)).rounding.of_subject(subject))


def _standing(work: Work, row: Row[Any], last: date) -> Standing:
    marks = tuple((MarkValue(value), Decimal(weight)) for value, weight, *_ in row.marks or ())
    average = counted(work, marks, last)
    return Standing(
        subject_id=row.subject_id,
        subject=row.name,
        marks=marks,
        dots=sum(value is MarkValue.DOT for value, _ in marks),
        average=average,
        likely=likely(work, average, row.name, last),
        teacher_ids=tuple(sorted(row.teachers or ())),
        load_ids=tuple(sorted(row.loads or ())),
        days=tuple(date.fromisoformat(day) for _, _, day, _ in row.marks or ()),
        given=tuple(datetime.fromisoformat(at) for *_, at in row.marks or ()),
    )
