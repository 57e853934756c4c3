"""Pupils with their present class and study period, how they fail there, and what was found of them before."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.diary.marks import Standing, standings
from core.rules.averages import Weighed
from core.rules.failing import REMEMBERED, Concern, concerns
from core.rules.goal import KindOffered
from core.rules.names import full_name, sort_key, told_apart
from core.terms import MarkValue


@dataclass(frozen=True)
class Period:
    """A study period, both days included."""

    id: int
    name: str
    starts: date
    ends: date


@dataclass(frozen=True)
class Notice:
    """What was found of a pupil and became of it; open while neither told nor dropped. Moments are local.

    `since`: by subject, the day from which the pupil was failing. `reached`: accounts that were told.
    """

    id: int
    found_on: date
    tell_at: datetime
    held: bool
    told_at: datetime | None
    dropped: bool
    rev: int
    period: Period
    since: dict[int, date]
    reached: int

    @property
    def open(self) -> bool:
        """Whether the parents are still to be told."""
        return self.told_at is None and not self.dropped


@dataclass(frozen=True)
class PupilNow:
    """A pupil of the school with the present class. `name` is as in the class list, namesakes told apart.

    `period` is the grade's study period that began last: in holidays the one before them; None before the first.
    `notice` is the newest one of the pupil.
    """

    id: int
    name: str
    class_id: int
    class_name: str
    grade: int
    leader_id: int | None
    period: Period | None
    notice: Notice | None


@dataclass(frozen=True)
class FailingSubject:
    """A subject in which a pupil is failing, why, and since which day that is known.

    `load_ids` are the journal pages in which the pupil has it now, `marks` those of the period.
    """

    subject_id: int
    subject: str
    average: Decimal | None
    likely: MarkValue | None
    dots: int
    why: tuple[Concern, ...]
    since: date
    load_ids: tuple[int, ...]
    marks: tuple[Weighed, ...]


_PUPILS = """
    SELECT p.id, p.surname, p.given_name, p.patronymic, p.birth_date, c.id AS class_id, c.name AS class_name,
           c.grade_level AS grade, c.class_leader_id AS leader_id, present.period,
           n.id AS notice_id, n.found_at, n.tell_at, n.held_by, n.told_at, n.dropped_at, n.rev, n.facts
      FROM enrolment e
      JOIN pupil p ON p.id = e.pupil_id
      JOIN class_unit c ON c.id = e.class_id
      LEFT JOIN LATERAL (
           SELECT json_build_array(s.id, s.name, s.starts, s.ends) AS period FROM study_period s
            WHERE s.year_id = c.year_id AND s.kind <> 'year' AND s.starts <= :today
              AND c.grade_level BETWEEN s.grade_from AND s.grade_to
            ORDER BY s.starts DESC LIMIT 1) present ON true
      LEFT JOIN LATERAL (
           SELECT * FROM failing_notice f WHERE f.pupil_id = p.id ORDER BY f.found_at DESC, f.id DESC LIMIT 1) n ON true
     WHERE c.year_id = :year AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today) AND {which}
     ORDER BY c.grade_level, c.key, c.id
"""
_ALL = text(_PUPILS.format(which="true"))
_OF_CLASS = text(_PUPILS.format(which="c.id = :class"))
_BY_ID = text(_PUPILS.format(which="p.id = ANY(CAST(:pupils AS integer[]))"))

_KINDS = text("SELECT name, weight FROM work_kind WHERE archived_at IS NULL ORDER BY position, id")


async def all_pupils(work: Work) -> tuple[PupilNow, ...]:
    """Everybody enrolled today, class by class in the order of the class lists, in one statement."""
    return _pupils(work, (await work.session.execute(_ALL, _here(work))).all())


async def pupils_of_class(work: Work, class_id: int) -> tuple[PupilNow, ...]:
    """Those of a class."""
    return _pupils(work, (await work.session.execute(_OF_CLASS, {**_here(work), "class": class_id})).all())


async def pupils_by_id(work: Work, pupil_ids: Collection[int]) -> dict[int, PupilNow]:
    """Those of the pupils who are enrolled today."""
    rows = (await work.session.execute(_BY_ID, {**_here(work), "pupils": list(pupil_ids)})).all()
    return {pupil.id: pupil for pupil in _pupils(work, rows)}


async def kinds_offered(work: Work) -> list[KindOffered]:
    """The school's kinds of work with their usual weights, in its order: the most ordinary one first."""
    rows = await work.session.execute(_KINDS)
    return [KindOffered(name, weight) for name, weight in rows]


