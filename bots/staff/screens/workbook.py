"""Screens of the school workbook."""

from collections.abc import Sequence

from bots.shared.lines import clip
from bots.staff.screens.home import home_button
from core.actions.workbook import DropWorkbook, LoadWorkbook, OpenWorkbook, SendTemplate
from core.workbook import Changed, Changes, ImportReport, Lessons, SheetChanges, Stage
from core.workbook.desk import Confirmed, Received
from core.workbook.faults import Fault
from documents.fault_words import say_fault
from locales import Button, Screen, Translator

FAULTS_SHOWN = 10
WARNINGS_SHOWN = 6
NAMES_SHOWN = 5
PEOPLE_SHOWN = 30
LINE_CHARS = 260
TEXT_CHARS = 3900


def about(t: Translator) -> Screen:
    """What to send, and the template."""
    rows = [[Button(t.plain("workbook-template"), SendTemplate().pack())], [home_button(t)]]
    return Screen(f"{t('workbook-title')}\n\n{t('workbook-about')}", rows)


def progress(stage: Stage, done: int, total: int, t: Translator) -> Screen:
    """One line while the work goes on."""
    return Screen(t(f"workbook-stage-{stage}", done=done, total=total))


def template_caption(t: Translator) -> Screen:
    return Screen(t("workbook-template-caption"))


def faults_caption(t: Translator) -> Screen:
    return Screen(t("workbook-faults-caption"))


def received(result: Received, t: Translator) -> Screen:
    """The summary of what would change, with the button; or the faults; or that there is nothing to do."""
    if result.report.faults:
        return faulty(result.report, t)
    if result.file is None:
        return _screen([t("workbook-nothing"), *_notes(result.report, t)], _over(t))
    lines = [t("workbook-will-change"), *_changes(result.report.changes, t), *_notes(result.report, t)]
    load = Button(t.plain("workbook-confirm"), LoadWorkbook(result.file, result.seen).pack(), style="primary")
    drop = Button(t.plain("workbook-cancel"), DropWorkbook(result.file).pack())
    return _screen(lines, [[load], [drop]])


def confirmed(result: Confirmed, t: Translator) -> Screen:
    """What was loaded; or the fresh summary when the journal changed meanwhile."""
    shown = received(result.received, t)
    if result.stale:
        return shown.under(t("workbook-changed-since"))
    if result.received.report.faults or result.received.report.changes.empty:
        return shown
    return _screen([t("workbook-changed"), *_changes(result.received.report.changes, t)], _over(t))


def faulty(report: ImportReport, t: Translator) -> Screen:
    """The first faults, one a line."""
    count = len(report.faults)
    lines = [t("workbook-faulty", count=count), "", *_lines(report.faults[:FAULTS_SHOWN], t)]
    if count > FAULTS_SHOWN:
        lines.append(t("workbook-more", count=count - FAULTS_SHOWN))
    return _screen(lines, [[Button(t.plain("workbook-template"), SendTemplate().pack())], [home_button(t)]])


def note(text: str, t: Translator) -> Screen:
    """A plain word and the way on."""
    return Screen(text, _over(t))


def _over(t: Translator) -> list[list[Button]]:
    return [[Button(t.plain("workbook-open"), OpenWorkbook().pack())], [home_button(t)]]


def _screen(lines: Sequence[str], rows: list[list[Button]]) -> Screen:
    """The lines that fit into one message."""
    kept: list[str] = []
    for line in lines:
        if sum(len(k) + 1 for k in kept) + len(line) > TEXT_CHARS:
            break
        kept.append(line)
    return Screen("\n".join(kept), rows)


def _lines(faults: Sequence[Fault], t: Translator) -> list[str]:
    return [t("workbook-line", text=clip(say_fault(fault, t), LINE_CHARS)) for fault in faults]


def _changes(changes: Changes, t: Translator) -> list[str]:
    lines = [line for sheet in changes.sheets if not sheet.empty for line in _sheet(sheet, t)]
    missing = [line for sheet in changes.sheets if sheet.missing for line in _missing(sheet, t)]
    return ["", *lines, *_lessons(changes.lessons, t), *missing]


def _sheet(sheet: SheetChanges, t: Translator) -> list[str]:
    counts = [
        t(f"workbook-count-{name}", count=count)
        for name, count in (
            ("new", len(sheet.new)),
            ("changed", len(sheet.changed)),
            ("removed", len(sheet.removed)),
            ("unchanged", sheet.unchanged),
        )
        if count
    ]
    lines = [t("workbook-sheet", sheet=sheet.sheet, counts=", ".join(counts))]
    if sheet.changed:
        lines.append(t("workbook-changed-names", names=_names([_changed(c) for c in sheet.changed], t)))
    if sheet.removed:
        lines.append(t("workbook-removed", names=_names(sheet.removed, t)))
    return lines


def _changed(thing: Changed) -> str:
    """`Белова Ева, 7Б (Класс)`."""
    return f"{thing.name} ({', '.join(thing.columns)})" if thing.columns else thing.name


def _missing(sheet: SheetChanges, t: Translator) -> list[str]:
    told = t.plain("workbook-missing", count=len(sheet.missing), names=_names(sheet.missing, t, PEOPLE_SHOWN))
    return ["", t("workbook-sheet", sheet=sheet.sheet, counts=told)]


def _lessons(lessons: Lessons, t: Translator) -> list[str]:
    pairs = (("new", lessons.new), ("changed", lessons.changed), ("removed", lessons.removed), ("kept", lessons.kept))
    counts = [t(f"workbook-count-{name}", count=count) for name, count in pairs if count]
    touched = lessons.new or lessons.changed or lessons.removed
    return [t("workbook-lessons", counts=", ".join(counts))] if touched else []


def _names(names: Sequence[str], t: Translator, limit: int = NAMES_SHOWN) -> str:
    shown = "; ".join(names[:limit])
    more = len(names) - limit
    return t.plain("workbook-names-more", names=shown, more=more) if more > 0 else shown


def _notes(report: ImportReport, t: Translator) -> list[str]:
    """Warnings and columns passed over."""
    lines: list[str] = []
    for sheet, columns in report.unknown_columns.items():
        lines += ["", t("workbook-unknown-columns", sheet=sheet, columns=", ".join(columns))]
    count = len(report.warnings)
    if count:
        lines += ["", t("workbook-warnings", count=count), *_lines(report.warnings[:WARNINGS_SHOWN], t)]
    if count > WARNINGS_SHOWN:
        lines.append(t("workbook-more", count=count - WARNINGS_SHOWN))
    return lines
