"""A child's marks of a study period by subject, and the table of final marks (F1)."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import text

from core.app import Work
from core.diary.children import ChildName, ChildYear, child_years, open_child
from core.diary.marks import Standing, counted, standings
from core.diary.marks_span import Finals, MarksSpan, open_span
from core.errors import NothingThere
from core.marks.family import final_facts, settled_final
from core.rules.names import sort_key
from core.terms import FinalKind, MarkValue

MOVEMENT = timedelta(days=7)
"""An average is held against what it was so long ago."""

_FINALS = text(f"""
    SELECT p.surname, p.given_name, f.subject_id, f.kind, f.period_id, f.value, s.name
      FROM pupil p
      LEFT JOIN final_mark f ON f.pupil_id = p.id AND f.year_id = :year AND {settled_final()}
      LEFT JOIN subject s ON s.id = f.subject_id
     WHERE p.id = :pupil
""")


@dataclass(frozen=True)
class SubjectMarks:
    """A subject in a period. `moved`: 1 when the average has grown within a week, -1 when it has fallen.

    `final`, `final_of_year`: what is set already. `by_pass`: graded зачёт / незачёт.
    """

    standing: Standing
    moved: int
    final: MarkValue | None
    final_of_year: MarkValue | None
    by_pass: bool


@dataclass(frozen=True)
class PeriodMarks:
    """The marks of a period, by subject's name. `weighted`: which average counts."""

    span: MarksSpan
    weighted: bool
    subjects: tuple[SubjectMarks, ...]


@dataclass(frozen=True)
class FinalTable:
    """Final marks of a year: subjects (id, name) by name, with at least one."""

    child: ChildName
    years: tuple[ChildYear, ...]
    year: ChildYear
    subjects: tuple[tuple[int, str], ...]
    finals: Finals


async def period_marks(work: Work, pupil_id: int, period_id: int | None = None) -> PeriodMarks:
    """A period of a child (none: the present one). Raises as `open_span` does."""
    span = await open_span(work, pupil_id, period_id)
    found = (await standings(work, [pupil_id], span.first, span.last))[pupil_id]
    weighted = work.regulation(min(span.last, work.today)).average == "weighted"
    return PeriodMarks(span, weighted, tuple(_subject(work, span, standing) for standing in found))


async def final_table(work: Work, pupil_id: int, year_id: int | None = None) -> FinalTable:
    """The final marks of a year of the child (none: the last one).

    Raises NotConnected, AccessDenied, ConsentNeeded, NothingThere (not a year of the child).
    """
    await open_child(work, pupil_id)
    years = await child_years(work, pupil_id)
    year = next((year for year in reversed(years) if year_id in {None, year.id}), None)
    if year is None:
        raise NothingThere
    facts = {"pupil": pupil_id, "year": year.id, **final_facts(work)}
    rows = (await work.session.execute(_FINALS, facts)).all()
    subjects = {row.subject_id: row.name for row in rows if row.subject_id is not None}
    return FinalTable(
        child=ChildName(pupil_id, rows[0].surname, rows[0].given_name),
        years=years,
        year=year,
        subjects=tuple(sorted(subjects.items(), key=lambda subject: sort_key(subject[1]))),
        finals={
            (row.subject_id, FinalKind(row.kind), row.period_id): MarkValue(row.value) for row in rows if row.value
        },
    )


def _subject(work: Work, span: MarksSpan, standing: Standing) -> SubjectMarks:
    return SubjectMarks(
        standing=standing,
        moved=0 if span.over else _moved(work, standing, span.last, work.today - MOVEMENT),
        final=span.final(standing.subject_id),
        final_of_year=span.final_of_year(standing.subject_id),
        by_pass=standing.subject_id in span.by_pass,
    )


def _moved(work: Work, standing: Standing, last: date, since: date) -> int:
    before = counted(work, standing.until(since), last)
    if before is None or standing.average is None:
        return 0
    return (standing.average > before) - (standing.average < before)
