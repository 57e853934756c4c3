"""A page of the class journal as a picture that is readable on a phone (J2 J3)."""

from itertools import groupby
from typing import Any

from core.journal.page import Cell, JournalLesson, JournalLine, JournalPage
from core.terms import AbsenceReason
from documents import printing
from documents.journal_words import (
    cell_text,
    classes_text,
    decimal_text,
    legend,
    month_text,
    span_text,
    weight_text,
)
from locales import Translator

SHARP_PIXELS = 1240
"""A phone's screen is about so many pixels wide: a narrow page is drawn finer, until it fills them."""
PIXELS_A_POINT = (2.0, 2.6)
MARGINS = 18

NARROWEST = 17.0
LETTER = 6.6
NAME_LETTER = 6.9
NAME_SIZE = 13.0
NAME_WIDTHS = (88.0, 140.0)
HEADING = 17.0
NOTE = 9.5


def journal_picture(page: JournalPage, t: Translator) -> bytes:
    """A PNG of the page. Takes 50 to 200 ms: call it in a thread."""
    facts = _facts(page, t)
    coarsest, finest = PIXELS_A_POINT
    fine = min(finest, max(coarsest, SHARP_PIXELS / (facts["width"] + MARGINS)))
    return printing.picture("class_journal", facts, fine)


def _facts(page: JournalPage, t: Translator) -> dict[str, Any]:
    rows = [_row(page, line, t) for line in page.lines]
    columns = [
        _column(page, place, max((len(row["cells"][place][0]) for row in rows), default=0), t)
        for place in range(len(page.lessons))
    ]
    names = _name_width(rows)
    for row in rows:
        row["size"] = round(min(NAME_SIZE, NAME_SIZE * (names - 4) / _name_length(row)), 1)
    return {
        "lang": t.language,
        "title": f"{classes_text(page.head, t)} · {page.head.subject}",
        "subtitle": f"{span_text(page.span, t)} · {page.head.teacher}",
        "pupil-heading": t.plain("journal-column-pupil"),
        "average-headings": [t.plain("journal-column-average"), t.plain("journal-column-weighted")],
        "name-width": names,
        "heading-height": HEADING + NOTE * max((len(column["notes"]) for column in columns), default=0),
        "months": [
            {"name": month_text(first.replace(day=1), t), "columns": len(list(days))}
            for first, days in groupby(lesson.day.replace(day=1) for lesson in page.lessons)
        ],
        "columns": columns,
        "rows": rows,
        "width": 16 + names + sum(column["width"] for column in columns) + 66,
        "legend": legend(page, t),
    }


def _column(page: JournalPage, place: int, longest: int, t: Translator) -> dict[str, Any]:
    lesson = page.lessons[place]
    notes = _notes(page, lesson, t)
    return {
        "day": str(lesson.day.day),
        "notes": notes,
        "cancelled": lesson.cancelled,
        "opens": place > 0 and page.lessons[place - 1].day.month != lesson.day.month,
        "width": max(NARROWEST, 4 + LETTER * longest, 3 + 4.6 * max(map(len, notes), default=0)),
    }


def _notes(page: JournalPage, lesson: JournalLesson, t: Translator) -> list[str]:
    """What stands under the day: the number of one of two lessons, signs, works with their weights."""
    twice = sum(1 for other in page.lessons if other.day == lesson.day) > 1
    notes = [t.plain("journal-lesson-number", number=lesson.lesson_no)] if twice else []
    notes += ["✗"] if lesson.cancelled else ["⇄"] if lesson.substitute else []
    for work in lesson.works:
        if work.told:
            notes += [work.letter] if work.weight == 1 else [work.letter, weight_text(work.weight, t)]
    return notes


def _row(page: JournalPage, line: JournalLine, t: Translator) -> dict[str, Any]:
    return {
        "name": line.short_name,
        "class": line.class_name if page.head.joint else "",
        "cells": [
            [cell_text(cell, t), _sign(cell, lesson)] for cell, lesson in zip(line.cells, page.lessons, strict=True)
        ],
        "average": decimal_text(line.average, t) if line.average is not None else "",
        "weighted": decimal_text(line.weighted, t) if line.weighted is not None else "",
    }


def _sign(cell: Cell, lesson: JournalLesson) -> str:
    """The tint of a cell; every tint goes with a letter, or says that nothing belongs there."""
    if not cell.enrolled or lesson.cancelled:
        return "off"
    if cell.absent:
        return "excused" if cell.reason in (AbsenceReason.ILLNESS, AbsenceReason.EXCUSED) else "away"
    return "late" if cell.late else "mark" if cell.marks else ""


def _name_width(rows: list[dict[str, Any]]) -> float:
    """Points for the longest name, within bounds: what is longer still is written smaller."""
    narrowest, widest = NAME_WIDTHS
    return min(widest, max(narrowest, max(map(_name_length, rows), default=0) + 4))


def _name_length(row: dict[str, Any]) -> float:
    return float(len(row["name"]) * NAME_LETTER + len(row["class"]) * 5)
