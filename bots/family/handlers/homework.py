"""A child's homework in full, and its files from the school's own copy."""

from bots.family.screens.homework import task_screen
from bots.shared.chat import Chat
from bots.shared.files import send_page
from bots.shared.handlers import Handlers
from core.actions.homework import OpenChildTask, SendChildFile, SendChildFiles
from core.homework.family import child_file, child_task

handlers = Handlers()


@handlers.press(OpenChildTask)
async def open_task(chat: Chat, action: OpenChildTask) -> None:
    async with chat.work() as work:
        child = await child_task(work, action.pupil, action.task)
    await chat.show(task_screen(child, chat.t))


@handlers.press(SendChildFile)
async def send_file(chat: Chat, action: SendChildFile) -> None:
    await _send(chat, action)


@handlers.press(SendChildFiles)
async def send_files(chat: Chat, action: SendChildFiles) -> None:
    async with chat.work() as work:
        child = await child_task(work, action.pupil, action.task)
    for file in child.task.files:
        await _send(chat, SendChildFile(action.pupil, action.task, file.id))


async def _send(chat: Chat, action: SendChildFile) -> None:
    """One file at a time: ten of them would be a lot to hold."""
    async with chat.work() as work:
        child, page = await child_file(work, action.pupil, action.task, action.file)
    await chat.toast()
    await send_page(chat, page, chat.t("task-caption", subject=child.subject, day=child.task.due_on))
