"""From bytes to sheets of raw cells, refusing what is not an ordinary .xlsx workbook."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from core.workbook.faults import BadCell, FaultCode

MB = 1024 * 1024
LIMIT_MB = 20
UNPACKED_LIMIT_MB = 200
ROWS_LIMIT = 100_000
BOX_LIMIT = 5_000_000
"""Cells of the rectangle that a sheet's filled cells span: it is laid out whole in memory."""
FILLED = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<(?:\w+:)?(?:v|is|f)\b')
ZIP = b"PK\x03\x04"
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MAIN_PART = "xl/workbook.xml"
# What the libraries raise over bytes lost or changed on the way, parts behind a password, exotic packing.
DAMAGED = (CalamineError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)

Cells = list[list[Any]]


@dataclass(frozen=True)
class RawSheet:
    """A sheet as stored: `cells[0]` is row 1 of the spreadsheet."""

    title: str
    cells: Cells


def open_workbook(content: bytes, reached: Callable[[int, int], None]) -> list[RawSheet]:
    """All visible cells by sheet. Raises BadCell with a code of the whole file.

    The unpacked size is read from the archive's directory before anything is unpacked.
    """
    _check_kind(content)
    try:
        _check_unpacked(content)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
        sheets = []
        for done, name in enumerate(names, 1):
            sheets.append(_sheet(book, name))
            reached(done, len(names))
    except PasswordError as error:
        raise BadCell(FaultCode.PASSWORD_PROTECTED) from error
    except DAMAGED as error:
        raise BadCell(FaultCode.NOT_A_WORKBOOK) from error
    return sheets


def _sheet(book: CalamineWorkbook, name: str) -> RawSheet:
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height > ROWS_LIMIT:
        raise BadCell(FaultCode.TOO_MANY_ROWS, limit=ROWS_LIMIT)
    return RawSheet(name, sheet.to_python(skip_empty_area=False))


def _check_kind(content: bytes) -> None:
    if len(content) > LIMIT_MB * MB:
        raise BadCell(FaultCode.TOO_LARGE, limit_mb=LIMIT_MB)
    if content.startswith(COMPOUND):
        raise BadCell(FaultCode.PASSWORD_PROTECTED if ENCRYPTED in content else FaultCode.OLD_FORMAT)
    if not content.startswith(ZIP):
        raise BadCell(FaultCode.CSV_GIVEN if _looks_like_csv(content) else FaultCode.NOT_A_WORKBOOK)


def _check_unpacked(content: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(content))
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > UNPACKED_LIMIT_MB * MB:
        raise BadCell(FaultCode.UNPACKS_TOO_LARGE, limit_mb=UNPACKED_LIMIT_MB)
    if MAIN_PART not in {part.filename for part in parts}:
        spreadsheet = any(part.filename in {"content.xml", "xl/workbook.bin"} for part in parts)
        raise BadCell(FaultCode.OLD_FORMAT if spreadsheet else FaultCode.NOT_A_WORKBOOK)
    if archive.testzip() is not None:
        # A directory that names smaller sizes than the parts unpack to would get past the sum above.
        raise BadCell(FaultCode.NOT_A_WORKBOOK)
    for part in parts:
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            _check_box(archive.read(part))


def _check_box(xml: bytes) -> None:
    """A sheet of two cells at its far corners would fill the memory."""
    filled = [(hit[1], int(hit[2])) for hit in FILLED.finditer(xml)]
    widest = max((_column(letters) for letters in {f[0] for f in filled}), default=0)
    if widest * max((f[1] for f in filled), default=0) > BOX_LIMIT:
        raise BadCell(FaultCode.TOO_MANY_ROWS, limit=ROWS_LIMIT)


def _column(letters: bytes) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _looks_like_csv(content: bytes) -> bool:
    """Text whose first line has a separator; spreadsheets export Russian text as UTF-8 or Windows-1251."""
    head = content[:4096]
    first_line = head.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    return b"\x00" not in head and any(separator in first_line for separator in (b";", b",", b"\t"))
