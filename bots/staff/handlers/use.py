"""Who looks into the diary: a class, the school."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import use as screens
from core.actions.diary import OpenUse
from core.actions.use import OpenSchoolUse
from core.use import reading

handlers = Handlers()


@handlers.press(OpenUse)
async def open_class(chat: Chat, action: OpenUse) -> None:
    async with chat.work() as work:
        found = await reading.class_use(work, action.class_id)
    await chat.show(screens.class_screen(found, chat.t))


@handlers.press(OpenSchoolUse)
async def open_school(chat: Chat, action: OpenSchoolUse) -> None:
    async with chat.work() as work:
        found = await reading.school_use(work, action.span)
    await chat.show(screens.school_screen(found, action.page, chat.t))
