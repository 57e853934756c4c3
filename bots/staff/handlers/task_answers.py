"""Answers to individual tasks: looked at, taken, remarked on."""

from bots.shared.chat import Chat
from bots.shared.files import send_page
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import task_answers as screens
from core.actions.tasks import AcceptAnswer, OpenAnswer, ReturnAnswer, SendAnswerFiles, WriteTaskRemark
from core.tasks import review
from core.tasks.review import Reviewed

handlers = Handlers()


@handlers.press(OpenAnswer)
async def open_answer(chat: Chat, action: OpenAnswer) -> None:
    async with chat.work() as work:
        found = await review.open_answer(work, action.task, action.pupil)
    await chat.show(screens.answer_screen(found, chat.t))


@handlers.press(SendAnswerFiles)
async def send_files(chat: Chat, action: SendAnswerFiles) -> None:
    """One file at a time: ten of them would be a lot to hold."""
    async with chat.work() as work:
        found = await review.open_answer(work, action.task, action.pupil)
    files = [file.id for file in found.answer.files] if action.file is None else [action.file]
    for file_id in files:
        async with chat.work() as work:
            found, page = await review.answer_file(work, action.task, action.pupil, file_id)
        await chat.toast()
        await send_page(chat, page, screens.caption(found, chat.t))


@handlers.press(AcceptAnswer)
async def accept(chat: Chat, action: AcceptAnswer) -> None:
    async with chat.work() as work:
        found = await review.accept(work, action.task, action.pupil, seen=action.rev)
    await _show(chat, found, "answer-accepted")


@handlers.press(ReturnAnswer)
async def send_back(chat: Chat, action: ReturnAnswer) -> None:
    async with chat.work() as work:
        found = await review.send_back(work, action.task, action.pupil, seen=action.rev)
    await _show(chat, found, "answer-returned")


@handlers.press(WriteTaskRemark)
async def ask_remark(chat: Chat, action: WriteTaskRemark) -> None:
    """Whoever writes of an answer has seen it as it stands."""
    async with chat.work() as work:
        found = await review.to_remark(work, action.task, action.pupil, seen=action.rev)
    if found.note:
        await _show(chat, found, "")
        return
    await chat.ask(screens.remark_question(found, chat.t), action, chat.t.plain("answer-ask-remark-short"))


@handlers.answer(WriteTaskRemark)
@in_words(ask_remark)
async def remark_written(chat: Chat, action: WriteTaskRemark, words: str) -> None:
    async with chat.work() as work:
        found = await review.remark(work, action.task, action.pupil, words, seen=action.rev)
    if found.note == "changed":
        await chat.send(screens.answer_screen(found, chat.t).under(chat.t("answer-typed-changed")))
        return
    await chat.send(screens.answer_screen(found, chat.t).under(screens.note_toast(found, chat.t, "answer-remarked")))


async def _show(chat: Chat, found: Reviewed, done: str) -> None:
    await chat.show(screens.answer_screen(found, chat.t), screens.note_toast(found, chat.t, done))
