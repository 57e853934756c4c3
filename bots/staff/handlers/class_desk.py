"""The class leader's desk and the lists behind its numbers."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import class_desk as screens
from bots.staff.screens import class_lists
from core.actions.cards import (
    OpenClassDesks,
    OpenNearFailing,
    OpenNoConsent,
    OpenOwed,
    OpenUnconnected,
    OpenUnread,
    RemindUnread,
)
from core.actions.diary import OpenClassDesk
from core.announcements.reminding import remind
from core.class_desk import lists
from core.class_desk.desk import class_desk, class_desks
from core.class_desk.near import near_failing

handlers = Handlers()


@handlers.press(OpenClassDesk)
async def open_desk(chat: Chat, action: OpenClassDesk) -> None:
    async with chat.work() as work:
        desk = await class_desk(work, action.class_id)
    await chat.show(screens.class_desk(desk, chat.t))


@handlers.press(OpenClassDesks)
async def open_desks(chat: Chat, action: OpenClassDesks) -> None:
    async with chat.work() as work:
        found = await class_desks(work, action.page)
    await chat.show(screens.class_desks(found, chat.t))


@handlers.press(OpenNearFailing)
async def open_near(chat: Chat, action: OpenNearFailing) -> None:
    async with chat.work() as work:
        found = await near_failing(work, action.class_id)
    await chat.show(class_lists.near_screen(found, chat.t))


@handlers.press(OpenOwed)
async def open_owed(chat: Chat, action: OpenOwed) -> None:
    async with chat.work() as work:
        found = await lists.owed_works(work, action.class_id, action.first)
    await chat.show(class_lists.owed_screen(found, chat.t))


@handlers.press(OpenUnconnected)
async def open_unconnected(chat: Chat, action: OpenUnconnected) -> None:
    async with chat.work() as work:
        found = await lists.unconnected_families(work, action.class_id, action.first)
    await chat.show(class_lists.unconnected_screen(found, chat.t))


@handlers.press(OpenNoConsent)
async def open_no_consent(chat: Chat, action: OpenNoConsent) -> None:
    async with chat.work() as work:
        found = await lists.consents_missing(work, action.class_id, action.first)
    await chat.show(class_lists.no_consent_screen(found, chat.t))


@handlers.press(OpenUnread)
async def open_unread(chat: Chat, action: OpenUnread) -> None:
    async with chat.work() as work:
        found = await lists.unread_of_class(work, action.class_id, action.first)
    await chat.show(class_lists.unread_screen(found, chat.t))


@handlers.press(RemindUnread)
async def remind_unread(chat: Chat, action: RemindUnread) -> None:
    async with chat.work() as work:
        progress, people = await remind(work, action.announcement, seen=action.rev)
        found = await lists.unread_of_class(work, action.class_id)
    key = "unread-toast-changed" if progress.note == "changed" else "unread-toast"
    await chat.show(class_lists.unread_screen(found, chat.t), chat.t.plain(key, count=people))
