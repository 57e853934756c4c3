"""Reading a lesson's marks, and what every command on them shares."""

from dataclasses import replace
from typing import Any

from core.app import Work
from core.audit import record
from core.entries import require_open
from core.errors import AccessDenied, ButtonOutdated, JournalError, NothingThere
from core.marks.guard import control_load
from core.marks.sheet import MarkFacts, MarkLine, MarkSheet, WorkKindFacts, read_sheet
from core.rules.entry import EntryKind
from core.timetable.lessons import require_to_see


async def open_marks(work: Work, lesson_id: int, kind_id: int | None = None) -> MarkSheet:
    """The sheet with a kind of work chosen (none: an answer at the lesson), for those who may see the page.

    Those who may not give marks now get the `refusal` on it. A control work brings what the load guard says. Raises
    NotConnected, NothingThere, AccessDenied, ButtonOutdated (the kind is archived).
    """
    sheet = visible(work, await read_sheet(work, lesson_id))
    return await asked(work, sheet, kind_id)


async def open_mark(work: Work, lesson_id: int, mark_id: int) -> tuple[MarkSheet, MarkLine, MarkFacts]:
    """A mark that stands, with its pupil's line; `refusal` on the sheet says why the reader may not correct it.

    Raises NotConnected, NothingThere (it stands no more), AccessDenied.
    """
    sheet = visible(work, await read_sheet(work, lesson_id))
    found = sheet.mark(mark_id)
    if found is None:
        raise NothingThere
    sheet = replace(sheet, kind=kind_of(sheet, found[1].kind_id, archived=True))
    try:
        await require_open(work, EntryKind.MARK_CHANGE, sheet.lesson, found[1].kind_id)
    except JournalError as refusal:
        sheet = replace(sheet, refusal=refusal)
    return sheet, *found


async def asked(work: Work, sheet: MarkSheet, kind_id: int | None) -> MarkSheet:
    """The sheet with the kind chosen and what the rules and the load guard say about it."""
    kind = kind_of(sheet, kind_id)
    sheet = replace(sheet, kind=kind)
    if kind.control:
        sheet = replace(sheet, load=await control_load(work, sheet.lesson))
    try:
        return replace(sheet, answer=await require_open(work, EntryKind.MARK, sheet.lesson, kind.id))
    except JournalError as refusal:
        return replace(sheet, refusal=refusal)


def visible(work: Work, sheet: MarkSheet | None) -> MarkSheet:
    """The sheet, for whoever may see the page. Raises NotConnected, NothingThere, AccessDenied."""
    work.actor.require_staff()
    if sheet is None:
        raise NothingThere
    require_to_see(work, sheet.lesson)
    return sheet


def kind_of(sheet: MarkSheet, kind_id: int | None, *, archived: bool = False) -> WorkKindFacts:
    """The kind of work named (none: an answer). Raises ButtonOutdated; for an archived one unless `archived`."""
    kind = sheet.find_kind(kind_id)
    if kind is None or (kind.archived and not archived):
        raise ButtonOutdated
    return kind


def member(sheet: MarkSheet, pupil_id: int) -> MarkLine:
    """The line of a pupil of this lesson. Raises AccessDenied."""
    line = sheet.line(pupil_id)
    if line is None:
        raise AccessDenied(lesson=sheet.lesson.id, pupil=pupil_id)
    return line


async def fresh(work: Work, sheet: MarkSheet, note: str) -> MarkSheet:
    """The sheet as it stands now, with the note."""
    now = visible(work, await read_sheet(work, sheet.lesson.id))
    return replace(now, kind=sheet.kind, answer=sheet.answer, note=note)


def mark_facts(mark: MarkFacts, kind: WorkKindFacts) -> dict[str, Any]:
    """The mark for the trace."""
    return {"value": mark.value, "kind": kind.name}


def trace(
    work: Work,
    action: str,
    sheet: MarkSheet,
    line: MarkLine,
    mark: MarkFacts,
    *,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    """A line of the audit about a mark."""
    where = {"lesson": sheet.lesson.id, "pupil": line.pupil_id}
    record(
        work,
        action,
        "mark",
        mark.id,
        before={**where, **before} if before else None,
        after={**where, **after} if after else None,
    )
