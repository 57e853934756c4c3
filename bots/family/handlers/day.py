"""A child's day, and one lesson of it."""

from bots.family.screens.day import day_screen
from bots.family.screens.lesson import lesson_screen
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.diary_pages import OpenChildLesson
from core.actions.family import OpenChildDay
from core.diary.day import child_day
from core.diary.lesson import child_lesson

handlers = Handlers()


@handlers.press(OpenChildDay)
async def open_day(chat: Chat, action: OpenChildDay) -> None:
    async with chat.work() as work:
        day = await child_day(work, action.pupil, action.day)
    await chat.show(day_screen(day, chat.t))


@handlers.press(OpenChildLesson)
async def open_lesson(chat: Chat, action: OpenChildLesson) -> None:
    async with chat.work() as work:
        lesson = await child_lesson(work, action.pupil, action.lesson)
    await chat.show(lesson_screen(lesson, chat.t))
