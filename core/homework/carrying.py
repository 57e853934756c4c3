"""Homework entered after its window (J6)."""

from core.actions.homework import (
    AddTaskFiles,
    GivePlanned,
    RemoveTaskFile,
    RewriteTask,
    SayNoHomework,
    SetDueLesson,
    SetEverybody,
    SetTaskMinutes,
    SetTaskPupil,
    WithdrawTask,
    WriteDue,
    WriteHomework,
)
from core.app import Work
from core.errors.entries import EntryOverlapped
from core.homework import changing, giving
from core.requests.registry import carries_out, require_written


@carries_out(WriteHomework, "homework-give")
async def give(work: Work, action: WriteHomework, words: str) -> None:
    files = work.files
    source = f"kept-{files[0]}" if files else None
    await giving.give(work, action.lesson, words, files, source=source)


@carries_out(GivePlanned, "homework-give")
async def give_planned(work: Work, action: GivePlanned, _: str) -> None:
    await giving.give_planned(work, action.lesson, action.line)


@carries_out(SayNoHomework, "homework-none")
async def say_none(work: Work, action: SayNoHomework, _: str) -> None:
    page = await giving.say_none(work, action.lesson, none=action.none)
    if page.none_given != action.none:
        raise EntryOverlapped


@carries_out(RewriteTask, "homework-change")
async def rewrite(work: Work, action: RewriteTask, words: str) -> None:
    require_written(await changing.rewrite(work, action.task, words, seen=action.rev))


@carries_out(SetDueLesson, "homework-change")
async def set_due(work: Work, action: SetDueLesson, _: str) -> None:
    require_written(await changing.set_due_lesson(work, action.task, action.due, seen=action.rev))


@carries_out(WriteDue, "homework-change")
async def write_due(work: Work, action: WriteDue, words: str) -> None:
    require_written(await changing.write_due(work, action.task, words, seen=action.rev))


@carries_out(SetTaskMinutes, "homework-change")
async def set_minutes(work: Work, action: SetTaskMinutes, _: str) -> None:
    require_written(await changing.set_minutes(work, action.task, action.minutes, seen=action.rev))


@carries_out(SetTaskPupil, "homework-change")
async def set_pupil(work: Work, action: SetTaskPupil, _: str) -> None:
    require_written(await changing.set_pupil(work, action.task, action.pupil, chosen=action.chosen, seen=action.rev))


@carries_out(SetEverybody, "homework-change")
async def set_everybody(work: Work, action: SetEverybody, _: str) -> None:
    require_written(await changing.set_everybody(work, action.task, seen=action.rev))


@carries_out(AddTaskFiles, "homework-change")
async def add_files(work: Work, action: AddTaskFiles, _: str) -> None:
    await changing.add_files(work, action.task, work.files)


@carries_out(RemoveTaskFile, "homework-change")
async def remove_file(work: Work, action: RemoveTaskFile, _: str) -> None:
    await changing.remove_file(work, action.task, action.file)


@carries_out(WithdrawTask, "homework-withdraw")
async def withdraw(work: Work, action: WithdrawTask, _: str) -> None:
    require_written(await changing.withdraw(work, action.task, seen=action.rev))
