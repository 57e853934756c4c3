"""Taking the roll."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import roll as screens
from core.actions.roll import AllPresent, CorrectRoll, Mark, OpenMinutes, OpenRoll, ReopenRoll, SetMinutes, TakeRoll
from core.errors import NothingThere
from core.errors.entries import EntryWindowClosed
from core.roll import attendance, late
from core.roll.sheet import RollSheet
from core.terms import Presence

handlers = Handlers()


async def show_sheet(chat: Chat, sheet: RollSheet) -> None:
    """The sheet in place, with a toast when the tap met something."""
    await chat.show(screens.sheet_screen(sheet, chat.t), screens.note_toast(sheet, chat.t))


@handlers.press(OpenRoll)
async def open_roll(chat: Chat, action: OpenRoll) -> None:
    async with chat.work() as work:
        sheet = await late.open_sheet(work, action.lesson)
    await show_sheet(chat, sheet)


@handlers.press(CorrectRoll)
async def open_late_roll(chat: Chat, action: CorrectRoll) -> None:
    await open_roll(chat, OpenRoll(action.lesson))


@handlers.press(Mark)
async def mark(chat: Chat, action: Mark) -> None:
    try:
        async with chat.work() as work:
            sheet = await attendance.mark(work, action.lesson, action.pupil, action.presence, seen=action.rev)
    except EntryWindowClosed as refusal:
        sheet = await _wish(chat, action, refusal)
    await show_sheet(chat, sheet)


@handlers.press(OpenMinutes)
async def open_minutes(chat: Chat, action: OpenMinutes) -> None:
    async with chat.work() as work:
        sheet = await late.open_sheet(work, action.lesson)
    line = sheet.line(action.pupil)
    if line is None:
        raise NothingThere
    await chat.show(screens.minutes_screen(sheet, line, chat.t))


@handlers.press(SetMinutes)
async def set_minutes(chat: Chat, action: SetMinutes) -> None:
    try:
        async with chat.work() as work:
            sheet = await attendance.mark(
                work, action.lesson, action.pupil, Presence.LATE, seen=action.rev, minutes=action.minutes
            )
    except EntryWindowClosed as refusal:
        sheet = await _wish(chat, action, refusal)
    await show_sheet(chat, sheet)


@handlers.press(TakeRoll)
async def take_roll(chat: Chat, action: TakeRoll) -> None:
    async with chat.work() as work:
        sheet = await attendance.take_roll(work, action.lesson, seen=action.seen)
    await show_sheet(chat, sheet)


@handlers.press(AllPresent)
async def all_present(chat: Chat, action: AllPresent) -> None:
    async with chat.work() as work:
        sheet = await attendance.take_roll(work, action.lesson, seen=action.seen, all_present=True)
    await show_sheet(chat, sheet)


@handlers.press(ReopenRoll)
async def reopen_roll(chat: Chat, action: ReopenRoll) -> None:
    async with chat.work() as work:
        sheet = await attendance.reopen_roll(work, action.lesson, rev=action.rev)
    await show_sheet(chat, sheet)


async def _wish(chat: Chat, tap: Mark | SetMinutes, refusal: EntryWindowClosed) -> RollSheet:
    """After the window: the tap is kept for the lesson's one request."""
    async with chat.work() as work:
        return await late.wish(work, tap, refusal)
