"""An event as a class leader types it: «25 ноября 18:00 каб. 12 Родительское собрание». Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.errors.dates import DatesWrong
from core.errors.events import EventWrong
from core.rules.dates import DateRange, parse_range

LONGEST = 300
TITLE, PLACE = 200, 64
USUALLY = timedelta(hours=1)
MOST_DATE_WORDS = 6

# «18:00», and «18.00» only behind a word that says it is no date.
_COLON, _ANY = r"(?:[01]?\d|2[0-3]):[0-5]\d", r"(?:[01]?\d|2[0-3])[:.][0-5]\d"
_TIMES = re.compile(
    rf"(?<![\d.:])(?:\b(?:в|с|at|from)\s+(?P<said>{_ANY})|(?P<bare>{_COLON}))"
    rf"(?:\s*(?:-|–|—|до|to)\s*(?P<until>{_ANY}))?(?![\d:])",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:,\s*)?\b(каб\.?|кабинет|room)\s*№?\s*([\w/-]+)\s*,?", re.IGNORECASE)
_LEADING = re.compile(r"^(?:в|во|on)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class EventWords:
    """What was meant. `starts`, `ends`: the school's wall clock; whole days run from midnight to midnight."""

    title: str
    place: str
    starts: datetime
    ends: datetime


def parse_event(words: str, today: date) -> EventWords:
    """Day (or days), maybe hours, maybe a room, then what it is.

    Raises EventWrong (`what`: words, day, title, hours), DatesPast, DatesReversed, DatesTooLong.
    """
    text = " ".join(words.split())
    if len(text) > LONGEST:
        raise EventWrong(what="words", limit=LONGEST)
    times = _TIMES.search(text)
    before, after = (text[: times.start()], text[times.end() :]) if times else ("", text)
    span, rest = _days(before if before.strip() else after, today)
    if before.strip():
        rest = f"{rest} {after}"
    place, title = _place(rest)
    if not 1 <= len(title) <= TITLE:
        raise EventWrong(what="title", limit=TITLE)
    starts, ends = _hours(span, times)
    return EventWords(title, place[:PLACE], starts, ends)


def _days(text: str, today: date) -> tuple[DateRange, str]:
    """The longest beginning that reads as days, and what is left."""
    words = _LEADING.sub("", text.strip(" ,;")).split(" ")
    for count in range(min(MOST_DATE_WORDS, len(words)), 0, -1):
        try:
            return parse_range(" ".join(words[:count]), today), " ".join(words[count:])
        except DatesWrong as error:
            if error.code != DatesWrong.code:
                raise
    raise EventWrong(what="day", limit=LONGEST)


def _place(text: str) -> tuple[str, str]:
    found = _PLACE.search(text)
    if found is None:
        return "", _tidy(text)
    return found[2], _tidy(f"{text[: found.start()]} {text[found.end() :]}")


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,;–—-")


def _hours(span: DateRange, times: re.Match[str] | None) -> tuple[datetime, datetime]:
    if times is None:
        return datetime.combine(span.starts, time(0)), datetime.combine(span.ends + timedelta(days=1), time(0))
    starts = datetime.combine(span.starts, _clock(times["said"] or times["bare"]))
    ends = datetime.combine(span.ends, _clock(times["until"])) if times["until"] else starts + USUALLY
    if ends <= starts:
        raise EventWrong(what="hours", limit=LONGEST)
    return starts, ends


def _clock(text: str) -> time:
    hours, minutes = re.split(r"[:.]", text)
    return time(int(hours), int(minutes))
