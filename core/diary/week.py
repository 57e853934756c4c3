"""A child's week on one screen (F1)."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.app import Work
from core.diary.children import open_child, require_sane
from core.diary.day import DiaryDay, read_days
from core.diary.day_rows import days_ahead
from core.homework.family import tasks_between
from core.rules.weeks import monday_of


@dataclass(frozen=True)
class DiaryWeek:
    """The days from Monday: the school week's, and Sunday (or Saturday) when something stands on it.

    `homework`: ids of the lessons that something is due at.
    """

    monday: date
    days: tuple[DiaryDay, ...]
    homework: frozenset[int]

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)


async def child_week(work: Work, pupil_id: int, day: date | None = None) -> DiaryWeek:
    """The week that holds the day; none: that of the next lesson, so that a weekend opens the week to come.

    Raises NotConnected, AccessDenied, ConsentNeeded, ButtonOutdated.
    """
    await open_child(work, pupil_id)
    shown = require_sane(day) if day else (await days_ahead(work, [pupil_id])).get(pupil_id, work.today)
    monday = monday_of(shown)
    days = await read_days(work, [(pupil_id, monday + timedelta(days=n)) for n in range(7)], homework=False)
    due = await tasks_between(work, monday, monday + timedelta(days=6), [pupil_id], seen=False)
    shown_days = tuple(d for d in days if d.day.isoweekday() <= d.days_in_week or d.lessons or d.away)
    return DiaryWeek(monday, shown_days, frozenset(task.lesson_id for task in due if task.lesson_id is not None))
