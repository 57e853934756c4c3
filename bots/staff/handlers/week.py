"""The class leader's week: attendance corrected in a few taps."""

from datetime import date

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import week as screens
from core.actions.page import OpenWeekAttendance
from core.actions.week import (
    CorrectPresence,
    EndAbsence,
    EnterAbsence,
    ExplainDays,
    OpenIllness,
    OpenPupilDay,
    OpenPupilWeek,
    WriteAbsence,
)
from core.notices.by_school import Entered, end_absence, enter_absence
from core.roll.reasons import explain
from core.roll.week import correct, pupil_week, week_attendance
from core.rules.dates import parse_range

handlers = Handlers()


@handlers.press(OpenWeekAttendance)
async def open_week(chat: Chat, action: OpenWeekAttendance) -> None:
    async with chat.work() as work:
        week = await week_attendance(work, action.class_id, action.day)
    await chat.show(screens.week_screen(week, chat.t))


@handlers.press(OpenPupilWeek)
async def open_pupil(chat: Chat, action: OpenPupilWeek) -> None:
    await _show_pupil(chat, action.class_id, action.pupil, action.day)


@handlers.press(OpenPupilDay)
async def open_day(chat: Chat, action: OpenPupilDay) -> None:
    async with chat.work() as work:
        page = await pupil_week(work, action.class_id, action.pupil, action.day)
    await chat.show(screens.day_screen(page, action.day, chat.t))


@handlers.press(ExplainDays)
async def explain_days(chat: Chat, action: ExplainDays) -> None:
    """The whole list comes back after a reason, so that the next pupil is one tap away."""
    async with chat.work() as work:
        changed = await explain(work, action.class_id, action.pupil, action.first, action.last, action.reason)
        week = await week_attendance(work, action.class_id, action.first)
    await chat.show(screens.week_screen(week, chat.t), chat.t.plain("done-toast" if changed else "already-so"))


@handlers.press(CorrectPresence)
async def correct_presence(chat: Chat, action: CorrectPresence) -> None:
    async with chat.work() as work:
        lesson, note = await correct(
            work, action.class_id, action.lesson, action.pupil, action.presence, seen=action.rev
        )
        page = await pupil_week(work, action.class_id, action.pupil, lesson.day)
    toast = chat.t.plain(f"roll-note-{note}" if note else "done-toast")
    await chat.show(screens.day_screen(page, lesson.day, chat.t), toast)


@handlers.press(OpenIllness)
async def open_illness(chat: Chat, action: OpenIllness) -> None:
    async with chat.work() as work:
        page = await pupil_week(work, action.class_id, action.pupil, action.first)
    await chat.show(screens.illness_screen(page, action.first, chat.t))


@handlers.press(EnterAbsence)
async def enter(chat: Chat, action: EnterAbsence) -> None:
    async with chat.work() as work:
        entered = await enter_absence(work, action.class_id, action.pupil, action.starts, action.ends, action.reason)
    await _show_pupil(chat, action.class_id, action.pupil, action.starts, entered)


@handlers.press(WriteAbsence)
async def ask_days(chat: Chat, action: WriteAbsence) -> None:
    async with chat.work() as work:
        page = await pupil_week(work, action.class_id, action.pupil, action.since)
    question = chat.t("week-att-ask-days", name=page.pupil.name, since=action.since)
    await chat.ask(question, action, chat.t.plain("week-att-ask-days-short"))


@handlers.answer(WriteAbsence)
@in_words(ask_days)
async def take_days(chat: Chat, action: WriteAbsence, words: str) -> None:
    async with chat.work() as work:
        span = parse_range(words, work.today, action.since)
        await enter_absence(work, action.class_id, action.pupil, span.starts, span.ends, action.reason)
        page = await pupil_week(work, action.class_id, action.pupil, span.starts)
    await chat.send(screens.pupil_screen(page, chat.t))


@handlers.press(EndAbsence)
async def end(chat: Chat, action: EndAbsence) -> None:
    async with chat.work() as work:
        entered = await end_absence(work, action.class_id, action.notice, action.rev, action.last)
        today = work.today
    await _show_pupil(chat, action.class_id, action.pupil, today, entered)


async def _show_pupil(chat: Chat, class_id: int, pupil_id: int, day: date, entered: Entered | None = None) -> None:
    async with chat.work() as work:
        page = await pupil_week(work, class_id, pupil_id, day)
    toasts = {None: "", Entered.DONE: "done-toast", Entered.ALREADY: "already-so"}
    await chat.show(screens.pupil_screen(page, chat.t), chat.t.plain(toasts[entered]) if entered else "")
