"""A small school as a workbook that tests change: three classes, a joint group, alternating weeks."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from datetime import date, time

from core.app import App
from core.workbook import Fault, FaultCode, ImportReport, check_workbook, import_workbook
from documents.tables import Cell, workbook

Sheets = dict[str, list[list[Cell]]]
"""Title -> rows, the first one the headings."""

SMALL: Sheets = {
    "Школа": [
        ["Параметр", "Значение"],
        ["Название", "Школа № 5"],
        ["Часовой пояс", "Europe/Moscow"],
        ["Учебный год", "2026/2027"],
        ["Начало года", date(2026, 9, 1)],
        ["Конец года", date(2027, 5, 26)],
        ["Учебных дней в неделе", 5],
    ],
    "Звонки": [
        ["Смена", "Урок", "Начало", "Конец", "Классы", "День", "С", "По"],
        [1, 1, time(8, 30), time(9, 15), None, None, None, None],
        [1, 2, time(9, 25), time(10, 10), None, None, None, None],
        [1, 3, "10:30", "11:15", None, None, None, None],
        [1, 4, "11:35", "12:20", None, None, None, None],
    ],
    "Периоды": [
        ["Период", "Вид", "Классы", "Начало", "Конец"],
        ["1 четверть", "четверть", "1-9", "01.09.2026", "23.10.2026"],
        ["2 четверть", "четверть", "1-9", "02.11.2026", "30.12.2026"],
        ["3 четверть", "четверть", "1-9", "11.01.2027", "26.03.2027"],
        ["4 четверть", "четверть", "1-9", "05.04.2027", "26.05.2027"],
    ],
    "Каникулы": [
        ["Название", "Начало", "Конец", "Классы"],
        ["Осенние", "24.10.2026", "01.11.2026", None],
        ["День народного единства", "04.11.2026", "04.11.2026", None],
        ["Дополнительные", "15.02.2027", "21.02.2027", "1"],
    ],
    "Сотрудники": [
        [
            "Табельный номер",
            "Фамилия",
            "Имя",
            "Отчество",
            "Должность",
            "Роли",
            "Телефон",
            "Эл. почта",
            "Принят",
            "Уволен",
        ],
        ["001", "Петрова", "Анна", "Ивановна", "Учитель", "учитель", "89000000001", None, "26.08.2019", None],
        ["002", "Сидоров", "Олег", "Ильич", "Учитель", "учитель", None, None, None, None],
        ["003", "Фёдорова", "Алёна", None, "Завуч", "завуч; учитель", None, None, None, None],
    ],
    "Классы": [
        ["Класс", "Параллель", "Смена", "Классный руководитель", "Кабинет"],
        ["1А", 1, 1, "003", "101"],
        ["7А", 7, 1, "001", "201"],
        ["7Б", 7, 1, "002", "202"],
    ],
    "Ученики": [
        ["Личное дело", "Фамилия", "Имя", "Отчество", "Дата рождения", "Пол", "Класс", "Зачислен", "Выбыл"],
        ["А-1", "Абрамов", "Глеб", "Ильич", "14.03.2019", "м", "1А", None, None],
        ["А-2", "Белова", "Ева", None, "14.05.2013", "ж", "7А", None, None],
        ["А-3", "Власов", "Семён", "Ильич", "14.06.2013", "м", "7А", None, None],
        ["Б-1", "Громова", "Яна", "Олеговна", "14.07.2013", "ж", "7Б", None, None],
        ["Б-2", "Дёмин", "Пётр", "Олегович", "14.08.2013", "м", "7Б", None, None],
    ],
    "Родители": [
        ["Личное дело", "Фамилия", "Имя", "Отчество", "Степень родства", "Телефон", "Эл. почта"],
        ["Б-1", "Громова", "Мария", "Павловна", "мать", "+79000000010", "mother@example.org"],
        ["А-1", "Абрамова", "Инна", None, "мать", "+79000000011", None],
    ],
    "Предметы": [["Предмет", "Сокращение"], ["Алгебра", "Алг."], ["История", None], ["Труд (технология)", "Труд"]],
    "Нагрузка": [
        ["Класс", "Предмет", "Группа", "Учитель", "Часов в неделю"],
        ["1А", "История", None, "003", 1],
        ["7А", "Алгебра", None, "001", 2],
        ["7Б", "Алгебра", None, "001", "1,5"],
        ["7А; 7Б", "Труд", "мальчики", "002", 1],
        ["7А; 7Б", "Труд", "девочки", "003", 1],
    ],
    "Группы": [
        ["Класс", "Предмет", "Группа", "Личное дело"],
        ["7А", "Труд", "девочки", "А-2"],
        ["7А", "Труд", "мальчики", "А-3"],
        ["7Б", "Труд", "девочки", "Б-1"],
        ["7Б", "Труд", "мальчики", "Б-2"],
    ],
    "Расписание": [
        ["Класс", "День", "Урок", "Предмет", "Группа", "Кабинет", "Неделя", "С", "По"],
        ["1А", "вт", 1, "История", None, "101", None, None, None],
        ["7А", "пн", 1, "Алгебра", None, "201", None, None, None],
        ["7А", "пн", 2, "Алгебра", None, "201", None, None, None],
        ["7Б", "ср", 1, "Алгебра", None, "201", None, None, None],
        ["7Б", "чт", 1, "Алгебра", None, "201", "чёт", None, None],
        ["7А", "пт", 3, "Труд", "мальчики", "Мастерская", None, None, None],
        ["7Б", "пт", 3, "Труд", "мальчики", "Мастерская", None, None, None],
        ["7А", "пт", 3, "Труд", "девочки", "103", None, None, None],
        ["7Б", "пт", 3, "Труд", "девочки", "103", None, None, None],
    ],
    "КТП": [
        ["Класс", "Параллель", "Предмет", "Группа", "№", "Тема", "Часов", "Вид урока", "Домашнее задание"],
        [None, 1, "История", None, 1, "Мой город", "33 ч.", "урок", None],
    ],
}


def small() -> Sheets:
    """A copy to change."""
    return deepcopy(SMALL)


def only(*titles: str) -> Sheets:
    """Some sheets of the small school."""
    return {title: rows for title, rows in small().items() if title in titles}


def written(sheets: Sheets) -> bytes:
    """The workbook's bytes."""
    return workbook({title: (_headings(rows), rows[1:]) for title, rows in sheets.items()})


def _headings(rows: list[list[Cell]]) -> Sequence[str]:
    return [str(h) for h in rows[0]]


def changed(change: Callable[[Sheets], object]) -> bytes:
    """The small school after a change, written."""
    sheets = small()
    change(sheets)
    return written(sheets)


async def load(app: App, sheets: Sheets | bytes | None = None) -> ImportReport:
    """Import as the system."""
    content = sheets if isinstance(sheets, bytes) else written(sheets or small())
    async with app.work() as work:
        return await import_workbook(work, content, "school.xlsx")


async def look(app: App, sheets: Sheets | bytes | None = None) -> ImportReport:
    """Only check, as the system."""
    content = sheets if isinstance(sheets, bytes) else written(sheets or small())
    async with app.work() as work:
        return await check_workbook(work, content, "school.xlsx")


def found(report: ImportReport, code: FaultCode) -> Fault:
    """The only fault of a code."""
    [fault] = [f for f in report.faults if f.code == code]
    return fault


def warned(report: ImportReport, code: FaultCode) -> Fault:
    """The only warning of a code."""
    [fault] = [f for f in report.warnings if f.code == code]
    return fault
