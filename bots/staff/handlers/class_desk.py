"""What there is about a class beside its lessons."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import class_desk as screens
from core.actions.diary import OpenClassDesk
from core.timetable.class_desk import class_head

handlers = Handlers()


@handlers.press(OpenClassDesk)
async def open_desk(chat: Chat, action: OpenClassDesk) -> None:
    async with chat.work() as work:
        head = await class_head(work, action.class_id)
    await chat.show(screens.class_desk(head, chat.t))
