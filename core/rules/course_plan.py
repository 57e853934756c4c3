"""Hours of the course plan and of the curriculum; portions of lines that a lesson delivers (field.md, 3.3)."""

import re
from collections.abc import Sequence
from decimal import Decimal
from math import ceil

WEEKS, WEEKS_GRADE_1 = 34, 33
MOST_LINES = 3
"""Lines that one lesson can deliver."""
MOST_HOURS = 8
TOPIC_CHARS = 1000
PORTION = re.compile(r"(\d{1,10})x(\d{1,3})", re.ASCII)
HUNDRED = Decimal(100)

Portions = tuple[tuple[int, Decimal], ...]
"""(line id, hours) in the order in which they stand in the topic."""


def curriculum_hours(hours_per_week: Decimal, grade: int) -> Decimal:
    """Hours in the year: hours a week x 34, x 33 in grade 1."""
    return hours_per_week * (WEEKS_GRADE_1 if grade == 1 else WEEKS)


def write_portions(portions: Portions) -> str:
    """For a button: `14x100.15x50` (hundredths of an hour), `-` for none."""
    return ".".join(f"{line}x{int(hours * HUNDRED)}" for line, hours in portions) or "-"


def read_portions(written: str) -> Portions:
    """Raises ValueError for anything that no button of ours carries."""
    if written == "-":
        return ()
    hits = [PORTION.fullmatch(part) for part in written.split(".")]
    found = tuple((int(hit[1]), Decimal(hit[2]) / HUNDRED) for hit in hits if hit)
    sound = len(found) == len(hits) <= MOST_LINES and len({line for line, _ in found}) == len(found)
    if not sound or any(not 0 < hours <= MOST_HOURS or line >= 2**31 for line, hours in found):
        raise ValueError(written)
    return found


def joined_topic(topics: Sequence[str]) -> str:
    """The lesson's topic of several lines: sentences one after another, cut to what the page holds."""
    whole = " ".join(t if t.endswith((".", "!", "?", "…")) else f"{t}." for t in topics[:-1])
    whole = f"{whole} {topics[-1]}".strip() if topics else ""
    return whole if len(whole) <= TOPIC_CHARS else f"{whole[: TOPIC_CHARS - 1].rstrip()}…"


def split_lines(topic: str, hours: Decimal) -> list[tuple[str, Decimal]]:
    """A line of several hours as lessons: «Тема (1 из 3)», the last one takes the part of an hour left over."""
    count = ceil(hours)
    if count < 2:
        return [(topic, hours)]
    parts = []
    for number in range(1, count + 1):
        tail = f" ({number} из {count})"
        parts.append((topic[: TOPIC_CHARS - len(tail)] + tail, min(Decimal(1), hours - number + 1)))
    return parts
