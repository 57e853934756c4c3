"""Course plans as teachers send them: any table, headings anywhere, hours as people write them (field.md, 4)."""

import io
import zipfile
from collections.abc import Sequence
from decimal import Decimal

import pytest

from core.plans.files import PlanFile, read_plan_file
from core.terms import LessonKind
from core.workbook.faults import FaultCode
from documents.tables import Cell, workbook

ROWS: list[list[Cell]] = [
    ["№ п/п", "Тема урока", "Кол-во часов", "Домашнее задание"],
    [1, "Выражения", "2 ч.", "п. 1"],
    [2, "Степень", "", ""],
]

MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)


def csv(rows: Sequence[Sequence[Cell]], separator: str = ",", encoding: str = "utf-8") -> bytes:
    return "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows).encode(encoding)


def read(content: bytes) -> PlanFile:
    return read_plan_file(content, "plan.csv")


def topics(file: PlanFile) -> list[str]:
    return [line.topic for line in file.lines]


def codes(file: PlanFile) -> list[FaultCode]:
    return [fault.code for fault in file.faults]


def open_document(rows: Sequence[Sequence[Cell]], extra: str = "") -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"{extra}><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="КТП">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", xml)
    return packed.getvalue()


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1251", "utf-16"])
def test_a_csv_of_any_encoding_and_separator(separator: str, encoding: str) -> None:
    file = read(csv(ROWS, separator, encoding))

    assert (topics(file), file.hours, codes(file)) == (["Выражения", "Степень"], Decimal(3), [])


def test_a_workbook() -> None:
    assert topics(read(workbook({"КТП": ([str(c) for c in ROWS[0]], ROWS[1:])}))) == ["Выражения", "Степень"]


def test_an_open_document() -> None:
    assert topics(read(open_document(ROWS))) == ["Выражения", "Степень"]


def test_an_open_document_that_repeats_a_cell_a_million_times_is_refused() -> None:
    assert codes(read(open_document(ROWS, ' table:number-columns-repeated="100000000"'))) == [FaultCode.TOO_MANY_ROWS]


def test_titles_above_the_headings_and_totals_below_are_no_lessons() -> None:
    rows: list[list[Cell]] = [
        ["Рабочая программа по алгебре", "", "", ""],
        ["", "", "", ""],
        *ROWS,
        ["", "Раздел 2. Функции", "", ""],
        [3, "Функция", "1", ""],
        ["", "Итого", "4", ""],
    ]

    file = read(csv(rows))

    assert (topics(file), file.passed) == (["Выражения", "Степень", "Функция"], 2)
    assert file.title == "Рабочая программа по алгебре"


def test_a_second_row_of_headings_is_passed_over() -> None:
    rows: list[list[Cell]] = [
        ["№", "Тема урока", "Количество часов", ""],
        ["", "", "Всего", "Контрольные"],
        [1, "Степень", "1", ""],
    ]

    file = read(csv(rows))

    assert (topics(file), codes(file)) == (["Степень"], [])


def test_sections_with_hours_are_lines_of_many_hours() -> None:
    file = read(csv([["Раздел", "Тема", "Количество часов"], ["Функции", "Функции", "3"], ["Ряды", "Пределы", "0,5"]]))

    assert [(line.topic, line.hours) for line in file.lines] == [("Функции", 3), ("Пределы", Decimal("0.5"))]
    assert [line.topic for line in file.split()] == [
        "Функции (1 из 3)",
        "Функции (2 из 3)",
        "Функции (3 из 3)",
        "Пределы",
    ]


def test_a_file_of_sections_only_takes_them_for_topics() -> None:
    assert topics(read(csv([["Раздел", "Часов"], ["Функции", "3"]]))) == ["Функции"]


def test_the_kind_comes_from_its_column_or_from_how_the_topic_begins() -> None:
    rows = [
        ["Тема", "Тип урока"],
        ["Контрольная работа № 1", ""],
        ["Опыт", "Лабораторная работа"],
        ["Степень", "Урок открытия нового знания"],
        ["Разбор контрольной", ""],
    ]

    kinds = [line.kind for line in read(csv(rows)).lines]

    assert kinds == [LessonKind.CONTROL, LessonKind.LABORATORY, None, None]


def test_faults_name_row_and_column() -> None:
    file = read(csv([ROWS[0], [1, "Степень", "два", ""], [2, "а" * 1001, "1", ""], [3, "Корень", "0", ""]]))

    assert [(f.row, f.column, f.code) for f in file.faults] == [
        (2, "Кол-во часов", FaultCode.NOT_A_NUMBER),
        (3, "Тема урока", FaultCode.TOO_LONG),
        (4, "Кол-во часов", FaultCode.OUT_OF_RANGE),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", FaultCode.NO_HEADER),
        (b"\x00\x01\x02", FaultCode.NOT_A_WORKBOOK),
        (b"PK\x03\x04broken", FaultCode.NOT_A_WORKBOOK),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 600, FaultCode.NOT_A_WORKBOOK),
        ("Фамилия;Имя\r\nИванов;Пётр".encode(), FaultCode.NO_HEADER),
        (b"x" * (5 * 1024 * 1024 + 1), FaultCode.TOO_LARGE),
        ("Тема;Часов\r\n".encode(), FaultCode.VALUE_MISSING),
    ],
)
def test_what_is_no_plan_is_told_so(content: bytes, code: FaultCode) -> None:
    assert codes(read(content)) == [code]
