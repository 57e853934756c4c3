"""A hasty message's way: received, previewed, put right with a tap, written once (peers.md 5.10).

However often the message or a press arrives, each part is written once: the row keeps which are done.
"""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.errors import AccessDenied, ButtonOutdated, NothingThere
from core.errors.entries import EntryWindowClosed
from core.quick.preview import QuickPreview
from core.quick.understanding import Choices, understand
from core.quick.writing import write_ready
from core.roll.sheet import hold_lesson
from core.rules.length import within
from core.rules.quick_text import read
from storage.models import QuickEntry

LIMIT = 4000
SAME_WITHIN = timedelta(minutes=10)


def looks_hasty(words: str) -> bool:
    """Whether a message that answers no question reads as entries."""
    return not read(words).empty


def names_its_lesson(words: str) -> bool:
    """Whether a message reads as entries and says itself for which class, so that it answers no open question."""
    quick = read(words)
    return bool(quick.head) and not quick.empty


async def receive(work: Work, words: str, source: str, lesson_id: int | None = None) -> QuickPreview:
    """Keep the message and show what it would write. `source` is the message it came in: delivered twice, kept once.

    The same words again within ten minutes are the same message too (sent anew over a bad network). Raises
    NotConnected, TextTooLong.
    """
    staff_id = work.actor.require_staff()
    within(words, LIMIT)
    repeated = await _repeated(work, words, source, lesson_id)
    if repeated is not None:
        return replace(await understand(work, repeated), note="repeated" if repeated.source != source else "")
    made = insert(QuickEntry).values(
        account_id=work.actor.account_id,
        staff_id=staff_id,
        source=source,
        body=words,
        lesson_id=lesson_id,
        choices=Choices().kept(),
        made_at=work.now,
    )
    entry = await work.session.scalar(made.on_conflict_do_nothing().returning(QuickEntry))
    if entry is None:  # The same message came twice at once.
        same = (QuickEntry.account_id == work.actor.account_id, QuickEntry.source == source)
        entry = (await work.session.scalars(select(QuickEntry).where(*same))).one()
    return await understand(work, entry)


async def choose_pupil(work: Work, entry_id: int, place: int, pupil_id: int, *, seen: int) -> QuickPreview:
    """Say who is meant at a place of the message (0: nobody), of those that the preview offered. Raises as `apply`."""
    entry = await _mine(work, entry_id)
    preview = await understand(work, entry)
    part = next((one for one in preview.pupils if one.key == str(place)), None)
    if part is None or pupil_id not in {0, *(option for option, _ in part.options)}:
        raise ButtonOutdated
    return await _chosen(work, entry, preview, seen, pupils={str(place): pupil_id})


async def choose_lesson(work: Work, entry_id: int, lesson_id: int, *, seen: int) -> QuickPreview:
    """Say which lesson is meant, of those that the preview offered. Raises as `apply`."""
    entry = await _mine(work, entry_id)
    preview = await understand(work, entry)
    if lesson_id not in {lesson.id for lesson in preview.others} or entry.applied_at is not None:
        raise ButtonOutdated
    return await _chosen(work, entry, preview, seen, lesson=lesson_id)


async def apply(work: Work, entry_id: int, *, seen: int) -> QuickPreview:
    """Write what the preview shows as ready, all of it or nothing. A press that comes twice writes once.

    Raises NotConnected, NothingThere, AccessDenied, ButtonOutdated, and what the commands of the parts raise.
    """
    entry = await _mine(work, entry_id)
    preview = await understand(work, entry)
    if preview.lesson is None or entry.rev != seen or not preview.ready:
        return replace(preview, note="already" if entry.applied_at and not preview.ready else "outdated")
    await hold_lesson(work, preview.lesson.id)
    preview = await understand(work, entry, lock=True)
    done = await write_ready(work, preview)
    choices = Choices.read(entry.choices)
    choices.done += done
    choices.lesson = preview.lesson.id if preview.lesson else None
    entry.choices, entry.applied_at, entry.rev = choices.kept(), work.now, entry.rev + 1
    record(work, "quick.apply", "quick_entry", entry.id, after={"body": entry.body, "parts": done})
    await work.session.flush()
    return replace(await understand(work, entry), note="written")


async def apply_late(work: Work, entry_id: int, *, seen: int) -> QuickPreview:
    """Write what the rules hold back. Without somebody's approval, raises their refusal (EntryWindowClosed)."""
    if work.override is None:
        preview = await understand(work, await _mine(work, entry_id))
        for part in preview.parts:
            if isinstance(part.refusal, EntryWindowClosed) and not part.done:
                raise part.refusal
        return replace(preview, note="outdated")
    entry = await _mine(work, entry_id)
    return await apply(work, entry_id, seen=max(seen, entry.rev))


async def words_of(work: Work, entry_id: int) -> str:
    """The message as typed. Raises as `apply`."""
    return (await _mine(work, entry_id)).body


async def drop(work: Work, entry_id: int) -> QuickPreview:
    """Write nothing (more) of the message. Raises as `apply`."""
    entry = await _mine(work, entry_id)
    entry.dropped_at, entry.rev = work.now, entry.rev + 1
    await work.session.flush()
    return replace(await understand(work, entry), note="dropped")


async def _mine(work: Work, entry_id: int) -> QuickEntry:
    """The entry, held until the commit: two presses take turns."""
    staff_id = work.actor.require_staff()
    entry = await work.session.get(QuickEntry, entry_id, with_for_update=True)
    if entry is None:
        raise NothingThere
    if entry.staff_id != staff_id:
        raise AccessDenied(quick_entry=entry_id)
    if entry.dropped_at is not None and work.override is None:
        raise ButtonOutdated
    return entry


async def _repeated(work: Work, words: str, source: str, lesson_id: int | None) -> QuickEntry | None:
    same = select(QuickEntry).where(
        QuickEntry.account_id == work.actor.account_id,
        QuickEntry.body == words,
        QuickEntry.lesson_id.is_not_distinct_from(lesson_id),
        QuickEntry.dropped_at.is_(None),
        (QuickEntry.made_at > work.now - SAME_WITHIN) | (QuickEntry.source == source),
    )
    return (await work.session.scalars(same.order_by(QuickEntry.id.desc()).limit(1))).first()


async def _chosen(
    work: Work,
    entry: QuickEntry,
    preview: QuickPreview,
    seen: int,
    *,
    lesson: int | None = None,
    pupils: dict[str, int] | None = None,
) -> QuickPreview:
    if entry.rev != seen:
        return replace(preview, note="outdated")
    choices = Choices.read(entry.choices)
    choices.lesson = lesson or choices.lesson
    # Another lesson is another list: who was chosen of the old one means nothing there.
    choices.pupils = {} if lesson else {**choices.pupils, **(pupils or {})}
    entry.choices, entry.rev = choices.kept(), entry.rev + 1
    await work.session.flush()
    return await understand(work, entry)
