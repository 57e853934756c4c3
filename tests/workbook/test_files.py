"""What is not a workbook is told so, plainly."""

import io
import random
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from core.app import App
from core.workbook import FaultCode
from tests.workbook.books import load, only, written

CFB = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 512


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", FaultCode.NOT_A_WORKBOOK),
        (b"%PDF-1.7 something", FaultCode.NOT_A_WORKBOOK),
        (b"PK\x03\x04 broken", FaultCode.NOT_A_WORKBOOK),
        (archive(word__document_xml=b"<x/>"), FaultCode.NOT_A_WORKBOOK),
        (archive(xl__workbook_xml=b"<not a workbook"), FaultCode.NOT_A_WORKBOOK),
        (archive(content_xml=b"<x/>"), FaultCode.OLD_FORMAT),
        ("Класс;День;Урок\n7Б;пн;1\n".encode("cp1251"), FaultCode.CSV_GIVEN),
        ("\ufeffКласс,День\n7Б,пн\n".encode(), FaultCode.CSV_GIVEN),
        (CFB, FaultCode.OLD_FORMAT),
        (CFB + "EncryptedPackage".encode("utf-16-le"), FaultCode.PASSWORD_PROTECTED),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
async def test_a_file_that_is_no_workbook_is_refused(app: App, content: bytes, code: FaultCode) -> None:
    report = await load(app, content)

    assert [f.code for f in report.faults] == [code]
    assert not report.applied


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: b"PK\x03\x04" + b"\x00" * (20 * 1024 * 1024), FaultCode.TOO_LARGE),
        (lambda: archive(xl__workbook_xml=b"\x00" * (201 * 1024 * 1024)), FaultCode.UNPACKS_TOO_LARGE),
    ],
    ids=["as it is", "unpacked"],
)
async def test_a_file_that_is_too_large_is_refused(app: App, make: Callable[[], bytes], code: FaultCode) -> None:
    report = await load(app, make())

    assert [f.code for f in report.faults] == [code]
    assert not report.applied


@pytest.mark.parametrize("seed", range(8))
async def test_a_workbook_damaged_on_the_way_is_told_so(app: App, seed: int) -> None:
    chance, content = random.Random(seed), bytearray(written(only("Предметы")))  # noqa: S311 - a repeatable dent
    start = content.find(b"xl/worksheets/") + 60
    content[start : start + 60] = chance.randbytes(60)

    report = await load(app, bytes(content))

    assert [f.code for f in report.faults] == [FaultCode.NOT_A_WORKBOOK]


async def test_a_part_larger_than_the_archive_says_is_not_unpacked(app: App) -> None:
    content = archive(xl__workbook_xml=b"<workbook/>", xl__sharedStrings_xml=b"\x00" * 1_000_000)
    lying = content.replace((1_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))

    report = await load(app, lying)

    assert [f.code for f in report.faults] == [FaultCode.NOT_A_WORKBOOK]


async def test_two_cells_at_far_corners_do_not_fill_the_memory(app: App) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Ученики")
    sheet.write(0, 0, "Класс")
    sheet.write(1_048_575, 16_383, "!")
    book.close()

    report = await load(app, out.getvalue())

    assert [f.code for f in report.faults] == [FaultCode.TOO_MANY_ROWS]


async def test_a_workbook_without_a_known_sheet_is_refused(app: App) -> None:
    report = await load(app, {"Лист1": [["Раз", "Два"], [1, 2]]})
    assert [f.code for f in report.faults] == [FaultCode.NO_KNOWN_SHEET]


async def test_a_school_without_a_study_year_is_refused(app: App) -> None:
    report = await load(app, only("Предметы"))
    assert [f.code for f in report.faults] == [FaultCode.NO_YEAR]


async def test_a_sheet_of_an_unknown_name_is_passed_over_with_a_word(app: App) -> None:
    report = await load(app, {**only("Школа"), "Ученки": [["Личное дело", "Фамилия"], ["1", "Иванов"]]})

    assert report.applied
    assert [(w.code, w.sheet, w.suggestion) for w in report.warnings] == [
        (FaultCode.UNKNOWN_SHEET, "Ученки", "Ученики")
    ]


async def test_sheets_may_come_with_their_usual_other_names(app: App) -> None:
    sheets = only("Школа", "Предметы")
    sheets["Учебные предметы "] = sheets.pop("Предметы")

    report = await load(app, written(sheets))

    assert report.applied
    assert {s.sheet for s in report.changes.sheets} >= {"Учебные предметы "}
