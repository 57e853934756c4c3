"""The person's own workbook with its faulty cells coloured and commented."""

import io
from collections import defaultdict
from collections.abc import Iterable

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from core.workbook import Fault
from documents.fault_words import say_what
from locales import Translator

RED = PatternFill("solid", fgColor="FFF4B6B6")
YELLOW = PatternFill("solid", fgColor="FFFFF0B3")
MARKABLE_BYTES = 5_000_000
"""openpyxl takes half a minute and hundreds of megabytes for larger ones; the text tells enough."""
MARKED_AT_MOST = 2000
COMMENT_CHARS = 1000
AUTHOR = "Звонок"


def mark_faults(content: bytes, faults: Iterable[Fault], warnings: Iterable[Fault], t: Translator) -> bytes:
    """The workbook back: faults red, warnings yellow, a comment on each says what is wrong; opens at the first.

    Takes seconds for a large workbook: call it in a thread. Needs a workbook that could be read (a fault of the
    whole file has no cell to mark).
    """
    book = load_workbook(io.BytesIO(content))
    for fill, kind in ((YELLOW, list(warnings)), (RED, list(faults))):
        told: dict[tuple[str, int, int], list[str]] = defaultdict(list)
        for fault in kind[:MARKED_AT_MOST]:
            if fault.sheet in book.sheetnames:
                told[(fault.sheet, fault.row or 1, (fault.cell or 0) + 1)].append(say_what(fault, t))
        for (title, row, column), texts in told.items():
            _mark(book, title, (row, column), texts, fill)
    first = next((f.sheet for f in faults if f.sheet in book.sheetnames), None)
    if first is not None:
        book.active = book.sheetnames.index(first)
    return _saved(book)


def _mark(book: Workbook, title: str, place: tuple[int, int], texts: list[str], fill: PatternFill) -> None:
    sheet = book[title]
    if not isinstance(sheet, Worksheet):
        return
    cell = sheet.cell(*place)
    if not isinstance(cell, Cell):  # inside a merged range: its first cell shows for all
        cell = _first_of_merged(sheet, place)
    cell.fill = fill
    kept = [cell.comment.text] if cell.comment is not None else []
    comment = Comment("\n".join([*texts, *kept])[:COMMENT_CHARS], AUTHOR, width=360, height=120)
    cell.comment = comment


def _first_of_merged(sheet: Worksheet, place: tuple[int, int]) -> Cell:
    merged = next(r for r in sheet.merged_cells.ranges if (place[0], place[1]) in set(r.cells))
    first = sheet.cell(merged.min_row, merged.min_col)
    if not isinstance(first, Cell):
        raise TypeError("the first cell of a merged range is an ordinary one")
    return first


def _saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
