"""«Здесь ошибка»: asked, said, looked at, taken back."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bots.family.handlers import entry
from bots.family.screens import reports as screens
from bots.shared.chat import Chat
from bots.shared.contact_lines import says_phone
from bots.shared.entry import code_in_text
from bots.shared.handlers import Handlers
from core.actions.diary import OpenChildReports, OpenReport, ReportAttendance, ReportMark
from core.actions.reports import WithdrawReport
from core.errors import TextTooLong, WordsWrong
from core.reports.reading import child_reports, open_report
from core.reports.writing import (
    Reportable,
    Reported,
    attendance_to_report,
    mark_to_report,
    report_attendance,
    report_mark,
    withdraw_report,
)

A = TypeVar("A", ReportMark, ReportAttendance)
Ask = Callable[[Chat, A], Awaitable[None]]
InWords = Callable[[Chat, A, str], Awaitable[None]]

handlers = Handlers()


def in_words(ask: Ask[A]) -> Callable[[InWords[A]], Ask[A]]:
    """Give the handler the words of the answer, a file's caption too; what does not fit is said and asked again."""

    def wrap(handler: InWords[A]) -> Ask[A]:
        async def answered(chat: Chat, action: A) -> None:
            words = chat.message.text or chat.message.caption
            if not words:
                chat.first_said = chat.t("report-words-only")
                await ask(chat, action)
            elif code_in_text(chat) and not says_phone(action, words):
                await entry.text(chat)
            else:
                await _mending(chat, handler, action, words, ask)

        return answered

    return wrap


async def _mending(chat: Chat, handler: InWords[A], action: A, words: str, ask: Ask[A]) -> None:
    try:
        await handler(chat, action, words)
    except (TextTooLong, WordsWrong) as error:
        chat.first_said = chat.t(f"error-{error.code}", **error.facts)
        await ask(chat, action)


@handlers.press(ReportMark)
async def ask_of_mark(chat: Chat, action: ReportMark) -> None:
    async with chat.work() as work:
        wrong = await mark_to_report(work, action.pupil, action.mark)
    await _ask(chat, action, wrong)


@handlers.answer(ReportMark)
@in_words(ask_of_mark)
async def take_of_mark(chat: Chat, action: ReportMark, words: str) -> None:
    async with chat.work() as work:
        done = await report_mark(work, action.pupil, action.mark, words)
    await _say_made(chat, done)


@handlers.press(ReportAttendance)
async def ask_of_attendance(chat: Chat, action: ReportAttendance) -> None:
    async with chat.work() as work:
        wrong = await attendance_to_report(work, action.pupil, action.lesson)
    await _ask(chat, action, wrong)


@handlers.answer(ReportAttendance)
@in_words(ask_of_attendance)
async def take_of_attendance(chat: Chat, action: ReportAttendance, words: str) -> None:
    async with chat.work() as work:
        done = await report_attendance(work, action.pupil, action.lesson, words)
    await _say_made(chat, done)


@handlers.press(OpenChildReports)
async def open_list(chat: Chat, action: OpenChildReports) -> None:
    async with chat.work() as work:
        found = await child_reports(work, action.pupil)
    await chat.show(screens.reports_screen(found, chat.t))


@handlers.press(OpenReport)
async def open_one(chat: Chat, action: OpenReport) -> None:
    await _show(chat, action.report)


@handlers.press(WithdrawReport)
async def withdraw(chat: Chat, action: WithdrawReport) -> None:
    async with chat.work() as work:
        report, done = await withdraw_report(work, action.report, seen=action.rev)
    toast = chat.t.plain("report-withdrawn-toast" if done else "report-settled-toast")
    await chat.show(screens.report_screen(report, chat.t), toast)


async def _ask(chat: Chat, action: ReportMark | ReportAttendance, wrong: Reportable) -> None:
    """Ask what is wrong; an entry that is reported already shows where that stands."""
    if wrong.report is not None:
        await _show(chat, wrong.report, chat.t.plain("report-open-toast"))
    else:
        await chat.ask(screens.question(wrong, chat.t), action, chat.t.plain("report-ask-short"))


async def _show(chat: Chat, report_id: int, toast: str = "") -> None:
    async with chat.work() as work:
        report = await open_report(work, report_id)
    await chat.show(screens.report_screen(report, chat.t), toast)


async def _say_made(chat: Chat, done: Reported) -> None:
    await chat.send(screens.report_screen(done.report, chat.t).under(chat.t(f"report-made-{done.made}")))
