"""Whose diary it is: the right to open it, the look that is counted, the years it spans."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, text

from core.actor import Child
from core.app import Work
from core.errors import ButtonOutdated, NothingThere
from core.rules.use import LOOK_EVERY
from core.rules.weeks import monday_of
from core.terms import Viewer
from storage.models import Pupil

YEARS = range(2000, 2101)
"""Those that a calendar of ours can hold."""

# In the order of the pupils, so that two parents who open their home at once never wait for each other in a circle.
_LOOK = text("""
    INSERT INTO diary_use (pupil_id, viewer, week_of, looks, last_at)
    SELECT seen.pupil, seen.viewer, :week, 1, :now
      FROM unnest(CAST(:pupils AS integer[]), CAST(:viewers AS text[])) AS seen (pupil, viewer) ORDER BY seen.pupil
    ON CONFLICT (pupil_id, viewer, week_of) DO UPDATE
       SET looks = diary_use.looks + 1, last_at = :now WHERE diary_use.last_at <= :before
""")

# The last class of each year in which the pupil was enrolled by the day.
_YEARS = text("""
    SELECT DISTINCT ON (y.starts) y.id, y.name, y.starts, y.ends, c.grade_level, c.id AS class_id, c.name AS class_name,
           (SELECT json_agg(json_build_array(p.id, p.name, p.starts, p.ends) ORDER BY p.starts) FROM study_period p
             WHERE p.year_id = y.id AND p.kind <> 'year'
               AND c.grade_level BETWEEN p.grade_from AND p.grade_to) AS periods
      FROM enrolment e JOIN class_unit c ON c.id = e.class_id JOIN study_year y ON y.id = c.year_id
     WHERE e.pupil_id = :pupil AND (e.starts <= :today OR y.id = :year)
     ORDER BY y.starts, e.starts DESC
""")


@dataclass(frozen=True)
class ChildName:
    """The child a screen is about."""

    pupil_id: int
    surname: str
    given_name: str


@dataclass(frozen=True)
class Sibling:
    """Another child of the account, whose data it may see."""

    pupil_id: int
    given_name: str


@dataclass(frozen=True)
class ChildPeriod:
    """A study period of the child's grade."""

    id: int
    name: str
    starts: date
    ends: date


@dataclass(frozen=True)
class ChildYear:
    """A study year in which the child was in the school, with the last class of it."""

    id: int
    name: str
    starts: date
    ends: date
    grade: int
    class_id: int
    class_name: str
    periods: tuple[ChildPeriod, ...]

    def period_of(self, day: date) -> ChildPeriod | None:
        """The period that holds the day; in holidays and before the year the one before it, else the first."""
        begun = [p for p in self.periods if p.starts <= day]
        return begun[-1] if begun else next(iter(self.periods), None)

    def period(self, period_id: int | None) -> ChildPeriod | None:
        """A period of this year by its id."""
        return next((p for p in self.periods if p.id == period_id), None)


async def open_child(work: Work, pupil_id: int) -> Child:
    """The right by which the account sees the child; the look is counted (A7), one in five minutes.

    Every screen of the diary begins here. Raises NotConnected, AccessDenied, ConsentNeeded.
    """
    child = work.actor.require_child(pupil_id)
    await count_looks(work, [child])
    return child


async def count_looks(work: Work, children: Iterable[Child]) -> None:
    """Each of these children's diary was looked into, by the account's right to it (A7); one child is named once."""
    seen = [(c.pupil_id, Viewer.PUPIL if c.guardian_id is None else Viewer.GUARDIAN) for c in children]
    facts = {
        "pupils": [pupil_id for pupil_id, _ in seen],
        "viewers": [viewer.value for _, viewer in seen],
        "week": monday_of(work.today),
        "now": work.now,
        "before": work.now - LOOK_EVERY,
    }
    await work.session.execute(_LOOK, facts)


async def named_child(work: Work, pupil_id: int) -> tuple[ChildName, Child]:
    """The child by name, and the right to see it. Raises NotConnected, AccessDenied, ConsentNeeded."""
    right = await open_child(work, pupil_id)
    named = select(Pupil.surname, Pupil.given_name).where(Pupil.id == pupil_id)
    row = (await work.session.execute(named)).one()
    return ChildName(pupil_id, row.surname, row.given_name), right


async def child_years(work: Work, pupil_id: int) -> tuple[ChildYear, ...]:
    """The years of the child in this school, the oldest first, in one statement; never empty.

    The caller has asked who may see the child. Raises NothingThere for a pupil never enrolled.
    """
    facts = {"pupil": pupil_id, "today": work.today, "year": work.school.year_id}
    rows = (await work.session.execute(_YEARS, facts)).all()
    if not rows:
        raise NothingThere
    return tuple(
        ChildYear(r.id, r.name, r.starts, r.ends, r.grade_level, r.class_id, r.class_name, _periods(r.periods))
        for r in rows
    )


def year_of_days(years: Sequence[ChildYear], first: date, last: date) -> ChildYear:
    """The first of the child's years that has one of the days; where none has, the last one."""
    return next((year for year in years if year.starts <= last and first <= year.ends), years[-1])


def require_sane(day: date) -> date:
    """A day that a calendar of ours can hold. Raises ButtonOutdated."""
    if day.year not in YEARS:
        raise ButtonOutdated
    return day


def shown_to(work: Work) -> list[int]:
    """The children whose data the account may see, in the order of linking."""
    return list(dict.fromkeys(child.pupil_id for child in work.actor.children if child.consented))


def siblings_of(work: Work, pupil_id: int, names: Iterable[tuple[int, str]] | None) -> tuple[Sibling, ...]:
    """The others of `shown_to` among the pupils named (id, given name), in its order."""
    given = dict(names or ())
    return tuple(Sibling(other, given[other]) for other in shown_to(work) if other in given and other != pupil_id)


def _periods(rows: list[tuple[int, str, str, str]] | None) -> tuple[ChildPeriod, ...]:
    return tuple(
        ChildPeriod(i, name, date.fromisoformat(starts), date.fromisoformat(ends))
        for i, name, starts, ends in rows or ()
    )
