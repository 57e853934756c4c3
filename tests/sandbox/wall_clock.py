"""The clock of a stage as people see and move it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

MORNING = datetime(2026, 9, 15, 8, 0, tzinfo=timezone(timedelta(hours=4)))


class WallClock:
    """A clock of the stage that stands still until a button moves it."""

    def __init__(self) -> None:
        self.time = MORNING
        self.controls: Sequence[tuple[str, str]] = [("evening", "к 21:00")]

    def now(self) -> datetime:
        return self.time

    async def move(self, control_id: str) -> datetime:
        assert control_id == "evening"
        self.time = MORNING.replace(hour=21)
        return self.time
