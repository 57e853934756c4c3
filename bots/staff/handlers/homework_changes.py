"""One homework changed with taps: words, day, minutes, pupils; taken back."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import homework as screens
from bots.staff.screens import homework_parts as parts
from core.actions.homework import (
    AskWithdrawTask,
    ChooseDue,
    ChooseMinutes,
    ChoosePupils,
    RewriteTask,
    SetDueLesson,
    SetEverybody,
    SetTaskMinutes,
    SetTaskPupil,
    WithdrawTask,
    WriteDue,
)
from core.homework import changing
from core.homework.day_load import overloads_with
from core.homework.tasks import lesson_tasks

handlers = Handlers()


@handlers.press(RewriteTask)
async def ask_rewrite(chat: Chat, action: RewriteTask) -> None:
    """Asks with the revision that stands now: the question shows those words."""
    async with chat.work() as work:
        found = await changing.open_task(work, action.task)
    await chat.ask(screens.rewrite_question(found.task, chat.t), RewriteTask(action.task, found.task.rev))


@handlers.answer(RewriteTask)
@in_words(ask_rewrite)
async def rewritten(chat: Chat, action: RewriteTask, words: str) -> None:
    async with chat.work() as work:
        found = await changing.rewrite(work, action.task, words, seen=action.rev)
        over = await overloads_with(work, found)
    if found.note == "changed":
        chat.first_said = chat.t("homework-typed-changed")
        await ask_rewrite(chat, action)
        return
    await chat.send(screens.task_screen(found, over, chat.t).under(screens.note_toast(found, chat.t)))


@handlers.press(ChooseDue)
async def choose_due(chat: Chat, action: ChooseDue) -> None:
    async with chat.work() as work:
        found, choices = await changing.due_choices(work, action.task)
    await chat.show(screens.due_screen(found, choices, chat.t))


@handlers.press(SetDueLesson)
async def set_due(chat: Chat, action: SetDueLesson) -> None:
    async with chat.work() as work:
        found = await changing.set_due_lesson(work, action.task, action.due, seen=action.rev)
        over = await overloads_with(work, found)
    await chat.show(screens.task_screen(found, over, chat.t), screens.note_toast(found, chat.t))


@handlers.press(WriteDue)
async def ask_due(chat: Chat, action: WriteDue) -> None:
    async with chat.work() as work:
        found = await changing.open_task(work, action.task)
    asked = WriteDue(action.task, found.task.rev)
    await chat.ask(chat.t("homework-ask-due"), asked, chat.t.plain("homework-ask-due-short"))


@handlers.answer(WriteDue)
@in_words(ask_due)
async def due_written(chat: Chat, action: WriteDue, words: str) -> None:
    async with chat.work() as work:
        found = await changing.write_due(work, action.task, words, seen=action.rev)
        over = await overloads_with(work, found)
    await chat.send(screens.task_screen(found, over, chat.t).under(screens.note_toast(found, chat.t)))


@handlers.press(ChooseMinutes)
async def choose_minutes(chat: Chat, action: ChooseMinutes) -> None:
    async with chat.work() as work:
        found = await changing.open_task(work, action.task)
    await chat.show(screens.minutes_screen(found, chat.t))


@handlers.press(SetTaskMinutes)
async def set_minutes(chat: Chat, action: SetTaskMinutes) -> None:
    async with chat.work() as work:
        found = await changing.set_minutes(work, action.task, action.minutes, seen=action.rev)
        over = await overloads_with(work, found)
    await chat.show(screens.task_screen(found, over, chat.t), screens.note_toast(found, chat.t))


@handlers.press(ChoosePupils)
async def choose_pupils(chat: Chat, action: ChoosePupils) -> None:
    async with chat.work() as work:
        found, pupils = await changing.pupil_choices(work, action.task)
    await chat.show(parts.pupils_screen(found, pupils, chat.t))


@handlers.press(SetTaskPupil)
async def set_pupil(chat: Chat, action: SetTaskPupil) -> None:
    async with chat.work() as work:
        found = await changing.set_pupil(work, action.task, action.pupil, chosen=action.chosen, seen=action.rev)
        _, pupils = await changing.pupil_choices(work, action.task)
    await chat.show(parts.pupils_screen(found, pupils, chat.t), screens.note_toast(found, chat.t))


@handlers.press(SetEverybody)
async def set_everybody(chat: Chat, action: SetEverybody) -> None:
    async with chat.work() as work:
        found = await changing.set_everybody(work, action.task, seen=action.rev)
        over = await overloads_with(work, found)
    await chat.show(screens.task_screen(found, over, chat.t), screens.note_toast(found, chat.t))


@handlers.press(AskWithdrawTask)
async def ask_withdraw(chat: Chat, action: AskWithdrawTask) -> None:
    async with chat.work() as work:
        found = await changing.open_task(work, action.task)
    await chat.show(screens.withdraw_screen(found, chat.t))


@handlers.press(WithdrawTask)
async def withdraw(chat: Chat, action: WithdrawTask) -> None:
    async with chat.work() as work:
        found = await changing.withdraw(work, action.task, seen=action.rev)
        page = await lesson_tasks(work, found.task.lesson_id)
    said = chat.t.plain("homework-note-changed" if found.note == "changed" else "homework-withdrawn")
    await chat.show(screens.lesson_screen(page, chat.t), said)
