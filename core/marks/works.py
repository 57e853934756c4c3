"""Works of a lesson: announced also in advance, and what they weigh there (J3)."""

from dataclasses import replace
from decimal import Decimal

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.entries import require_open
from core.errors import ButtonOutdated, JournalError
from core.errors.entries import EntryWindowClosed, LessonNotStarted
from core.errors.marks import WorkHasMarks
from core.marks.guard import control_load
from core.marks.opening import kind_of, visible
from core.marks.sheet import MarkSheet, WorkKindFacts, read_sheet
from core.marks.weights import require_weight
from core.rules.entry import EntryKind
from storage.models import LessonWork, Mark

# Only over the weight that was seen: no row, and a row without one, both weigh as the kind does.
_WEIGH = text("""
    INSERT INTO lesson_work AS w (lesson_id, kind_id, weight, announced_by, announced_at)
    SELECT :lesson, :kind, :weight, :staff, :now WHERE CAST(:seen AS numeric) IS NULL
        OR EXISTS (SELECT 1 FROM lesson_work WHERE lesson_id = :lesson AND kind_id = :kind)
    ON CONFLICT (lesson_id, kind_id) DO UPDATE SET weight = excluded.weight
     WHERE w.weight IS NOT DISTINCT FROM CAST(:seen AS numeric) AND w.weight IS DISTINCT FROM excluded.weight
    RETURNING 1
""")


async def open_works(work: Work, lesson_id: int) -> MarkSheet:
    """The sheet for announcing works and weighing them; `refusal` says why the reader may not.

    Raises NotConnected, NothingThere, AccessDenied.
    """
    sheet = visible(work, await read_sheet(work, lesson_id))
    sheet = replace(sheet, kind=sheet.find_kind(None))
    try:
        await _require_open(work, sheet, sheet.kind)
    except EntryWindowClosed:
        return sheet  # Another kind may have a longer term; a request can be sent.
    except JournalError as refusal:
        return replace(sheet, refusal=refusal)
    return sheet


async def announce(work: Work, lesson_id: int, kind_id: int) -> MarkSheet:
    """A work of this kind is held at the lesson; note `already` when that was said before.

    A control work brings what the load guard says. Raises ButtonOutdated, AccessDenied, LessonCancelled and what
    `require_open` raises: before the lesson as for its topic, afterwards as for the kind's marks.
    """
    sheet, kind = await _open_to_write(work, lesson_id, kind_id)
    values = {"lesson_id": lesson_id, "kind_id": kind_id, "announced_by": work.actor.staff_id}
    written = await work.session.execute(
        insert(LessonWork)
        .values(**values, announced_at=work.now)
        .on_conflict_do_nothing()
        .returning(LessonWork.kind_id)
    )
    load = await control_load(work, sheet.lesson) if kind.control else None
    if written.scalar() is None:
        return replace(sheet, note="already", load=load)
    _trace(work, "work.announce", sheet, kind, before=None, after={"weight": str(kind.weight)})
    return replace(sheet, works={**sheet.works, kind.id: None}, load=load)


async def call_off(work: Work, lesson_id: int, kind_id: int) -> MarkSheet:
    """The work is not held after all. Raises WorkHasMarks when it was, and what `announce` raises."""
    sheet, kind = await _open_to_write(work, lesson_id, kind_id)
    if any(mark.kind_id == kind_id for line in sheet.lines for mark in line.marks):
        raise WorkHasMarks(kind=kind.name)
    marked = select(Mark.id).where(Mark.lesson_id == lesson_id, Mark.kind_id == kind_id, Mark.removed_at.is_(None))
    gone = await work.session.execute(
        delete(LessonWork)
        .where(LessonWork.lesson_id == lesson_id, LessonWork.kind_id == kind_id, ~marked.exists())
        .returning(LessonWork.kind_id)
    )
    if gone.scalar() is None:
        return replace(sheet, note="already")
    _trace(work, "work.call_off", sheet, kind, before={"weight": str(sheet.weight(kind))}, after=None)
    return replace(sheet, works={k: w for k, w in sheet.works.items() if k != kind_id})


async def set_weight(
    work: Work, lesson_id: int, kind_id: int, weight: Decimal | None, *, seen: Decimal | None
) -> MarkSheet:
    """What the kind's marks weigh at this lesson (None: as everywhere), having seen `seen`.

    0 to 10, hundredths; 0 is not counted. Notes `already`, `changed`. Raises WeightWrong, and what `announce` raises.
    """
    if weight is not None:
        require_weight(weight)
    sheet, kind = await _open_to_write(work, lesson_id, kind_id)
    own = sheet.works.get(kind_id)
    if own == weight or own != seen:
        return replace(sheet, note="already" if own == weight else "changed")
    facts = {"lesson": lesson_id, "kind": kind_id, "weight": weight, "seen": seen}
    staff = {"staff": work.actor.require_staff(), "now": work.now}
    if (await work.session.execute(_WEIGH, {**facts, **staff})).scalar() is None:
        return replace(visible(work, await read_sheet(work, lesson_id)), kind=kind, note="changed")
    weighed = replace(sheet, works={**sheet.works, kind_id: weight})
    before, after = str(sheet.weight(kind)), str(weighed.weight(kind))
    _trace(work, "work.weigh", sheet, kind, before={"weight": before}, after={"weight": after})
    return weighed


async def _open_to_write(work: Work, lesson_id: int, kind_id: int) -> tuple[MarkSheet, WorkKindFacts]:
    sheet = visible(work, await read_sheet(work, lesson_id, lock=True))
    kind = kind_of(sheet, kind_id, archived=kind_id in sheet.works)
    await _require_open(work, sheet, kind)
    return replace(sheet, kind=kind), kind


async def _require_open(work: Work, sheet: MarkSheet, kind: WorkKindFacts | None) -> None:
    """Before the lesson a work is announced as its topic is; from its beginning on it goes with the marks."""
    if kind is None:
        raise ButtonOutdated
    try:
        await require_open(work, EntryKind.MARK, sheet.lesson, kind.id)
    except LessonNotStarted:
        await require_open(work, EntryKind.TOPIC, sheet.lesson)


def _trace(
    work: Work,
    action: str,
    sheet: MarkSheet,
    kind: WorkKindFacts,
    *,
    before: dict[str, str] | None,
    after: dict[str, str] | None,
) -> None:
    name = {"kind": kind.name}
    record(
        work,
        action,
        "lesson",
        sheet.lesson.id,
        before={**name, **before} if before else None,
        after={**name, **after} if after else None,
    )
