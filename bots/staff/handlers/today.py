"""«Сегодня», other days, the week."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import today as screens
from core.actions.roll import OpenDay, OpenWeek
from core.days import teaching_day

handlers = Handlers()


@handlers.press(OpenDay)
async def open_day(chat: Chat, action: OpenDay) -> None:
    async with chat.work() as work:
        day = await teaching_day.teaching_day(work, action.day)
    await chat.show(screens.day_screen(day, chat.t))


@handlers.command("today")
async def today(chat: Chat, _: str) -> None:
    await open_day(chat, OpenDay())


@handlers.press(OpenWeek)
async def open_week(chat: Chat, action: OpenWeek) -> None:
    async with chat.work() as work:
        week = await teaching_day.teaching_week(work, action.day)
    await chat.show(screens.week_screen(week, chat.t))
