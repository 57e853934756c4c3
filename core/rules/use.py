"""How looking into the diary is judged (A7; field.md 1.3). Pure."""

from datetime import date, timedelta
from enum import StrEnum

LONG_AGO = timedelta(days=14)
LOOK_EVERY = timedelta(minutes=5)
"""Taps closer together than this are one look."""


class Look(StrEnum):
    """How a family stands with the diary. NEVER: connected, but nobody looked yet. LONG_AGO: two weeks or longer."""

    NEVER = "never"
    LONG_AGO = "long-ago"
    UNCONNECTED = "unconnected"
    LOOKS = "looks"


def look_of(last_on: date | None, today: date, *, connected: bool) -> Look:
    """By the day of the last look; one who is no longer connected cannot look."""
    if not connected:
        return Look.UNCONNECTED
    if last_on is None:
        return Look.NEVER
    return Look.LONG_AGO if today - last_on >= LONG_AGO else Look.LOOKS


def percent(part: int, whole: int) -> int | None:
    """The whole per cent, rounded half up; None when there is nobody."""
    return (200 * part + whole) // (2 * whole) if whole else None
