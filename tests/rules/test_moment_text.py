"""«завтра 8:00»: a moment ahead as it is typed."""

from datetime import datetime

import pytest

from core.errors import DatesPast, DatesWrong
from core.rules.moment_text import parse_moment
from tests.support.clock import MOSCOW

NOW = datetime(2026, 11, 23, 8, 35, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("18:00", "2026-11-23 18:00"),
        ("8:00", "2026-11-24 08:00"),
        ("в 18", "2026-11-23 18:00"),
        ("в 18.30", "2026-11-23 18:30"),
        ("завтра", "2026-11-24 08:00"),
        ("завтра 7:30", "2026-11-24 07:30"),
        ("Завтра в 9 часов", "2026-11-24 09:00"),
        ("25.11", "2026-11-25 08:00"),
        ("25.11 18:00", "2026-11-25 18:00"),
        ("25.11 в 18", "2026-11-25 18:00"),
        ("25 ноября, 18:00", "2026-11-25 18:00"),
        ("18:00 25.11", "2026-11-25 18:00"),
        ("в пятницу в 12:15", "2026-11-27 12:15"),
        ("сегодня 8:00", "2026-11-23 08:00"),
        ("at 18:00 tomorrow", "2026-11-24 18:00"),
    ],
)
def test_a_moment_is_read_as_people_type_it(words: str, meant: str) -> None:
    assert parse_moment(words, NOW).strftime("%Y-%m-%d %H:%M") == meant


@pytest.mark.parametrize("words", ["", "когда-нибудь", "25:00", "31.02 8:00", "24.11-26.11", "12345", "в 18:"])
def test_what_is_no_moment_is_refused(words: str) -> None:
    with pytest.raises(DatesWrong):
        parse_moment(words, NOW)


def test_a_day_before_today_is_past() -> None:
    with pytest.raises(DatesPast):
        parse_moment("20.11 18:00", NOW)
