"""The PIN that a staff member's phone asks for after a pause (A5). Pure."""

from datetime import datetime, timedelta
from itertools import pairwise

DIGITS = 4
PAUSES = (1, 5, 15, 60)
"""Minutes after which it is asked for, as one chooses."""

MISSES = 5
WAIT = timedelta(minutes=15)
"""After so many wrong PINs nothing is asked for so long."""

NOTED_EVERY = timedelta(minutes=1)
NOTED_PARTS = 10


def noted_every(after_minutes: int) -> timedelta:
    """How finely taps are noted: a tenth of the pause, a minute at most, so that a pause is never felt much shorter."""
    return min(NOTED_EVERY, timedelta(minutes=after_minutes) / NOTED_PARTS)


def locked(now: datetime, seen_at: datetime, after_minutes: int, locked_until: datetime | None) -> bool:
    """Whether the PIN is to be given before anything else."""
    return now - seen_at > timedelta(minutes=after_minutes) or waits(now, locked_until)


def waits(now: datetime, locked_until: datetime | None) -> bool:
    """Whether, after too many wrong PINs, no PIN is taken yet."""
    return locked_until is not None and now < locked_until


def is_pin(digits: str) -> bool:
    """Four plain digits."""
    return len(digits) == DIGITS and digits.isascii() and digits.isdigit()


def too_plain(pin: str) -> bool:
    """The first that anybody tries: one digit four times, or digits in a row either way."""
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return steps in ({0}, {1}, {-1})
