"""The sheet of acknowledgements of an announcement: PDF with a line a reader, to print and to sign (C2)."""

from typing import Any

from core.announcements.outcome import ReaderLine, SheetFacts, SheetPart
from core.terms import Acknowledgement
from documents import printing
from documents.file_names import file_name
from locales import Translator


def acknowledgements_pdf(sheet: SheetFacts, t: Translator) -> bytes:
    """A4 pages, the readers by class; whoever has not answered in the bot may sign. Call it in a thread."""
    return printing.paper("acknowledgements", _facts(sheet, t))


def acknowledgements_name(sheet: SheetFacts, t: Translator) -> str:
    """Лист ознакомления 23.11.2026.pdf, without signs that file systems refuse."""
    said = t.plain("ack-file", day=f"{sheet.published_at:%d.%m.%Y}", number=str(sheet.id))
    return file_name(said, "pdf")


def _facts(sheet: SheetFacts, t: Translator) -> dict[str, Any]:
    author = ", ".join(part for part in (sheet.author, sheet.position) if part)
    at = sheet.published_at
    return {
        "lang": t.language,
        "school": sheet.school,
        "title": t.plain("ack-title"),
        "subtitle": t.plain("ack-subtitle", author=author, of=sheet.of, moment=at, year=str(at.year)),
        "body": sheet.body or t.plain("ack-files-only"),
        "summary": _summary(sheet, t),
        "headings": [t.plain(f"ack-column-{name}") for name in ("number", "pupil", "reader", "state", "signature")],
        "parts": [_part(part, t) for part in sheet.parts],
        "footer": t.plain("ack-footer", moment=sheet.at, year=str(sheet.at.year)),
    }


def _summary(sheet: SheetFacts, t: Translator) -> list[str]:
    count = sheet.count
    lines = [
        t.plain("ack-count", people=count.people, read=count.read, silent=count.silent),
        t.plain("ack-count-away", away=count.not_connected, unreachable=count.unreachable),
    ]
    if sum(len(part.lines) for part in sheet.parts) > count.people:
        lines.append(t.plain("ack-several"))
    if sheet.answers:
        of_children = sheet.acknowledgement is Acknowledgement.CHOICE
        said = "; ".join(
            t.plain("ack-answer", answer=one.answer, people=one.people, children=one.children if of_children else 0)
            for one in sheet.answers
        )
        lines.append(t.plain("ack-answers", answers=said))
    if sheet.acknowledgement is Acknowledgement.NUMBER:
        lines.append(t.plain("ack-total", total=sheet.total))
    return lines


def _part(part: SheetPart, t: Translator) -> dict[str, Any]:
    name = t.plain("ack-class", name=part.name) if part.name else t.plain("ack-staff")
    return {"name": name, "lines": [_line(line, t) for line in part.lines]}


def _line(line: ReaderLine, t: Translator) -> dict[str, str]:
    """A guardian beside the child; a pupil stands in the child's column, a colleague in the reader's."""
    reader = ", ".join(said for said in (line.name, line.what) if said)
    alone = bool(line.class_name) and not line.child
    return {
        "first": line.name if alone else line.child,
        "second": t.plain("ack-pupil") if alone else reader,
        "state": _state(line, t),
    }


def _state(line: ReaderLine, t: Translator) -> str:
    if line.read_at is None:
        return t.plain(f"ack-{line.state.replace('_', '-')}")
    said = t.plain("ack-read", moment=line.read_at)
    return f"{said}: {line.answer}" if line.answer is not None else said
