"""The school's kinds of work: names, letters, weights, order (field.md 2.7). Archived, never deleted."""

import re
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from core.app import Work
from core.audit import record
from core.errors import NothingThere
from core.errors.marks import KindNeeded, KindsFull, KindTaken, KindWordsWrong
from core.marks.sheet import WorkKindFacts
from core.marks.weights import read_weight, require_weight
from core.rights import SETTLES_GRADING
from core.rules.length import within
from storage.models import WorkKind

NAME_CHARS, LETTER_CHARS = 64, 4
KINDS = 40
"""As many as a screen can hold."""

_NEW = re.compile(
    r"(?P<name>.+?)\s*[,;]\s*(?P<letter>[^\W\d_]{1,4})(?:\s*[,;]?\s+(?P<weight>\d+(?:[.,]\d+)?))?", re.DOTALL
)

# Places are counted anew: kinds brought back from the archive may share one. Whoever saw another order moves nothing.
_MOVE_UP = text("""
    WITH placed AS (
        SELECT id, row_number() OVER (ORDER BY position, id) AS place FROM work_kind WHERE archived_at IS NULL),
    moved AS (SELECT 1 FROM placed WHERE id = :kind AND place = :seen AND place > 1)
    UPDATE work_kind k
       SET position = CASE WHEN k.id = :kind THEN p.place - 1
                           WHEN p.place = CAST(:seen AS integer) - 1 THEN p.place + 1 ELSE p.place END
      FROM placed p, moved WHERE p.id = k.id
    RETURNING k.id
""")


async def work_kinds(work: Work) -> tuple[WorkKindFacts, ...]:
    """Every kind in order, archived ones last, for those who settle how the school grades.

    Raises NotConnected, AccessDenied.
    """
    work.actor.require_role(*SETTLES_GRADING)
    rows = await work.session.scalars(
        select(WorkKind).order_by(WorkKind.archived_at.is_not(None), WorkKind.position, WorkKind.id)
    )
    return tuple(kind_facts(row) for row in rows)


async def work_kind(work: Work, kind_id: int) -> WorkKindFacts:
    """A kind. Raises NothingThere, NotConnected, AccessDenied."""
    return kind_facts(await _held(work, kind_id, lock=False))


async def add_kind(work: Work, words: str) -> WorkKindFacts:
    """A new kind from «название, буква, вес» (weight 1 when left out): neither written nor control, the last in order.

    Raises KindWordsWrong, WeightWrong, TextTooLong, KindTaken, KindsFull, NotConnected, AccessDenied.
    """
    work.actor.require_role(*SETTLES_GRADING)
    read = _NEW.fullmatch(" ".join(words.split()))
    if read is None:
        raise KindWordsWrong
    if (await work.session.scalar(select(func.count()).select_from(WorkKind)) or 0) >= KINDS:
        raise KindsFull(limit=KINDS)
    name, letter, weight = read["name"], read["letter"].upper(), read_weight(read["weight"] or "1")
    within(name, NAME_CHARS)
    last = await work.session.scalar(select(func.max(WorkKind.position))) or 0
    kind = WorkKind(name=name, letter=letter, weight=weight, written=False, control=False, position=last + 1)
    await _save(work, kind)
    record(work, "kind.add", "work_kind", kind.id, after={"name": name, "letter": letter, "weight": str(weight)})
    return kind_facts(kind)


async def rename_kind(work: Work, kind_id: int, words: str) -> WorkKindFacts:
    """Raises KindWordsWrong, TextTooLong, KindTaken, NothingThere, NotConnected, AccessDenied."""
    name = within(" ".join(words.split()), NAME_CHARS)
    if not name:
        raise KindWordsWrong
    return (await _set(work, kind_id, "name", name))[0]


async def set_letter(work: Work, kind_id: int, words: str) -> WorkKindFacts:
    """One to four letters. Raises as `rename_kind` does."""
    letter = within(words.strip().upper(), LETTER_CHARS)
    if not letter.isalpha():
        raise KindWordsWrong
    return (await _set(work, kind_id, "letter", letter))[0]


