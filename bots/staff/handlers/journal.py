"""The class journal: which page, a page as a picture, its lessons, its spreadsheet."""

import asyncio

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import journal as screens
from core.actions.journal import (
    OpenClassJournals,
    OpenJournalLessons,
    OpenJournalPeriod,
    OpenOwnJournals,
    OpenSchoolJournals,
    SendJournalSheet,
)
from core.actions.page import OpenJournal, OpenJournals
from core.journal import pages, reading
from core.journal.page import JournalPage
from documents.class_journal import journal_picture
from documents.class_journal_sheet import journal_sheet, sheet_name

handlers = Handlers()


@handlers.press(OpenJournals)
async def open_journals(chat: Chat, _: OpenJournals) -> None:
    await open_own(chat, OpenOwnJournals())


@handlers.press(OpenOwnJournals)
async def open_own(chat: Chat, action: OpenOwnJournals) -> None:
    async with chat.work() as work:
        shelf = await pages.shelf(work)
    await chat.show(screens.shelf_screen(shelf, action.first, chat.t))


@handlers.press(OpenClassJournals)
async def open_class(chat: Chat, action: OpenClassJournals) -> None:
    async with chat.work() as work:
        shelf = await pages.class_pages(work, action.class_id)
    await chat.show(screens.class_screen(shelf, action.first, chat.t))


@handlers.press(OpenSchoolJournals)
async def open_school(chat: Chat, action: OpenSchoolJournals) -> None:
    async with chat.work() as work:
        classes = await pages.school_classes(work)
    await chat.show(screens.school_screen(classes, action.first, chat.t))


@handlers.press(OpenJournal)
async def open_month(chat: Chat, action: OpenJournal) -> None:
    async with chat.work() as work:
        page = await reading.month_page(work, action.load, action.month)
    await show_page(chat, page)


@handlers.press(OpenJournalPeriod)
async def open_period(chat: Chat, action: OpenJournalPeriod) -> None:
    async with chat.work() as work:
        page = await reading.period_page(work, action.load, action.period)
    await show_page(chat, page)


async def show_page(chat: Chat, page: JournalPage) -> None:
    """The picture with its caption; in words alone when there is nothing to draw."""
    screen = screens.page_screen(page, chat.t)
    if not page.lessons:
        await chat.show(screen)
        return
    await chat.show_photo(await asyncio.to_thread(journal_picture, page, chat.t), screen)


@handlers.press(OpenJournalLessons)
async def open_lessons(chat: Chat, action: OpenJournalLessons) -> None:
    async with chat.work() as work:
        page = await reading.page_of(work, action.load, action.month, action.period)
    await chat.show(screens.lessons_screen(page, action.first, chat.t))


@handlers.press(SendJournalSheet)
async def send_sheet(chat: Chat, action: SendJournalSheet) -> None:
    async with chat.work() as work:
        page = await reading.page_of(work, action.load, action.month, action.period)
    sheet = await asyncio.to_thread(journal_sheet, page, chat.t)
    await chat.send_file(sheet, sheet_name(page, chat.t), screens.sheet_caption(page, chat.t))
    await chat.toast(chat.t.plain("journal-sheet-sent"))
