"""Giving marks (J3 J5).

A command carries absolute values and the cell's revision that its screen had seen; a lost race writes nothing and
comes back as a note on a fresh sheet: `already` (it was so) or `changed` (a colleague was first).
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.entries import require_open
from core.marks.news import HOLD_NEWS, hold_facts
from core.marks.opening import fresh, kind_of, mark_facts, member, trace, visible
from core.marks.scale import ACHIEVEMENTS, require_on_scale
from core.marks.sheet import MarkFacts, MarkLine, MarkSheet, WorkKindFacts, read_sheet
from core.marks.telling import tell_owner
from core.reports.closing import mark_corrected
from core.rules.entry import EntryKind
from core.rules.names import initials_of
from core.terms import MarkValue, Presence

# All or nothing over the cell's revision: the mark, the dot that it replaces, the written work that it shows was held.
_GIVE = text(f"""
    WITH cell AS (
        INSERT INTO mark_cell AS c (lesson_id, pupil_id, rev)
        SELECT :lesson, :pupil, 1 WHERE CAST(:seen AS integer) = 0
            OR EXISTS (SELECT 1 FROM mark_cell WHERE lesson_id = :lesson AND pupil_id = :pupil)
        ON CONFLICT (lesson_id, pupil_id) DO UPDATE SET rev = c.rev + 1 WHERE c.rev = :seen
        RETURNING rev),
    settled AS (UPDATE mark SET removed_at = :now FROM cell WHERE id = :owed RETURNING id),
    held AS (
        INSERT INTO lesson_work (lesson_id, kind_id, announced_by, announced_at)
        SELECT :lesson, :kind, :staff, :now FROM cell WHERE CAST(:held_work AS boolean) ON CONFLICT DO NOTHING),
    given AS (
        INSERT INTO mark (lesson_id, pupil_id, kind_id, value, given_by, given_at, approved_by)
        SELECT :lesson, :pupil, :kind, :value, :staff, :now, :approved FROM cell
        RETURNING id),
    {HOLD_NEWS.format(marks="SELECT id FROM given UNION ALL SELECT id FROM settled")}
    SELECT given.id, cell.rev,
           (SELECT json_build_array(surname, given_name, patronymic) FROM staff WHERE id = :staff) AS author
      FROM given, cell
""")


async def give(
    work: Work, lesson_id: int, pupil_id: int, kind_id: int | None, value: MarkValue, *, seen: int
) -> MarkSheet:
    """One more mark for a kind of work (none: an answer), having seen the cell's revision `seen`.

    A dot of the same kind is settled by it: the work was owed and has come. Raises MarkOffScale, AccessDenied (no
    pupil of this lesson), ButtonOutdated (kind archived), and what `open_marks` and `require_open` raise.
    """
    sheet = visible(work, await read_sheet(work, lesson_id, lock=True))
    return await give_on(work, sheet, pupil_id, kind_id, value, seen=seen)


async def give_on(
    work: Work, sheet: MarkSheet, pupil_id: int, kind_id: int | None, value: MarkValue, *, seen: int
) -> MarkSheet:
    """`give` on a sheet that was read with its lock in this very unit of work (several marks at once)."""
    kind = kind_of(sheet, kind_id)
    answer = await require_open(work, EntryKind.MARK, sheet.lesson, kind.id)
    sheet = replace(sheet, kind=kind, answer=answer, note="")
    line = member(sheet, pupil_id)
    require_on_scale(value, by_pass=sheet.by_pass)
    if line.rev != seen:
        return replace(sheet, note=_met(line, kind, value))
    owed = line.owed(kind.id) if value is not MarkValue.DOT else None
    written = (await work.session.execute(_GIVE, _given(work, sheet, line, kind, value, seen, owed))).one_or_none()
    if written is None:
        return await _lost(work, sheet, line, kind, value)
    author = initials_of(*written.author)
    mark = MarkFacts(written.id, kind.id, value, "", work.actor.require_staff(), author)
    kept = tuple(m for m in line.marks if m is not owed)
    trace(
        work,
        "mark.give",
        sheet,
        line,
        mark,
        before=mark_facts(owed, kind) if owed else None,
        after=mark_facts(mark, kind),
    )
    if owed is not None:
        await tell_owner(work, sheet.lesson, line, owed, kind, value, rev=written.rev, who=author)
        await mark_corrected(work, owed.id)
    sheet = sheet.with_line(replace(line, rev=written.rev, marks=(*kept, mark)))
    works = {kind.id: None, **sheet.works} if kind.written or kind.control else sheet.works
    return replace(sheet, works=works, note=_written_note(line, value, owed))


def _given(
    work: Work,
    sheet: MarkSheet,
    line: MarkLine,
    kind: WorkKindFacts,
    value: MarkValue,
    seen: int,
    owed: MarkFacts | None,
) -> dict[str, Any]:
    return {
        "lesson": sheet.lesson.id,
        "pupil": line.pupil_id,
        "kind": kind.id,
        "value": value.value,
        "staff": work.actor.require_staff(),
        "now": work.now,
        "approved": work.approved_by,
        "seen": seen,
        "owed": owed.id if owed else None,
        "held_work": kind.written or kind.control,
        **hold_facts(work),
    }


def _met(line: MarkLine, kind: WorkKindFacts, value: MarkValue) -> str:
    same = any(m.kind_id == kind.id and m.value is value for m in line.marks)
    return "already" if same else "changed"


def _written_note(line: MarkLine, value: MarkValue, owed: MarkFacts | None) -> str:
    if owed is not None:
        return "owed"
    return "absent" if line.presence is Presence.ABSENT and value in ACHIEVEMENTS else ""


async def _lost(work: Work, sheet: MarkSheet, line: MarkLine, kind: WorkKindFacts, value: MarkValue) -> MarkSheet:
    """A colleague, or this very press on another phone, wrote between our reading and our writing."""
    now = await fresh(work, sheet, "")
    return replace(now, note=_met(now.line(line.pupil_id) or line, kind, value))
