"""From which day a pupil may be in another group, by the regulation (P6)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

GroupMoves = Literal["any_time", "period_end", "period_start"]
START_LASTS = timedelta(days=7)
"""«At a period's start» is its first week."""


def movable_from(rule: GroupMoves, today: date, periods: Sequence[tuple[date, date]]) -> date | None:
    """The earliest day of a move decided today; None when no study period is left that it could begin with.

    `periods` are the first and last days of the year's study periods in order. Under `period_end` a group stands until
    its period ends, so the new one begins with the next period; under `period_start` the first week will do as well.
    """
    if rule == "any_time":
        return today
    starts = [first for first, _ in periods]
    begun = max((first for first in starts if first <= today), default=None)
    if begun == today or (rule == "period_start" and begun is not None and today < begun + START_LASTS):
        return today
    return min((first for first in starts if first > today), default=None)
