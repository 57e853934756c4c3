"""Every mark of a child in a subject: what each did to the average, and what it takes to reach a better one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.diary.class_averages import CLASS_AVERAGES, counting_facts
from core.diary.marks import counted, likely
from core.diary.marks_span import MarksSpan, open_span
from core.diary.page_sql import PUPIL_PAGES
from core.errors import NothingThere
from core.marks.family import settled
from core.marks.weights import WEIGHT_OF_MARK, WORK_OF_MARK
from core.rules.averages import Weighed, average, weighted_average
from core.rules.final_marks import least_marks
from core.rules.goal import Goal, Grading, KindOffered, Slip, goals, grading, slip
from core.terms import MarkValue

# Kinds that may come: answers at a lesson (the first kind of the school), what the child was marked for, and what was
# announced for the class in this subject. Lessons still to come are those of the child's own pages.
_SUBJECT = text(f"""
    WITH page AS (
        SELECT x.* FROM ({PUPIL_PAGES.format(pupils=":pupils", first=":first", last=":last")}) x
         WHERE x.subject_id = :subject)
    SELECT s.name,
           (SELECT count(*) FROM lesson l JOIN page ON page.load_id = l.load_id
             WHERE l.on_date BETWEEN greatest(page.starts, :today) AND least(coalesce(page.ends, 'infinity'), :last)
               AND l.starts_at > :now AND l.status = 'planned') AS ahead,
           (SELECT max(t.hours_per_week) FROM page JOIN teaching_load t ON t.id = page.load_id) AS hours,
           (SELECT json_agg(json_build_array(k.name, k.weight::text) ORDER BY k.position, k.id) FROM work_kind k
             WHERE k.archived_at IS NULL AND (
                   k.id = (SELECT id FROM work_kind WHERE archived_at IS NULL ORDER BY position, id LIMIT 1)
                OR k.id IN (SELECT lw.kind_id FROM lesson_work lw JOIN lesson l ON l.id = lw.lesson_id
                              JOIN page ON page.load_id = l.load_id))) AS kinds,
           (SELECT average FROM ({CLASS_AVERAGES}) averages) AS of_class
      FROM subject s WHERE s.id = :subject
""")

_MARKS = text(f"""
    SELECT m.id, m.value, m.comment, m.lesson_id, l.on_date, k.name AS kind, k.archived_at IS NOT NULL AS archived,
           k.weight AS usual, {WEIGHT_OF_MARK} AS weight
      FROM mark m
      JOIN lesson l ON l.id = m.lesson_id
      JOIN teaching_load t ON t.id = l.load_id
      {WORK_OF_MARK}
     WHERE m.pupil_id = :pupil AND t.subject_id = :subject AND l.on_date BETWEEN :first AND :last AND {settled()}
     ORDER BY m.given_at, m.id
