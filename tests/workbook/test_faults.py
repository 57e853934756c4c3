"""Every fault points at its cell, all at once, and nothing is written."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from core.app import App
from core.workbook import FaultCode
from documents.fault_words import say_fault
from documents.tables import Cell
from locales import translator
from storage.models import Pupil, School, Staff, StudyYear
from tests.workbook.books import Sheets, changed, found, load, look, small

LEADER = "Классный руководитель"
Place = tuple[str, int, str]


def cell(sheet: str, row: int, column: str, value: Cell) -> Callable[[Sheets], None]:
    """A change of one cell; `row` as the spreadsheet counts."""

    def change(sheets: Sheets) -> None:
        heads = sheets[sheet][0]
        sheets[sheet][row - 1][heads.index(column)] = value

    return change


def row(sheet: str, *values: Cell) -> Callable[[Sheets], None]:
    """One more row at the end."""
    return lambda sheets: sheets[sheet].append(list(values))


CASES: list[tuple[FaultCode, Callable[[Sheets], None], Place]] = [
    (FaultCode.VALUE_MISSING, cell("Ученики", 2, "Фамилия", None), ("Ученики", 2, "Фамилия")),
    (FaultCode.NOT_A_DATE, cell("Ученики", 3, "Дата рождения", "весной"), ("Ученики", 3, "Дата рождения")),
    (FaultCode.NOT_A_TIME, cell("Звонки", 2, "Начало", "утром"), ("Звонки", 2, "Начало")),
    (FaultCode.NOT_A_NUMBER, cell("Нагрузка", 2, "Часов в неделю", "два"), ("Нагрузка", 2, "Часов в неделю")),
    (FaultCode.NOT_WHOLE, cell("КТП", 2, "№", "первый"), ("КТП", 2, "№")),
    (FaultCode.OUT_OF_RANGE, cell("Классы", 2, "Параллель", 13), ("Классы", 2, "Параллель")),
    (FaultCode.TOO_LONG, cell("Классы", 2, "Класс", "1А" * 9), ("Классы", 2, "Класс")),
    (FaultCode.NOT_A_WORD, cell("Расписание", 2, "День", "вторнек"), ("Расписание", 2, "День")),
    (FaultCode.NOT_GRADES, cell("Периоды", 2, "Классы", "9-1"), ("Периоды", 2, "Классы")),
    (FaultCode.NOT_A_ZONE, cell("Школа", 3, "Значение", "Москва"), ("Школа", 3, "Значение")),
    (FaultCode.NOT_A_WORD, row("Школа", "Регламент", "лицей"), ("Школа", 8, "Значение")),
    (FaultCode.NOT_A_YEAR, cell("Школа", 4, "Значение", "2026"), ("Школа", 4, "Значение")),
    (FaultCode.REPEATED_ROW, row("Предметы", "алгебра", None), ("Предметы", 5, "Предмет")),
    (FaultCode.REPEATED_ROW, row("Школа", "Город", "Б") , ("Школа", 9, "Параметр")),
    (FaultCode.REPEATED_ROW, row("Ученики", "a-1", "Я", "Я", None, None, None, "7А"), ("Ученики", 7, "Личное дело")),
    (FaultCode.ENDS_BEFORE_STARTS, cell("Каникулы", 2, "Конец", "01.10.2026"), ("Каникулы", 2, "Конец")),
    (FaultCode.ENDS_BEFORE_STARTS, cell("Звонки", 2, "Конец", "08:00"), ("Звонки", 2, "Конец")),
    (FaultCode.ENDS_BEFORE_STARTS, cell("Школа", 6, "Значение", "01.09.2026"), ("Школа", 6, "Значение")),
    (FaultCode.GRADE_UNKNOWN, row("Классы", "Старшие", None, 1, None, None), ("Классы", 5, "Класс")),
    (FaultCode.CLASS_OR_GRADE, cell("КТП", 2, "Класс", "1А"), ("КТП", 2, "Класс")),
    (FaultCode.UNKNOWN_CLASS, cell("Ученики", 2, "Класс", "1Б"), ("Ученики", 2, "Класс")),
    (FaultCode.UNKNOWN_SUBJECT, cell("Расписание", 2, "Предмет", "Истории"), ("Расписание", 2, "Предмет")),
    (FaultCode.UNKNOWN_STAFF, cell("Нагрузка", 3, "Учитель", "017"), ("Нагрузка", 3, "Учитель")),
    (FaultCode.UNKNOWN_PUPIL, cell("Родители", 2, "Личное дело", "Б-77"), ("Родители", 2, "Личное дело")),
    (FaultCode.LESSON_WITHOUT_LOAD, cell("Расписание", 2, "Предмет", "Алгебра"), ("Расписание", 2, "Предмет")),
    (FaultCode.LESSON_WITHOUT_LOAD, cell("Расписание", 3, "Группа", "1"), ("Расписание", 3, "Группа")),
    (FaultCode.LESSON_WITHOUT_GROUP, cell("Расписание", 7, "Группа", None), ("Расписание", 7, "Группа")),
    (FaultCode.GROUP_WITHOUT_LOAD, cell("Группы", 2, "Группа", "девушки"), ("Группы", 2, "Группа")),
    (FaultCode.LEADER_NOT_ON_STAFF, cell("Классы", 2, LEADER, "009"), ("Классы", 2, LEADER)),
    (FaultCode.PUPIL_OF_OTHER_CLASS, cell("Группы", 2, "Личное дело", "Б-1"), ("Группы", 2, "Личное дело")),
    (FaultCode.PERIODS_OVERLAP, cell("Периоды", 3, "Начало", "20.10.2026"), ("Периоды", 3, "Начало")),
    (FaultCode.PUPIL_IN_TWO_GROUPS, row("Группы", "7А", "Труд", "мальчики", "А-2"), ("Группы", 6, "Личное дело")),
    (FaultCode.CLASS_IN_TWO_LOADS, row("Нагрузка", "7А; 1А", "Алгебра", None, "002", 1), ("Нагрузка", 7, "Класс")),
    (FaultCode.TEACHER_BUSY, cell("Нагрузка", 4, "Учитель", "003"), ("Расписание", 5, "Урок")),
    (FaultCode.LESSON_WITHOUT_BELL, cell("Расписание", 2, "Урок", 7), ("Расписание", 2, "Урок")),
]  # fmt: skip


def _busy(sheets: Sheets) -> None:
    """003 teaches 7Б on Tuesday's first lesson too."""
    sheets["Нагрузка"][3][3] = "003"
    sheets["Расписание"][4][1] = "вт"


