"""The study year that holds a date, by the federal pattern (quarters 8 + 8 + 11 + 7 weeks)."""

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
FRIDAY, SATURDAY = 5, 6


@dataclass(frozen=True)
class Rest:
    """Holidays; `grades` empty: everybody's."""

    name: str
    starts: date
    ends: date
    grades: str = ""


@dataclass(frozen=True)
class Term:
    name: str
    kind: str
    grades: str
    starts: date
    ends: date


@dataclass(frozen=True)
class Year:
    name: str
    starts: date
    ends: date
    rests: list[Rest]
    terms: list[Term]


def study_year(today: date) -> Year:
    """Calendar of the year that holds `today`, bent so that the week of `today` (of a weekend: the next) is at school.

    State holidays stay where they are. In summer the year goes on longer, or starts earlier.
    """
    first = today.year if today >= date(today.year, 8, 10) else today.year - 1
    monday = _monday(today if today.isoweekday() < SATURDAY else today + 2 * DAY)
    starts = min(_working(date(first, 9, 1)), monday)
    ends = max(date(first + 1, 5, 26), monday + WEEK + 4 * DAY)
    rests = [_bent(rest, monday) for rest in _school_rests(first)]
    state = [rest for rest in _state_rests(first) if starts <= rest.ends and rest.starts <= ends]
    return Year(f"{first}/{first + 1}", starts, ends, [*rests, *state], _terms(starts, ends, rests))


def _school_rests(first: int) -> list[Rest]:
    """Autumn: the nine days from the last Saturday of October; spring: from the last Saturday of March."""
    autumn, spring = _last_saturday(date(first, 10, 28)), _last_saturday(date(first + 1, 3, 31))
    extra = _monday(date(first + 1, 2, 18))
    return [
        Rest("Осенние каникулы", autumn, autumn + 8 * DAY),
        Rest("Зимние каникулы", date(first, 12, 31), date(first + 1, 1, 10)),
        Rest("Дополнительные каникулы", extra, extra + 6 * DAY, "1"),
        Rest("Весенние каникулы", spring, spring + 8 * DAY),
    ]


def _state_rests(first: int) -> list[Rest]:
    one_day = [
        ("День народного единства", date(first, 11, 4)),
        ("День защитника Отечества", date(first + 1, 2, 23)),
        ("Международный женский день", date(first + 1, 3, 8)),
        ("Праздник Весны и Труда", date(first + 1, 5, 1)),
        ("День Победы", date(first + 1, 5, 9)),
        ("День России", date(first + 1, 6, 12)),
    ]
    new_year = Rest("Новогодние праздники", date(first, 12, 31), date(first + 1, 1, 8))
    return [new_year, *(Rest(name, day, day) for name, day in one_day)]


def _bent(rest: Rest, monday: date) -> Rest:
    """The same holidays, weeks later if they would fall on the week of `monday`."""
    starts, ends = rest.starts, rest.ends
    while starts < monday + WEEK and monday <= ends:
        starts, ends = starts + WEEK, ends + WEEK
    return Rest(rest.name, starts, ends, rest.grades)


def _terms(starts: date, ends: date, rests: list[Rest]) -> list[Term]:
    autumn, winter, _, spring = rests
    bounds = [
        (starts, autumn.starts - DAY),
        (autumn.ends + DAY, winter.starts - DAY),
        (winter.ends + DAY, spring.starts - DAY),
        (spring.ends + DAY, ends),
    ]
    quarters = [Term(f"{n} четверть", "четверть", "1-9", a, b) for n, (a, b) in enumerate(bounds, 1)]
    halves = [
        Term("1 полугодие", "полугодие", "10-11", starts, winter.starts - DAY),
        Term("2 полугодие", "полугодие", "10-11", winter.ends + DAY, ends),
    ]
    return [*quarters, *halves, Term("Год", "год", "1-11", starts, ends)]


def _last_saturday(day: date) -> date:
    return day - timedelta(days=(day.isoweekday() - SATURDAY) % 7)


def _monday(day: date) -> date:
    return day - timedelta(days=day.isoweekday() - 1)


def _working(day: date) -> date:
    """1 September, or the next working day."""
    while day.isoweekday() > FRIDAY:
        day += DAY
    return day
