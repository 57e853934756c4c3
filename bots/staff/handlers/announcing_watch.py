"""What came of an announcement: the numbers, the names; reminding and withdrawing."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import announcement_watch as screens
from core.actions.announcing import (
    AskWithdraw,
    OpenProgress,
    OpenProgressClasses,
    OpenReaders,
    RemindReaders,
    WithdrawAnnouncement,
)
from core.announcements.reminding import remind
from core.announcements.watching import names, progress
from core.announcements.withdrawing import withdraw

handlers = Handlers()


@handlers.press(OpenProgress)
async def open_progress(chat: Chat, action: OpenProgress) -> None:
    async with chat.work() as work:
        found = await progress(work, action.announcement)
    await chat.show(screens.progress_screen(found, chat.t))


@handlers.press(OpenProgressClasses)
async def open_classes(chat: Chat, action: OpenProgressClasses) -> None:
    async with chat.work() as work:
        found = await progress(work, action.announcement)
    await chat.show(screens.classes_screen(found, action.first, chat.t))


@handlers.press(OpenReaders)
async def open_readers(chat: Chat, action: OpenReaders) -> None:
    async with chat.work() as work:
        found = await names(work, action.announcement, action.readers, action.class_id, action.first)
    await chat.show(screens.names_screen(found, action.readers, chat.t))


@handlers.press(RemindReaders)
async def remind_readers(chat: Chat, action: RemindReaders) -> None:
    async with chat.work() as work:
        found, people = await remind(work, action.announcement, seen=action.rev)
    await chat.show(screens.progress_screen(found, chat.t), screens.reminded_note(people, chat.t))


@handlers.press(AskWithdraw)
async def ask_withdraw(chat: Chat, action: AskWithdraw) -> None:
    async with chat.work() as work:
        found = await progress(work, action.announcement)
    await chat.show(screens.withdraw_screen(found, chat.t))


@handlers.press(WithdrawAnnouncement)
async def withdraw_it(chat: Chat, action: WithdrawAnnouncement) -> None:
    async with chat.work() as work:
        found = await withdraw(work, action.announcement, seen=action.rev)
    await chat.show(screens.progress_screen(found, chat.t), screens.withdrawn_note(found, chat.t))