def _prepared(code: FaultCode, change: Callable[[Sheets], None]) -> Callable[[Sheets], None]:
    if code == FaultCode.TEACHER_BUSY:
        return _busy
    if code == FaultCode.REPEATED_ROW:

        def twice(sheets: Sheets) -> None:
            sheets["Школа"].append(["Город", "А"])
            change(sheets)

        return twice
    return change


@pytest.mark.parametrize(("code", "change", "place"), CASES, ids=[f"{c[0]}-{n}" for n, c in enumerate(CASES)])
async def test_a_fault_points_at_its_cell(app: App, code: FaultCode, change: Any, place: Place) -> None:
    report = await load(app, changed(_prepared(code, change)))

    fault = found(report, code)
    assert (fault.sheet, fault.row, fault.column) == place
    assert not report.applied


async def test_the_example_of_the_format_is_said_as_written_there(app: App) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Предметы"][1] = ["Алгебра и начала анализа", None]
        sheets["Нагрузка"] = [
            r if r[1] != "Алгебра" else [*r[:1], "Алгебра и начала анализа", *r[2:]] for r in sheets["Нагрузка"]
        ]
        for line in (4, 5):
            sheets["Расписание"][line - 1][3] = "Алгебра и начала анализа"
        sheets["Расписание"] = [r for n, r in enumerate(sheets["Расписание"]) if n in (0, 2)]

    report = await look(app, changed(change))

    assert [say_fault(f, translator("ru")) for f in report.faults] == [
        "Расписание, строка 2, «Предмет»: «Алгебра» нет на листе «Предметы»; похоже на «Алгебра и начала анализа»"
    ]


