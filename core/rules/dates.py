"""Days as parents type them: «12.03», «12.03–15.03», «с 12 по 15 марта», «завтра», «до пятницы»."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from core.errors.dates import DatesPast, DatesReversed, DatesTooLong, DatesWrong

LONGEST_DAYS = 60
LONGEST_TEXT = 60
FARTHEST = timedelta(days=366)

RELATIVE = {"сегодня": 0, "завтра": 1, "послезавтра": 2, "today": 0, "tomorrow": 1}
MONTHS = (
    ("янв", "jan"),
    ("фев", "feb"),
    ("мар", "mar"),
    ("апр", "apr"),
    ("мая", "май", "мае", "may"),
    ("июн", "jun"),
    ("июл", "jul"),
    ("авг", "aug"),
    ("сен", "sep"),
    ("окт", "oct"),
    ("ноя", "nov"),
    ("дек", "dec"),
)
WEEKDAYS = (
    ("понед", "пн", "mon"),
    ("вторн", "вт", "tue"),
    ("среда", "среду", "среды", "ср", "wed"),
    ("четв", "чт", "thu"),
    ("пятн", "пт", "fri"),
    ("субб", "сб", "sat"),
    ("воскр", "вс", "sun"),
)

_DAY = r"\d{1,2}(?:[./]\d{1,2}(?:[./](?:\d{4}|\d{2}))?|\s+[^\W\d]{3,9}(?:\s+\d{4})?)?|[^\W\d]{2,12}"
_DASH = r"\s*(?:-|\bпо\b|\bдо\b|\bto\b|\btill\b|\buntil\b)\s*"
_SPAN = re.compile(rf"(?:(?:с|со|from)\s+)?(?P<first>{_DAY})(?:{_DASH}(?P<last>{_DAY}))?")
_UNTIL = re.compile(rf"(?:по|до|to|till|until)\s+(?P<last>{_DAY})")
_NUMBERS = re.compile(r"(\d{1,2})(?:[./](\d{1,2})(?:[./](\d{4}|\d{2}))?)?")
_WORDS = re.compile(r"(\d{1,2})\s+([^\W\d]+)(?:\s+(\d{4}))?")


@dataclass(frozen=True)
class DateRange:
    """Days from `starts` to `ends`, both included."""

    starts: date
    ends: date

    @property
    def days(self) -> int:
        return (self.ends - self.starts).days + 1


@dataclass(frozen=True)
class _Written:
    """A day as far as it was written: month and year may be missing; `exact` needs nothing more."""

    day: int = 0
    month: int | None = None
    year: int | None = None
    exact: date | None = None


def parse_range(text: str, today: date, since: date | None = None) -> DateRange:
    """The days meant by somebody who writes on `today`.

    A missing year is the one that brings the day nearest to today, a missing month of the first day is that of
    the last. `since` is the earliest day allowed and the first day of «до 15.03» (none: today).
    Raises DatesWrong (not understood), DatesReversed, DatesPast, DatesTooLong.
    """
    since = since or today
    first, last = _read(_tidy(text), today)
    starts = _resolve(_completed(first, last), today) if first else since
    ends = _resolve(_completed(last, first) if first else last, starts)
    return allowed(DateRange(starts, ends), since)


def allowed(span: DateRange, since: date) -> DateRange:
    """The span when it may stand in a notice. Raises DatesWrong, DatesReversed, DatesPast, DatesTooLong."""
    if span.starts > since + FARTHEST:
        raise DatesWrong
    if span.ends < since:
        raise DatesPast(since=since)
    if span.ends < span.starts:
        raise DatesReversed(starts=span.starts, ends=span.ends)
    if span.starts < since:
        raise DatesPast(since=since)
    if span.days > LONGEST_DAYS:
        raise DatesTooLong(days=span.days, limit=LONGEST_DAYS)
    return span


def _tidy(text: str) -> str:
    """Lower case, one kind of dash and space, no «г.» after a year."""
    if len(text) > LONGEST_TEXT:
        raise DatesWrong
    text = re.sub(r"[–—−‒]", "-", text.casefold().replace("ё", "е"))
    text = re.sub(r"(?<=\d)\s*(?:г\.|года\b|г\b)", "", text)
    return re.sub(r"\s+", " ", text).strip(" .,!")


def _read(text: str, today: date) -> tuple[_Written | None, _Written]:
    until = _UNTIL.fullmatch(text)
    if until:
        return None, _written(until["last"], today)
    span = _SPAN.fullmatch(text)
    if span is None:
        raise DatesWrong
    first = _written(span["first"], today)
    return first, _written(span["last"], today) if span["last"] else first


def _written(text: str, today: date) -> _Written:
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        day, month, year = numbers.groups()
        return _Written(int(day), int(month) if month else None, _full_year(year))
    words = _WORDS.fullmatch(text)
    if words:
        return _Written(int(words[1]), _which(words[2], MONTHS), _full_year(words[3]))
    if text in RELATIVE:
        return _Written(exact=today + timedelta(days=RELATIVE[text]))
    ahead = (_which(text, WEEKDAYS) - today.isoweekday()) % 7
    return _Written(exact=today + timedelta(days=ahead))


def _which(word: str, names: tuple[tuple[str, ...], ...]) -> int:
    """The number (from 1) of the name that the word begins with; two letters must be the whole word."""
    for number, beginnings in enumerate(names, 1):
        if word in beginnings or word.startswith(tuple(b for b in beginnings if len(b) > 2)):
            return number
    raise DatesWrong


def _full_year(year: str | None) -> int | None:
    return None if year is None else int(year) + (2000 if len(year) == 2 else 0)


def _completed(bare: _Written, other: _Written) -> _Written:
    """«с 12 по 15 марта», «12.03–15»: a day without a month takes month and year of the other one."""
    if bare.exact or bare.month:
        return bare
    if other.exact:
        return _Written(bare.day, other.exact.month, other.exact.year)
    return _Written(bare.day, other.month, other.year)


def _resolve(written: _Written, near: date) -> date:
    """The date written; without a year the one nearest to `near`, the later of two equally near."""
    if written.exact:
        return written.exact
    if written.month is None:
        raise DatesWrong
    years = [written.year] if written.year else [near.year + n for n in (1, 0, -1)]
    found = [d for d in (_date(year, written.month, written.day) for year in years) if d]
    if not found:
        raise DatesWrong
    return min(found, key=lambda d: abs(d - near))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
