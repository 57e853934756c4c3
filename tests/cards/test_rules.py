"""When a card is due, which marks it tells, how a chart is drawn: tables."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from core.rules.cards import CardMark, bars, card_hours, mark_told, week_due, week_ends
from core.terms import MarkNotices
from tests.support.clock import MONDAY, MOSCOW

AT_ONCE, EVENING, LOW, OFF = MarkNotices.AT_ONCE, MarkNotices.EVENING, MarkNotices.LOW, MarkNotices.OFF


def _time(wall: str | None) -> time | None:
    return time.fromisoformat(wall) if wall else None


def _at(wall: str) -> datetime:
    return datetime.combine(MONDAY, time.fromisoformat(wall), MOSCOW)


@pytest.mark.parametrize(
    ("at", "quiet", "opens", "closes", "over"),
    [
        ("19:00", None, "19:00", "22:00", "23:00"),
        ("17:00", None, "17:00", "22:00", "23:00"),
        ("22:00", None, "22:00", "22:30", "23:00"),
        ("19:00", ("21:00", "07:00"), "19:00", "21:00", "21:00"),  # made up for until it is quiet
        ("19:00", ("22:00", "08:00"), "19:00", "22:00", "22:00"),
        ("21:00", ("21:00", "07:00"), "20:45", "21:00", "21:00"),  # shortly before quiet hours
        ("22:00", ("20:00", "08:00"), "19:45", "20:00", "20:00"),
        ("19:00", ("13:00", "14:00"), "19:00", "22:00", "23:00"),
        ("19:00", ("19:00", "19:00"), "19:00", "22:00", "23:00"),  # equal ends: never quiet
        ("19:00", ("00:00", "18:00"), "19:00", "22:00", "23:00"),
    ],
)
def test_the_hours_of_a_card(at: str, quiet: tuple[str, str] | None, opens: str, closes: str, over: str) -> None:
    first, last = quiet or (None, None)

    hours = card_hours(_at("12:00"), time.fromisoformat(at), _time(first), _time(last))

    assert hours is not None
    assert [f"{m:%H:%M}" for m in (hours.opens, hours.closes, hours.over)] == [opens, closes, over]


@pytest.mark.parametrize("quiet", [("14:00", "13:00"), ("20:00", "19:30"), ("15:10", "23:00")])
def test_an_evening_quiet_from_the_afternoon_on_has_no_card(quiet: tuple[str, str]) -> None:
    assert card_hours(_at("12:00"), time(19), _time(quiet[0]), _time(quiet[1])) is None


@pytest.mark.parametrize(
    ("now", "due"), [("18:59", False), ("19:00", True), ("21:59", True), ("22:00", False), ("07:00", False)]
)
def test_a_card_is_made_up_for_the_same_evening(now: str, *, due: bool) -> None:
    hours = card_hours(_at(now), time(19), None, None)
    assert hours is not None
    assert hours.due(_at(now)) is due


@pytest.mark.parametrize(
    ("mark", "told_to"),
    [
        (CardMark("5", fresh=True), {AT_ONCE, EVENING, LOW}),
        (CardMark("5", fresh=True, told="5"), {AT_ONCE, EVENING, LOW}),  # the day as a whole, pushed or not
        (CardMark("5", fresh=False), {EVENING, LOW}),  # it came after the last card
        (CardMark("5", fresh=False, told="5"), set()),
        (CardMark("5", fresh=False, told="5", rekinded=True), {EVENING}),
        (CardMark("4", fresh=False, told="3"), {EVENING}),  # the others were told of the correction at once
        (CardMark("4", fresh=True, told="3"), {AT_ONCE, EVENING, LOW}),
        (CardMark("4", fresh=True, held=True, told="3"), set()),
        (CardMark("4", fresh=False, held=True, told="3"), set()),
        (CardMark(None, fresh=False, told="3"), {EVENING}),
        (CardMark(None, fresh=True, told="3"), {EVENING}),
        (CardMark(None, fresh=True), set()),
    ],
)
def test_which_marks_a_card_tells_whom(mark: CardMark, told_to: set[MarkNotices]) -> None:
    assert {mode for mode in MarkNotices if mark_told(mark, mode)} == told_to


def test_the_week_is_told_on_saturdays_to_those_who_want_it() -> None:
    week = [date(2026, 11, 23 + day) for day in range(7)]
    assert [day.isoweekday() for day in week if week_due(day, wanted=True)] == [6]
    assert not any(week_due(day, wanted=False) for day in week)


def test_bars_go_from_two_to_five() -> None:
    averages = [None, *(Decimal(one) for one in ("1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"))]
    assert bars(averages) == "·▁▁▂▃▄▅▆▇"


def test_the_chart_has_the_weeks_of_the_period_and_no_more_than_eight() -> None:
    saturday = date(2026, 11, 28)
    assert week_ends(date(2026, 11, 11), saturday) == [date(2026, 11, d) for d in (15, 22, 29)]
    assert len(week_ends(date(2026, 9, 1), saturday)) == 8
