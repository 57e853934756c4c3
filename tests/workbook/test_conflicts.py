"""Conflicts that a school really makes: what stops the import and what is only said."""

import pytest

from core.app import App
from core.workbook import FaultCode
from tests.workbook.books import Sheets, changed, found, load, look, small, warned

MONDAY_FIRST_7A = 2
"""Index of 7А's first lesson on Monday among the rows of the timetable."""


def with_second_load(sheets: Sheets, room: str = "303", day: str = "пн") -> None:
    """7Б has history with 003 in a room, at the time of 7А's first algebra."""
    sheets["Нагрузка"].append(["7Б", "История", None, "003", 1])
    sheets["Расписание"].append(["7Б", day, 1, "История", None, room, None, None, None])


async def test_a_teacher_in_two_places_at_once_stops_the_import(app: App) -> None:
    def change(sheets: Sheets) -> None:
        with_second_load(sheets)
        sheets["Нагрузка"][-1][3] = "001"

    fault = found(await load(app, changed(change)), FaultCode.TEACHER_BUSY)

    assert fault.facts["who"] == "Петрова Анна Ивановна"
    assert (fault.row, fault.facts["other"], fault.facts["other_class"]) == (11, 3, "7А")


async def test_a_numbered_room_with_two_lessons_stops_the_import(app: App) -> None:
    report = await load(app, changed(lambda s: with_second_load(s, "201")))
    assert found(report, FaultCode.ROOM_BUSY).column == "Кабинет"


async def test_a_hall_may_be_shared_with_a_word(app: App) -> None:
    def change(sheets: Sheets) -> None:
        with_second_load(sheets, "Спортзал")
        sheets["Расписание"][MONDAY_FIRST_7A][5] = "спортзал"

    report = await load(app, changed(change))

    assert report.applied
    assert warned(report, FaultCode.ROOM_BUSY).row == 11


async def test_a_class_at_two_lessons_at_once_stops_the_import(app: App) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Нагрузка"].append(["7А", "История", None, "003", 1])
        sheets["Расписание"].append(["7А", "пн", 1, "История", None, "303", None, None, None])

    assert found(await look(app, changed(change)), FaultCode.CLASS_BUSY).facts["who"] == "7А"


async def test_other_weeks_are_other_times(app: App) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Нагрузка"].append(["7А", "Алгебра", "доп.", "001", 1])
        sheets["Расписание"].append(["7А", "чт", 1, "Алгебра", "доп.", "201", "нечёт", None, None])

    report = await look(app, changed(change))

    assert not report.faults


async def test_groups_at_one_time_with_a_common_pupil_are_said(app: App) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Нагрузка"].append(["7А", "История", "1", "001", 1])
        sheets["Группы"].append(["7А", "История", "1", "А-2"])
        sheets["Расписание"].append(["7А", "пт", 3, "История", "1", "203", None, None, None])

    report = await look(app, changed(change))

    assert warned(report, FaultCode.PUPILS_BUSY).row == 11
    assert not report.faults


async def test_bells_that_overlap_a_little_are_only_said(app: App) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Звонки"].append([1, 2, "09:10", "09:45", "1", None, None, None])
        sheets["Расписание"][1][2] = 2
        sheets["Нагрузка"].append(["7Б", "История", None, "003", 1])
        sheets["Расписание"].append(["7Б", "вт", 1, "История", None, "303", None, None, None])

    report = await look(app, changed(change))

    assert warned(report, FaultCode.SHORT_OVERLAP).facts["other_lesson"] == 2
    assert not report.faults


async def test_a_load_without_a_lesson_is_said(app: App) -> None:
    report = await load(app, changed(lambda s: s["Нагрузка"].append(["1А", "Алгебра", None, "003", 1])))

    assert report.applied
    assert warned(report, FaultCode.LOAD_WITHOUT_LESSON).row == 7


async def test_a_group_without_pupils_is_said(app: App) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Группы"] = [r for r in sheets["Группы"] if r[2] != "девочки"]

    report = await load(app, changed(change))

    assert warned(report, FaultCode.GROUP_WITHOUT_PUPILS).facts["group"] == "девочки"


@pytest.mark.parametrize(("hours", "said"), [("33", False), ("34", True), ("32,5", True)])
async def test_a_plan_of_grade_1_has_33_weeks(app: App, hours: str, said: bool) -> None:
    def change(sheets: Sheets) -> None:
        sheets["КТП"][1][6] = hours

    report = await look(app, changed(change))

    assert [w.code for w in report.warnings] == ([FaultCode.PLAN_HOURS] if said else [])


async def test_a_plan_of_grade_7_has_34_weeks(app: App) -> None:
    def change(sheets: Sheets) -> None:
        sheets["КТП"].append(["7А", None, "Алгебра", None, 1, "Числа", 40, None, None])
        sheets["КТП"].append(["7А", None, "Алгебра", None, 2, "Дроби", 28, None, None])

    assert not (await look(app, changed(change))).warnings


async def test_a_plan_nobody_teaches_by_is_said(app: App) -> None:
    report = await look(app, changed(lambda s: s["КТП"].append([None, 9, "Алгебра", None, 1, "Числа", 1, None, None])))
    assert warned(report, FaultCode.PLAN_WITHOUT_LOAD).row == 3


async def test_a_dismissed_leader_is_said(app: App) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Сотрудники"][2][9] = "01.10.2026"

    report = await look(app, changed(change))

    assert {w.sheet for w in report.warnings if w.code == FaultCode.STAFF_DISMISSED} == {"Классы", "Нагрузка"}


async def test_a_joint_lesson_is_no_conflict(app: App) -> None:
    assert not (await look(app, small())).warnings


async def test_a_conflict_with_what_the_journal_holds_already_is_found(app: App) -> None:
    await load(app)
    sheets = small()
    later: Sheets = {"Нагрузка": sheets["Нагрузка"][:1], "Расписание": sheets["Расписание"][:1]}
    later["Нагрузка"].append(["1А", "Алгебра", None, "001", 1])
    later["Расписание"].append(["1А", "пн", 1, "Алгебра", None, "101", None, None, None])

    fault = found(await load(app, later), FaultCode.TEACHER_BUSY)

    assert (fault.row, fault.facts["other"]) == (2, 0)
