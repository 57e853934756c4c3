"""The empty school workbook: every sheet of the format with hints, lists and one example row."""

import io
from typing import Any

import xlsxwriter

from core.workbook import cells
from core.workbook.columns import SCHOOL_TITLE, SHEETS
from core.workbook.school_sheet import PARAMETERS
from core.workbook.spec import Column
from locales import Translator

ROWS = 2000
WIDTH = 18
HELPED = {"class_keys", "teacher", "leader", "roles", "grades", "group", "parity", "hours"}
EXAMPLES: dict[str, tuple[str, ...]] = {
    "Звонки": ("1", "1", "08:30", "09:15", "2-11", "", "", ""),
    "Периоды": ("1 четверть", "четверть", "1-9", "01.09.2026", "23.10.2026"),
    "Каникулы": ("Осенние каникулы", "24.10.2026", "01.11.2026", ""),
    "Сотрудники": (
        "001",
        "Петрова",
        "Анна",
        "Ивановна",
        "Учитель математики",
        "учитель",
        "+79000000001",
        "petrova@example.org",
        "26.08.2019",
        "",
    ),
    "Классы": ("7Б", "7", "1", "001", "205"),
    "Ученики": ("Б-0001", "Соловьёв", "Артём", "Ильич", "14.03.2013", "м", "7Б", "", ""),
    "Родители": ("Б-0001", "Соловьёва", "Мария", "Павловна", "мать", "+79000000002", "mother@example.org"),
    "Предметы": ("Алгебра", "Алг."),
    "Нагрузка": ("7Б", "Алгебра", "1", "001", "3"),
    "Группы": ("7Б", "Алгебра", "1", "Б-0001"),
    "Расписание": ("7Б", "пн", "1", "Алгебра", "1", "205", "", "", ""),
    "КТП": ("7Б", "", "Алгебра", "", "1", "Рациональные числа", "1", "урок", "§ 1, № 3"),
}
"""One row for each sheet, in the order of its columns; together they are a school without faults."""


def workbook_template(t: Translator) -> bytes:
    """The template as .xlsx: frozen headings (required ones darker), comments, drop-down lists, one example row.

    All cells are text: a spreadsheet then keeps leading zeros and does not make dates of `1-4`.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    formats = {
        "text": book.add_format({"num_format": "@"}),
        "required": book.add_format({"bold": True, "bg_color": "#B7D3F2", "border": 1}),
        "optional": book.add_format({"bold": True, "bg_color": "#E8EEF5", "border": 1}),
    }
    _school(book, formats)
    for spec in SHEETS:
        sheet = book.add_worksheet(spec.title)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(spec.columns) - 1, WIDTH, formats["text"])
        for place, column in enumerate(spec.columns):
            sheet.write(0, place, column.title, formats["required" if column.required else "optional"])
            sheet.write_comment(0, place, _help(column, t), {"x_scale": 2, "y_scale": 1.2})
            if column.offered:
                _offer(sheet, place, column)
        sheet.write_row(1, 0, EXAMPLES[spec.title], formats["text"])
    book.close()
    return out.getvalue()


def _school(book: Any, formats: dict[str, Any]) -> None:
    sheet = book.add_worksheet(SCHOOL_TITLE)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 1, 2 * WIDTH, formats["text"])
    sheet.write_row(0, 0, ("Параметр", "Значение"), formats["required"])
    for row, parameter in enumerate(PARAMETERS, 1):
        sheet.write_row(row, 0, (parameter.title, parameter.example), formats["text"])
        if parameter.offered:
            sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": list(parameter.offered)})


def _offer(sheet: Any, place: int, column: Column) -> None:
    """A drop-down list; several words in one cell may still be typed."""
    several = column.field in {"roles", "weekdays"}
    choice = {"validate": "list", "source": list(column.offered), "error_type": "information" if several else "stop"}
    sheet.data_validation(1, place, ROWS, place, choice)


def _help(column: Column, t: Translator) -> str:
    lines = [t.plain("template-required")] if column.required else []
    if column.field in HELPED:
        lines.append(t.plain(f"template-help-{column.field}"))
    if column.read in (cells.day, cells.clock):
        lines.append(t.plain("template-help-dates" if column.read is cells.day else "template-help-clock"))
    if column.offered:
        lines.append(t.plain("template-words", words=", ".join(column.offered)))
    if column.synonyms:
        lines.append(t.plain("template-synonyms", names=", ".join(column.synonyms)))
    return "\n".join(lines) or column.title
