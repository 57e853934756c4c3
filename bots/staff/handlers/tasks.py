"""Individual tasks: given in one message, then for whom and until when by taps."""

from bots.shared.chat import Chat, Entry
from bots.shared.files import attached, send_page
from bots.shared.gathering import album_came, put_file, question_of, take_file
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import tasks as screens
from core.actions.diary import OpenPupilTasks
from core.actions.tasks import (
    AddGivenFiles,
    AskWithdrawGiven,
    ChooseGivenTo,
    ChooseTerm,
    GiveToAll,
    OpenGiven,
    OpenGivenFiles,
    OpenTaskList,
    RemoveGivenFile,
    RewriteGiven,
    SendGivenFile,
    SetGivenTo,
    SetTerm,
    WithdrawGiven,
    WriteGiven,
    WriteTerm,
)
from core.errors import AccessDenied
from core.files import LIMIT_MB
from core.tasks import giving, sending
from core.tasks.giving import FILES, TASK_FILES, Given
from core.tasks.page import page_to_give
from core.tasks.reading import GivenTask, open_task, page_tasks
from core.tasks.review import task_file

handlers = Handlers()


@handlers.press(OpenPupilTasks)
async def open_list(chat: Chat, action: OpenPupilTasks) -> None:
    await open_list_from(chat, OpenTaskList(action.load, 0))


@handlers.press(OpenTaskList)
async def open_list_from(chat: Chat, action: OpenTaskList) -> None:
    async with chat.work() as work:
        tasks = await page_tasks(work, action.load)
    await chat.show(screens.list_screen(tasks, action.first, chat.t))


@handlers.press(OpenGiven)
async def open_one(chat: Chat, action: OpenGiven) -> None:
    async with chat.work() as work:
        task = await open_task(work, action.task)
    await chat.show(screens.task_screen(task, chat.t))


@handlers.press(WriteGiven)
async def ask_task(chat: Chat, action: WriteGiven) -> None:
    async with chat.work() as work:
        page = await page_to_give(work, action.load)
    await chat.ask(screens.question(page, chat.t), action, chat.t.plain("homework-ask-short"))


@in_words(ask_task)
async def _give_words(chat: Chat, action: WriteGiven, words: str) -> None:
    """A new task; or the words to the photos that answered this very question."""
    async with chat.work() as work:
        bare = await sending.GIVEN.answering(work, action.load, question_of(chat), bare=True)
        found = await giving.rewrite(work, bare.id, words, seen=bare.rev) if bare else None
    if found is None:
        await _give(chat, action, words)
    else:
        await chat.send(screens.task_screen(found.task, chat.t).under(screens.note_toast(found, chat.t)))


@handlers.answer(WriteGiven)
async def task_written(chat: Chat, action: WriteGiven) -> None:
    """Words, a file, or both: kept at once, for nobody until pupils are chosen."""
    if attached(chat.message) is None:
        await _give_words(chat, action)
        return
    given = (sending.GIVEN, action.load)
    await take_file(chat, TASK_FILES, given, lambda words: _give(chat, action, words), lambda task: _add(chat, task))


@handlers.press(RewriteGiven)
async def ask_rewrite(chat: Chat, action: RewriteGiven) -> None:
    task = await _to_change(chat, action.task)
    await chat.ask(screens.rewrite_question(task, chat.t), RewriteGiven(task.id, task.rev))


@handlers.answer(RewriteGiven)
@in_words(ask_rewrite)
async def rewritten(chat: Chat, action: RewriteGiven, words: str) -> None:
    async with chat.work() as work:
        found = await giving.rewrite(work, action.task, words, seen=action.rev)
    if found.note == "changed":
        chat.first_said = chat.t("homework-typed-changed")
        await ask_rewrite(chat, action)
        return
    await chat.send(screens.task_screen(found.task, chat.t).under(screens.note_toast(found, chat.t)))


@handlers.press(ChooseTerm)
async def choose_term(chat: Chat, action: ChooseTerm) -> None:
    async with chat.work() as work:
        task, days = await giving.term_choices(work, action.task)
    await chat.show(screens.term_screen(task, days, chat.t))


@handlers.press(SetTerm)
async def set_term(chat: Chat, action: SetTerm) -> None:
    async with chat.work() as work:
        found = await giving.set_term(work, action.task, action.due, seen=action.rev)
    await _show(chat, found)


@handlers.press(WriteTerm)
async def ask_term(chat: Chat, action: WriteTerm) -> None:
    task = await _to_change(chat, action.task)
    await chat.ask(chat.t("given-ask-term"), WriteTerm(task.id, task.rev), chat.t.plain("homework-ask-due-short"))


@handlers.answer(WriteTerm)
@in_words(ask_term)
async def term_written(chat: Chat, action: WriteTerm, words: str) -> None:
    async with chat.work() as work:
        found = await giving.write_term(work, action.task, words, seen=action.rev)
    await chat.send(screens.task_screen(found.task, chat.t).under(screens.note_toast(found, chat.t)))


