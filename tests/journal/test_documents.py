"""A journal page on paper and on a phone: sizes, signs, and what a spreadsheet says."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from core.journal.page import Cell, JournalLesson, JournalLine, JournalPage, PageHead, Span, WorkHeld
from core.journal.reading import span_of_month
from core.terms import AbsenceReason, MarkValue
from documents.class_journal import journal_picture
from documents.class_journal_sheet import journal_sheet, sheet_name
from documents.journal_words import cell_text, legend
from locales import translator
from sandbox.files import PHOTO_LIMIT, picture_size

RU = translator("ru")
CONTROL = WorkHeld(4, "К", "Контрольная работа", Decimal("1.50"), written=True)
FIRST = JournalLesson(1, date(2026, 11, 9), 2, True, False, True, "", "Тема", "№ 5", (CONTROL,))
ILL = Cell(enrolled=True, absent=True, reason=AbsenceReason.ILLNESS)


def page(*cells: Cell, lessons: int = 1, pupils: int = 1, name: str = "Иванов Пётр") -> JournalPage:
    """A page whose every pupil has these cells, over and over."""
    columns = tuple(replace(FIRST, id=n, day=FIRST.day + timedelta(days=n)) for n in range(lessons))
    row = tuple(cells[n % len(cells)] for n in range(lessons))
    lines = tuple(JournalLine(n, name, name, "7Б", row, Decimal("4.00"), Decimal("3.50")) for n in range(pupils))
    head = PageHead(1, "Алгебра", "", ("7Б",), (1,), "Белова А. И.", "2026/2027", (), ())
    return JournalPage(head, span_of_month(FIRST.day), columns, lines)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (Cell(enrolled=True), ""),
        (Cell(enrolled=True, absent=True), "н"),
        (ILL, "б"),
        (Cell(enrolled=True, absent=True, reason=AbsenceReason.EXCUSED, marks=(MarkValue.FOUR,)), "у4"),
        (Cell(enrolled=True, late=True), "оп"),
        (Cell(enrolled=True, marks=(MarkValue.FIVE, MarkValue.FOUR)), "5/4"),
        (Cell(enrolled=True, marks=(MarkValue.NOT_ASSESSED,)), "н/а"),
        (Cell(enrolled=True, marks=(MarkValue.DOT,)), "•"),
    ],
)
def test_a_cell_says_what_a_teacher_knows(cell: Cell, said: str) -> None:
    assert cell_text(cell, RU) == said


def test_the_legend_explains_the_signs_of_this_very_page() -> None:
    assert legend(page(ILL), RU) == ["б — болел", "К — Контрольная работа, вес 1,5"]


@pytest.mark.parametrize(("lessons", "pupils"), [(1, 1), (9, 12), (22, 36), (40, 36), (70, 36)])
def test_a_picture_is_sharp_on_a_phone_and_a_photo_for_telegram(lessons: int, pupils: int) -> None:
    picture = journal_picture(page(ILL, Cell(enrolled=False), lessons=lessons, pupils=pupils), RU)

    size = picture_size(picture)
    assert size is not None
    assert size[0] > 450
    assert sum(size) < 10_000
    assert max(size) < 20 * min(size)
    assert len(picture) < PHOTO_LIMIT


@pytest.mark.parametrize("name", ["Константинопольский-Задунайский Максимилиан", '#panic("x") *[a](b)* $1 <b>&'])
def test_whatever_a_name_holds_is_drawn_as_text(name: str) -> None:
    assert journal_picture(page(ILL, name=name), RU).startswith(b"\x89PNG")


def test_an_empty_list_and_an_english_page_are_drawn_too() -> None:
    assert journal_picture(page(ILL, pupils=0), translator("en")).startswith(b"\x89PNG")


def test_the_spreadsheet_s_codes_are_those_of_paper_copies() -> None:
    cells = (ILL, Cell(enrolled=True, late=True, marks=(MarkValue.FIVE,)), Cell(enrolled=True))
    book = openpyxl.load_workbook(BytesIO(journal_sheet(page(*cells, lessons=3), RU)))

    marks = book["Отметки"]
    assert [cell.value for cell in marks[4]][1:] == ["Иванов Пётр", "н", 5, None, 4, 3.5]
    assert (marks.freeze_panes, marks.page_setup.orientation, marks.page_setup.paperSize) == ("C4", "landscape", 9)


def test_the_right_page_holds_date_topic_homework_and_what_was_unusual() -> None:
    changed = page(ILL, lessons=2)
    first, second = changed.lessons
    changed = replace(changed, lessons=(replace(first, cancelled=True), replace(second, substitute="Иванова А. А.")))
    topics = openpyxl.load_workbook(BytesIO(journal_sheet(changed, RU)))["Темы и задания"]

    rows = [[cell.value for cell in row][1:] for row in topics.iter_rows(min_row=4)]
    assert rows == [
        [2, "Тема", "№ 5", "К (1,5)", "урок отменён"],
        [2, "Тема", "№ 5", "К (1,5)", "замена: Иванова А. А."],
    ]


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    book = openpyxl.load_workbook(BytesIO(journal_sheet(page(ILL, name="=1+1"), RU)))
    assert book["Отметки"]["B4"].data_type == "s"


def test_a_file_s_name_holds_nothing_that_file_systems_refuse() -> None:
    odd = page(ILL)
    odd = replace(odd, head=replace(odd.head, subject='И/З:"О"'), span=Span(FIRST.day, FIRST.day, name="1 четверть"))
    assert sheet_name(odd, RU) == "7Б И-З--О- 1 четверть.xlsx"
