"""The diary of a study period for printing: a week is a spread of the paper diary, then the summary (field.md 5)."""

from collections.abc import Iterable, Sequence
from typing import Any

from core.diary.day import DiaryDay
from core.diary.day_rows import DiaryLesson
from core.diary.marks_period import SubjectMarks
from core.diary.paper import DiaryPaper
from core.homework.family import ChildTask
from core.terms import MarkValue, Presence
from documents import printing
from documents.file_names import file_name
from documents.journal_words import decimal_text, mark_text
from locales import Translator

SPREAD = 169.0
"""Millimetres of a page between its heading and its signatures."""
DAY_HEADING = 6.2
ROWS = (4.4, 9.6)
NOTES_HEADING, NOTE = 5.0, 3.1
TEXT_LINE, PADDING = 2.9, 0.6
LINE_CHARS = 52
"""Letters of homework that a line of its column surely holds."""
NOTE_CHARS = 320
NOTE_LINE_CHARS = 190
MOST_NOTES = 10
LEFT_DAYS = 3
SUBJECT_CHARS = 60
SCHOOL_CHARS, PUPIL_CHARS = 110, 48


def diary_pdf(paper: DiaryPaper, t: Translator) -> bytes:
    """A4 landscape, a page a week. Takes about 0.1 s a page: call it in a thread."""
    return printing.paper("diary", _facts(paper, t))


def diary_name(paper: DiaryPaper, t: Translator) -> str:
    """Дневник Иванов Пётр 2 четверть 2026-2027.pdf, without signs that file systems refuse."""
    name = f"{paper.child.surname} {paper.child.given_name}"
    said = t.plain("print-file", name=name[:60], period=paper.period.name, year=paper.year.name)
    return file_name(said, "pdf")


def _facts(paper: DiaryPaper, t: Translator) -> dict[str, Any]:
    child = paper.child
    return {
        "lang": t.language,
        "heading": t.plain("print-heading"),
        "school": _clip(paper.school, SCHOOL_CHARS),
        "pupil": _clip(f"{child.surname} {child.given_name}", PUPIL_CHARS),
        "class": t.plain("print-class", **{"class": paper.year.class_name}),
        "period": t.plain("print-period", period=paper.period.name, year=paper.year.name),
        "columns": [t.plain(f"print-{name}") for name in ("subject", "homework", "mark")],
        "signatures": [t.plain("print-sign-leader"), t.plain("print-sign-parents")],
        "weeks": [_week(days, t) for days in paper.weeks],
        "summary": _summary(paper, t),
    }


def _week(days: Sequence[DiaryDay], t: Translator) -> dict[str, Any]:
    """Two columns of days; the rows are as high as the fuller column lets them be."""
    notes = _notes(days, t)
    sides = [[d for d in days if d.day.isoweekday() <= LEFT_DAYS], [d for d in days if d.day.isoweekday() > LEFT_DAYS]]
    sides = [[d for d in side if d.day.isoweekday() <= d.days_in_week or d.lessons or d.tasks] for side in sides]
    shown = [day for side in sides for day in side]
    height = _row_height(sides, notes)
    lines = max(1, int((height - PADDING) / TEXT_LINE))
    return {
        "title": t.plain("print-week", first=shown[0].day, last=shown[-1].day),
        "row": height,
        "sides": [[_day(day, lines, t) for day in side] for side in sides],
        "notes-heading": t.plain("print-notes"),
        "notes": notes,
    }


