"""A child's homework by date and by subject, and the pupil's ticks."""

from bots.family.screens.homework import task_screen
from bots.family.screens.homework_list import homework_screen, subjects_screen
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.diary import OpenChildHomework
from core.actions.diary_pages import ChooseHomeworkSubject, OpenHomeworkAt, TickInList, TickTask
from core.diary.done import tick, tick_in_list
from core.diary.homework_list import homework_list, homework_subjects

handlers = Handlers()


@handlers.press(OpenChildHomework)
async def open_ahead(chat: Chat, action: OpenChildHomework) -> None:
    async with chat.work() as work:
        shown = await homework_list(work, action.pupil, action.subject)
    await chat.show(homework_screen(shown, chat.t))


@handlers.press(OpenHomeworkAt)
async def open_at(chat: Chat, action: OpenHomeworkAt) -> None:
    async with chat.work() as work:
        shown = await homework_list(work, action.pupil, action.subject, action.day)
    await chat.show(homework_screen(shown, chat.t))


@handlers.press(ChooseHomeworkSubject)
async def choose_subject(chat: Chat, action: ChooseHomeworkSubject) -> None:
    async with chat.work() as work:
        shown = await homework_subjects(work, action.pupil)
    await chat.show(subjects_screen(shown, chat.t))


@handlers.press(TickTask)
async def tick_task(chat: Chat, action: TickTask) -> None:
    async with chat.work() as work:
        child = await tick(work, action.pupil, action.task, done=action.done)
    await chat.show(task_screen(child, chat.t))


@handlers.press(TickInList)
async def tick_listed(chat: Chat, action: TickInList) -> None:
    async with chat.work() as work:
        shown = await tick_in_list(
            work, action.pupil, action.task, done=action.done, subject_id=action.subject, day=action.day
        )
    await chat.show(homework_screen(shown, chat.t))
