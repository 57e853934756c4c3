"""Working days: not Sundays, a five-day school's Saturdays, the school's holidays nor the state's (field.md 3.1)."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.rules.expansion import Span

SATURDAY, SUNDAY = 6, 7
STATE_HOLIDAYS = frozenset(
    {(12, 31), *((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}
)
"""Month and day of every year; a year's transfers are the school's own holidays."""
LONGEST_REST = timedelta(days=366)


@dataclass(frozen=True)
class WorkingDays:
    """The school's week and holidays. A day may be free for some grades only."""

    days_in_week: int = 6
    holidays: tuple[Span, ...] = ()

    def works(self, day: date, grade: int) -> bool:
        """Whether the grade's teachers have a working day."""
        weekday = day.isoweekday()
        if weekday == SUNDAY or (weekday == SATURDAY and self.days_in_week < SATURDAY):
            return False
        return (day.month, day.day) not in STATE_HOLIDAYS and not any(h.holds(day, grade) for h in self.holidays)

    def after(self, day: date, count: int, grade: int) -> date:
        """The `count`-th working day after a day, which itself does not count.

        Holidays without an end (a calendar typed wrong) are cut off after a year.
        """
        last = day + LONGEST_REST
        while count > 0 and day < last:
            day += timedelta(days=1)
            count -= self.works(day, grade)
        return day
