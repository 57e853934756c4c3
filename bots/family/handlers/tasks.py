"""Individual tasks of a child: read, answered with words and files."""

from bots.family.handlers import entry
from bots.family.screens import tasks as screens
from bots.shared.chat import Chat, Entry
from bots.shared.entry import code_in_text
from bots.shared.files import attached, send_page
from bots.shared.gathering import album_came, put_file
from bots.shared.handlers import Handlers
from core.actions.diary import OpenChildTasks
from core.actions.tasks import (
    OpenAnswerFiles,
    OpenChildGiven,
    OpenChildTaskList,
    RemoveAnswerFile,
    RewriteAnswer,
    SendChildGivenFiles,
    ShowAnswerFile,
    WriteAnswer,
)
from core.errors import TextTooLong
from core.errors.homework import AnswerClosed
from core.files import LIMIT_MB
from core.tasks import answers, sending
from core.tasks.answers import ANSWER_FILES, Answered
from core.tasks.family import ChildGiven, child_task, child_tasks, given_file

handlers = Handlers()


@handlers.press(OpenChildTasks)
async def open_list(chat: Chat, action: OpenChildTasks) -> None:
    await open_list_from(chat, OpenChildTaskList(action.pupil, 0))


@handlers.press(OpenChildTaskList)
async def open_list_from(chat: Chat, action: OpenChildTaskList) -> None:
    async with chat.work() as work:
        child, tasks = await child_tasks(work, action.pupil)
    await chat.show(screens.list_screen(child, tasks, action.first, chat.t))


@handlers.press(OpenChildGiven)
async def open_one(chat: Chat, action: OpenChildGiven) -> None:
    async with chat.work() as work:
        task = await child_task(work, action.pupil, action.task)
    await chat.show(screens.task_screen(task, chat.t))


@handlers.press(SendChildGivenFiles)
async def send_files(chat: Chat, action: SendChildGivenFiles) -> None:
    async with chat.work() as work:
        task = await child_task(work, action.pupil, action.task)
    for file_id in [file.id for file in task.files] if action.file is None else [action.file]:
        await _send(chat, action.pupil, action.task, file_id)


@handlers.press(OpenAnswerFiles)
async def open_answer_files(chat: Chat, action: OpenAnswerFiles) -> None:
    async with chat.work() as work:
        task = await child_task(work, action.pupil, action.task)
    await chat.show(screens.files_screen(task, chat.t))


@handlers.press(ShowAnswerFile)
async def show_answer_file(chat: Chat, action: ShowAnswerFile) -> None:
    await _send(chat, action.pupil, action.task, action.file)


@handlers.press(RemoveAnswerFile)
async def remove_file(chat: Chat, action: RemoveAnswerFile) -> None:
    async with chat.work() as work:
        found = await answers.remove_file(work, action.pupil, action.task, action.file)
    toast = screens.note_toast(found.note, chat.t, "child-answer-removed")
    await chat.show(screens.files_screen(found.task, chat.t), toast)


@handlers.press(WriteAnswer)
async def ask_answer(chat: Chat, action: WriteAnswer) -> None:
    task = await _to_answer(chat, action.pupil, action.task)
    await chat.ask(screens.question(task, chat.t, LIMIT_MB), action, chat.t.plain("child-answer-short"))


@handlers.answer(WriteAnswer)
async def answered(chat: Chat, action: WriteAnswer) -> None:
    """Words, a file, or both: kept at once."""
    if attached(chat.message) is not None:
        await _add_file(chat, action)
    elif chat.message.text is None:
        chat.first_said = chat.t("homework-ask-again")
        await ask_answer(chat, action)
    elif code_in_text(chat):
        await entry.text(chat)
    else:
        await _add_words(chat, action, chat.message.text)


@handlers.press(RewriteAnswer)
async def ask_rewrite(chat: Chat, action: RewriteAnswer) -> None:
    """Asks with the revision that stands now: the question shows those words."""
    task = await _to_answer(chat, action.pupil, action.task)
    asked = RewriteAnswer(action.pupil, action.task, task.rev)
    await chat.ask(screens.rewrite_question(task, chat.t), asked, chat.t.plain("child-answer-short"))


@handlers.answer(RewriteAnswer)
async def rewritten(chat: Chat, action: RewriteAnswer) -> None:
    """Other words; files add to the answer."""
    if chat.message.text is None or code_in_text(chat):
        await answered(chat, WriteAnswer(action.pupil, action.task))
        return
    try:
        async with chat.work() as work:
            found = await answers.rewrite(work, action.pupil, action.task, chat.message.text, seen=action.rev)
    except TextTooLong as error:
        chat.first_said = chat.t(f"error-{error.code}", **error.facts)
        await ask_rewrite(chat, action)
        return
    if found.note == "changed":
        chat.first_said = chat.t("child-answer-typed-changed")
        await ask_rewrite(chat, action)
        return
    await _say(chat, found)


@handlers.file
async def take_more(chat: Chat) -> bool:
    """The rest of an album, or a file sent right after the answer."""
    async with chat.work() as work:
        action = await sending.answer_for(work, chat.message.media_group_id) if work.actor.connected else None
    if action is not None:
        await _add_file(chat, action)
    return action is not None


async def _add_words(chat: Chat, action: WriteAnswer, words: str) -> None:
    """What is too long is said, and asked for again."""
    try:
        found = await _add(chat, action, words)
    except TextTooLong as error:
        chat.first_said = chat.t(f"error-{error.code}", **error.facts)
        await ask_answer(chat, action)
    else:
        await _say(chat, found)


async def _add_file(chat: Chat, action: WriteAnswer) -> None:
    """One more file, with its caption; an album answers once."""
    chat.entry = Entry(action)
    came = await album_came(chat, ANSWER_FILES)
    found = await put_file(chat, ANSWER_FILES, lambda: _add(chat, action, chat.message.caption or ""))
    if not came:
        await _say(chat, found)


async def _add(chat: Chat, action: WriteAnswer, words: str) -> Answered:
    source = str(chat.message.message_id)
    async with chat.work() as work:
        return await answers.add(work, action.pupil, action.task, words, chat.files, source=source)


async def _say(chat: Chat, found: Answered) -> None:
    """The task as it is now; nothing after a message delivered twice."""
    if not found.note:
        said = "child-answer-saved-album" if chat.message.media_group_id else "child-answer-saved"
        await chat.send(screens.task_screen(found.task, chat.t).under(chat.t(said)))


async def _to_answer(chat: Chat, pupil_id: int, task_id: int) -> ChildGiven:
    """The task, if it takes an answer. Raises AnswerClosed."""
    async with chat.work() as work:
        task = await child_task(work, pupil_id, task_id)
    if not task.takes_answer:
        raise AnswerClosed
    return task


async def _send(chat: Chat, pupil_id: int, task_id: int, file_id: int) -> None:
    """One file at a time: ten of them would be a lot to hold."""
    async with chat.work() as work:
        task, page = await given_file(work, pupil_id, task_id, file_id)
    await chat.toast()
    await send_page(chat, page, screens.caption(task, chat.t))
