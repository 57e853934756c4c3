"""The page of a lesson: looking at it, and its topic, kind, tasks and use of ICT."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import page as screens
from core.actions.page import ChooseIct, ChooseKind, OpenIct, OpenKinds, OpenLesson, WriteIct, WriteTasks, WriteTopic
from core.errors import AccessDenied
from core.errors.entries import LessonCancelled
from core.page import writing
from core.page.sheet import LessonPage
from core.rules.filling import ICT, TASKS, TOPIC

handlers = Handlers()


async def show_page(chat: Chat, page: LessonPage) -> None:
    """The page in place of the pressed screen, with what the tap met."""
    await chat.show(screens.page_screen(page, chat.t), screens.note_toast(page, chat.t))


async def send_page(chat: Chat, page: LessonPage) -> None:
    """The page after typed words, below them."""
    said = "page-typed-changed" if page.note == "changed" else f"page-note-{page.note}" if page.note else "page-written"
    await chat.send(screens.page_screen(page, chat.t).under(chat.t(said)))


async def page_to_write(chat: Chat, lesson_id: int) -> LessonPage:
    """The page of somebody who may write on it now, or ask to. Raises AccessDenied, LessonCancelled."""
    async with chat.work() as work:
        page = await writing.open_page(work, lesson_id)
    if isinstance(page.refusal, AccessDenied | LessonCancelled):
        raise page.refusal
    return page


@handlers.press(OpenLesson)
async def open_lesson(chat: Chat, action: OpenLesson) -> None:
    async with chat.work() as work:
        page = await writing.open_page(work, action.lesson)
    await chat.show(screens.page_screen(page, chat.t))


@handlers.press(OpenKinds)
async def open_kinds(chat: Chat, action: OpenKinds) -> None:
    page = await page_to_write(chat, action.lesson)
    await chat.show(screens.kinds_screen(page, chat.t))


@handlers.press(ChooseKind)
async def choose_kind(chat: Chat, action: ChooseKind) -> None:
    async with chat.work() as work:
        page = await writing.choose_kind(work, action.lesson, action.kind, seen=action.rev)
    await show_page(chat, page)


@handlers.press(OpenIct)
async def open_ict(chat: Chat, action: OpenIct) -> None:
    page = await page_to_write(chat, action.lesson)
    await chat.show(screens.ict_screen(page, chat.t))


@handlers.press(ChooseIct)
async def choose_ict(chat: Chat, action: ChooseIct) -> None:
    async with chat.work() as work:
        page = await writing.choose_ict(work, action.lesson, action.tool, seen=action.rev)
    await show_page(chat, page)


@handlers.press(WriteTopic)
async def ask_topic(chat: Chat, action: WriteTopic) -> None:
    page = await page_to_write(chat, action.lesson)
    await chat.ask(screens.question(page, TOPIC, chat.t), action, chat.t.plain("page-ask-topic-short"))


@handlers.answer(WriteTopic)
@in_words(ask_topic)
async def take_topic(chat: Chat, action: WriteTopic, words: str) -> None:
    async with chat.work() as work:
        page = await writing.write_topic(work, action.lesson, words, seen=action.rev)
    await send_page(chat, page)


@handlers.press(WriteTasks)
async def ask_tasks(chat: Chat, action: WriteTasks) -> None:
    page = await page_to_write(chat, action.lesson)
    await chat.ask(screens.question(page, TASKS, chat.t), action, chat.t.plain("page-ask-tasks-short"))


@handlers.answer(WriteTasks)
@in_words(ask_tasks)
async def take_tasks(chat: Chat, action: WriteTasks, words: str) -> None:
    async with chat.work() as work:
        page = await writing.write_tasks(work, action.lesson, words, seen=action.rev)
    await send_page(chat, page)


@handlers.press(WriteIct)
async def ask_ict(chat: Chat, action: WriteIct) -> None:
    page = await page_to_write(chat, action.lesson)
    await chat.ask(screens.question(page, ICT, chat.t), action, chat.t.plain("page-ask-ict-short"))


@handlers.answer(WriteIct)
@in_words(ask_ict)
async def take_ict(chat: Chat, action: WriteIct, words: str) -> None:
    async with chat.work() as work:
        page = await writing.write_ict(work, action.lesson, words, seen=action.rev)
    await send_page(chat, page)
