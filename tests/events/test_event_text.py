"""Events as class leaders type them; today is Monday, 23 November 2026."""

from datetime import date, datetime

import pytest

from core.errors.dates import DatesPast
from core.errors.events import EventWrong
from core.rules.event_kind import guessed_kind
from core.rules.event_text import parse_event
from core.rules.weeks import month_of, months_beside
from core.terms import EventKind

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "title", "place", "starts", "ends"),
    [
        ("25 ноября 18:00 каб. 12 Родительское собрание", "Родительское собрание", "12", "25T18:00", "25T19:00"),
        ("25.11 18:00-19:30 Собрание, каб. 12", "Собрание", "12", "25T18:00", "25T19:30"),
        ("в пятницу в 18.00 Собрание в актовом зале", "Собрание в актовом зале", "", "27T18:00", "27T19:00"),
        ("18:00 25 ноября Собрание", "Собрание", "", "25T18:00", "25T19:00"),
        ("25.11 Классный час 12:30", "Классный час", "", "25T12:30", "25T13:30"),
        ("завтра с 9:00 до 12:00 Экскурсия", "Экскурсия", "", "24T09:00", "24T12:00"),
        ("25.11 Классный час каб 305-а", "Классный час", "305-а", "25T00:00", "26T00:00"),
        ("с 26 по 27 ноября дежурство по школе", "дежурство по школе", "", "26T00:00", "28T00:00"),
    ],
)
def test_the_usual_ways_to_write_an_event(words: str, title: str, place: str, starts: str, ends: str) -> None:
    meant = parse_event(words, TODAY)

    assert (meant.title, meant.place) == (title, place)
    assert (meant.starts, meant.ends) == tuple(datetime.fromisoformat(f"2026-11-{when}") for when in (starts, ends))


def test_days_over_the_end_of_a_month() -> None:
    assert parse_event("28–30 ноября Поход", TODAY).ends == datetime(2026, 12, 1)  # noqa: DTZ001 - a wall clock


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Собрание", "day"),
        ("", "day"),
        ("25 ноября", "title"),
        ("25 ноября 18:00", "title"),
        (f"25 ноября {'я' * 201}", "title"),
        ("25.11 19:00-18:00 Собрание", "hours"),
        ("25.11 " + "я" * 300, "words"),
    ],
)
def test_what_is_no_event_is_refused_by_what_lacks(words: str, what: str) -> None:
    with pytest.raises(EventWrong) as caught:
        parse_event(words, TODAY)

    assert caught.value.facts["what"] == what


def test_a_day_that_has_passed_is_refused() -> None:
    with pytest.raises(DatesPast):
        parse_event("1 ноября Собрание", TODAY)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Родительское собрание", EventKind.MEETING),
        ("ЭКСКУРСИЯ в музей космонавтики", EventKind.TRIP),
        ("Поход", EventKind.TRIP),
        ("Дежурство по школе: Иванов, Петрова", EventKind.DUTY),
        ("Собрание перед походом", EventKind.MEETING),
        ("День здоровья", EventKind.OTHER),
        ("Невыездное", EventKind.OTHER),
        ("", EventKind.OTHER),
    ],
)
def test_the_words_say_what_it_is(title: str, kind: EventKind) -> None:
    assert guessed_kind(title) is kind


def test_months_have_neighbours_over_the_year_s_end() -> None:
    assert month_of(date(2026, 12, 31)) == (date(2026, 12, 1), date(2026, 12, 31))
    assert month_of(date(2028, 2, 1)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert months_beside(date(2026, 12, 1)) == (date(2026, 11, 1), date(2027, 1, 1))
