"""Remarks at a lesson: to a pupil or the class, changed and taken back."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.shared.lines import clip
from bots.staff.handlers.page import page_to_write
from bots.staff.handlers.words import in_words
from bots.staff.screens import page as page_screens
from bots.staff.screens import remarks as screens
from core.actions.page import (
    ChooseRemark,
    ChooseRemarkPupil,
    EditRemark,
    OpenRemark,
    OpenRemarks,
    WithdrawRemark,
    WriteRemark,
)
from core.errors import NothingThere
from core.page import remarks, writing
from core.page.sheet import LessonPage, RemarkLine

handlers = Handlers()


@handlers.press(OpenRemarks)
async def open_remarks(chat: Chat, action: OpenRemarks) -> None:
    async with chat.work() as work:
        page = await writing.open_page(work, action.lesson)
    await chat.show(screens.remarks_screen(page, chat.t))


@handlers.press(ChooseRemarkPupil)
async def choose_pupil(chat: Chat, action: ChooseRemarkPupil) -> None:
    async with chat.work() as work:
        lesson, pupils = await remarks.pupils_of(work, action.lesson)
    await chat.show(screens.pupils_screen(lesson, pupils, action.first, chat.t))


@handlers.press(ChooseRemark)
async def choose_about(chat: Chat, action: ChooseRemark) -> None:
    async with chat.work() as work:
        lesson, pupils = await remarks.pupils_of(work, action.lesson)
    name = _name(pupils, action.pupil)
    await chat.show(screens.about_screen(lesson, action.pupil, name, chat.t))


@handlers.press(OpenRemark)
async def open_remark(chat: Chat, action: OpenRemark) -> None:
    page = await page_to_write(chat, action.lesson)
    await chat.show(screens.remark_screen(page, _remark(page, action.remark), chat.t))


@handlers.press(WriteRemark)
async def ask_remark(chat: Chat, action: WriteRemark) -> None:
    await page_to_write(chat, action.lesson)
    async with chat.work() as work:
        _, pupils = await remarks.pupils_of(work, action.lesson)
    question = screens.remark_question(_name(pupils, action.pupil), action.about, action.tone, chat.t)
    await chat.ask(question, action, chat.t.plain("remark-ask-short"))


@handlers.answer(WriteRemark)
@in_words(ask_remark)
async def take_remark(chat: Chat, action: WriteRemark, words: str) -> None:
    async with chat.work() as work:
        page = await remarks.give_remark(work, action.lesson, action.pupil, action.about, action.tone, words)
    await _send(chat, page)


@handlers.press(EditRemark)
async def ask_edit(chat: Chat, action: EditRemark) -> None:
    page = await page_to_write(chat, action.lesson)
    words = clip(_remark(page, action.remark).body, page_screens.LONG)
    await chat.ask(chat.t("remark-ask-edit", words=words), action, chat.t.plain("remark-ask-short"))


@handlers.answer(EditRemark)
@in_words(ask_edit)
async def take_edit(chat: Chat, action: EditRemark, words: str) -> None:
    async with chat.work() as work:
        page = await remarks.edit_remark(work, action.lesson, action.remark, words, seen=action.rev)
    await _send(chat, page)


@handlers.press(WithdrawRemark)
async def withdraw(chat: Chat, action: WithdrawRemark) -> None:
    async with chat.work() as work:
        page = await remarks.withdraw_remark(work, action.lesson, action.remark, seen=action.rev)
    await chat.show(screens.remarks_screen(page, chat.t), page_screens.note_toast(page, chat.t))


async def _send(chat: Chat, page: LessonPage) -> None:
    said = "page-typed-changed" if page.note == "changed" else f"page-note-{page.note}" if page.note else "page-written"
    await chat.send(screens.remarks_screen(page, chat.t).under(chat.t(said)))


def _name(pupils: list[tuple[int, str]], pupil_id: int | None) -> str:
    """The pupil's name; a pupil of another lesson is nobody here. Raises NothingThere."""
    if pupil_id is None:
        return ""
    found = dict(pupils).get(pupil_id)
    if found is None:
        raise NothingThere
    return found


def _remark(page: LessonPage, remark_id: int) -> RemarkLine:
    found = page.remark(remark_id)
    if found is None:
        raise NothingThere
    return found
