"""A child's week."""

from bots.family.screens.week import week_screen
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.diary import OpenChildWeek
from core.diary.week import child_week

handlers = Handlers()


@handlers.press(OpenChildWeek)
async def open_week(chat: Chat, action: OpenChildWeek) -> None:
    async with chat.work() as work:
        week = await child_week(work, action.pupil, action.day)
    await chat.show(week_screen(week, chat.t))
