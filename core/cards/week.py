"""A pupil's week in a few numbers: averages and how they moved, marks, attendance, what is owed."""

import asyncio
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.cards.days import Missed, held_lessons
from core.cards.due import CardChild
from core.diary.marks import Standing, counted, standings
from core.marks.family import settled, settled_facts
from core.rules.averages import mean_shown
from core.rules.cards import week_ends
from core.rules.weeks import monday_of
from core.terms import MarkValue

SPEAKS = ("held", "missed", "late", "marks")
"""A week of which none says anything is not told."""
WEEK = timedelta(weeks=1)
PARTS = 4
"""Averages are worked out in so many parts, between which the process answers people."""

# By when a mark, as it stands, was written: a lesson of last week may get its mark in this one.
_GIVEN = text(f"""
    SELECT m.pupil_id, m.value, greatest(m.given_at, m.changed_at) AS at
      FROM mark m
     WHERE m.pupil_id = ANY(:pupils) AND m.value <> 'dot' AND greatest(m.given_at, m.changed_at) > :since
       AND {settled()}
""")

Given = tuple[datetime, MarkValue]


@dataclass(frozen=True)
class WeekBook:
    """What the week's part of some cards is made of, by pupil."""

    work: Work
    monday: date
    periods: Mapping[int, date]
    subjects: Mapping[int, tuple[Standing, ...]]
    held: Mapping[int, int]
    missed: Mapping[int, list[Missed]]
    given: Mapping[int, Sequence[Given]]
    hold: timedelta

    def of(self, pupil_id: int, opens: datetime) -> dict[str, Any] | None:
        """A pupil's week up to `opens`, a card's hour; None when there is nothing to say.

        `marks`: [value, how many] of those that could be heard of since that hour a week before, so that each stands
        in one card; `moved`: the subjects whose average is another one than it was then; `chart`:
        the average over all subjects at the end of each week of the study period; `owed`: subjects with work owed;
        `held`, `missed` ([why, how many]) and `late`: lessons.
        """
        subjects = self.subjects.get(pupil_id, ())
        missed = [m for m in self.missed.get(pupil_id, ()) if m.day >= self.monday]
        week = {
            "held": self.held.get(pupil_id, 0),
            "missed": Counter(m.why for m in missed if not m.late).most_common(),
            "late": sum(m.late for m in missed),
            "marks": _marks_of(self.given.get(pupil_id, ()), opens - self.hold),
        }
        if not any(week[part] for part in SPEAKS):
            return None
        return {**week, **self._averages(pupil_id, subjects, opens), "owed": [s.subject for s in subjects if s.dots]}

    def _averages(self, pupil_id: int, subjects: Sequence[Standing], opens: datetime) -> dict[str, Any]:
        if pupil_id not in self.periods:
            return {"moved": [], "chart": []}
        ends = week_ends(self.periods[pupil_id], self.work.today)
        before = self.work.local(opens - WEEK - self.hold)
        lines = [_Line(self.work, subject) for subject in subjects if subject.average is not None]
        moved = [
            {"subject": line.subject, "before": _written(was), "now": _written(line.now)}
            for line in lines
            if (was := line.known(before)) != line.now
        ]
        return {"moved": moved, "chart": [_written(mean_shown(line.at(end) for line in lines)) for end in ends]}


class _Line:
    """A subject's average at the end of each day, worked out once where no mark came between."""

    def __init__(self, work: Work, standing: Standing) -> None:
        self.subject = standing.subject
        self.now = standing.average
        self._work = work
        self._standing = standing
        self._known: dict[int, Decimal | None] = {len(standing.marks): standing.average}

    def at(self, day: date) -> Decimal | None:
        until = bisect_right(self._standing.days, day)
        if until not in self._known:
            self._known[until] = counted(self._work, self._standing.marks[:until], day)
        return self._known[until]

    def known(self, moment: datetime) -> Decimal | None:
        """The average of what had been given by a moment, of whatever lesson."""
        marks = [m for m, at in zip(self._standing.marks, self._standing.given, strict=True) if at <= moment]
        return self.now if len(marks) == len(self._standing.marks) else counted(self._work, marks, moment.date())


async def read_week(work: Work, children: Iterable[CardChild], missed: Mapping[int, list[Missed]]) -> WeekBook:
    """What is needed of these children's week: PARTS statements for each first day of their study periods, and two."""
    monday = monday_of(work.today)
    periods = {child.pupil_id: child.period_starts for child in children}
    began: dict[date, list[int]] = defaultdict(list)
    for pupil_id, starts in periods.items():
        began[starts or monday].append(pupil_id)
    subjects: dict[int, tuple[Standing, ...]] = {}
    for starts, pupil_ids in sorted(began.items()):
        for part in (pupil_ids[start::PARTS] for start in range(min(PARTS, len(pupil_ids)))):
            subjects |= await standings(work, part, starts, work.today)
            await asyncio.sleep(0)
    held = await held_lessons(work, list(periods), monday)
    given = await _given_since(work, list(periods), work.now - 2 * WEEK)
    hold: timedelta = settled_facts(work, own=())["settled_family"]
    studied = {pupil_id: starts for pupil_id, starts in periods.items() if starts}
    return WeekBook(work, monday, studied, subjects, held, missed, given, hold)


async def _given_since(work: Work, pupil_ids: Collection[int], since: datetime) -> dict[int, list[Given]]:
    """Marks by when they were given or changed last; work owed is no mark."""
    facts = {"pupils": list(pupil_ids), "since": since, **settled_facts(work, own=())}
    found: dict[int, list[Given]] = defaultdict(list)
    for row in await work.session.execute(_GIVEN, facts):
        found[row.pupil_id].append((row.at, MarkValue(row.value)))
    return found


def _marks_of(given: Iterable[Given], until: datetime) -> list[tuple[str, int]]:
    """How many marks of each value came in the week up to a moment."""
    counts = Counter(value for at, value in given if until - WEEK < at <= until)
    return [(value.value, counts[value]) for value in MarkValue if counts[value]]


def _written(average: Decimal | None) -> str | None:
    return None if average is None else str(average)
