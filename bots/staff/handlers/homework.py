"""Homework: given in one message, then changed with taps."""

from bots.shared.chat import Chat, Entry
from bots.shared.files import attached, keep_attached, send_page
from bots.shared.gathering import album_came, put_file, question_of, take_file
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import homework as screens
from bots.staff.screens import homework_parts as parts
from bots.staff.screens.today import class_names
from core.actions.homework import (
    AddTaskFiles,
    GivePlanned,
    OpenTask,
    OpenTaskFiles,
    RemoveTaskFile,
    SayNoHomework,
    SendTaskFile,
    WriteHomework,
)
from core.actions.page import OpenHomework
from core.files import LIMIT_MB
from core.homework import changing, giving, sending
from core.homework.changing import Changed
from core.homework.day_load import ClassLoad, overloads_with
from core.homework.family import task_file
from core.homework.giving import FILES, HOMEWORK_FILES
from core.homework.sending import Where
from core.homework.tasks import giving_lesson, lesson_tasks

handlers = Handlers()


@handlers.press(OpenHomework)
async def open_homework(chat: Chat, opened: OpenHomework) -> None:
    """The lesson's homework. Nothing is asked unasked: who only looked must not give by the next words typed."""
    async with chat.work() as work:
        page = await lesson_tasks(work, opened.lesson)
    await chat.show(screens.lesson_screen(page, chat.t))


@handlers.press(WriteHomework)
async def ask_homework(chat: Chat, action: WriteHomework) -> None:
    async with chat.work() as work:
        lesson = await giving_lesson(work, action.lesson)
    await chat.ask(screens.question(lesson.facts, chat.t), action, chat.t.plain("homework-ask-short"))


@in_words(ask_homework)
async def _give_words(chat: Chat, action: WriteHomework, words: str) -> None:
    """New homework; or the words to the photos that answered this very question."""
    async with chat.work() as work:
        bare = await sending.GIVEN.answering(work, action.lesson, question_of(chat), bare=True)
        found = await changing.rewrite(work, bare.id, words, seen=bare.rev) if bare else None
        over = await overloads_with(work, found) if found else []
    if found is None:
        await _give(chat, action, words)
    else:
        await chat.send(screens.task_screen(found, over, chat.t).under(screens.note_toast(found, chat.t)))


@handlers.answer(WriteHomework)
async def homework_written(chat: Chat, action: WriteHomework) -> None:
    """Words, a file, or both: given at once for the next lesson, to everybody."""
    if attached(chat.message) is None:
        await _give_words(chat, action)
        return
    given = (sending.GIVEN, action.lesson)
    await take_file(
        chat, HOMEWORK_FILES, given, lambda words: _give(chat, action, words), lambda task: _add(chat, task)
    )


@handlers.press(GivePlanned)
async def give_planned(chat: Chat, action: GivePlanned) -> None:
    async with chat.work() as work:
        given = await giving.give_planned(work, action.lesson, action.line)
        over = await overloads_with(work, Changed(given.task, given.lesson))
    toast = "homework-note-already" if given.already else "homework-saved"
    await chat.show(screens.task_screen(Changed(given.task, given.lesson), over, chat.t), chat.t.plain(toast))


@handlers.press(SayNoHomework)
async def say_none(chat: Chat, action: SayNoHomework) -> None:
    async with chat.work() as work:
        page = await giving.say_none(work, action.lesson, none=action.none)
    written = page.none_given == action.none
    await chat.show(
        screens.lesson_screen(page, chat.t), chat.t.plain("homework-saved" if written else "homework-note-changed")
    )


@handlers.press(OpenTask)
async def open_task(chat: Chat, action: OpenTask) -> None:
    async with chat.work() as work:
        found = await changing.open_task(work, action.task)
        over = await overloads_with(work, found)
    await chat.show(screens.task_screen(found, over, chat.t))


@handlers.press(OpenTaskFiles)
async def open_files(chat: Chat, action: OpenTaskFiles) -> None:
    async with chat.work() as work:
        found = await changing.open_task(work, action.task)
    await chat.show(parts.files_screen(found, chat.t))


@handlers.press(AddTaskFiles)
async def ask_files(chat: Chat, action: AddTaskFiles) -> None:
    async with chat.work() as work:
        await changing.open_task(work, action.task)
    await chat.ask(chat.t("homework-ask-files", limit=FILES, mb=LIMIT_MB), action)


@handlers.answer(AddTaskFiles)
async def files_sent(chat: Chat, action: AddTaskFiles) -> None:
    if attached(chat.message) is None:
        chat.first_said = chat.t("homework-ask-again")
        await ask_files(chat, action)
        return
    await _add(chat, action.task)


@handlers.press(SendTaskFile)
async def send_file(chat: Chat, action: SendTaskFile) -> None:
    async with chat.work() as work:
        found = await changing.open_task(work, action.task)
        page = await task_file(work, found.task, action.file)
    await chat.toast()
    lesson = found.lesson
    names = class_names(lesson.classes, lesson.group, chat.t)
    caption = chat.t("homework-caption", classes=names, subject=lesson.subject, day=found.task.due_on)
    await send_page(chat, page, caption)


@handlers.press(RemoveTaskFile)
async def remove_file(chat: Chat, action: RemoveTaskFile) -> None:
    async with chat.work() as work:
        found = await changing.open_task(work, action.task)
        last = not found.task.body and len(found.task.files) == 1
        if not last:
            found = await changing.remove_file(work, action.task, action.file)
    toast = chat.t.plain("homework-last-file") if last else screens.note_toast(found, chat.t)
    await chat.show(parts.files_screen(found, chat.t), toast)


@handlers.file
async def take_more(chat: Chat) -> bool:
    """The rest of an album, or a file sent right after the homework."""
    async with chat.work() as work:
        if not work.actor.connected:
            return False
        where, task_id = await sending.belongs(work, chat.message.media_group_id)
    if where is Where.ELSEWHERE:
        return False
    if task_id is None:
        await keep_attached(chat)
    else:
        await _add(chat, task_id)
    return True


async def _give(chat: Chat, action: WriteHomework, words: str) -> None:
    message = chat.message
    async with chat.work() as work:
        given = await giving.give(work, action.lesson, words, chat.files, source=f"message-{message.message_id}")
        found = Changed(given.task, given.lesson)
        over = await overloads_with(work, found)
    if not given.already:
        said = chat.t("homework-saved-album" if message.media_group_id else "homework-saved")
        await chat.send(screens.task_screen(found, over, chat.t).under(said))


async def _add(chat: Chat, task_id: int) -> None:
    """One more file; an album answers once. A file too many is not kept."""
    chat.entry = Entry(AddTaskFiles(task_id))
    came = await album_came(chat, HOMEWORK_FILES)

    async def put() -> tuple[Changed, list[ClassLoad]]:
        async with chat.work() as work:
            found = await changing.add_files(work, task_id, chat.files)
            return found, await overloads_with(work, found)

    found, over = await put_file(chat, HOMEWORK_FILES, put)
    if not came and not found.note:
        await chat.send(screens.task_screen(found, over, chat.t).under(chat.t("homework-file-added")))
