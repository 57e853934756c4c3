"""Putting a mark under another kind of work: a slip of the thumb there is corrected like one in the value (J3 A8)."""

from dataclasses import replace
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.entries import require_open
from core.marks.correcting import open_to_change
from core.marks.news import HOLD_NEWS, hold_facts
from core.marks.opening import fresh, kind_of, mark_facts, trace
from core.marks.sheet import MarkFacts, MarkLine, MarkSheet, WorkKindFacts
from core.marks.telling import tell_owner
from core.reports.closing import mark_corrected
from core.rules.entry import EntryKind
from core.rules.names import initials_of
from core.terms import MarkValue

# All or nothing over the cell's revision. A dot of the new kind is settled by the mark. The written work that the
# mark was to have shown goes with the last such mark, unless somebody announced it or gave it a weight.
_REKIND = text(f"""
    WITH cell AS (
        UPDATE mark_cell SET rev = rev + 1
         WHERE lesson_id = :lesson AND pupil_id = :pupil AND rev = :seen RETURNING rev),
    written AS (
        UPDATE mark SET kind_id = :kind, changed_at = :now, approved_by = coalesce(:approved, approved_by)
          FROM cell WHERE id = :mark AND removed_at IS NULL RETURNING id, cell.rev),
    settled AS (UPDATE mark SET removed_at = :now FROM cell WHERE id = :owed RETURNING id),
    held AS (
        INSERT INTO lesson_work (lesson_id, kind_id, announced_by, announced_at)
        SELECT :lesson, :kind, :staff, :now FROM written WHERE CAST(:held_work AS boolean) ON CONFLICT DO NOTHING),
    not_held AS (
        DELETE FROM lesson_work w USING written
         WHERE w.lesson_id = :lesson AND w.kind_id = :former AND w.weight IS NULL
           AND EXISTS (SELECT FROM mark m WHERE m.lesson_id = :lesson AND m.given_at = w.announced_at)
           AND NOT EXISTS (SELECT FROM mark m WHERE m.lesson_id = :lesson AND m.kind_id = :former
                               AND m.removed_at IS NULL AND m.id <> :mark)),
    {HOLD_NEWS.format(marks="SELECT id FROM written UNION ALL SELECT id FROM settled")}
    SELECT rev, (SELECT json_build_array(surname, given_name, patronymic) FROM staff WHERE id = :staff) AS author
      FROM written
""")


async def change_kind(work: Work, lesson_id: int, mark_id: int, kind_id: int, *, seen: int) -> MarkSheet:
    """Let a mark be for another kind of work, having seen the cell's revision; both kinds' terms must be open.

    Its owner hears of it from a colleague, the family as of a correction. Raises ButtonOutdated (the kind is
    archived) and what `correcting.change` raises.
    """
    sheet = await open_to_change(work, lesson_id, mark_id)
    kind = kind_of(sheet, kind_id)
    await require_open(work, EntryKind.MARK_CHANGE, sheet.lesson, kind.id)
    found = sheet.mark(mark_id)
    if found is None:
        return replace(sheet, note="changed")
    line, mark = found
    if mark.kind_id == kind.id or line.rev != seen:
        return replace(sheet, note="already" if mark.kind_id == kind.id else "changed")
    owed = line.owed(kind.id) if mark.value is not MarkValue.DOT else None
    facts = _facts(work, sheet, line, mark, kind, seen, owed)
    written = (await work.session.execute(_REKIND, facts)).one_or_none()
    if written is None:
        return await fresh(work, sheet, "changed")
    former = kind_of(sheet, mark.kind_id, archived=True)
    trace(work, "mark.kind", sheet, line, mark, before=mark_facts(mark, former), after=mark_facts(mark, kind))
    who = initials_of(*written.author)
    await tell_owner(work, sheet.lesson, line, mark, former, mark.value, rev=written.rev, who=who, now_for=kind)
    if owed is not None:
        trace(work, "mark.remove", sheet, line, owed, before=mark_facts(owed, kind), after=None)
        await tell_owner(work, sheet.lesson, line, owed, kind, None, rev=written.rev, who=who)
        await mark_corrected(work, owed.id)
    return replace(await fresh(work, sheet, ""), kind=kind)


def _facts(
    work: Work,
    sheet: MarkSheet,
    line: MarkLine,
    mark: MarkFacts,
    kind: WorkKindFacts,
    seen: int,
    owed: MarkFacts | None,
) -> dict[str, Any]:
    return {
        "lesson": sheet.lesson.id,
        "pupil": line.pupil_id,
        "mark": mark.id,
        "kind": kind.id,
        "former": mark.kind_id,
        "owed": owed.id if owed else None,
        "held_work": kind.written or kind.control,
        "seen": seen,
        "now": work.now,
        "approved": work.approved_by,
        "staff": work.actor.require_staff(),
        **hold_facts(work),
    }
