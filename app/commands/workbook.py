"""`zvonok import`, `zvonok template`, and the demo's own school."""

import asyncio
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.table import Table
from rich.text import Text

from app.speech import terminal_translator
from core.app import App
from core.workbook import Changes, Fault, ImportReport, Stage, check_workbook, import_workbook
from documents.fault_words import say_what
from documents.workbook_template import workbook_template
from locales import Translator

DEMO_ZONE = "Europe/Moscow"


async def import_file(app: App, path: Path, *, dry_run: bool) -> int:
    """Bring a workbook in, or only look (`dry_run`); tells everything on the terminal. Exit code: 0 or 1."""
    t = terminal_translator()
    console = Console(highlight=False)
    content = await asyncio.to_thread(path.read_bytes)
    with _progress(console) as bar:
        line = _Line(bar, t)
        async with app.work() as work:
            act = check_workbook if dry_run else import_workbook
            report = await act(work, content, path.name, line.reached)
    _tell(console, report, t, dry_run=dry_run)
    return 1 if report.faults else 0


def write_template(path: Path) -> None:
    """Write the empty workbook, its hints in the terminal's language."""
    path.write_bytes(workbook_template(terminal_translator()))


async def import_demo(app: App) -> None:
    """Fill an empty journal with the demo's school around the clock's today. Raises RuntimeError on a fault."""
    from app.demo.school import demo_workbook

    async with app.work() as work:
        report = await import_workbook(work, demo_workbook(work.today, DEMO_ZONE), "demo.xlsx")
    if report.faults:
        raise RuntimeError(f"the demo's school is at fault: {report.faults[0]}")


def _progress(console: Console) -> Progress:
    return Progress(TextColumn("{task.description}", markup=False), BarColumn(), console=console, transient=True)


class _Line:
    """One bar, told anew for each stage."""

    def __init__(self, bar: Progress, t: Translator) -> None:
        self._bar = bar
        self._t = t
        self._task: TaskID = bar.add_task("")

    def reached(self, stage: Stage, done: int, total: int) -> None:
        words = self._t.plain(f"workbook-stage-{stage}", done=done, total=total)
        self._bar.update(self._task, description=words, completed=done, total=total)


def _tell(console: Console, report: ImportReport, t: Translator, *, dry_run: bool) -> None:
    for sheet, columns in report.unknown_columns.items():
        console.print(t.plain("import-unknown-columns", sheet=sheet, columns=", ".join(columns)), markup=False)
    if report.warnings:
        console.print(t.plain("import-warnings", count=len(report.warnings)), markup=False)
        console.print(_faults(report.warnings, t))
    if report.faults:
        console.print(t.plain("import-faulty", count=len(report.faults)), style="bold", markup=False)
        console.print(_faults(report.faults, t))
        return
    console.print(_changes(report.changes, t))
    for changes in report.changes.sheets:
        if changes.missing:
            names = "; ".join(changes.missing)
            console.print(t.plain("import-missing", sheet=changes.sheet, names=names), markup=False)
    ending = "import-nothing" if report.changes.empty else "import-dry" if dry_run else "import-done"
    console.print(t.plain(ending), style="bold", markup=False)


def _faults(faults: tuple[Fault, ...], t: Translator) -> Table:
    table = Table(show_lines=False)
    for name in ("sheet", "row", "column", "what"):
        table.add_column(t.plain(f"import-table-{name}"), overflow="fold")
    for fault in faults:
        row = "" if fault.row is None else str(fault.row)
        table.add_row(*(_plain(cell) for cell in (fault.sheet, row, fault.column, say_what(fault, t))))
    return table


def _changes(changes: Changes, t: Translator) -> Table:
    table = Table()
    for name in ("sheet", "new", "changed", "removed", "unchanged", "missing"):
        table.add_column(t.plain(f"import-table-{name}"), justify="left" if name == "sheet" else "right")
    for s in changes.sheets:
        counts = (len(s.new), len(s.changed), len(s.removed), s.unchanged, len(s.missing))
        table.add_row(_plain(s.sheet), *(str(c) for c in counts))
    lessons = changes.lessons
    counts = (lessons.new, lessons.changed, lessons.removed, lessons.unchanged + lessons.kept, 0)
    table.add_row(t.plain("import-lessons"), *(str(c) for c in counts))
    return table


def _plain(cell: str) -> Text:
    """A person's text is data: square brackets in it are no markup."""
    return Text(cell)
