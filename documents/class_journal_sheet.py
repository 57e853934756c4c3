"""A page of the class journal as a spreadsheet: the spread of the paper journal, marks left and topics right.

Codes are those of paper copies (field.md 2.6): any absence is н, lateness is not told.
"""

import io
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from core.journal.page import JournalLesson, JournalLine, JournalPage, WorkHeld
from documents.file_names import file_name
from documents.journal_words import classes_text, paper_text, span_text, weight_text
from locales import Translator

A4 = 9
HEADINGS = 3
"""Rows above the pupils: the title, the teacher, the dates."""
DATE, DAY = "dd.mm", "dd.mm.yyyy"


@dataclass(frozen=True)
class Formats:
    """The looks of cells, made once a book."""

    title: Any
    soft: Any
    heading: Any
    date: Any
    day: Any
    name: Any
    mark: Any
    off: Any
    average: Any
    words: Any


def journal_sheet(page: JournalPage, t: Translator) -> bytes:
    """An .xlsx for A4 landscape. Takes some 20 ms: call it in a thread."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    looks = _formats(book)
    _marks(book.add_worksheet(t.plain("journal-sheet-marks")), page, looks, t)
    _topics(book.add_worksheet(t.plain("journal-sheet-topics")), page, looks, t)
    book.close()
    return out.getvalue()


def sheet_name(page: JournalPage, t: Translator) -> str:
    """7Б Алгебра октябрь 2026.xlsx, without signs that file systems refuse."""
    name = t.plain(
        "journal-file-name",
        classes=classes_text(page.head, t),
        subject=page.head.subject,
        span=span_text(page.span, t),
    )
    return file_name(name, "xlsx")


def _formats(book: Any) -> Formats:
    box = {"border": 1, "valign": "vcenter"}
    middle = {**box, "align": "center"}
    head = {**middle, "bold": True, "bg_color": "#EEF3F9", "text_wrap": True}
    return Formats(
        title=book.add_format({"bold": True, "font_size": 13}),
        soft=book.add_format({"font_color": "#5B6675"}),
        heading=book.add_format(head),
        date=book.add_format({**head, "num_format": DATE, "rotation": 90}),
        day=book.add_format({**middle, "num_format": DAY, "valign": "top"}),
        name=book.add_format(box),
        mark=book.add_format(middle),
        off=book.add_format({**middle, "bg_color": "#D9DDE2"}),
        average=book.add_format({**middle, "num_format": "0.00"}),
        words=book.add_format({**box, "text_wrap": True, "valign": "top"}),
    )


def _titled(sheet: Any, page: JournalPage, looks: Formats, t: Translator) -> None:
    head = page.head
    facts = {"classes": classes_text(head, t), "subject": head.subject, "span": span_text(page.span, t)}
    sheet.write_string(0, 0, t.plain("journal-sheet-heading", **facts), looks.title)
    sheet.write_string(1, 0, t.plain("journal-sheet-teacher", teacher=head.teacher, year=head.year), looks.soft)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, HEADINGS - 1)
    sheet.set_footer("&C&P / &N")


def _marks(sheet: Any, page: JournalPage, looks: Formats, t: Translator) -> None:
    _titled(sheet, page, looks, t)
    names = ["№", t.plain("journal-column-pupil")]
    if page.head.joint:
        names.append(t.plain("journal-column-class"))
    first, last = len(names), len(names) + len(page.lessons)
    sheet.set_row(HEADINGS - 1, 42)
    for column, words in enumerate(names):
        sheet.write_string(HEADINGS - 1, column, words, looks.heading)
    for column, lesson in enumerate(page.lessons, first):
        sheet.write_datetime(HEADINGS - 1, column, lesson.day, looks.date)
    for column, words in enumerate(("journal-column-average-long", "journal-column-weighted-long"), last):
        sheet.write_string(HEADINGS - 1, column, t.plain(words), looks.heading)
    for place, line in enumerate(page.lines):
        _line(sheet, page, place, line, first, looks, t)
    sheet.set_column(0, 0, 4)
    sheet.set_column(1, 1, 26)
    sheet.set_column(2, last - 1, 4.3)
    if page.head.joint:
        sheet.set_column(2, 2, 7)
    sheet.set_column(last, last + 1, 11)
    sheet.freeze_panes(HEADINGS, first)
    sheet.repeat_columns(0, first - 1)


def _line(
    sheet: Any, page: JournalPage, place: int, line: JournalLine, first: int, looks: Formats, t: Translator
) -> None:
    row = HEADINGS + place
    sheet.write_number(row, 0, place + 1, looks.mark)
    sheet.write_string(row, 1, line.name, looks.name)
    if page.head.joint:
        sheet.write_string(row, 2, line.class_name, looks.mark)
    for column, (cell, lesson) in enumerate(zip(line.cells, page.lessons, strict=True), first):
        words = paper_text(cell, t)
        look = looks.off if lesson.cancelled or not cell.enrolled else looks.mark
        if words.isdigit():
            sheet.write_number(row, column, int(words), look)
        elif not words:
            sheet.write_blank(row, column, None, look)
        else:
            sheet.write_string(row, column, words, look)
    for column, value in enumerate((line.average, line.weighted), first + len(page.lessons)):
        if value is None:
            sheet.write_blank(row, column, None, looks.average)
        else:
            sheet.write_number(row, column, float(value), looks.average)


TOPIC_COLUMNS = (
    ("date", 12),
    ("lesson", 7),
    ("topic", 56),
    ("homework", 44),
    ("works", 16),
    ("note", 26),
)


def _topics(sheet: Any, page: JournalPage, looks: Formats, t: Translator) -> None:
    _titled(sheet, page, looks, t)
    for column, (name, width) in enumerate(TOPIC_COLUMNS):
        sheet.write_string(HEADINGS - 1, column, t.plain(f"journal-column-{name}"), looks.heading)
        sheet.set_column(column, column, width)
    for row, lesson in enumerate(page.lessons, HEADINGS):
        sheet.write_datetime(row, 0, lesson.day, looks.day)
        sheet.write_number(row, 1, lesson.lesson_no, looks.mark)
        texts = (lesson.topic, lesson.homework, ", ".join(_work(work, t) for work in lesson.works), _note(lesson, t))
        for column, words in enumerate(texts, 2):
            sheet.write_string(row, column, words, looks.words)
    sheet.freeze_panes(HEADINGS, 0)


def _work(work: WorkHeld, t: Translator) -> str:
    return work.letter if work.weight == 1 else f"{work.letter} ({weight_text(work.weight, t)})"


def _note(lesson: JournalLesson, t: Translator) -> str:
    if lesson.cancelled:
        return t.plain("journal-note-cancelled")
    return t.plain("journal-note-substitute", teacher=lesson.substitute) if lesson.substitute else ""