async def set_kind_weight(
    work: Work, kind_id: int, weight: Decimal, *, seen: Decimal | None = None
) -> tuple[WorkKindFacts, str]:
    """What the kind weighs where no lesson says otherwise, and a note (`already`, `changed`).

    `seen` is the weight that the screen had shown; None: typed after it was asked for. Raises WeightWrong,
    NothingThere, NotConnected, AccessDenied.
    """
    require_weight(weight)
    return await _set(work, kind_id, "weight", weight, seen=seen)


async def set_written(work: Work, kind_id: int, *, on: bool) -> tuple[WorkKindFacts, str]:
    """Whether the kind has the written works' term. Raises NothingThere, NotConnected, AccessDenied."""
    return await _set(work, kind_id, "written", on)


async def set_control(work: Work, kind_id: int, *, on: bool) -> tuple[WorkKindFacts, str]:
    """Whether the kind counts for the load guard. Raises NothingThere, NotConnected, AccessDenied."""
    return await _set(work, kind_id, "control", on)


async def archive_kind(work: Work, kind_id: int, *, on: bool) -> tuple[WorkKindFacts, str]:
    """Offer the kind no more, or again; its marks stay. Raises KindNeeded (the last in use), NothingThere,
    NotConnected, AccessDenied.
    """
    kind = await _held(work, kind_id)
    if (kind.archived_at is not None) is on:
        return kind_facts(kind), "already"
    others = select(func.count()).where(WorkKind.archived_at.is_(None), WorkKind.id != kind_id)
    if on and not await work.session.scalar(others):
        raise KindNeeded
    kind.archived_at = work.now if on else None
    await work.session.flush()
    record(work, "kind.archive", "work_kind", kind_id, before={"archived": not on}, after={"archived": on})
    return kind_facts(kind), ""


async def move_up(work: Work, kind_id: int, *, seen: int) -> str:
    """One place nearer to the first, from place `seen` among those in use (1: the first); a note (`already`).

    Raises NotConnected, AccessDenied.
    """
    work.actor.require_role(*SETTLES_GRADING)
    moved = await work.session.execute(_MOVE_UP, {"kind": kind_id, "seen": seen})
    if moved.first() is None:
        return "already"
    record(work, "kind.move", "work_kind", kind_id, before={"place": seen}, after={"place": seen - 1})
    return ""


async def _held(work: Work, kind_id: int, *, lock: bool = True) -> WorkKind:
    work.actor.require_role(*SETTLES_GRADING)
    kind = await work.session.get(WorkKind, kind_id, with_for_update=lock)
    if kind is None:
        raise NothingThere
    return kind


async def _set(work: Work, kind_id: int, field: str, value: Any, *, seen: Any = None) -> tuple[WorkKindFacts, str]:
    """Give a field of a kind an absolute value; the trace keeps the former one."""
    kind = await _held(work, kind_id)
    former = getattr(kind, field)
    if former == value:
        return kind_facts(kind), "already"
    if seen is not None and former != seen:
        return kind_facts(kind), "changed"
    setattr(kind, field, value)
    await _save(work, kind)
    before, after = (v if isinstance(v, bool) else str(v) for v in (former, value))
    record(work, f"kind.{field}", "work_kind", kind_id, before={field: before}, after={field: after})
    return kind_facts(kind), ""


async def _save(work: Work, kind: WorkKind) -> None:
    """Raises KindTaken when another kind has the name or the letter; the unit of work ends with it."""
    work.session.add(kind)
    try:
        await work.session.flush()
    except IntegrityError as error:
        raise KindTaken from error


def kind_facts(kind: WorkKind) -> WorkKindFacts:
    """As screens know it."""
    return WorkKindFacts(
        id=kind.id,
        letter=kind.letter,
        name=kind.name,
        weight=kind.weight,
        written=kind.written,
        control=kind.control,
        archived=kind.archived_at is not None,
    )
