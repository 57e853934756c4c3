"""A child's timetable."""

from bots.family.screens import timetable as screens
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.child_school import OpenChildCalendar
from core.actions.diary import OpenChildTimetable
from core.diary.timetable import child_calendar, child_week

handlers = Handlers()


@handlers.press(OpenChildTimetable)
async def open_week(chat: Chat, action: OpenChildTimetable) -> None:
    async with chat.work() as work:
        week = await child_week(work, action.pupil, action.day)
    await chat.show(screens.week_screen(week, chat.t))


@handlers.press(OpenChildCalendar)
async def open_calendar(chat: Chat, action: OpenChildCalendar) -> None:
    async with chat.work() as work:
        shown = await child_calendar(work, action.pupil)
    await chat.show(screens.calendar_screen(shown, chat.t))
