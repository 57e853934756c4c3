"""Who is failing and when parents hear, as tables."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from core.rules.averages import weighted_average
from core.rules.failing import Concern, concerns, last_tell_day, looks_now, may_repeat, may_tell, tell_day
from core.rules.likely import likely_mark
from core.terms import MarkValue
from regulations import Thresholds
from tests.support.clock import MONDAY, MOSCOW

USUAL = Thresholds(five=Decimal("4.5"), four=Decimal("3.5"), three=Decimal("2.5"))
STRICT = Thresholds(five=Decimal("4.65"), four=Decimal("3.65"), three=Decimal("2.65"))
VALUES = {".": MarkValue.DOT, "P": MarkValue.PASS, "F": MarkValue.FAIL}


def found(
    marks: str,
    *,
    weight: str = "1",
    rounding: Thresholds = USUAL,
    below: str = "2.5",
    days_left: int = 30,
    debts_before: int = 14,
) -> set[Concern]:
    weighed = [(VALUES.get(m) or MarkValue(m), Decimal(weight)) for m in marks]
    average = weighted_average(weighed)
    return set(
        concerns(
            weighed,
            marks.count("."),
            average,
            None if average is None else likely_mark(average, rounding),
            below=Decimal(below),
            debts_before=debts_before,
            days_left=days_left,
        )
    )


@pytest.mark.parametrize(
    ("marks", "failing"),
    [
        ("", False),
        ("2", False),  # one bad answer alarms nobody
        ("22", True),
        ("23", False),  # 2,50 is the threshold itself
        ("223", True),  # 2,33
        ("2P", False),  # a pass is no mark that counts
        ("2.", False),  # nor is work owed
        ("12", True),
        ("54", False),
    ],
)
def test_an_average_below_the_threshold_is_failing(marks: str, *, failing: bool) -> None:
    assert (Concern.AVERAGE in found(marks)) is failing


def test_a_likely_mark_below_the_threshold_is_failing_though_the_average_is_above() -> None:
    assert found("22333", rounding=STRICT) == {Concern.AVERAGE}  # 2,60 is rounded to 2 here
    assert found("22333", rounding=USUAL) == set()


def test_a_school_may_want_more() -> None:
    assert found("233", below="2.8") == {Concern.AVERAGE}  # 2,67
    assert found("233") == set()


def test_weights_all_zero_give_no_average_and_no_alarm() -> None:
    assert found("2222", weight="0") == set()


@pytest.mark.parametrize(("days_left", "failing"), [(15, False), (14, True), (0, True), (-1, True)])
def test_work_owed_counts_near_the_period_s_end(days_left: int, *, failing: bool) -> None:
    assert (Concern.DEBTS in found("5.", days_left=days_left)) is failing


def test_with_no_days_given_work_owed_counts_from_the_last_day() -> None:
    assert found("5.", days_left=1, debts_before=0) == set()
    assert found("5.", days_left=0, debts_before=0) == {Concern.DEBTS}


def test_both_can_be() -> None:
    assert found("22.", days_left=3) == {Concern.AVERAGE, Concern.DEBTS}


def at(wall: str, day: int = 0) -> datetime:
    return datetime.fromisoformat(f"2026-11-{MONDAY.day + day}T{wall}").replace(tzinfo=MOSCOW)


@pytest.mark.parametrize(("wall", "looks"), [("14:59", False), ("15:00", True), ("21:59", True), ("22:00", False)])
def test_the_school_is_looked_through_in_the_afternoon(wall: str, *, looks: bool) -> None:
    assert looks_now(at(wall)) is looks


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (at("17:59", 1), False),
        (at("18:00", 1), True),
        (at("22:00", 1), False),  # at night nobody is written to
        (at("08:00", 2), False),  # an evening missed waits for an evening
        (at("18:00", 2), True),
    ],
)
def test_parents_are_told_in_the_evening(now: datetime, *, told: bool) -> None:
    assert may_tell(at("18:00", 1), now) is told


def test_what_was_sent_at_night_leaves_in_the_morning() -> None:
    assert may_tell(at("07:00", 1), at("07:00", 1))


def test_the_day_after_and_a_week_at_most() -> None:
    assert tell_day(MONDAY) == date(2026, 11, 24)
    assert last_tell_day(MONDAY) == date(2026, 12, 1)


@pytest.mark.parametrize(("told", "again"), [(None, True), (date(2026, 11, 16), True), (date(2026, 11, 17), False)])
def test_a_family_hears_no_more_than_weekly(told: date | None, *, again: bool) -> None:
    assert may_repeat(told, MONDAY) is again
