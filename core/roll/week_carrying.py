"""The class leader's entries, carried out after their window."""

from core.actions.roll import SetReason, WriteNote
from core.actions.week import CorrectPresence, EnterAbsence, ExplainDays, WriteAbsence
from core.app import Work
from core.errors.entries import EntryOverlapped
from core.notices.by_school import Entered, enter_absence
from core.requests.registry import carries_out
from core.roll import absent_today
from core.roll.reasons import explain
from core.roll.week import correct
from core.rules.dates import parse_range


@carries_out(SetReason)
async def set_reason(work: Work, action: SetReason, _: str) -> None:
    _card, changed = await absent_today.set_reason(work, action.class_id, action.pupil, action.day, action.reason)
    _require(changed)


@carries_out(WriteNote)
async def write_note(work: Work, action: WriteNote, words: str) -> None:
    await absent_today.set_note(work, action.class_id, action.pupil, action.day, words)


@carries_out(ExplainDays)
async def explain_days(work: Work, action: ExplainDays, _: str) -> None:
    _require(await explain(work, action.class_id, action.pupil, action.first, action.last, action.reason))


@carries_out(CorrectPresence)
async def correct_presence(work: Work, action: CorrectPresence, _: str) -> None:
    _lesson, note = await correct(work, action.class_id, action.lesson, action.pupil, action.presence, seen=action.rev)
    _require(not note)


@carries_out(EnterAbsence)
async def enter(work: Work, action: EnterAbsence, _: str) -> None:
    done = await enter_absence(work, action.class_id, action.pupil, action.starts, action.ends, action.reason)
    _require(done is Entered.DONE)


@carries_out(WriteAbsence)
async def enter_written(work: Work, action: WriteAbsence, words: str) -> None:
    span = parse_range(words, work.today, action.since)
    done = await enter_absence(work, action.class_id, action.pupil, span.starts, span.ends, action.reason)
    _require(done is Entered.DONE)


def _require(written: bool) -> None:  # noqa: FBT001 - what came of a command
    if not written:
        raise EntryOverlapped
