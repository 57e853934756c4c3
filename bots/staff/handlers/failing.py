"""Failing pupils: the class, one pupil with the parents' letter, holding and sending it, the school."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import failing as screens
from core.actions.diary import OpenFailing
from core.actions.failing import HoldFailing, OpenFailingPupil, OpenFailingSchool, SendFailing
from core.failing import desk

handlers = Handlers()


@handlers.press(OpenFailing)
async def open_class(chat: Chat, action: OpenFailing) -> None:
    async with chat.work() as work:
        found = await desk.failing_class(work, action.class_id)
    await chat.show(screens.class_screen(found, chat.t))


@handlers.press(OpenFailingPupil)
async def open_pupil(chat: Chat, action: OpenFailingPupil) -> None:
    async with chat.work() as work:
        found = await desk.failing_pupil(work, action.pupil)
    await chat.show(screens.pupil_screen(found, chat.t))


@handlers.press(OpenFailingSchool)
async def open_school(chat: Chat, action: OpenFailingSchool) -> None:
    async with chat.work() as work:
        classes = await desk.failing_school(work)
    await chat.show(screens.school_screen(classes, action.page, chat.t))


@handlers.press(HoldFailing)
async def hold(chat: Chat, action: HoldFailing) -> None:
    async with chat.work() as work:
        found, outcome = await desk.hold(work, action.pupil, action.notice, action.day, action.rev)
    await chat.show(screens.pupil_screen(found, chat.t), chat.t.plain(f"failing-toast-{outcome}"))


@handlers.press(SendFailing)
async def send_now(chat: Chat, action: SendFailing) -> None:
    async with chat.work() as work:
        found, outcome = await desk.send_now(work, action.pupil, action.notice, action.rev)
    await chat.show(screens.pupil_screen(found, chat.t), chat.t.plain(f"failing-toast-{outcome}"))
