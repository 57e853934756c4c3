"""From a week to a year: parity, holidays, bells, double and joint lessons."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.expansion import Bells, BellTime, Calendar, DatedLesson, Slot, Span, Taught, expand
from core.terms import WeekParity

YEAR = Calendar(date(2026, 9, 1), date(2026, 12, 30))
SEVEN = (Taught(7),)
RINGS = [BellTime(1, n, time(8 + n, 0), time(8 + n, 45)) for n in range(1, 9)]


def days(*slots: Slot, calendar: Calendar = YEAR, bells: list[BellTime] | None = None) -> list[date]:
    return [lesson.day for lesson in expand(slots, calendar, RINGS if bells is None else bells).lessons]


def test_a_slot_stands_on_every_such_weekday_of_the_year() -> None:
    tuesdays = days(Slot(0, SEVEN, 2, 1))

    assert tuesdays[0] == date(2026, 9, 1)
    assert tuesdays[-1] == date(2026, 12, 29)
    assert len(tuesdays) == 18


def test_the_week_of_the_first_day_is_odd() -> None:
    assert days(Slot(0, SEVEN, 2, 1, WeekParity.ODD))[:2] == [date(2026, 9, 1), date(2026, 9, 15)]
    assert days(Slot(0, SEVEN, 2, 1, WeekParity.EVEN))[:2] == [date(2026, 9, 8), date(2026, 9, 22)]


def test_weeks_go_on_through_the_holidays() -> None:
    calendar = Calendar(YEAR.starts, YEAR.ends, holidays=(Span(date(2026, 9, 7), date(2026, 9, 13)),))
    assert days(Slot(0, SEVEN, 2, 1, WeekParity.ODD), calendar=calendar)[:2] == [date(2026, 9, 1), date(2026, 9, 15)]


def test_holidays_of_one_grade_leave_the_others_at_school() -> None:
    calendar = Calendar(YEAR.starts, YEAR.ends, holidays=(Span(date(2026, 9, 8), date(2026, 9, 8), 1, 1),))

    first = days(Slot(0, (Taught(1),), 2, 1), calendar=calendar)
    seventh = days(Slot(0, SEVEN, 2, 1), calendar=calendar)

    assert date(2026, 9, 8) not in first
    assert date(2026, 9, 8) in seventh


def test_a_lesson_stands_only_inside_the_periods_of_its_grade() -> None:
    quarter = Span(date(2026, 9, 1), date(2026, 10, 23), 1, 9)
    half = Span(date(2026, 9, 1), date(2026, 12, 30), 10, 11)
    calendar = Calendar(YEAR.starts, YEAR.ends, (quarter, half))

    assert days(Slot(0, SEVEN, 2, 1), calendar=calendar)[-1] == date(2026, 10, 20)
    assert days(Slot(0, (Taught(10),), 2, 1), calendar=calendar)[-1] == date(2026, 12, 29)


def test_a_slot_with_dates_keeps_to_them() -> None:
    slot = Slot(0, SEVEN, 2, 1, valid_from=date(2026, 9, 8), valid_to=date(2026, 9, 15))
    assert days(slot) == [date(2026, 9, 8), date(2026, 9, 15)]


def test_of_two_slots_at_one_place_the_later_beginning_wins() -> None:
    old, new = Slot(0, SEVEN, 2, 1), Slot(0, SEVEN, 2, 1, valid_from=date(2026, 9, 8))

    lessons = expand([old, new], YEAR, RINGS).lessons

    assert [(x.slot, x.day) for x in lessons][:3] == [
        (0, date(2026, 9, 1)),
        (1, date(2026, 9, 8)),
        (1, date(2026, 9, 15)),
    ]
    assert len(lessons) == 18


def test_a_double_lesson_is_two_lessons() -> None:
    lessons = expand([Slot(0, SEVEN, 2, 1), Slot(0, SEVEN, 2, 2)], YEAR, RINGS).lessons
    assert [x.lesson_no for x in lessons if x.day == date(2026, 9, 1)] == [1, 2]


def test_a_joint_lesson_is_one_and_stands_while_any_class_studies() -> None:
    calendar = Calendar(
        YEAR.starts, YEAR.ends, (Span(YEAR.starts, date(2026, 9, 8), 9, 9), Span(YEAR.starts, YEAR.ends, 10, 10))
    )
    joint = Slot(0, (Taught(9), Taught(10)), 2, 1)
    assert len(days(joint, calendar=calendar)) == 18


@pytest.mark.parametrize(
    ("day", "grade", "start"),
    [
        (date(2026, 9, 8), 7, time(8, 30)),  # an ordinary Tuesday
        (date(2026, 9, 7), 7, time(9, 0)),  # Monday has its own row
        (date(2026, 9, 7), 1, time(8, 40)),  # grades and months say more than a weekday alone
        (date(2026, 11, 10), 1, time(8, 50)),  # from November grade 1 has another
        (date(2026, 12, 1), 7, time(10, 0)),  # dates before everything that says less
    ],
)
def test_the_most_particular_bell_wins(day: date, grade: int, start: time) -> None:
    end = time(12, 0)
    bells = Bells(
        [
            BellTime(1, 1, time(8, 30), end),
            BellTime(1, 1, time(9, 0), end, weekday=1),
            BellTime(1, 1, time(8, 40), end, 1, 1, valid_to=date(2026, 10, 31)),
            BellTime(1, 1, time(8, 50), end, 1, 1, valid_from=date(2026, 11, 1)),
            BellTime(1, 1, time(10, 0), end, valid_from=date(2026, 12, 1), valid_to=date(2026, 12, 1)),
        ]
    )
    assert bells.ring(Taught(grade), 1, day) == (start, end)


def test_shifts_have_their_own_bells() -> None:
    bells = Bells([BellTime(1, 1, time(8, 0), time(8, 45)), BellTime(2, 1, time(14, 0), time(14, 45))])
    assert bells.ring(Taught(6, shift=2), 1, date(2026, 9, 8)) == (time(14, 0), time(14, 45))


def test_where_no_bell_rings_there_is_no_lesson() -> None:
    november = [BellTime(1, 4, time(11, 0), time(11, 35), valid_from=date(2026, 11, 1))]

    expansion = expand([Slot(0, (Taught(1),), 2, 4)], YEAR, november)

    assert expansion.lessons[0].day == date(2026, 11, 3)
    assert expansion.unrung == {0: 9}


slots = st.builds(
    Slot,
    load=st.integers(0, 3),
    classes=st.lists(st.builds(Taught, st.integers(1, 11)), min_size=1, max_size=2).map(tuple),
    weekday=st.integers(1, 7),
    lesson_no=st.integers(0, 9),
    parity=st.sampled_from(WeekParity),
    valid_from=st.none() | st.dates(date(2026, 8, 1), date(2027, 6, 1)),
    valid_to=st.none() | st.dates(date(2026, 8, 1), date(2027, 6, 1)),
)
spans = st.builds(
    lambda start, length, low, width: Span(start, start + timedelta(days=length), low, min(low + width, 12)),
    st.dates(date(2026, 9, 1), date(2027, 5, 1)),
    st.integers(0, 20),
    st.integers(1, 11),
    st.integers(0, 11),
)


@given(st.lists(slots, max_size=6), st.lists(spans, max_size=4))
def test_every_lesson_stands_where_its_slot_and_the_calendar_allow_and_once(
    slots: list[Slot], holidays: list[Span]
) -> None:
    calendar = Calendar(date(2026, 9, 1), date(2027, 5, 26), holidays=tuple(holidays))

    lessons = expand(slots, calendar, RINGS).lessons

    assert len({(x.load, x.day, x.lesson_no) for x in lessons}) == len(lessons)
    assert all(_allowed(lesson, slots[lesson.slot], calendar) for lesson in lessons)


def _allowed(lesson: DatedLesson, slot: Slot, calendar: Calendar) -> bool:
    return (
        calendar.starts <= lesson.day <= calendar.ends
        and lesson.day.isoweekday() == slot.weekday
        and slot.parity in (WeekParity.EVERY, calendar.parity(lesson.day))
        and (slot.valid_from or date.min) <= lesson.day <= (slot.valid_to or date.max)
        and any(all(not h.holds(lesson.day, t.grade) for h in calendar.holidays) for t in slot.classes)
        and lesson.starts < lesson.ends
    )
