"""Everything there is about a child."""

from bots.family.screens.menu import menu_screen
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.diary import OpenChildMenu
from core.diary.children import named_child

handlers = Handlers()


@handlers.press(OpenChildMenu)
async def open_menu(chat: Chat, action: OpenChildMenu) -> None:
    async with chat.work() as work:
        child, right = await named_child(work, action.pupil)
    await chat.show(menu_screen(child, chat.t, may_write=right.guardian_id is not None))
