"""Families' reports of wrong entries: those that wait, and their answers."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import reports as screens
from core.actions.diary import OpenStaffReports
from core.actions.reports import AnswerCorrected, AnswerStands, OpenStaffReport
from core.errors import AccessDenied
from core.reports.answering import answer_corrected, answer_stands
from core.reports.reading import open_staff_report, waiting_reports

handlers = Handlers()


@handlers.press(OpenStaffReports)
async def open_waiting(chat: Chat, _: OpenStaffReports) -> None:
    async with chat.work() as work:
        found = await waiting_reports(work)
    await chat.show(screens.waiting_screen(found, chat.t))


@handlers.press(OpenStaffReport)
async def open_one(chat: Chat, action: OpenStaffReport) -> None:
    async with chat.work() as work:
        report = await open_staff_report(work, action.report)
    await chat.show(screens.report_screen(report, chat.t))


@handlers.press(AnswerStands)
async def ask_why(chat: Chat, action: AnswerStands) -> None:
    async with chat.work() as work:
        report = await open_staff_report(work, action.report)
    if not report.card.open:
        await chat.show(screens.report_screen(report, chat.t), chat.t.plain("staff-report-already-toast"))
    elif not report.may_answer:
        raise AccessDenied(report=action.report)
    else:
        await chat.ask(screens.question(report, chat.t), action, chat.t.plain("staff-report-ask-short"))


@handlers.answer(AnswerStands)
@in_words(ask_why)
async def take_why(chat: Chat, action: AnswerStands, words: str) -> None:
    async with chat.work() as work:
        report, outcome = await answer_stands(work, action.report, words)
    await chat.send(screens.report_screen(report, chat.t).under(chat.t(f"staff-report-answered-{outcome}")))


@handlers.press(AnswerCorrected)
async def corrected(chat: Chat, action: AnswerCorrected) -> None:
    async with chat.work() as work:
        report, outcome = await answer_corrected(work, action.report, seen=action.rev)
    await chat.show(screens.report_screen(report, chat.t), chat.t.plain(f"staff-report-{outcome}-toast"))