def _row_height(sides: Sequence[Sequence[DiaryDay]], notes: Sequence[str]) -> float:
    """Millimetres, so that the fuller column and the notes stay on the page."""
    below = NOTES_HEADING + sum(NOTE * (1 + len(note) // NOTE_LINE_CHARS) for note in notes) if notes else 0
    columns = [(len(side), sum(max(1, len(day.lessons) + len(day.tasks)) for day in side)) for side in sides]
    fits = min((SPREAD - below - DAY_HEADING * days) / rows for days, rows in columns if rows)
    low, high = ROWS
    return round(min(high, max(low, fits)), 2)


def _day(day: DiaryDay, lines: int, t: Translator) -> dict[str, Any]:
    rows = [_row(lesson, lines, t) for lesson in day.lessons] + [_loose(task, lines, t) for task in day.tasks]
    title = t.plain("print-day", day=day.day)
    return {"title": title[:1].upper() + title[1:], "rows": rows, "free": "" if rows else _free(day, t)}


def _free(day: DiaryDay, t: Translator) -> str:
    return day.holiday or t.plain("print-no-lessons")


def _row(lesson: DiaryLesson, lines: int, t: Translator) -> dict[str, Any]:
    signs = {Presence.ABSENT: "print-absent", Presence.LATE: "print-late"}
    sign = t.plain(signs[lesson.presence]) if lesson.presence in signs else ""
    marks = ", ".join(mark_text(mark.value, t) for mark in lesson.marks)
    homework = (
        t.plain("print-cancelled") if lesson.cancelled else _homework(lesson.tasks, lines, t, before=_works(lesson))
    )
    return {
        "no": str(lesson.lesson_no),
        "subject": _clip(lesson.subject, SUBJECT_CHARS),
        "homework": homework,
        "mark": " ".join(part for part in (sign, marks) if part),
        "off": lesson.cancelled,
    }


def _works(lesson: DiaryLesson) -> str:
    return ", ".join(work.name for work in lesson.works if work.control)


def _homework(tasks: Iterable[ChildTask], lines: int, t: Translator, *, before: str = "") -> str:
    """All homework due at a lesson in as many lines as there are; files are only counted."""
    said = [before] if before else []
    for child in tasks:
        files = len(child.task.files)
        body = " ".join(child.task.body.split())
        counted = t.plain("print-files", count=files) if files else ""
        said.append(f"{body} ({counted})" if body and counted else body or counted)
    return _clip("; ".join(part for part in said if part), LINE_CHARS * lines)


def _loose(task: ChildTask, lines: int, t: Translator) -> dict[str, Any]:
    """Homework for the day that belongs to no lesson of it."""
    homework = _homework([task], lines, t)
    return {"no": "", "subject": _clip(task.subject, SUBJECT_CHARS), "homework": homework, "mark": "", "off": False}


def _notes(days: Sequence[DiaryDay], t: Translator) -> list[str]:
    """Remarks to the child and the class, and what teachers wrote to a mark."""
    found = []
    for day in days:
        for lesson in day.lessons:
            where = {"day": day.day, "subject": lesson.subject}
            for remark in lesson.remarks:
                key = "print-remark" if remark.personal else "print-remark-class"
                found.append(t.plain(key, **where, body=_flat(remark.body)))
            for mark in lesson.marks:
                if mark.comment:
                    said = {"mark": mark_text(mark.value, t), "body": _flat(mark.comment)}
                    found.append(t.plain("print-comment", **where, **said))
    left = len(found) - MOST_NOTES
    return [*found[:MOST_NOTES], t.plain("print-notes-more", count=left)] if left > 0 else found


def _summary(paper: DiaryPaper, t: Translator) -> dict[str, Any]:
    columns = ("subject", "marks", "average", "final", "final-year")
    return {
        "title": t.plain("print-summary", period=paper.period.name),
        "columns": [t.plain(f"print-{name}") for name in columns],
        "none": t.plain("print-unmarked" if paper.marks.span.unmarked else "print-no-subjects"),
        "subjects": [] if paper.marks.span.unmarked else [_subject(subject, t) for subject in paper.marks.subjects],
        "attendance-heading": t.plain("print-attendance"),
        "attendance": _attendance(paper, t),
        "signatures": [
            t.plain("print-leader", name=paper.leader) if paper.leader else t.plain("print-leader-nobody"),
            t.plain("print-parents"),
        ],
        "legend": t.plain("print-legend", day=paper.marks.span.today, year=str(paper.marks.span.today.year)),
    }


def _subject(subject: SubjectMarks, t: Translator) -> list[str]:
    standing = subject.standing
    return [
        standing.subject,
        " ".join(mark_text(value, t) for value, _ in standing.marks),
        decimal_text(standing.average, t) if standing.average is not None else "",
        _final(subject.final, t),
        _final(subject.final_of_year, t),
    ]


def _final(value: MarkValue | None, t: Translator) -> str:
    return mark_text(value, t) if value else ""


def _attendance(paper: DiaryPaper, t: Translator) -> list[tuple[str, str]]:
    found = paper.attendance
    reasons = found.reasons
    missed = len(found.missed)
    known = {name: reasons[name] for name in ("illness", "excused")}
    counts = {
        "held": found.held,
        "missed": missed,
        "missed-illness": known["illness"],
        "missed-excused": known["excused"],
        "missed-other": missed - sum(known.values()),
        "full-days": found.full_days,
        "lates": len(found.late),
    }
    return [(t.plain(f"print-{name}"), str(count)) for name, count in counts.items()]


def _flat(words: str) -> str:
    return _clip(" ".join(words.split()), NOTE_CHARS)


def _clip(words: str, limit: int) -> str:
    """Whole words as far as they fit; one endless word is cut."""
    if len(words) <= limit:
        return words
    whole = words[:limit].rpartition(" ")[0].rstrip(" ,;:(")
    return f"{whole if len(whole) > limit // 2 else words[: limit - 1]}…"