""")


@dataclass(frozen=True)
class MarkExplained:
    """A mark, and the counting average before and after it; the same where it does not count.

    `day` is the day of its lesson.
    """

    id: int
    value: MarkValue
    kind: str
    weight: Decimal
    comment: str
    lesson_id: int
    day: date
    before: Decimal | None
    after: Decimal | None
    counts: bool


@dataclass(frozen=True)
class SubjectPage:
    """A subject in a period; `marks` in the order they were given, the newest first.

    `plain`, `weighted`: both averages; `rule` says which one counts, and that is `average`. `least`: so many marks
    the school wants behind a final one. `ahead`: lessons still to come in the period. `of_class`: the class's average
    in tenths, None when too few pupils have one. `dots` are works still owed.
    """

    span: MarksSpan
    subject_id: int
    subject: str
    marks: tuple[MarkExplained, ...]
    dots: int
    plain: Decimal | None
    weighted: Decimal | None
    average: Decimal | None
    likely: MarkValue | None
    rule: Grading
    goals: tuple[Goal, ...]
    slip: Slip | None
    least: int | None
    ahead: int
    of_class: Decimal | None

    @property
    def by_pass(self) -> bool:
        """Graded зачёт / незачёт."""
        return self.subject_id in self.span.by_pass

    @property
    def newest(self) -> MarkExplained | None:
        """The last given mark that counts: why the average is what it is."""
        return next((mark for mark in self.marks if mark.counts), None)

    @property
    def counting(self) -> int:
        """How many marks there are behind the average."""
        return sum(mark.counts for mark in self.marks)


async def subject_page(work: Work, pupil_id: int, subject_id: int, period_id: int | None = None) -> SubjectPage:
    """A subject in a period of the child (none: the present one). Raises as `open_span` does, NothingThere too for a
    subject that the school does not have.
    """
    span = await open_span(work, pupil_id, period_id)
    facts = {**counting_facts(work, span.year.class_id, span.first, span.last), "subject": subject_id}
    about = {**facts, "pupils": [pupil_id], "now": work.now}
    row = (await work.session.execute(_SUBJECT, about)).one_or_none()
    if row is None:
        raise NothingThere
    rows = (await work.session.execute(_MARKS, {**facts, "pupil": pupil_id})).all()
    return _page(work, span, row, rows, subject_id)


def _page(
    work: Work,
    span: MarksSpan,
    about: Row[Any],
    rows: Sequence[Row[Any]],
    subject_id: int,
) -> SubjectPage:
    weighed = [(MarkValue(row.value), row.weight) for row in rows]
    dots = work.school.dot_counts_as_two
    rule = grading(work.regulation(min(span.last, work.today)), about.name, dot_counts_as_two=dots)
    found = counted(work, weighed, span.last)
    kinds = _kinds(about, rows)
    open_ = not span.over and subject_id not in span.by_pass
    return SubjectPage(
        span=span,
        subject_id=subject_id,
        subject=about.name,
        marks=tuple(reversed(_explained(work, span, rows, weighed))),
        dots=sum(value is MarkValue.DOT for value, _ in weighed),
        plain=average(weighed, dot_counts_as_two=dots),
        weighted=weighted_average(weighed, dot_counts_as_two=dots),
        average=found,
        likely=likely(work, found, about.name, span.last),
        rule=rule,
        goals=goals(weighed, rule, kinds) if open_ else (),
        slip=slip(weighed, rule, kinds) if open_ else None,
        least=_least(work, span, about),
        ahead=about.ahead,
        of_class=about.of_class,
    )


def _explained(
    work: Work, span: MarksSpan, rows: Sequence[Row[Any]], weighed: Sequence[Weighed]
) -> list[MarkExplained]:
    """Each mark with the average of all before it and with it."""
    heaps: list[list[Weighed]] = list(accumulate(([mark] for mark in weighed), initial=[]))
    averages = [counted(work, heap, span.last) for heap in heaps]
    return [
        MarkExplained(
            id=row.id,
            value=mark[0],
            kind=row.kind,
            weight=row.weight,
            comment=row.comment,
            lesson_id=row.lesson_id,
            day=row.on_date,
            before=before,
            after=after,
            counts=counted(work, [mark], span.last) is not None,
        )
        for row, mark, before, after in zip(rows, weighed, averages, averages[1:], strict=False)
    ]


def _kinds(about: Row[Any], rows: Sequence[Row[Any]]) -> list[KindOffered]:
    """The school's order: the most ordinary kind first; with what the child had marks for here."""
    usual = {name: Decimal(weight) for name, weight in about.kinds or ()}
    had = {row.kind: row.usual for row in rows if not row.archived}
    return [KindOffered(name, weight) for name, weight in {**usual, **had}.items()]


def _least(work: Work, span: MarksSpan, about: Row[Any]) -> int | None:
    if about.hours is None or span.unmarked:
        return None
    return least_marks(work.regulation(min(span.last, work.today)).least_marks, about.hours)
