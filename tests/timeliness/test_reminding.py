"""The pure rules: which reminder and which report are due at a moment."""

from datetime import date, datetime, time

import pytest

from core.rules.reminding import (
    due_moment,
    evening_moment,
    reminder_moments,
    report_moment,
    work_moments,
)
from tests.support.clock import MOSCOW

FIRST, SECOND, REPORT = time(18), time(20, 30), time(21)


def at(wall: str, day: int = 23) -> datetime:
    return datetime.combine(date(2026, 11, day), time.fromisoformat(wall), MOSCOW)


def always(_: date) -> bool:
    return True


def but_sundays(day: date) -> bool:
    return day.isoweekday() != 7


@pytest.mark.parametrize(
    ("until", "moments"),
    [
        (at("12:15"), [at("11:55")]),
        (at("20:30"), [at("20:10")]),
        (at("20:31"), [at("18:00"), at("20:30")]),
        (at("21:00"), [at("18:00"), at("20:30")]),
        (at("23:59"), [at("18:00"), at("20:30")]),
        (at("23:59", 29), [at("18:00", 28), at("20:30", 28)]),
    ],
)
def test_a_term_has_its_reminders(until: datetime, moments: list[datetime]) -> None:
    assert list(reminder_moments(until, at("08:30").date(), FIRST, SECOND, but_sundays)) == moments


def test_a_lesson_held_on_a_day_off_is_remembered_that_very_evening() -> None:
    sunday = at("21:00", 29)

    assert reminder_moments(sunday, sunday.date(), FIRST, SECOND, but_sundays) == (at("18:00", 29), at("20:30", 29))


def test_a_written_work_is_remembered_two_days_ahead_too() -> None:
    assert work_moments(at("23:59", 26), at("08:30").date(), FIRST, SECOND, always)[0] == at("18:00", 24)


@pytest.mark.parametrize(
    ("wall", "due"),
    [
        ("17:59", None),
        ("18:00", "18:00"),
        ("20:29", "18:00"),
        ("20:30", "20:30"),
        ("20:59", "20:30"),
        ("21:00", None),
        ("23:00", None),
    ],
)
def test_a_reminder_is_made_up_for_until_the_next_or_the_term(wall: str, due: str | None) -> None:
    moments = (at("18:00"), at("20:30"))

    assert due_moment(moments, at("21:00"), at(wall)) == (at(due) if due else None)


def test_yesterday_s_reminder_is_not_made_up_for() -> None:
    assert due_moment((at("18:00", 22),), at("21:00"), at("12:00")) is None


@pytest.mark.parametrize(
    ("wall", "due"),
    [("06:59", None), ("17:59", None), ("18:00", "18:00"), ("20:30", "20:30"), ("21:59", "20:30"), ("22:00", None)],
)
def test_the_evening_s_reminder_by_the_clock(wall: str, due: str | None) -> None:
    assert evening_moment(at(wall), FIRST, SECOND) == (at(due) if due else None)


@pytest.mark.parametrize(
    ("wall", "due"),
    [("00:30", None), ("07:59", None), ("08:00", "08:00"), ("20:59", "08:00"), ("21:00", "21:00"), ("22:00", None)],
)
def test_the_report_by_the_clock(wall: str, due: str | None) -> None:
    assert report_moment(at(wall), REPORT) == (at(due) if due else None)
