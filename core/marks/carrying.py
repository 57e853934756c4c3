"""Marks and works, carried out after their window."""

from core.actions.marks import (
    AnnounceWork,
    CallOffWork,
    ChangeMark,
    DropMarkComment,
    GiveMark,
    RemoveMark,
    SetMarkKind,
    SetWorkWeight,
    WriteMarkComment,
    WriteWorkWeight,
)
from core.app import Work
from core.marks import correcting, giving, rekinding, works
from core.marks.weights import from_hundredths, read_weight
from core.requests.registry import carries_out, require_written


@carries_out(GiveMark, "mark-give")
async def give(work: Work, action: GiveMark, _: str) -> None:
    require_written(await giving.give(work, action.lesson, action.pupil, action.kind, action.value, seen=action.rev))


@carries_out(ChangeMark, "mark-change")
async def change(work: Work, action: ChangeMark, _: str) -> None:
    require_written(await correcting.change(work, action.lesson, action.mark, action.value, seen=action.rev))


@carries_out(SetMarkKind, "mark-kind")
async def change_kind(work: Work, action: SetMarkKind, _: str) -> None:
    require_written(await rekinding.change_kind(work, action.lesson, action.mark, action.kind, seen=action.rev))


@carries_out(RemoveMark, "mark-remove")
async def remove(work: Work, action: RemoveMark, _: str) -> None:
    require_written(await correcting.remove(work, action.lesson, action.mark, seen=action.rev))


@carries_out(WriteMarkComment, "mark-comment")
async def comment(work: Work, action: WriteMarkComment, words: str) -> None:
    require_written(await correcting.comment(work, action.lesson, action.mark, words))


@carries_out(DropMarkComment, "mark-comment")
async def drop_comment(work: Work, action: DropMarkComment, _: str) -> None:
    require_written(await correcting.comment(work, action.lesson, action.mark, ""))


@carries_out(AnnounceWork, "work-announce")
async def announce(work: Work, action: AnnounceWork, _: str) -> None:
    require_written(await works.announce(work, action.lesson, action.kind))


@carries_out(CallOffWork, "work-call-off")
async def call_off(work: Work, action: CallOffWork, _: str) -> None:
    require_written(await works.call_off(work, action.lesson, action.kind))


@carries_out(SetWorkWeight, "work-weigh")
async def set_weight(work: Work, action: SetWorkWeight, _: str) -> None:
    weight, seen = from_hundredths(action.weight), from_hundredths(action.seen)
    require_written(await works.set_weight(work, action.lesson, action.kind, weight, seen=seen))


@carries_out(WriteWorkWeight, "work-weigh")
async def write_weight(work: Work, action: WriteWorkWeight, words: str) -> None:
    seen = from_hundredths(action.seen)
    require_written(await works.set_weight(work, action.lesson, action.kind, read_weight(words), seen=seen))
