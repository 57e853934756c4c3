"""The groups of a subject: who is in which, and moving a pupil."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import groups as screens
from core.actions.journal import MoveToGroup, OpenGroupFrom, OpenGroupPupil
from core.actions.page import OpenGroup
from core.errors import AccessDenied
from core.groups import moving, reading

handlers = Handlers()


@handlers.press(OpenGroup)
async def open_group(chat: Chat, action: OpenGroup) -> None:
    await open_group_from(chat, OpenGroupFrom(action.load, 0))


@handlers.press(OpenGroupFrom)
async def open_group_from(chat: Chat, action: OpenGroupFrom) -> None:
    async with chat.work() as work:
        page = await reading.group_page(work, action.load)
    await chat.show(screens.group_screen(page, action.first, chat.t))


@handlers.press(OpenGroupPupil)
async def open_pupil(chat: Chat, action: OpenGroupPupil) -> None:
    async with chat.work() as work:
        page = await reading.group_page(work, action.load)
    pupil = page.pupil(action.pupil)
    if pupil is None or not pupil.may_move:
        raise AccessDenied(pupil=action.pupil)
    await chat.show(screens.pupil_screen(page, pupil, chat.t))


@handlers.press(MoveToGroup)
async def move(chat: Chat, action: MoveToGroup) -> None:
    async with chat.work() as work:
        page = await moving.move(work, action.load, action.pupil, action.target, action.day, seen=action.seen)
    await chat.show(screens.group_screen(page, 0, chat.t), screens.moved_toast(page, action.pupil, chat.t))
