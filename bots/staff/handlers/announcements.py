"""The staff's board of announcements: reading, answering."""

from bots.shared import announcement_board as screens
from bots.shared.announcement_board import Ways
from bots.shared.announcement_files import send_announcement_files
from bots.shared.captions import show_keeping_file
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens.announcement_watch import watch_rows
from bots.staff.screens.home import home_button
from core.actions.announcements import (
    AnswerAnnouncement,
    AskAnnouncementNumber,
    ChooseBoardAuthor,
    NewAnnouncement,
    OpenAnnouncement,
    OpenBoard,
    OpenBoardBy,
    SendAnnouncementFiles,
)
from core.actions.announcing import OpenMyAnnouncements
from core.announcements.board import authors, board
from core.announcements.facts import Announced, Board
from core.announcements.reading import acknowledge, announcement
from locales import Button

handlers = Handlers()
WAYS = Ways(
    OpenBoard,
    OpenBoardBy,
    ChooseBoardAuthor,
    OpenAnnouncement,
    AnswerAnnouncement,
    AskAnnouncementNumber,
    SendAnnouncementFiles,
    home_button,
)


@handlers.press(OpenBoard)
async def open_board(chat: Chat, action: OpenBoard) -> None:
    async with chat.work() as work:
        shown = await board(work, action.first)
    await _show_board(chat, shown)


@handlers.press(OpenBoardBy)
async def open_board_by(chat: Chat, action: OpenBoardBy) -> None:
    async with chat.work() as work:
        shown = await board(work, action.first, action.author)
    await _show_board(chat, shown)


@handlers.press(ChooseBoardAuthor)
async def choose_author(chat: Chat, _: ChooseBoardAuthor) -> None:
    async with chat.work() as work:
        found = await authors(work)
    await chat.show(screens.authors_screen(found, WAYS, chat.t))


@handlers.press(OpenAnnouncement)
async def open_one(chat: Chat, action: OpenAnnouncement) -> None:
    async with chat.work() as work:
        one = await announcement(work, action.announcement)
    await _show(chat, one)


@handlers.press(AnswerAnnouncement)
async def answer(chat: Chat, action: AnswerAnnouncement) -> None:
    async with chat.work() as work:
        one = await acknowledge(work, action.announcement, action.choice)
    await _show(chat, one, screens.note(one, chat.t))


@handlers.press(AskAnnouncementNumber)
async def ask_number(chat: Chat, action: AskAnnouncementNumber) -> None:
    async with chat.work() as work:
        one = await announcement(work, action.announcement)
    await chat.ask(screens.number_question(one, chat.t), action, chat.t.plain("announce-ask-number-short"))


@handlers.answer(AskAnnouncementNumber)
@in_words(ask_number)
async def number_typed(chat: Chat, action: AskAnnouncementNumber, words: str) -> None:
    async with chat.work() as work:
        one = await acknowledge(work, action.announcement, words)
    await _show(chat, one)


@handlers.press(SendAnnouncementFiles)
async def send_files(chat: Chat, action: SendAnnouncementFiles) -> None:
    await send_announcement_files(chat, action.announcement, action.file)


async def _show_board(chat: Chat, shown: Board) -> None:
    write = Button(chat.t.plain("board-write"), NewAnnouncement().pack())
    mine = Button(chat.t.plain("board-mine"), OpenMyAnnouncements().pack())
    await chat.show(screens.board_screen(shown, WAYS, chat.t, [[write, mine]]))


async def _show(chat: Chat, one: Announced, toast: str = "") -> None:
    extra = watch_rows(one.id, chat.t) if one.watches else []
    await show_keeping_file(chat, screens.announcement_screen(one, WAYS, chat.t, extra), toast)
