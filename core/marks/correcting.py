"""Changing, removing and commenting marks, as far as the regulation lets it be (J3 A8).

Races end as when marks are given (giving.py).
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import TextClause, select, text

from core.app import Work
from core.entries import require_open
from core.errors import AccessDenied, NothingThere
from core.marks.news import HOLD_NEWS, hold_facts
from core.marks.opening import fresh, kind_of, mark_facts, trace, visible
from core.marks.scale import require_on_scale
from core.marks.sheet import MarkFacts, MarkLine, MarkSheet, read_sheet
from core.marks.telling import tell_owner
from core.reports.closing import REPORTED_MARK, mark_corrected
from core.rules.entry import EntryKind
from core.rules.length import within
from core.rules.names import initials_of
from core.terms import MarkValue
from storage.models import Mark

COMMENT_CHARS = 500

_NEWS = HOLD_NEWS.format(marks="SELECT id FROM written")
_NEXT = f"""
    WITH cell AS (
        UPDATE mark_cell SET rev = rev + 1
         WHERE lesson_id = :lesson AND pupil_id = :pupil AND rev = :seen RETURNING rev),
    written AS (
        UPDATE mark SET {{change}}, approved_by = coalesce(:approved, approved_by)
          FROM cell WHERE id = :mark AND removed_at IS NULL RETURNING id, rev),
    {_NEWS}
    SELECT rev, (SELECT json_build_array(surname, given_name, patronymic) FROM staff WHERE id = :staff) AS author,
           {REPORTED_MARK} AS reported
      FROM written
"""
_CHANGE = text(_NEXT.format(change="value = :value, changed_at = :now"))
_REMOVE = text(_NEXT.format(change="removed_at = :now"))
_COMMENT = text(f"""
    WITH written AS (
        UPDATE mark SET comment = :comment, approved_by = coalesce(:approved, approved_by)
         WHERE id = :mark AND removed_at IS NULL AND comment IS DISTINCT FROM :comment RETURNING id),
    {_NEWS}
    SELECT id FROM written
""")


async def change(work: Work, lesson_id: int, mark_id: int, value: MarkValue, *, seen: int) -> MarkSheet:
    """Correct a mark, as far as the regulation lets it be; its owner hears of it from a colleague.

    Raises EntryForbidden where marks are never corrected, and what `give` raises.
    """
    sheet = await open_to_change(work, lesson_id, mark_id)
    found = sheet.mark(mark_id)
    if found is None:
        return replace(sheet, note="changed")
    line, mark = found
    kind = kind_of(sheet, mark.kind_id, archived=True)
    require_on_scale(value, by_pass=sheet.by_pass)
    if mark.value is value or line.rev != seen:
        return replace(sheet, note="already" if mark.value is value else "changed")
    written = await _write(work, _CHANGE, sheet, line, mark, seen, value=value.value)
    if written is None:
        return await fresh(work, sheet, "changed")
    rev, who, reported = written
    new = replace(mark, value=value)
    trace(work, "mark.change", sheet, line, mark, before=mark_facts(mark, kind), after=mark_facts(new, kind))
    await tell_owner(work, sheet.lesson, line, mark, kind, value, rev=rev, who=who)
    if reported:
        await mark_corrected(work, mark.id)
    marks = tuple(new if m is mark else m for m in line.marks)
    return sheet.with_line(replace(line, rev=rev, marks=marks))


async def remove(work: Work, lesson_id: int, mark_id: int, *, seen: int) -> MarkSheet:
    """Take a mark away; it stays in the records as removed, and its owner hears of it from a colleague.

    Raises as `change` does.
    """
    sheet = await open_to_change(work, lesson_id, mark_id)
    found = sheet.mark(mark_id)
    if found is None:
        return replace(sheet, note="already")
    line, mark = found
    kind = kind_of(sheet, mark.kind_id, archived=True)
    written = await _write(work, _REMOVE, sheet, line, mark, seen) if line.rev == seen else None
    if written is None:
        return await fresh(work, sheet, "changed")
    rev, who, reported = written
    trace(work, "mark.remove", sheet, line, mark, before=mark_facts(mark, kind), after=None)
    await tell_owner(work, sheet.lesson, line, mark, kind, None, rev=rev, who=who)
    if reported:
        await mark_corrected(work, mark.id)
    return sheet.with_line(replace(line, rev=rev, marks=tuple(m for m in line.marks if m is not mark)))


async def comment(work: Work, lesson_id: int, mark_id: int, words: str) -> MarkSheet:
    """A short comment on a mark, for the family too; empty words take it away.

    Raises TextTooLong, NothingThere (the mark was removed), and what `give` raises.
    """
    words = within(words.strip(), COMMENT_CHARS)
    sheet = visible(work, await read_sheet(work, lesson_id, lock=True))
    line, mark = await _standing(work, sheet, mark_id)
    kind = kind_of(sheet, mark.kind_id, archived=True)
    answer = await require_open(work, EntryKind.MARK, sheet.lesson, kind.id)
    sheet = replace(sheet, kind=kind, answer=answer)
    facts = {"mark": mark_id, "pupil": line.pupil_id, "comment": words, "approved": work.approved_by}
    if (await work.session.execute(_COMMENT, {**facts, **hold_facts(work)})).scalar() is None:
        return replace(sheet, note="already")
    trace(work, "mark.comment", sheet, line, mark, before={"comment": mark.comment}, after={"comment": words})
    marks = tuple(replace(m, comment=words) if m is mark else m for m in line.marks)
    return sheet.with_line(replace(line, marks=marks))


async def open_to_change(work: Work, lesson_id: int, mark_id: int) -> MarkSheet:
    """The sheet, once the rules let its marks be corrected. A mark that is gone says which kind it was of."""
    sheet = visible(work, await read_sheet(work, lesson_id, lock=True))
    found = sheet.mark(mark_id)
    kind_id = found[1].kind_id if found else await _kind_of_removed(work, lesson_id, mark_id)
    answer = await require_open(work, EntryKind.MARK_CHANGE, sheet.lesson, kind_id)
    return replace(sheet, kind=sheet.find_kind(kind_id), answer=answer)


async def _standing(work: Work, sheet: MarkSheet, mark_id: int) -> tuple[MarkLine, MarkFacts]:
    found = sheet.mark(mark_id)
    if found is None:
        await _kind_of_removed(work, sheet.lesson.id, mark_id)
        raise NothingThere
    return found


async def _kind_of_removed(work: Work, lesson_id: int, mark_id: int) -> int:
    """The kind of a mark of this lesson that stands no more; AccessDenied when it never was one of this lesson."""
    kind_id = await work.session.scalar(select(Mark.kind_id).where(Mark.id == mark_id, Mark.lesson_id == lesson_id))
    if kind_id is None:
        raise AccessDenied(lesson=lesson_id, mark=mark_id)
    return kind_id


async def _write(
    work: Work, statement: TextClause, sheet: MarkSheet, line: MarkLine, mark: MarkFacts, seen: int, **values: str
) -> tuple[int, str, bool] | None:
    """The cell's new revision, the actor's name, whether a family reported the mark; None: somebody else was first."""
    facts: dict[str, Any] = {
        "lesson": sheet.lesson.id,
        "pupil": line.pupil_id,
        "mark": mark.id,
        "seen": seen,
        "now": work.now,
        "approved": work.approved_by,
        "staff": work.actor.require_staff(),
        **hold_facts(work),
        **values,
    }
    row = (await work.session.execute(statement, facts)).one_or_none()
    return (row.rev, initials_of(*row.author), row.reported) if row else None
