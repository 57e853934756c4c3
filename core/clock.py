"""Time is passed in: the product asks a clock, tests and the demo decide what it says."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the moment as an aware UTC datetime."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class ShiftedClock:
    """Runs as the machine's clock does, moved ahead by an offset that can only grow.

    It never goes back: what is due later than a written moment stays due later.
    """

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self.offset = offset

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset

    def move_to(self, moment: datetime) -> None:
        """Let it be `moment` now; a moment already past changes nothing."""
        self.offset += max(moment - self.now(), timedelta(0))
