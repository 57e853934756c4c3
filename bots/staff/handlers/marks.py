"""Giving and correcting the marks of a lesson."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import marks as screens
from core.actions.marks import (
    ChangeMark,
    ChooseWork,
    DropMarkComment,
    GiveMark,
    OpenMark,
    OpenMarkKinds,
    OpenPupilMarks,
    RemoveMark,
    SetMarkKind,
    WriteMarkComment,
)
from core.actions.page import OpenMarks
from core.marks import correcting, giving, opening, rekinding
from core.marks.sheet import MarkSheet

handlers = Handlers()


@handlers.press(OpenMarks)
async def open_marks(chat: Chat, action: OpenMarks) -> None:
    async with chat.work() as work:
        sheet = await opening.open_marks(work, action.lesson, action.kind)
    await chat.show(screens.sheet_screen(sheet, chat.t))


@handlers.press(ChooseWork)
async def choose_work(chat: Chat, action: ChooseWork) -> None:
    async with chat.work() as work:
        sheet = await opening.open_marks(work, action.lesson, action.kind)
    await chat.show(screens.choose_screen(sheet, chat.t))


@handlers.press(OpenPupilMarks)
async def open_pupil(chat: Chat, action: OpenPupilMarks) -> None:
    async with chat.work() as work:
        sheet = await opening.open_marks(work, action.lesson, action.kind)
        line = opening.member(sheet, action.pupil)
    await chat.show(screens.pupil_screen(sheet, line, chat.t))


@handlers.press(GiveMark)
async def give(chat: Chat, action: GiveMark) -> None:
    async with chat.work() as work:
        sheet = await giving.give(work, action.lesson, action.pupil, action.kind, action.value, seen=action.rev)
    toast = screens.given_toast(sheet, action.pupil, action.value, chat.t)
    await chat.show(screens.sheet_screen(sheet, chat.t), toast)


@handlers.press(OpenMark)
async def open_mark(chat: Chat, action: OpenMark) -> None:
    async with chat.work() as work:
        sheet, line, mark = await opening.open_mark(work, action.lesson, action.mark)
    await chat.show(screens.mark_screen(sheet, line, mark, action.kind, chat.t))


@handlers.press(ChangeMark)
async def change(chat: Chat, action: ChangeMark) -> None:
    async with chat.work() as work:
        sheet = await correcting.change(work, action.lesson, action.mark, action.value, seen=action.rev)
    await _show_corrected(chat, sheet)


@handlers.press(OpenMarkKinds)
async def open_mark_kinds(chat: Chat, action: OpenMarkKinds) -> None:
    async with chat.work() as work:
        sheet, line, mark = await opening.open_mark(work, action.lesson, action.mark)
    await chat.show(screens.mark_kinds_screen(sheet, line, mark, action.kind, chat.t))


@handlers.press(SetMarkKind)
async def change_kind(chat: Chat, action: SetMarkKind) -> None:
    async with chat.work() as work:
        sheet = await rekinding.change_kind(work, action.lesson, action.mark, action.kind, seen=action.rev)
    await _show_corrected(chat, sheet)


@handlers.press(RemoveMark)
async def remove(chat: Chat, action: RemoveMark) -> None:
    async with chat.work() as work:
        sheet = await correcting.remove(work, action.lesson, action.mark, seen=action.rev)
    await _show_corrected(chat, sheet)


@handlers.press(WriteMarkComment)
async def ask_comment(chat: Chat, action: WriteMarkComment) -> None:
    async with chat.work() as work:
        sheet, line, mark = await opening.open_mark(work, action.lesson, action.mark)
    question = screens.comment_question(sheet, line, mark, chat.t)
    await chat.ask(question, action, chat.t.plain("marks-ask-comment-short"))


@handlers.answer(WriteMarkComment)
@in_words(ask_comment)
async def take_comment(chat: Chat, action: WriteMarkComment, words: str) -> None:
    async with chat.work() as work:
        sheet = await correcting.comment(work, action.lesson, action.mark, words)
    found = sheet.mark(action.mark)
    await chat.send(screens.pupil_screen(sheet, found[0], chat.t) if found else screens.sheet_screen(sheet, chat.t))


@handlers.press(DropMarkComment)
async def drop_comment(chat: Chat, action: DropMarkComment) -> None:
    async with chat.work() as work:
        sheet = await correcting.comment(work, action.lesson, action.mark, "")
    await _show_corrected(chat, sheet)


async def _show_corrected(chat: Chat, sheet: MarkSheet) -> None:
    await chat.show(screens.sheet_screen(sheet, chat.t), screens.note_toast(sheet, chat.t))
