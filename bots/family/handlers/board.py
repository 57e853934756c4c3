"""The family's board of announcements: reading, answering."""

from bots.family.handlers import entry
from bots.family.screens.common import home_button
from bots.shared import announcement_board as screens
from bots.shared.announcement_board import Ways
from bots.shared.announcement_files import send_announcement_files
from bots.shared.captions import show_keeping_file
from bots.shared.chat import Chat
from bots.shared.entry import code_in_text
from bots.shared.handlers import Handlers
from core.actions.announcements import (
    AnswerFamilyAnnouncement,
    AnswerForChild,
    AskFamilyNumber,
    ChooseFamilyBoardAuthor,
    OpenFamilyAnnouncement,
    OpenFamilyBoard,
    OpenFamilyBoardBy,
    SendFamilyAnnouncementFiles,
)
from core.announcements.board import authors, board
from core.announcements.reading import acknowledge, announcement
from core.errors import WordsWrong

handlers = Handlers()
WAYS = Ways(
    OpenFamilyBoard,
    OpenFamilyBoardBy,
    ChooseFamilyBoardAuthor,
    OpenFamilyAnnouncement,
    AnswerFamilyAnnouncement,
    AskFamilyNumber,
    SendFamilyAnnouncementFiles,
    home_button,
    AnswerForChild,
)


@handlers.press(OpenFamilyBoard)
async def open_board(chat: Chat, action: OpenFamilyBoard) -> None:
    async with chat.work() as work:
        shown = await board(work, action.first)
    await chat.show(screens.board_screen(shown, WAYS, chat.t))


@handlers.press(OpenFamilyBoardBy)
async def open_board_by(chat: Chat, action: OpenFamilyBoardBy) -> None:
    async with chat.work() as work:
        shown = await board(work, action.first, action.author)
    await chat.show(screens.board_screen(shown, WAYS, chat.t))


@handlers.press(ChooseFamilyBoardAuthor)
async def choose_author(chat: Chat, _: ChooseFamilyBoardAuthor) -> None:
    async with chat.work() as work:
        found = await authors(work)
    await chat.show(screens.authors_screen(found, WAYS, chat.t))


@handlers.press(OpenFamilyAnnouncement)
async def open_one(chat: Chat, action: OpenFamilyAnnouncement) -> None:
    async with chat.work() as work:
        one = await announcement(work, action.announcement)
    await show_keeping_file(chat, screens.announcement_screen(one, WAYS, chat.t))


@handlers.press(AnswerFamilyAnnouncement)
async def answer(chat: Chat, action: AnswerFamilyAnnouncement) -> None:
    async with chat.work() as work:
        one = await acknowledge(work, action.announcement, action.choice)
    await show_keeping_file(chat, screens.announcement_screen(one, WAYS, chat.t), screens.note(one, chat.t))


@handlers.press(AnswerForChild)
async def answer_for_child(chat: Chat, action: AnswerForChild) -> None:
    async with chat.work() as work:
        one = await acknowledge(work, action.announcement, action.choice, action.child)
    await show_keeping_file(chat, screens.announcement_screen(one, WAYS, chat.t), screens.note(one, chat.t))


@handlers.press(AskFamilyNumber)
async def ask_number(chat: Chat, action: AskFamilyNumber) -> None:
    async with chat.work() as work:
        one = await announcement(work, action.announcement)
    await chat.ask(screens.number_question(one, chat.t), action, chat.t.plain("announce-ask-number-short"))


@handlers.answer(AskFamilyNumber)
async def number_typed(chat: Chat, action: AskFamilyNumber) -> None:
    """What is no number is said, and asked for again; an access code goes where it belongs."""
    if code_in_text(chat):
        await entry.text(chat)
        return
    try:
        async with chat.work() as work:
            one = await acknowledge(work, action.announcement, chat.message.text or "")
    except WordsWrong as error:
        chat.first_said = chat.t(f"error-{error.code}", **error.facts)
        await ask_number(chat, action)
    else:
        await chat.send(screens.announcement_screen(one, WAYS, chat.t))


@handlers.press(SendFamilyAnnouncementFiles)
async def send_files(chat: Chat, action: SendFamilyAnnouncementFiles) -> None:
    await send_announcement_files(chat, action.announcement, action.file)
