"""A child's day."""

from bots.family.screens.day import day_screen
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.family import OpenChildDay
from core.diary.day import child_day

handlers = Handlers()


@handlers.press(OpenChildDay)
async def open_day(chat: Chat, action: OpenChildDay) -> None:
    async with chat.work() as work:
        day = await child_day(work, action.pupil, action.day)
    await chat.show(day_screen(day, chat.t))
