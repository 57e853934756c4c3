"""Writing plain tables into a workbook."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

import xlsxwriter

Cell = str | int | float | Decimal | date | time | None
Table = tuple[Sequence[str], Iterable[Sequence[Cell]]]
"""Headings and rows."""


def workbook(sheets: Mapping[str, Table]) -> bytes:
    """An .xlsx with these sheets; dates and times as spreadsheets store them."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    bold = book.add_format({"bold": True})
    formats = {date: book.add_format({"num_format": "dd.mm.yyyy"}), time: book.add_format({"num_format": "hh:mm"})}
    for title, (headings, rows) in sheets.items():
        sheet = book.add_worksheet(title)
        sheet.write_row(0, 0, headings, bold)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(headings) - 1, 16)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                _write(sheet, number, column, value, formats)
    book.close()
    return out.getvalue()


def _write(sheet: Any, row: int, column: int, value: Cell, formats: dict[type, Any]) -> None:
    if isinstance(value, date | time):
        sheet.write_datetime(row, column, value, formats[type(value)])
    elif isinstance(value, Decimal):
        sheet.write_number(row, column, float(value))
    elif value not in (None, ""):
        sheet.write(row, column, value)
