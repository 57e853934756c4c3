"""Final marks of a study period and of the year."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import finals as screens
from core.actions.diary import OpenFinalMarks
from core.actions.finals import (
    OpenPupilFinal,
    OpenYearMarks,
    PreviewProposed,
    SetFinalMark,
    SetProposed,
    TakeFinalBack,
)
from core.errors import AccessDenied
from core.finals import reading, setting
from core.finals.page import FinalsPage

handlers = Handlers()


@handlers.press(OpenFinalMarks)
async def open_period(chat: Chat, action: OpenFinalMarks) -> None:
    async with chat.work() as work:
        page = await reading.open_finals(work, action.load, action.period)
    await chat.show(screens.page_screen(page, chat.t))


@handlers.press(OpenYearMarks)
async def open_year(chat: Chat, action: OpenYearMarks) -> None:
    async with chat.work() as work:
        page = await reading.open_year(work, action.load)
    await chat.show(screens.page_screen(page, chat.t))


@handlers.press(OpenPupilFinal)
async def open_pupil(chat: Chat, action: OpenPupilFinal) -> None:
    async with chat.work() as work:
        page = await reading.read_finals(work, action.load, action.period)
    line = page.line(action.pupil)
    if line is None:
        raise AccessDenied(load=action.load, pupil=action.pupil)
    await chat.show(screens.pupil_screen(page, line, chat.t))


@handlers.press(SetFinalMark)
async def set_final(chat: Chat, action: SetFinalMark) -> None:
    async with chat.work() as work:
        page = await setting.set_final(work, action.load, action.period, action.pupil, action.value, seen=action.rev)
    await _show_written(chat, page, action.pupil)


@handlers.press(TakeFinalBack)
async def take_back(chat: Chat, action: TakeFinalBack) -> None:
    async with chat.work() as work:
        page = await setting.set_final(work, action.load, action.period, action.pupil, None, seen=action.rev)
    await _show_written(chat, page, action.pupil)


@handlers.press(PreviewProposed)
async def preview(chat: Chat, action: PreviewProposed) -> None:
    async with chat.work() as work:
        page = await reading.read_finals(work, action.load, action.period)
    await chat.show(screens.preview_screen(page, chat.t))


@handlers.press(SetProposed)
async def set_proposed(chat: Chat, action: SetProposed) -> None:
    async with chat.work() as work:
        page = await setting.set_proposed(work, action.load, action.period, seen=action.seen)
    shown = screens.preview_screen if page.note == "changed" else screens.page_screen
    await chat.show(shown(page, chat.t), screens.proposed_toast(page, chat.t))


async def _show_written(chat: Chat, page: FinalsPage, pupil_id: int) -> None:
    await chat.show(screens.page_screen(page, chat.t), screens.set_toast(page, pupil_id, chat.t))
