"""Tables as teachers send them: .xlsx, .xls, .ods or .csv, told by their contents, not by their names (field.md, 4)."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from python_calamine import CalamineWorkbook, PasswordError

from core.rules.folding import title_key
from core.workbook.cells import as_text
from core.workbook.container import COMPOUND, DAMAGED, ENCRYPTED, MB, ZIP, RawSheet, open_workbook
from core.workbook.faults import BadCell, FaultCode

LIMIT_MB = 5
UNPACKED_LIMIT_MB = 60
CELLS_LIMIT = 500_000
OPEN_DOCUMENT = "content.xml"
SEPARATORS = (";", ",", "\t")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.DOTALL)
ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
ODS_TIMES = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')


def open_table(content: bytes, known: Iterable[str]) -> list[RawSheet]:
    """Every sheet with its cells; a CSV is one sheet, its separator the one under which most `known` titles appear.

    Raises BadCell with a code of the whole file.
    """
    if len(content) > LIMIT_MB * MB:
        raise BadCell(FaultCode.TOO_LARGE, limit_mb=LIMIT_MB)
    if content.startswith(COMPOUND):
        return _old_kind(content)
    if not content.startswith(ZIP):
        return [RawSheet("", _csv(content, frozenset(known)))]
    try:
        return open_workbook(content, lambda _done, _total: None)
    except BadCell as bad:
        if bad.code is not FaultCode.OLD_FORMAT:
            raise
    _check_open_document(content)
    return _calamine(content)


def _old_kind(content: bytes) -> list[RawSheet]:
    if ENCRYPTED in content:
        raise BadCell(FaultCode.PASSWORD_PROTECTED)
    return _calamine(content)


def _calamine(content: bytes) -> list[RawSheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        if sum(sheet.total_height * sheet.total_width for sheet in sheets) > CELLS_LIMIT:
            raise BadCell(FaultCode.TOO_MANY_ROWS, limit=CELLS_LIMIT)
        return [RawSheet(sheet.name, sheet.to_python(skip_empty_area=False)) for sheet in sheets]
    except PasswordError as error:
        raise BadCell(FaultCode.PASSWORD_PROTECTED) from error
    except DAMAGED as error:
        raise BadCell(FaultCode.NOT_A_WORKBOOK) from error


def _check_open_document(content: bytes) -> None:
    """A few bytes can say «a million times this cell»: such a file is refused before anything is laid out."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        if OPEN_DOCUMENT not in archive.namelist():
            raise BadCell(FaultCode.NOT_A_WORKBOOK)
        if archive.getinfo(OPEN_DOCUMENT).file_size > UNPACKED_LIMIT_MB * MB:
            raise BadCell(FaultCode.UNPACKS_TOO_LARGE, limit_mb=UNPACKED_LIMIT_MB)
        xml = archive.read(OPEN_DOCUMENT)
    except DAMAGED as error:
        raise BadCell(FaultCode.NOT_A_WORKBOOK) from error
    filled = 0
    for row in ODS_ROW.finditer(xml):
        cells = [hit[1] for hit in ODS_CELL.finditer(row[2])]
        widest = [_times(cell) for cell in cells]
        if any(b"value-type" in cell for cell in cells):
            last = max(n for n, cell in enumerate(cells) if b"value-type" in cell)
            filled += _times(row[1]) * sum(widest[: last + 1])
    if filled > CELLS_LIMIT:
        raise BadCell(FaultCode.TOO_MANY_ROWS, limit=CELLS_LIMIT)


def _times(attributes: bytes) -> int:
    hit = ODS_TIMES.search(attributes)
    return int(hit[1]) if hit else 1


def _csv(content: bytes, known: frozenset[str]) -> list[list[Any]]:
    text = _decoded(content)
    tables = [_rows(text, separator) for separator in SEPARATORS]
    return max(tables, key=lambda rows: (_titles(rows, known), max(map(len, rows), default=0)))


def _decoded(content: bytes) -> str:
    """UTF-8, with a mark or without, else what a Russian Excel writes (Windows-1251)."""
    encodings = ("utf-16",) if content.startswith(UTF_16) else ("utf-8-sig", "cp1251")
    if encodings[0] != "utf-16" and b"\x00" in content:
        raise BadCell(FaultCode.NOT_A_WORKBOOK)
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadCell(FaultCode.NOT_A_WORKBOOK)


def _rows(text: str, separator: str) -> list[list[Any]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise BadCell(FaultCode.NOT_A_WORKBOOK) from error


def _titles(rows: list[list[Any]], known: frozenset[str]) -> int:
    return max((len({title_key(as_text(v)) for v in row} & known) for row in rows[:40]), default=0)
