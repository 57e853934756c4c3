"""What comes to this phone by itself, and when."""

from collections.abc import Awaitable, Callable

from bots.family.screens import notice_settings as screens
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.shared.quiet import quiet_hour
from core import notice_choices, preferences
from core.actions.diary import OpenNoticeSettings
from core.actions.family import ChooseQuiet, SetQuiet
from core.actions.notice_settings import (
    ChooseEveningCard,
    ChooseMarkNotices,
    SetEveningCard,
    SetHomeworkNews,
    SetMarkNotices,
    SetTimetableNews,
    SetWeekCard,
)
from core.app import Work

handlers = Handlers()


@handlers.press(OpenNoticeSettings)
async def open_choices(chat: Chat, _action: OpenNoticeSettings) -> None:
    async with chat.work() as work:
        chosen = await notice_choices.notice_choices(work)
    await chat.show(screens.choices_screen(chosen, chat.t))


@handlers.press(ChooseMarkNotices)
async def choose_marks(chat: Chat, _action: ChooseMarkNotices) -> None:
    async with chat.work() as work:
        chosen = await notice_choices.notice_choices(work)
    await chat.show(screens.marks_screen(chosen, chat.t))


@handlers.press(ChooseEveningCard)
async def choose_evening(chat: Chat, _action: ChooseEveningCard) -> None:
    async with chat.work() as work:
        chosen = await notice_choices.notice_choices(work)
    await chat.show(screens.evening_screen(chosen, chat.t))


@handlers.press(ChooseQuiet)
async def choose_quiet(chat: Chat, _action: ChooseQuiet) -> None:
    async with chat.work() as work:
        chosen = await notice_choices.notice_choices(work)
    await chat.show(screens.quiet_screen(chosen, chat.t))


@handlers.press(SetMarkNotices)
async def set_marks(chat: Chat, action: SetMarkNotices) -> None:
    await _set(chat, lambda work: notice_choices.set_mark_notices(work, action.mode))


@handlers.press(SetEveningCard)
async def set_evening(chat: Chat, action: SetEveningCard) -> None:
    await _set(chat, lambda work: notice_choices.set_evening_card(work, action.hour))


@handlers.press(SetWeekCard)
async def set_week(chat: Chat, action: SetWeekCard) -> None:
    await _set(chat, lambda work: notice_choices.set_week_card(work, on=action.on))


@handlers.press(SetHomeworkNews)
async def set_homework(chat: Chat, action: SetHomeworkNews) -> None:
    await _set(chat, lambda work: notice_choices.set_homework_news(work, on=action.on))


@handlers.press(SetTimetableNews)
async def set_timetable(chat: Chat, action: SetTimetableNews) -> None:
    await _set(chat, lambda work: notice_choices.set_timetable_news(work, on=action.on))


@handlers.press(SetQuiet)
async def set_quiet(chat: Chat, action: SetQuiet) -> None:
    first, last = quiet_hour(action.from_hour), quiet_hour(action.to_hour)
    await _set(chat, lambda work: preferences.set_quiet(work, first, last))


async def _set(chat: Chat, choose: Callable[[Work], Awaitable[None]]) -> None:
    async with chat.work() as work:
        await choose(work)
        chosen = await notice_choices.notice_choices(work)
    await chat.show(screens.choices_screen(chosen, chat.t), chat.t.plain("done-toast"))
