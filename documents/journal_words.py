"""What stands in a cell of the class journal, and what a page and its days are called (field.md 2.6)."""

from datetime import date
from decimal import Decimal

from core.journal.page import Cell, JournalPage, PageHead, Span, WorkHeld
from core.rules.averages import POINTS
from core.terms import AbsenceReason, MarkValue
from locales import Translator


def mark_text(value: MarkValue, t: Translator) -> str:
    """5, 4 …, зч, н/а, осв, a dot."""
    return value.value if value in POINTS else t.plain(f"journal-mark-{value.value}")


def code_text(cell: Cell, t: Translator) -> str:
    """н, б, у, оп, or nothing for a pupil who was there."""
    if cell.absent:
        return t.plain(f"journal-code-{cell.reason.value if cell.reason else 'absent'}")
    return t.plain("journal-code-late") if cell.late else ""


def cell_text(cell: Cell, t: Translator) -> str:
    """The code, then the marks: н4, 5/4."""
    return code_text(cell, t) + "/".join(mark_text(value, t) for value in cell.marks)


def paper_text(cell: Cell, t: Translator) -> str:
    """As paper copies have it: every absence is н, lateness is not told."""
    code = t.plain("journal-code-absent") if cell.absent else ""
    return code + "/".join(mark_text(value, t) for value in cell.marks)


def classes_text(head: PageHead, t: Translator) -> str:
    """7Б, or 7А, 7Б, группа 1."""
    names = ", ".join(head.classes)
    return t.plain("journal-group", classes=names, group=head.group) if head.group else names


def span_text(span: Span, t: Translator) -> str:
    """октябрь 2026, or 1 четверть."""
    if span.month is None:
        return span.name
    return t.plain("journal-month", month=month_text(span.month, t), year=str(span.month.year))


def month_text(month: date, t: Translator) -> str:
    """октябрь."""
    return t.plain(f"journal-month-{month.month}")


def decimal_text(value: Decimal, t: Translator) -> str:
    """4,25: with the language's own sign, zeros as they are."""
    return f"{value:f}".replace(".", ",") if t.language == "ru" else f"{value:f}"


def weight_text(weight: Decimal, t: Translator) -> str:
    """1,5 or 2: no zeros at the end."""
    return decimal_text(weight.normalize(), t)


def work_text(work: WorkHeld, t: Translator) -> str:
    """К — Контрольная работа, вес 1,5."""
    if work.weight == 1:
        return t.plain("journal-legend-work", letter=work.letter, name=work.name)
    return t.plain("journal-legend-weight", letter=work.letter, name=work.name, weight=weight_text(work.weight, t))


def legend(page: JournalPage, t: Translator) -> list[str]:
    """What the signs on this very page mean."""
    cells = [cell for line in page.lines for cell in line.cells]
    reasons = {cell.reason for cell in cells if cell.absent}
    marks = {value for cell in cells for value in cell.marks}
    known = {
        "absent": not reasons.isdisjoint({None, AbsenceReason.UNEXCUSED}),
        "illness": AbsenceReason.ILLNESS in reasons,
        "excused": AbsenceReason.EXCUSED in reasons,
        "late": any(cell.late for cell in cells),
        **{value.value: value in marks for value in MarkValue if value not in POINTS},
        "cancelled": any(lesson.cancelled for lesson in page.lessons),
        "substitute": any(lesson.substitute for lesson in page.lessons),
    }
    codes = [t.plain(f"journal-legend-{name}") for name, seen in known.items() if seen]
    return codes + [work_text(work, t) for work in page.works]