async def test_a_regulation_misspelt_is_answered_with_those_there_are(app: App) -> None:
    report = await look(app, changed(row("Школа", "Регламент", "lic67")))

    [fault] = report.faults
    assert say_fault(fault, translator("ru")) == (
        "Школа, строка 8, «Значение»: «lic67» не подходит. Можно: default, kam, lic68, proz, rso, s324;"
        " похоже на «lic68»"
    )


@pytest.mark.parametrize("told", ["lic68", "LIC 68", "lic68.toml"])
async def test_a_regulation_is_known_by_its_name_or_its_file(app: App, told: str) -> None:
    await load(app, changed(row("Школа", "Регламент", told)))

    async with app.work() as work:
        assert work.regulation(work.today).name == "lic68"


async def test_all_faults_of_all_sheets_come_at_once_in_the_order_of_the_file(app: App) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Ученики"][1][4] = "когда-то"
        sheets["Ученики"][1][5] = "?"
        sheets["КТП"][1][4] = "нет"
        sheets["Звонки"][1][2] = "рано"

    report = await look(app, changed(change))

    assert [(f.sheet, f.row, f.column) for f in report.faults] == [
        ("Звонки", 2, "Начало"),
        ("Ученики", 2, "Дата рождения"),
        ("Ученики", 2, "Пол"),
        ("КТП", 2, "№"),
    ]


async def test_a_faulty_pupil_s_guardians_and_groups_are_not_blamed(app: App) -> None:
    report = await look(app, changed(cell("Ученики", 5, "Класс", "9Щ")))

    assert [f.code for f in report.faults] == [FaultCode.UNKNOWN_CLASS]


async def test_a_faulty_class_s_pupils_are_not_blamed(app: App) -> None:
    def change(sheets: Sheets) -> None:
        sheets["Классы"].append(["Спорт", None, 1, None, None])
        sheets["Ученики"].append(["С-1", "Ёлкин", "Лев", None, None, None, "Спорт", None, None])

    report = await look(app, changed(change))

    assert [f.code for f in report.faults] == [FaultCode.GRADE_UNKNOWN]


async def test_a_fault_in_the_last_sheet_leaves_nothing_half_imported(app: App) -> None:
    report = await load(app, changed(cell("КТП", 2, "Тема", None)))

    assert len(report.faults) == 1
    async with app.work() as work:
        for model in (StudyYear, Staff, Pupil):
            assert await work.session.scalar(select(func.count()).select_from(model)) == 0
        assert (await work.session.scalar(select(School.name))) == ""


async def test_the_last_administrator_is_not_lost(app: App) -> None:
    with_one = small()
    with_one["Сотрудники"].append(["004", "Главный", "Лев", None, None, "администратор"])
    await load(app, with_one)
    with_one["Сотрудники"][-1][5] = "учитель"

    report = await load(app, with_one)

    assert [f.code for f in report.faults] == [FaultCode.NO_ADMINISTRATOR]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_kind_of_fault_has_its_words(language: str) -> None:
    from core.workbook import Fault
    from core.workbook.faults import FactValue

    every: dict[str, FactValue] = {
        "first": 3,
        "count": 2,
        "kept": "+79001112233",
        "low": 1,
        "high": 2,
        "limit": 5,
        "limit_mb": 20,
        "sheets": "А",
        "columns": "Б",
        "words": "в",
    }
    every |= {"who": "К", "day": "пн", "lesson": 1, "other": 4, "other_class": "7А", "other_subject": "И"}
    every |= {"other_lesson": 2, "days": 3, "hours": "1", "expected": "2", "place": "7А", "subject": "И", "group": "1"}
    every |= {"class_name": "7А", "starts": "1", "ends": "2", "on": "3"}
    for code in FaultCode:
        text = say_fault(Fault(code, "Лист", 2, "Столбец", 1, every), translator(language))
        assert "Лист" in text
