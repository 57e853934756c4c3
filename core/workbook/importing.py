"""The school comes in from its workbook: look at what it would change, or change it, all or nothing (P9)."""

import asyncio
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from core.app import Work
from core.terms import Role
from core.workbook.apply_lessons import apply_lessons
from core.workbook.apply_people import apply_people
from core.workbook.apply_school import apply_calendar, apply_school, apply_year
from core.workbook.apply_teaching import apply_teaching
from core.workbook.book import Book, Progress, Stage, read_book, silent
from core.workbook.bulk import Writer
from core.workbook.changes import Changes, summarize
from core.workbook.draft import Draft
from core.workbook.faults import Fault, Findings, ordered
from core.workbook.planning import make_draft
from core.workbook.snapshot import read_stored
from core.workbook.telling import days_ahead, tell_families


@dataclass(frozen=True)
class ImportReport:
    """`faults` non-empty: nothing was (or would be) written. `applied`: it is in the journal now.

    `unknown_columns`: by sheet, headings that the format does not know and that were passed over.
    """

    name: str
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    changes: Changes = field(default_factory=Changes)
    unknown_columns: dict[str, list[str]] = field(default_factory=dict)
    applied: bool = False


async def check_workbook(work: Work, content: bytes, name: str, progress: Progress | None = None) -> ImportReport:
    """What importing this workbook would do; nothing is written. An administrator's (or the system's) business.

    `progress` is called from another thread. Raises NotConnected, AccessDenied.
    """
    report, _ = await _prepare(work, content, name, progress or silent)
    return report


async def import_workbook(work: Work, content: bytes, name: str, progress: Progress | None = None) -> ImportReport:
    """Bring the workbook into the journal within this unit of work: everything, or on any fault nothing.

    The workbook is checked anew against the journal as it is now, whatever was shown before.
    Raises NotConnected, AccessDenied.
    """
    reached = progress or silent
    report, draft = await _prepare(work, content, name, reached)
    if report.faults or draft is None:
        return report
    if not report.changes.empty:
        await _apply(work, draft, reached)
    return ImportReport(name, (), report.warnings, report.changes, report.unknown_columns, applied=True)


async def _prepare(work: Work, content: bytes, name: str, progress: Progress) -> tuple[ImportReport, Draft | None]:
    """Read, compare and check. The heavy parts run in a thread, so that the bots go on answering meanwhile."""
    _require_right(work)
    findings = Findings()
    book = await asyncio.to_thread(read_book, content, findings, progress)
    draft = None
    if any(not f.sheet for f in findings.faults):
        return _report(name, book, findings, None), None
    stored = await read_stored(work.session, book.school.year.get("name"), work.today)
    zone = ZoneInfo(book.school.school.get("time_zone") or stored.school.time_zone)
    today = work.now.astimezone(zone).date()
    draft = await asyncio.to_thread(make_draft, book, stored, today, findings, progress)
    return _report(name, book, findings, draft), draft


def _require_right(work: Work) -> None:
    if work.actor.door is not None:
        work.actor.require_role(Role.ADMINISTRATOR)


def _report(name: str, book: Book, findings: Findings, draft: Draft | None) -> ImportReport:
    faults = tuple(ordered(findings.faults, book.order))
    changes = summarize(draft) if draft is not None and not faults else Changes()
    return ImportReport(name, faults, tuple(ordered(findings.warnings, book.order)), changes, book.unknown_columns)


async def _apply(work: Work, draft: Draft, progress: Progress) -> None:
    before = await days_ahead(work)
    year_id = await apply_year(work, draft)
    writer = Writer(work, draft, year_id)
    await apply_school(writer)
    await apply_calendar(writer)
    progress(Stage.WRITING, 1, 3)
    await apply_people(writer)
    progress(Stage.WRITING, 2, 3)
    loads = await apply_teaching(writer)
    progress(Stage.WRITING, 3, 3)
    await apply_lessons(writer, loads, lambda done, total: progress(Stage.LESSONS, done, total))
    await tell_families(work, before)
    await writer.write_trail()