def notice_of(work: Work, row: Row[Any]) -> Notice:
    """From a row that carries the columns of failing_notice."""
    period = row.facts["period"]
    return Notice(
        id=row.notice_id,
        found_on=work.local(row.found_at).date(),
        tell_at=work.local(row.tell_at),
        held=row.held_by is not None,
        told_at=None if row.told_at is None else work.local(row.told_at),
        dropped=row.dropped_at is not None,
        rev=row.rev,
        period=_period([period["id"], period["name"], period["starts"], period["ends"]]),
        since={line["subject_id"]: date.fromisoformat(line["since"]) for line in row.facts["subjects"]},
        reached=row.facts.get("reached", 0),
    )


async def failing_subjects(
    work: Work, asked: Iterable[tuple[PupilNow, Period | None]]
) -> dict[int, tuple[FailingSubject, ...]]:
    """The subjects in which pupils are failing in a period each; who fails in none is left out.

    One statement for each different span of days: as many as the grades have kinds of periods.
    """
    spans: dict[tuple[date, date], dict[int, tuple[PupilNow, Period]]] = defaultdict(dict)
    for pupil, period in asked:
        if period is not None:
            spans[period.starts, period.ends][pupil.id] = pupil, period
    found: dict[int, tuple[FailingSubject, ...]] = {}
    for (starts, ends), pupils in spans.items():
        for pupil_id, stands in (await standings(work, pupils, starts, ends)).items():
            subjects = [_failing(work, one, *pupils[pupil_id]) for one in stands]
            if any(subjects):
                found[pupil_id] = tuple(subject for subject in subjects if subject is not None)
    return found


def _failing(work: Work, stands: Standing, pupil: PupilNow, period: Period) -> FailingSubject | None:
    regulation = work.regulation(min(period.ends, work.today))
    why = concerns(
        stands.marks,
        stands.dots,
        stands.average,
        stands.likely,
        below=regulation.failing_below,
        debts_before=regulation.debts_before,
        days_left=(period.ends - work.today).days,
    )
    if not why:
        return None
    return FailingSubject(
        subject_id=stands.subject_id,
        subject=stands.subject,
        average=stands.average,
        likely=stands.likely,
        dots=stands.dots,
        why=why,
        since=_since(work, stands.subject_id, period, pupil.notice),
        load_ids=stands.load_ids,
        marks=stands.marks,
    )


def _since(work: Work, subject_id: int, period: Period, notice: Notice | None) -> date:
    """Today, unless the notice before found it lately, in the same period, and the pupil has not caught up since."""
    if notice is None or notice.dropped or notice.period.id != period.id or work.today - notice.found_on > REMEMBERED:
        return work.today
    return notice.since.get(subject_id, work.today)


def _here(work: Work) -> dict[str, Any]:
    return {"year": work.school.year_id, "today": work.today}


def _pupils(work: Work, rows: Sequence[Row[Any]]) -> tuple[PupilNow, ...]:
    found: list[PupilNow] = []
    for _, group in groupby(rows, key=lambda row: row.class_id):
        mates = sorted(group, key=lambda row: sort_key(full_name(row)))
        found += [_pupil(work, row, name) for row, name in zip(mates, told_apart(mates), strict=True)]
    return tuple(found)


def _pupil(work: Work, row: Row[Any], name: str) -> PupilNow:
    return PupilNow(
        id=row.id,
        name=name,
        class_id=row.class_id,
        class_name=row.class_name,
        grade=row.grade,
        leader_id=row.leader_id,
        period=None if row.period is None else _period(row.period),
        notice=None if row.notice_id is None else notice_of(work, row),
    )


def _period(parts: Sequence[Any]) -> Period:
    period_id, name, starts, ends = parts
    return Period(period_id, name, date.fromisoformat(starts), date.fromisoformat(ends))
