"""Information letters for parents on paper: two to an A4 sheet, to be cut apart and glued into the paper diary (C4).

Columns as NetSchool prints them (field.md 1.2 item 2): how many of each mark, the average, the mark for the period.
"""

from collections.abc import Sequence
from typing import Any

from core.letters.facts import Letter, LetterHead, LetterSubject
from documents import printing
from documents.file_names import file_name
from documents.journal_words import decimal_text, mark_text
from locales import Translator
from locales.letters import absences_line, remarks_line

MARKS = (5, 4, 3, 2, 1)
ROOM = 118.0
"""Millimetres of a letter for its table and its remarks."""
ROWS = (3.9, 6.0)
REMARK = 7.4
MOST_REMARKS = 4
REMARK_CHARS = 150
SCHOOL_CHARS, SUBJECT_CHARS = 120, 60


def letters_pdf(head: LetterHead, letters: Sequence[Letter], t: Translator) -> bytes:
    """A4 landscape, two letters a page. Takes about 20 ms a page: call it in a thread."""
    return printing.paper("guardian_letter", _facts(head, letters, t))


def letters_name(head: LetterHead, t: Translator) -> str:
    """Письма 7Б 2 четверть.pdf, without signs that file systems refuse."""
    said = t.plain("letters-file", period=span_name(head, t), **{"class": head.class_name})
    return file_name(said, "pdf")


def letter_name(head: LetterHead, letter: Letter, t: Translator) -> str:
    """Письмо Иванов Пётр 2 четверть.pdf."""
    name = f"{letter.pupil.surname} {letter.pupil.given_name}"
    return file_name(t.plain("letter-file", name=name[:60], period=span_name(head, t)), "pdf")


def span_name(head: LetterHead, t: Translator) -> str:
    """2 четверть, or 2026/2027 учебный год where there are no periods."""
    return head.span.name or t.plain("letters-year", year=head.year)


def _facts(head: LetterHead, letters: Sequence[Letter], t: Translator) -> dict[str, Any]:
    period = span_name(head, t)
    return {
        "lang": t.language,
        "title": t.plain("letter-pdf-title"),
        "school": _clip(head.school, SCHOOL_CHARS),
        "period": t.plain("letter-pdf-period", period=period, year=head.year) if head.span.name else period,
        "day": t.plain("letter-pdf-day", day=head.last, year=str(head.last.year)),
        "none": t.plain("letter-pdf-unmarked" if head.unmarked else "letter-pdf-no-subjects"),
        "signatures": [
            t.plain("letter-pdf-leader", name=head.leader) if head.leader else t.plain("letter-pdf-leader-nobody"),
            t.plain("letter-pdf-guardian"),
        ],
        "letters": [_letter(head, letter, t) for letter in letters],
    }


def _letter(head: LetterHead, letter: Letter, t: Translator) -> dict[str, Any]:
    name = f"{letter.pupil.surname} {letter.pupil.given_name}"
    gone = letter.absences
    remarks = letter.remarks[:MOST_REMARKS]
    rows = len(letter.subjects) + 2
    height = (ROOM - REMARK * len(remarks)) / rows
    # One that a grade hardly ever sees has a column only where it stands.
    marks = MARKS if letter.total.counts[-1] else MARKS[:-1]
    return {
        "pupil": t.plain("letter-pdf-pupil", name=name, **{"class": head.class_name}),
        "columns": [t.plain("letter-pdf-subject"), *map(str, marks), *_headings(t)],
        "rows": [_row(subject, len(marks), t) for subject in letter.subjects],
        "total": _total(letter, len(marks), t),
        "height": round(min(ROWS[1], max(ROWS[0], height)), 2),
        "absences": absences_line((gone.illness, gone.excused, gone.unexcused, gone.unknown), gone.late, t),
        "remarks-count": remarks_line((remark.tone.value for remark in letter.remarks), t),
        "remarks": [
            _clip(t.plain("letter-remark", day=r.day, subject=r.subject, body=" ".join(r.body.split())), REMARK_CHARS)
            for r in remarks
        ],
    }


def _headings(t: Translator) -> list[str]:
    return [t.plain("letter-pdf-average"), t.plain("letter-pdf-final")]


def _row(subject: LetterSubject, marks: int, t: Translator) -> dict[str, Any]:
    return {
        "subject": _clip(subject.name, SUBJECT_CHARS),
        "note": t.plain("letter-pdf-owed", count=subject.owed) if subject.owed else "",
        "cells": [*_counts(subject, marks), _average(subject, t), mark_text(subject.final, t) if subject.final else ""],
    }


def _total(letter: Letter, marks: int, t: Translator) -> list[str]:
    total = letter.total
    average, finals = (decimal_text(n, t) if n is not None else "" for n in (total.average, letter.finals))
    return [t.plain("letter-pdf-total"), *_counts(total, marks), average, finals]


def _counts(subject: LetterSubject, marks: int) -> list[str]:
    return [str(count) if count else "" for count in subject.counts[:marks]]


def _average(subject: LetterSubject, t: Translator) -> str:
    """The average; of a subject graded by зачёт how many of each there are."""
    if subject.average is not None:
        return decimal_text(subject.average, t)
    said = {"passed": subject.passed, "failed": subject.failed}
    return ", ".join(t.plain(f"letter-pdf-{name}", count=count) for name, count in said.items() if count)


def _clip(words: str, limit: int) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
