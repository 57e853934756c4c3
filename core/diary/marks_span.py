"""Which study period of which year of a child the marks' screens are about, with what is final there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.diary.children import (
    ChildName,
    ChildPeriod,
    ChildYear,
    Sibling,
    child_years,
    open_child,
    shown_to,
    siblings_of,
)
from core.errors import NothingThere
from core.marks.family import final_facts, settled_final
from core.terms import FinalKind, MarkValue

_ABOUT = text(f"""
    SELECT p.surname, p.given_name,
           (SELECT json_agg(json_build_array(f.subject_id, f.kind, f.period_id, f.value)) FROM final_mark f
             WHERE f.pupil_id = p.id AND f.year_id = :year AND {settled_final()}) AS finals,
           (SELECT array_agg(s.subject_id) FROM marked_subject s
             WHERE :grade BETWEEN s.grade_from AND s.grade_to) AS by_pass,
           (SELECT json_agg(json_build_array(o.id, o.given_name)) FROM pupil o WHERE o.id = ANY(:family)) AS family
      FROM pupil p WHERE p.id = :pupil
""")

Finals = Mapping[tuple[int, FinalKind, int | None], MarkValue]
"""By subject, kind and (of a period) the period's id."""


@dataclass(frozen=True)
class MarksSpan:
    """A child's study period (none: the school has none, the year as a whole). `first`, `last`: its days.

    `today` is the school's; `finals` are those of the year; `by_pass`: subjects graded зачёт / незачёт in this grade.
    `unmarked`: no marks are given in this grade. `siblings`: the account's other children.
    """

    child: ChildName
    years: tuple[ChildYear, ...]
    year: ChildYear
    period: ChildPeriod | None
    today: date
    finals: Finals
    by_pass: frozenset[int]
    unmarked: bool
    siblings: tuple[Sibling, ...] = ()

    @property
    def first(self) -> date:
        return self.period.starts if self.period else self.year.starts

    @property
    def last(self) -> date:
        return self.period.ends if self.period else self.year.ends

    @property
    def over(self) -> bool:
        """Nothing can be earned in it any more."""
        return self.last < self.today

    def final(self, subject_id: int) -> MarkValue | None:
        """The mark set for the period in a subject."""
        return self.finals.get((subject_id, FinalKind.PERIOD, self.period.id)) if self.period else None

    def final_of_year(self, subject_id: int) -> MarkValue | None:
        """The mark set for the year in a subject."""
        return self.finals.get((subject_id, FinalKind.YEAR, None))


async def open_span(work: Work, pupil_id: int, period_id: int | None) -> MarksSpan:
    """The period (none: the present one) of a child that the account may see, in three statements.

    Raises NotConnected, AccessDenied, ConsentNeeded, NothingThere (not a period of the child).
    """
    await open_child(work, pupil_id)
    years = await child_years(work, pupil_id)
    year = _year(years, period_id, work.today)
    facts = {"pupil": pupil_id, "year": year.id, "grade": year.grade, "family": shown_to(work), **final_facts(work)}
    row = (await work.session.execute(_ABOUT, facts)).one()
    period = year.period(period_id) if period_id is not None else year.period_of(work.today)
    regulation = work.regulation(min(period.ends if period else year.ends, work.today))
    return MarksSpan(
        child=ChildName(pupil_id, row.surname, row.given_name),
        years=years,
        year=year,
        period=period,
        today=work.today,
        finals=_finals(row.finals),
        by_pass=frozenset(row.by_pass or ()),
        unmarked=year.grade == 1 and not regulation.marks_in_grade_1,
        siblings=siblings_of(work, pupil_id, row.family),
    )


def _year(years: tuple[ChildYear, ...], period_id: int | None, today: date) -> ChildYear:
    """The year of the period; of none, the last year that has begun."""
    if period_id is None:
        begun = [year for year in years if year.starts <= today]
        return (begun or years[:1])[-1]
    found = next((year for year in years if year.period(period_id)), None)
    if found is None:
        raise NothingThere
    return found


def _finals(rows: list[tuple[int, str, int | None, str]] | None) -> dict[Any, MarkValue]:
    return {(subject, FinalKind(kind), period): MarkValue(value) for subject, kind, period, value in rows or ()}
