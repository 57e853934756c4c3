"""A clock that tests move."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MOSCOW = ZoneInfo("Europe/Moscow")
MONDAY = date(2026, 11, 23)


def moscow(day: date, wall: str) -> datetime:
    """The moment of `HH:MM` of a day in Moscow."""
    return datetime.combine(day, time.fromisoformat(wall), MOSCOW).astimezone(UTC)


class FakeClock:
    """Stands still until moved; may go anywhere."""

    def __init__(self, start: datetime | None = None) -> None:
        self.moment = start or moscow(MONDAY, "08:00")

    def now(self) -> datetime:
        return self.moment

    def set(self, wall: str, day: date = MONDAY) -> None:
        """Let it be `HH:MM` Moscow time of a day."""
        self.moment = moscow(day, wall)

    def forward(self, **delta: float) -> None:
        """Let a timedelta pass: `clock.forward(minutes=1)`."""
        self.moment += timedelta(**delta)


def local(at: datetime) -> str:
    """Day and hour on the wall in Moscow: "23 18:00"."""
    return at.astimezone(MOSCOW).strftime("%d %H:%M")
