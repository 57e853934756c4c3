"""The administrator's staff list, and one person's access: card, code, cutting off."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import access as screens
from core.access.desk import issue_code, person_card, revoke_access
from core.access.holders import Holder
from core.access.staff import find_staff, staff_page
from core.actions.access import AskRevoke, FindStaff, IssueCode, OpenPerson, OpenStaffList, Revoke

handlers = Handlers()


@handlers.press(OpenStaffList)
async def open_staff_list(chat: Chat, action: OpenStaffList) -> None:
    async with chat.work() as work:
        page = await staff_page(work, action.page)
    await chat.show(screens.staff_list(page, chat.t))


@handlers.press(FindStaff)
async def ask_surname(chat: Chat, action: FindStaff) -> None:
    async with chat.work() as work:
        await staff_page(work, 0)
    await chat.ask(chat.t("staff-find-question"), action)


@handlers.answer(FindStaff)
@in_words(ask_surname)
async def find_by_surname(chat: Chat, _action: FindStaff, words: str) -> None:
    async with chat.work() as work:
        page = await find_staff(work, words)
    await chat.show(screens.staff_list(page, chat.t))


@handlers.press(OpenPerson)
async def open_person(chat: Chat, action: OpenPerson) -> None:
    async with chat.work() as work:
        card = await person_card(work, Holder(action.kind, action.person), action.class_id)
    await chat.show(screens.person(card, chat.t))


@handlers.press(IssueCode)
async def issue(chat: Chat, action: IssueCode) -> None:
    holder = Holder(action.kind, action.person)
    opening = await chat.links.opening(holder.door)
    async with chat.work() as work:
        handed = await issue_code(work, holder, action.class_id, action.seen)
    await chat.show(screens.code(handed, action.class_id, opening, chat.t))


@handlers.press(AskRevoke)
async def ask_revoke(chat: Chat, action: AskRevoke) -> None:
    async with chat.work() as work:
        card = await person_card(work, Holder(action.kind, action.person), action.class_id)
    await chat.show(screens.ask_revoke(card, action.link, chat.t))


@handlers.press(Revoke)
async def revoke(chat: Chat, action: Revoke) -> None:
    holder = Holder(action.kind, action.person)
    async with chat.work() as work:
        count = await revoke_access(work, holder, action.class_id, action.last, action.link)
        card = await person_card(work, holder, action.class_id)
    await chat.show(screens.person(card, chat.t), chat.t.plain("person-revoked-toast", count=count))
