"""The page's entries, carried out after their window or against a soft rule."""

from core.actions.page import (
    ChooseIct,
    ChooseKind,
    EditRemark,
    WithdrawRemark,
    WriteIct,
    WriteRemark,
    WriteTasks,
    WriteTopic,
)
from core.app import Work
from core.page import remarks, writing
from core.requests.registry import carries_out, require_written


@carries_out(WriteTopic, "topic")
async def topic(work: Work, action: WriteTopic, words: str) -> None:
    require_written(await writing.write_topic(work, action.lesson, words, seen=action.rev))


@carries_out(ChooseKind, "kind")
async def kind(work: Work, action: ChooseKind, _: str) -> None:
    require_written(await writing.choose_kind(work, action.lesson, action.kind, seen=action.rev))


@carries_out(WriteTasks, "tasks")
async def tasks(work: Work, action: WriteTasks, words: str) -> None:
    require_written(await writing.write_tasks(work, action.lesson, words, seen=action.rev))


@carries_out(ChooseIct, "ict")
async def ict_tool(work: Work, action: ChooseIct, _: str) -> None:
    require_written(await writing.choose_ict(work, action.lesson, action.tool, seen=action.rev))


@carries_out(WriteIct, "ict")
async def ict(work: Work, action: WriteIct, words: str) -> None:
    require_written(await writing.write_ict(work, action.lesson, words, seen=action.rev))


@carries_out(WriteRemark, "remark")
async def remark(work: Work, action: WriteRemark, words: str) -> None:
    require_written(await remarks.give_remark(work, action.lesson, action.pupil, action.about, action.tone, words))


@carries_out(EditRemark, "remark-edit")
async def other_words(work: Work, action: EditRemark, words: str) -> None:
    require_written(await remarks.edit_remark(work, action.lesson, action.remark, words, seen=action.rev))


@carries_out(WithdrawRemark, "remark-withdraw")
async def taken_back(work: Work, action: WithdrawRemark, _: str) -> None:
    require_written(await remarks.withdraw_remark(work, action.lesson, action.remark, seen=action.rev))
