"""A child's attendance."""

from bots.family.screens import attendance as screens
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.child_school import OpenAttendancePeriod, OpenMissedDay
from core.actions.diary import OpenChildAttendance
from core.diary.attendance import attendance_of_month, attendance_of_period, missed_day

handlers = Handlers()


@handlers.press(OpenChildAttendance)
async def open_month(chat: Chat, action: OpenChildAttendance) -> None:
    async with chat.work() as work:
        shown = await attendance_of_month(work, action.pupil, action.day)
    await chat.show(screens.attendance_screen(shown, chat.t))


@handlers.press(OpenAttendancePeriod)
async def open_period(chat: Chat, action: OpenAttendancePeriod) -> None:
    async with chat.work() as work:
        shown = await attendance_of_period(work, action.pupil, action.period)
    await chat.show(screens.attendance_screen(shown, chat.t))


@handlers.press(OpenMissedDay)
async def open_day(chat: Chat, action: OpenMissedDay) -> None:
    async with chat.work() as work:
        shown = await missed_day(work, action.pupil, action.day)
    await chat.show(screens.missed_day_screen(shown, chat.t))
