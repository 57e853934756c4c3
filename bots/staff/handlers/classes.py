"""The pages of others: a class's day."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import classes as screens
from core.actions.roll import OpenClassDay
from core.days import class_day

handlers = Handlers()


@handlers.press(OpenClassDay)
async def open_class_day(chat: Chat, action: OpenClassDay) -> None:
    async with chat.work() as work:
        day = await class_day.class_day(work, action.class_id, action.day)
    await chat.show(screens.class_day(day, chat.t))
