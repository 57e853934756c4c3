"""A pupil's week in a few numbers: averages and how they moved, marks, attendance, what is owed."""

import asyncio
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from core.app import Work
from core.cards.days import Missed, held_lessons
from core.cards.due import CardChild
from core.diary.marks import Standing, counted, standings
from core.rules.averages import mean_shown
from core.rules.cards import week_ends
from core.terms import MarkValue

SPEAKS = ("held", "missed", "late", "marks")
"""A week of which none says anything is not told."""
PARTS = 4
"""Averages are worked out in so many parts, between which the process answers people."""


@dataclass(frozen=True)
class WeekBook:
    """What the week's part of some cards is made of, by pupil."""

    work: Work
    monday: date
    periods: Mapping[int, date]
    subjects: Mapping[int, tuple[Standing, ...]]
    held: Mapping[int, int]
    missed: Mapping[int, list[Missed]]

    def of(self, pupil_id: int) -> dict[str, Any] | None:
        """A pupil's week, or None when there is nothing to say.

        `marks`: [value, how many]; `moved`: the subjects whose average is another one than a week ago; `chart`:
        the average over all subjects at the end of each week of the study period; `owed`: subjects with work owed;
        `held`, `missed` ([why, how many]) and `late`: lessons.
        """
        subjects = self.subjects.get(pupil_id, ())
        missed = [m for m in self.missed.get(pupil_id, ()) if m.day >= self.monday]
        week = {
            "held": self.held.get(pupil_id, 0),
            "missed": Counter(m.why for m in missed if not m.late).most_common(),
            "late": sum(m.late for m in missed),
            "marks": _marks_of(subjects, self.monday),
        }
        if not any(week[part] for part in SPEAKS):
            return None
        return {**week, **self._averages(pupil_id, subjects), "owed": [s.subject for s in subjects if s.dots]}

    def _averages(self, pupil_id: int, subjects: Sequence[Standing]) -> dict[str, Any]:
        if pupil_id not in self.periods:
            return {"moved": [], "chart": []}
        ends = week_ends(self.periods[pupil_id], self.work.today)
        before = self.monday - timedelta(days=1)
        lines = [_Line(self.work, subject) for subject in subjects if subject.average is not None]
        moved = [
            {"subject": line.subject, "before": _written(line.at(before)), "now": _written(line.at(ends[-1]))}
            for line in lines
            if line.at(before) != line.at(ends[-1])
        ]
        return {"moved": moved, "chart": [_written(mean_shown(line.at(end) for line in lines)) for end in ends]}


class _Line:
    """A subject's average at the end of each day, worked out once where no mark came between."""

    def __init__(self, work: Work, standing: Standing) -> None:
        self.subject = standing.subject
        self._work = work
        self._standing = standing
        self._known: dict[int, Decimal | None] = {len(standing.marks): standing.average}

    def at(self, day: date) -> Decimal | None:
        until = bisect_right(self._standing.days, day)
        if until not in self._known:
            self._known[until] = counted(self._work, self._standing.marks[:until], day)
        return self._known[until]


async def read_week(work: Work, children: Iterable[CardChild], missed: Mapping[int, list[Missed]]) -> WeekBook:
    """What is needed of these children's week: PARTS statements for each first day of their study periods, and one."""
    monday = work.today - timedelta(days=work.today.weekday())
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
    return WeekBook(work, monday, {p: starts for p, starts in periods.items() if starts}, subjects, held, missed)


def _marks_of(subjects: Collection[Standing], monday: date) -> list[tuple[str, int]]:
    """How many marks of each value were given for lessons from a day on; work owed and н/а are no marks."""
    counts: Counter[MarkValue] = Counter(
        value
        for standing in subjects
        for (value, _), day in zip(standing.marks, standing.days, strict=True)
        if day >= monday and value is not MarkValue.DOT
    )
    return [(value.value, counts[value]) for value in MarkValue if counts[value]]


def _written(average: Decimal | None) -> str | None:
    return None if average is None else str(average)
