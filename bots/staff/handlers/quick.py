"""Hasty messages: previewed, put right with a tap, written once."""

from bots.shared.chat import Chat, Entry
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import quick as screens
from core.actions.quick import ApplyQuick, ApplyQuickLate, AskQuick, ChooseQuickLesson, ChooseQuickPupil, DropQuick
from core.page.writing import open_page
from core.quick import entry
from core.quick.preview import QuickPreview

handlers = Handlers()


async def show(chat: Chat, preview: QuickPreview) -> None:
    """The preview in place, with a toast when the press met something."""
    await chat.show(screens.preview_screen(preview, chat.t), screens.note_toast(preview, chat.t))


async def receive(chat: Chat) -> bool:
    """Words that answer no question: a preview, if they read as entries of somebody on the staff."""
    words = chat.message.text or ""
    if chat.actor is None or chat.actor.staff_id is None or not entry.looks_hasty(words):
        return False
    async with chat.work() as work:
        preview = await entry.receive(work, words, str(chat.message.message_id))
    await show(chat, preview)
    return True


@handlers.press(AskQuick)
async def ask_quick(chat: Chat, action: AskQuick) -> None:
    async with chat.work() as work:
        page = await open_page(work, action.lesson)
    await chat.ask(screens.question(page.lesson, chat.t), action, chat.t.plain("quick-ask-short"))


@handlers.answer(AskQuick)
@in_words(ask_quick)
async def take_quick(chat: Chat, action: AskQuick, words: str) -> None:
    async with chat.work() as work:
        preview = await entry.receive(work, words, str(chat.message.message_id), action.lesson)
    await show(chat, preview)


@handlers.press(ChooseQuickPupil)
async def choose_pupil(chat: Chat, action: ChooseQuickPupil) -> None:
    async with chat.work() as work:
        preview = await entry.choose_pupil(work, action.entry, action.place, action.pupil, seen=action.rev)
    await show(chat, preview)


@handlers.press(ChooseQuickLesson)
async def choose_lesson(chat: Chat, action: ChooseQuickLesson) -> None:
    async with chat.work() as work:
        preview = await entry.choose_lesson(work, action.entry, action.lesson, seen=action.rev)
    await show(chat, preview)


@handlers.press(ApplyQuick)
async def apply(chat: Chat, action: ApplyQuick) -> None:
    async with chat.work() as work:
        preview = await entry.apply(work, action.entry, seen=action.rev)
    await show(chat, preview)


@handlers.press(ApplyQuickLate)
async def apply_late(chat: Chat, action: ApplyQuickLate) -> None:
    async with chat.work() as work:
        # Whoever decides is to read the message itself.
        chat.entry = Entry(action, await entry.words_of(work, action.entry))
        preview = await entry.apply_late(work, action.entry, seen=action.rev)
    await show(chat, preview)


@handlers.press(DropQuick)
async def drop(chat: Chat, action: DropQuick) -> None:
    async with chat.work() as work:
        preview = await entry.drop(work, action.entry)
    await show(chat, preview)
