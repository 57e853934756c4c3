"""Days as parents type them. Today is Monday 23 November 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors.dates import DatesPast, DatesReversed, DatesTooLong, DatesWrong
from core.rules.dates import LONGEST_DAYS, DateRange, parse_range
from tests.support.clock import MONDAY


def days(first: str, last: str = "") -> DateRange:
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12.03", days("2027-03-12")),
        ("12.03–15.03", days("2027-03-12", "2027-03-15")),
        ("12.03 - 15.03", days("2027-03-12", "2027-03-15")),
        ("12—15.03", days("2027-03-12", "2027-03-15")),
        ("12.03-15", days("2027-03-12", "2027-03-15")),
        ("12.03.2027", days("2027-03-12")),
        ("12/03/27", days("2027-03-12")),
        ("с 12 по 15 марта", days("2027-03-12", "2027-03-15")),
        ("С 12 ПО 15 Марта.", days("2027-03-12", "2027-03-15")),
        ("с 28 февраля по 2 марта", days("2027-02-28", "2027-03-02")),
        ("с 12.03 по 15.03", days("2027-03-12", "2027-03-15")),
        ("12 марта", days("2027-03-12")),
        ("12 марта 2027 г.", days("2027-03-12")),
        ("12–15 марта", days("2027-03-12", "2027-03-15")),
        ("3 мая", days("2027-05-03")),
        ("28.12–10.01", days("2026-12-28", "2027-01-10")),
        ("с 28 декабря по 10 января", days("2026-12-28", "2027-01-10")),
        ("23.11", days("2026-11-23")),
        ("сегодня", days("2026-11-23")),
        ("завтра", days("2026-11-24")),
        ("послезавтра", days("2026-11-25")),
        ("сегодня - завтра", days("2026-11-23", "2026-11-24")),
        ("с завтра до пятницы", days("2026-11-24", "2026-11-27")),
        ("до пятницы", days("2026-11-23", "2026-11-27")),
        ("по 27.11", days("2026-11-23", "2026-11-27")),
        ("в среду", None),
        ("среда", days("2026-11-25")),
        ("сб", days("2026-11-28")),
        ("12 March", days("2027-03-12")),
        ("from 12 to 15 March", days("2027-03-12", "2027-03-15")),
        ("tomorrow", days("2026-11-24")),
    ],
)
def test_the_usual_ways_to_write_days(text: str, meant: DateRange | None) -> None:
    if meant is None:
        with pytest.raises(DatesWrong):
            parse_range(text, MONDAY)
    else:
        assert parse_range(text, MONDAY) == meant


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("20.11", DatesPast),
        ("20.11–25.11", DatesPast),
        ("12.03.2020", DatesPast),
        ("15.03–12.03", DatesReversed),
        ("с 28 по 3 марта", DatesReversed),
        ("01.12–30.01", DatesTooLong),
        ("12.03.2099", DatesWrong),
        ("31.02", DatesWrong),
        ("32.01", DatesWrong),
        ("5", DatesWrong),
        ("болеет", DatesWrong),
        ("всегда", DatesWrong),
        ("", DatesWrong),
        ("12 картофеля", DatesWrong),
        ("<b>12.03</b>", DatesWrong),
        ("1" * 4096, DatesWrong),
        ("😀", DatesWrong),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, refusal: type[DatesWrong]) -> None:
    with pytest.raises(refusal) as refused:
        parse_range(text, MONDAY)
    assert type(refused.value) is refusal


def test_an_absence_going_on_keeps_its_first_day() -> None:
    friday = date(2026, 11, 20)
    assert parse_range("до 27.11", MONDAY, since=friday) == DateRange(friday, date(2026, 11, 27))


@given(today=st.dates(date(2020, 1, 1), date(2090, 1, 1)), ahead=st.integers(0, 150), long=st.integers(1, LONGEST_DAYS))
def test_a_range_without_years_is_the_nearest_one(today: date, ahead: int, long: int) -> None:
    starts = today + timedelta(days=ahead)
    ends = starts + timedelta(days=long - 1)
    leap_day = (2, 29) in {(d.month, d.day) for d in (starts, ends)}
    form = "%d.%m.%Y" if leap_day else "%d.%m"
    assert parse_range(f"{starts:{form}}–{ends:{form}}", today) == DateRange(starts, ends)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        span = parse_range(text, MONDAY)
    except DatesWrong:
        return
    assert MONDAY <= span.starts <= span.ends
