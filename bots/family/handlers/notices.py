"""Absence notices: pressed, written and photographed."""

from bots.family.handlers.notice_words import in_words, say_result
from bots.family.screens import notices as screens
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.notices import (
    AskWithdraw,
    ChooseDates,
    ChooseNewReason,
    ChooseReason,
    GiveNotice,
    OpenNotice,
    OpenNotices,
    SetNoticeReason,
    WithdrawNotice,
    WriteDates,
    WriteNewDates,
    WriteNoticeNote,
    WriteReason,
)
from core.notices import writing
from core.notices.cards import open_notice, open_notices, own_child, require_guardian
from core.notices.papers import newest_loose
from core.rules.dates import DateRange, allowed, parse_range
from core.terms import AbsenceReason

handlers = Handlers()


@handlers.press(OpenNotices)
async def open_list(chat: Chat, action: OpenNotices) -> None:
    async with chat.work() as work:
        absences = await open_notices(work, action.pupil)
    bare = absences.may_write and not absences.notices
    await chat.show((screens.dates_screen if bare else screens.list_screen)(absences, chat.t))


@handlers.press(OpenNotice)
async def open_one(chat: Chat, action: OpenNotice) -> None:
    async with chat.work() as work:
        card, loose = await open_notice(work, action.notice), await newest_loose(work)
    await chat.show(screens.card_screen(card, chat.t, loose))


@handlers.press(ChooseDates)
async def choose_dates(chat: Chat, action: ChooseDates) -> None:
    async with chat.work() as work:
        require_guardian(work, action.pupil)
        absences = await open_notices(work, action.pupil)
    await chat.show(screens.dates_screen(absences, chat.t))


@handlers.press(WriteDates)
async def write_dates(chat: Chat, action: WriteDates) -> None:
    async with chat.work() as work:
        name = await own_child(work, action.pupil)
    await chat.ask(screens.dates_question(name, chat.t), action, chat.t.plain("notice-dates-example"))


@handlers.answer(WriteDates)
@in_words
async def dates_written(chat: Chat, action: WriteDates, words: str) -> None:
    async with chat.work() as work:
        name = await own_child(work, action.pupil)
        span = parse_range(words, work.today)
    await chat.show(screens.reason_screen(action.pupil, name, span, chat.t))


@handlers.press(ChooseReason)
async def choose_reason(chat: Chat, action: ChooseReason) -> None:
    async with chat.work() as work:
        name = await own_child(work, action.pupil)
        span = allowed(DateRange(action.starts, action.ends), work.today)
    await chat.show(screens.reason_screen(action.pupil, name, span, chat.t))


@handlers.press(GiveNotice)
async def give(chat: Chat, action: GiveNotice) -> None:
    span = DateRange(action.starts, action.ends)
    async with chat.work() as work:
        result = await writing.give_notice(work, action.pupil, span, action.reason)
        loose = await newest_loose(work)
    await say_result(chat, result, "given", loose)


@handlers.press(WriteReason)
async def write_reason(chat: Chat, action: WriteReason) -> None:
    async with chat.work() as work:
        name = await own_child(work, action.pupil)
        span = allowed(DateRange(action.starts, action.ends), work.today)
    await chat.ask(screens.question("notice-ask-reason", name, span, chat.t), action)


@handlers.answer(WriteReason)
@in_words
async def reason_written(chat: Chat, action: WriteReason, words: str) -> None:
    span = DateRange(action.starts, action.ends)
    async with chat.work() as work:
        result = await writing.give_notice(work, action.pupil, span, AbsenceReason.EXCUSED, words)
        loose = await newest_loose(work)
    await say_result(chat, result, "given", loose)


@handlers.press(WriteNewDates)
async def write_new_dates(chat: Chat, action: WriteNewDates) -> None:
    async with chat.work() as work:
        card = await writing.changeable(work, action.notice)
    question = screens.question("notice-ask-new-dates", card.given_name, card, chat.t)
    await chat.ask(question, action, chat.t.plain("notice-dates-example"))


@handlers.answer(WriteNewDates)
@in_words
async def new_dates_written(chat: Chat, action: WriteNewDates, words: str) -> None:
    async with chat.work() as work:
        card = await writing.changeable(work, action.notice)
        span = parse_range(words, work.today, min(card.starts, work.today))
        result = await writing.change_dates(work, action.notice, action.rev, span)
    await say_result(chat, result, "changed")


@handlers.press(ChooseNewReason)
async def choose_new_reason(chat: Chat, action: ChooseNewReason) -> None:
    async with chat.work() as work:
        card = await writing.changeable(work, action.notice)
    await chat.show(screens.new_reason_screen(card, chat.t))


@handlers.press(SetNoticeReason)
async def set_reason(chat: Chat, action: SetNoticeReason) -> None:
    async with chat.work() as work:
        result = await writing.change_reason(work, action.notice, action.rev, action.reason)
    await say_result(chat, result, "changed")


@handlers.press(WriteNoticeNote)
async def write_note(chat: Chat, action: WriteNoticeNote) -> None:
    async with chat.work() as work:
        card = await writing.changeable(work, action.notice)
    await chat.ask(screens.question("notice-ask-note", card.given_name, card, chat.t), action)


@handlers.answer(WriteNoticeNote)
@in_words
async def note_written(chat: Chat, action: WriteNoticeNote, words: str) -> None:
    async with chat.work() as work:
        result = await writing.change_note(work, action.notice, action.rev, words)
    await say_result(chat, result, "changed")


@handlers.press(AskWithdraw)
async def ask_withdraw(chat: Chat, action: AskWithdraw) -> None:
    async with chat.work() as work:
        card = await writing.changeable(work, action.notice)
    await chat.show(screens.withdraw_screen(card, chat.t))


@handlers.press(WithdrawNotice)
async def withdraw(chat: Chat, action: WithdrawNotice) -> None:
    async with chat.work() as work:
        result = await writing.withdraw(work, action.notice, action.rev)
    await say_result(chat, result, "taken-back")
