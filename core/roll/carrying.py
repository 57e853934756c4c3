"""The roll's entries, carried out after their window."""

from core.actions.roll import AllPresent, CorrectRoll, Mark, ReopenRoll, SetMinutes, TakeRoll
from core.app import Work
from core.requests.registry import carries_out, require_written
from core.roll import attendance, late
from core.terms import Presence


@carries_out(Mark, "roll-mark")
async def mark(work: Work, action: Mark, _: str) -> None:
    require_written(await attendance.mark(work, action.lesson, action.pupil, action.presence, seen=action.rev))


@carries_out(CorrectRoll, "roll-correct")
async def correct_roll(work: Work, action: CorrectRoll, words: str) -> None:
    require_written(await late.correct(work, action.lesson, words))


@carries_out(SetMinutes, "roll-mark")
async def set_minutes(work: Work, action: SetMinutes, _: str) -> None:
    sheet = await attendance.mark(
        work, action.lesson, action.pupil, Presence.LATE, seen=action.rev, minutes=action.minutes
    )
    require_written(sheet)


@carries_out(TakeRoll, "roll-take")
async def take_roll(work: Work, action: TakeRoll, _: str) -> None:
    require_written(await attendance.take_roll(work, action.lesson, seen=action.seen))


@carries_out(AllPresent, "roll-all")
async def all_present(work: Work, action: AllPresent, _: str) -> None:
    require_written(await attendance.take_roll(work, action.lesson, seen=action.seen, all_present=True))


@carries_out(ReopenRoll, "roll-reopen")
async def reopen_roll(work: Work, action: ReopenRoll, _: str) -> None:
    require_written(await attendance.reopen_roll(work, action.lesson, rev=action.rev))
