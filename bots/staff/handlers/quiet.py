"""A staff member's quiet hours."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.shared.quiet import quiet_hour
from bots.staff.screens.quiet import quiet_screen
from core import preferences
from core.actions.notice_settings import ChooseStaffQuiet, SetStaffQuiet

handlers = Handlers()


@handlers.press(ChooseStaffQuiet)
async def choose_quiet(chat: Chat, _: ChooseStaffQuiet) -> None:
    async with chat.work() as work:
        chosen = await preferences.quiet_hours(work)
    await chat.show(quiet_screen(chosen, chat.t))


@handlers.press(SetStaffQuiet)
async def set_quiet(chat: Chat, action: SetStaffQuiet) -> None:
    chosen = quiet_hour(action.from_hour), quiet_hour(action.to_hour)
    async with chat.work() as work:
        await preferences.set_quiet(work, *chosen)
    await chat.show(quiet_screen(chosen, chat.t), chat.t.plain("done-toast"))