@handlers.press(ChooseGivenTo)
async def choose_pupils(chat: Chat, action: ChooseGivenTo) -> None:
    async with chat.work() as work:
        task, pupils = await giving.pupil_choices(work, action.task)
    await chat.show(screens.pupils_screen(task, pupils, chat.t))


@handlers.press(SetGivenTo)
async def set_pupil(chat: Chat, action: SetGivenTo) -> None:
    async with chat.work() as work:
        found = await giving.set_pupil(work, action.task, action.pupil, chosen=action.chosen)
        _, pupils = await giving.pupil_choices(work, action.task)
    await chat.show(screens.pupils_screen(found.task, pupils, chat.t), screens.note_toast(found, chat.t))


@handlers.press(GiveToAll)
async def give_to_all(chat: Chat, action: GiveToAll) -> None:
    async with chat.work() as work:
        found = await giving.give_to_all(work, action.task)
        _, pupils = await giving.pupil_choices(work, action.task)
    await chat.show(screens.pupils_screen(found.task, pupils, chat.t), screens.note_toast(found, chat.t))


@handlers.press(OpenGivenFiles)
async def open_files(chat: Chat, action: OpenGivenFiles) -> None:
    async with chat.work() as work:
        task = await open_task(work, action.task)
    await chat.show(screens.files_screen(task, chat.t))


@handlers.press(AddGivenFiles)
async def ask_files(chat: Chat, action: AddGivenFiles) -> None:
    await _to_change(chat, action.task)
    await chat.ask(chat.t("homework-ask-files", limit=FILES, mb=LIMIT_MB), action)


@handlers.answer(AddGivenFiles)
async def files_sent(chat: Chat, action: AddGivenFiles) -> None:
    if attached(chat.message) is None:
        chat.first_said = chat.t("homework-ask-again")
        await ask_files(chat, action)
        return
    await _add(chat, action.task)


@handlers.press(SendGivenFile)
async def send_file(chat: Chat, action: SendGivenFile) -> None:
    async with chat.work() as work:
        task, page = await task_file(work, action.task, action.file)
    await chat.toast()
    await send_page(chat, page, chat.t("given-head", **screens.names(task.page, chat.t)))


@handlers.press(RemoveGivenFile)
async def remove_file(chat: Chat, action: RemoveGivenFile) -> None:
    async with chat.work() as work:
        task = await open_task(work, action.task)
        last = not task.body and len(task.files) == 1
        found = Given(task) if last else await giving.remove_file(work, action.task, action.file)
    toast = chat.t.plain("homework-last-file") if last else screens.note_toast(found, chat.t)
    await chat.show(screens.files_screen(found.task, chat.t), toast)


@handlers.press(AskWithdrawGiven)
async def ask_withdraw(chat: Chat, action: AskWithdrawGiven) -> None:
    task = await _to_change(chat, action.task)
    await chat.show(screens.withdraw_screen(task, chat.t))


@handlers.press(WithdrawGiven)
async def withdraw(chat: Chat, action: WithdrawGiven) -> None:
    async with chat.work() as work:
        found = await giving.withdraw(work, action.task, seen=action.rev)
        tasks = await page_tasks(work, found.task.page.load_id)
    said = chat.t.plain("homework-note-changed" if found.note == "changed" else "homework-withdrawn")
    await chat.show(screens.list_screen(tasks, 0, chat.t), said)


@handlers.file
async def take_more(chat: Chat) -> bool:
    """The rest of an album, or a file sent right after the task."""
    async with chat.work() as work:
        task_id = await sending.task_for(work, chat.message.media_group_id) if work.actor.connected else None
    if task_id is not None:
        await _add(chat, task_id)
    return task_id is not None


async def _give(chat: Chat, action: WriteGiven, words: str) -> None:
    source = f"message-{chat.message.message_id}"
    async with chat.work() as work:
        found = await giving.give(work, action.load, words, chat.files, source=source)
        task, pupils = await giving.pupil_choices(work, found.task.id)
    if found.note != "already":
        said = "homework-saved-album" if chat.message.media_group_id else "homework-saved"
        await chat.send(screens.pupils_screen(task, pupils, chat.t).under(chat.t(said)))


async def _add(chat: Chat, task_id: int) -> None:
    """One more file; an album answers once."""
    chat.entry = Entry(AddGivenFiles(task_id))
    came = await album_came(chat, TASK_FILES)

    async def put() -> Given:
        async with chat.work() as work:
            return await giving.add_files(work, task_id, chat.files)

    found = await put_file(chat, TASK_FILES, put)
    if not came and not found.note:
        await chat.send(screens.task_screen(found.task, chat.t).under(chat.t("homework-file-added")))


async def _to_change(chat: Chat, task_id: int) -> GivenTask:
    """The task for somebody who may change it. Raises AccessDenied."""
    async with chat.work() as work:
        task = await open_task(work, task_id)
    if not task.writes:
        raise AccessDenied(task=task_id)
    return task


async def _show(chat: Chat, found: Given) -> None:
    await chat.show(screens.task_screen(found.task, chat.t), screens.note_toast(found, chat.t))
