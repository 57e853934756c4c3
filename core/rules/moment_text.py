"""A moment ahead as staff type it: «завтра 8:00», «25.11 в 18», «18:30». Pure."""

import re
from datetime import datetime, time, timedelta

from core.errors import DatesWrong
from core.rules.dates import parse_range

MORNING = time(8)
"""When a day is named without an hour."""
_HOUR, _MINUTE = r"(?P<hour{n}>[01]?\d|2[0-3])", r"(?P<minute{n}>[0-5]\d)"
# «18.30» is an hour only behind a word that says it is no date.
_TIMES = re.compile(
    rf"(?<![\d.:])(?:\b(?:в|во|at)\s+{_HOUR.format(n=1)}(?:[:.]{_MINUTE.format(n=1)})?(?:\s*(?:час\w*|ч\b))?(?![\d.:])"
    rf"|{_HOUR.format(n=2)}:{_MINUTE.format(n=2)}(?![\d:]))",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:в|во|на|on)\s+", re.IGNORECASE)


def parse_moment(words: str, now: datetime) -> datetime:
    """The moment meant by somebody who writes at `now` (the school's wall clock).

    An hour alone is the next such hour; a day alone its morning. Raises DatesWrong, DatesPast (a day before today).
    """
    text = " ".join(words.split())
    found = _TIMES.search(text)
    rest = _LEADING.sub("", f"{text[: found.start()]} {text[found.end() :]}".strip(" ,.") if found else text)
    wall = _wall(found) if found else MORNING
    if found and not rest:
        meant = now.replace(hour=wall.hour, minute=wall.minute, second=0, microsecond=0)
        return meant if meant > now else meant + timedelta(days=1)
    span = parse_range(rest, now.date())
    if span.days != 1:
        raise DatesWrong
    return datetime.combine(span.starts, wall, now.tzinfo)


def _wall(found: re.Match[str]) -> time:
    return time(int(found["hour1"] or found["hour2"]), int(found["minute1"] or found["minute2"] or 0))
