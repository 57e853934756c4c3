"""A cell says the same however the spreadsheet stored it."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.rules.folding import class_key, code_key, name_key, phone_key, written_phone
from core.workbook import cells
from core.workbook.faults import BadCell, FaultCode
from core.workbook.vocabulary import ROLES, WEEKDAYS, spelled

DAYS = cells.weekdays(spelled(WEEKDAYS), "пн…")


@pytest.mark.parametrize(
    "value",
    [
        date(2026, 9, 1),
        datetime(2026, 9, 1),  # noqa: DTZ001 - spreadsheets have no zones
        "01.09.2026",
        "1.9.2026",
        "1/9/2026",
        "2026-09-01",
        "01.09.2026 г.",
        46266,
        46266.0,
    ],
)
def test_a_date_is_read(value: Any) -> None:
    assert cells.day(value) == date(2026, 9, 1)


@pytest.mark.parametrize(
    "value", ["31.02.2026", "сентябрь", "01.09", 7, True, "01.09.26", "0000-00-00", date(1700, 1, 1)]
)
def test_what_is_no_date_is_refused(value: Any) -> None:
    with pytest.raises(BadCell) as bad:
        cells.day(value)
    assert bad.value.code == FaultCode.NOT_A_DATE


@pytest.mark.parametrize(
    "value",
    [
        time(8, 30),
        "8:30",
        "08:30",
        "08.30",
        "8-30",
        "08:30:00",
        timedelta(hours=8, minutes=30),
        0.3541666667,
        datetime(1899, 12, 30, 8, 30),  # noqa: DTZ001 - spreadsheets have no zones
    ],
)
def test_a_time_is_read(value: Any) -> None:
    assert cells.clock(value) == time(8, 30)


@pytest.mark.parametrize("value", ["25:00", "08:60", "утро", 8, 1.5, 0])
def test_what_is_no_time_is_refused(value: Any) -> None:
    with pytest.raises(BadCell) as bad:
        cells.clock(value)
    assert bad.value.code == FaultCode.NOT_A_TIME


@pytest.mark.parametrize("value", [2.5, "2,5", "2.5", "2,5 ч.", "2.50", " 2,5 часа"])
def test_hours_are_decimals(value: Any) -> None:
    assert cells.hours(40)(value) == Decimal("2.50")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("много", FaultCode.NOT_A_NUMBER),
        (0, FaultCode.OUT_OF_RANGE),
        (41, FaultCode.OUT_OF_RANGE),
        (-1, FaultCode.OUT_OF_RANGE),
        (float("nan"), FaultCode.NOT_A_NUMBER),
    ],
)
def test_hours_out_of_place_are_refused(value: Any, code: FaultCode) -> None:
    with pytest.raises(BadCell) as bad:
        cells.hours(40)(value)
    assert bad.value.code == code


@pytest.mark.parametrize("value", [3, 3.0, "3", "3.0", " 3 ", "3 урок", "№ 3", "3-й"])
def test_a_whole_number_is_read(value: Any) -> None:
    assert cells.whole(0, 15)(value) == 3


@pytest.mark.parametrize(("value", "lessons"), [(2, (2,)), ("1-2", (1, 2)), ("1 – 3 урок", (1, 2, 3))])
def test_a_double_lesson_may_stand_in_one_cell(value: Any, lessons: tuple[int, ...]) -> None:
    assert cells.lesson_numbers(value) == lessons


@pytest.mark.parametrize(
    ("value", "ranges"),
    [
        ("1-9", ((1, 9),)),
        ("10–11 классы", ((10, 11),)),
        (5, ((5, 5),)),
        ("1, 3-4", ((1, 1), (3, 4))),
        ("все", ((1, 12),)),
        (date(2026, 4, 1), ((1, 4),)),
    ],
)
def test_grades_are_read(value: Any, ranges: tuple[tuple[int, int], ...]) -> None:
    assert cells.grade_ranges(value) == ranges


@pytest.mark.parametrize("value", ["9-1", "0", "13", "первый"])
def test_what_are_no_grades_is_refused(value: Any) -> None:
    with pytest.raises(BadCell) as bad:
        cells.grade_ranges(value)
    assert bad.value.code == FaultCode.NOT_GRADES


@pytest.mark.parametrize(
    ("value", "days"), [("Пн", (1,)), ("Вторник-Пятница", (2, 3, 4, 5)), ("пн, ср", (1, 3)), ("сб.", (6,))]
)
def test_weekdays_are_read(value: str, days: tuple[int, ...]) -> None:
    assert DAYS(value) == days


def test_roles_are_read_in_any_spelling() -> None:
    assert cells.words(spelled(ROLES), "")("Завуч; Учитель") == frozenset({"deputy_head", "teacher"})


@pytest.mark.parametrize("name", ["7А", "7 а", "7A", "7-A", "7 «А»", '7"а"'])
def test_look_alike_names_are_one_class(name: str) -> None:
    assert class_key(name) == "7А"


def test_a_long_class_name_keeps_its_letters() -> None:
    assert class_key("10геохим") == class_key("10 Геохим")


@pytest.mark.parametrize("number", ["0012", "12", " 12 "])
def test_zeros_that_a_spreadsheet_ate_are_forgiven(number: str) -> None:
    assert code_key(number) == "12"


def test_yo_and_spaces_are_forgiven_in_names() -> None:
    assert name_key("  Фёдоров   Семён ") == name_key("федоров семен")


@pytest.mark.parametrize("phone", ["+7 (900) 123-45-67", "89001234567", "9001234567"])
def test_a_telephone_has_one_form(phone: str) -> None:
    assert written_phone(phone) == "+79001234567"
    assert phone_key(phone) == "9001234567"


def test_numbers_stored_as_text_and_text_stored_as_numbers() -> None:
    assert cells.as_text(12.0) == "12"
    assert cells.as_text(2.5) == "2,5"
    assert cells.as_text(date(2026, 9, 1)) == "01.09.2026"
