"""A family begins to write: about which child, to whom of the school; kept words find their way the same way."""

from functools import partial

from bots.family.handlers import entry
from bots.family.screens import talks as screens
from bots.family.screens.talks import WAYS
from bots.shared import talking
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.shared.talk_said import draft_screen, dropped_screen, pick_screen
from core.actions.conversations import (
    ChooseChildToWrite,
    DraftAddressees,
    DropTalkDraft,
    GiveDraftToSchool,
    GiveTalkDraft,
    OpenAddressees,
    OpenTalkDraft,
    SendPaperOn,
    WriteToSchool,
)
from core.app import Work
from core.conversations import albums, choosing, drafts, inbox, opening
from core.conversations.facts import Addressee, Addressees
from core.errors import NothingThere
from locales.screen import Rows

handlers = Handlers()


@handlers.press(ChooseChildToWrite)
async def choose_child(chat: Chat, _: ChooseChildToWrite) -> None:
    async with chat.work() as work:
        children = await choosing.own_children(work)
    if len(children) == 1:
        await open_addressees(chat, OpenAddressees(children[0].pupil_id))
    else:
        await chat.show(screens.children_screen(children, chat.t))


@handlers.press(OpenAddressees)
async def open_addressees(chat: Chat, action: OpenAddressees) -> None:
    async with chat.work() as work:
        found = await opening.addressees(work, action.pupil, action.lesson)
    await chat.show(screens.addressees_screen(found, chat.t))


@handlers.press(WriteToSchool)
async def ask_school(chat: Chat, action: WriteToSchool) -> None:
    async with chat.work() as work:
        found = await opening.addressees(work, action.pupil, action.lesson)
    question = screens.school_question(found, _named(found, action.staff), chat.t)
    await chat.ask(question, action, chat.t.plain("talk-ask-short"))


@handlers.letter(WriteToSchool)
async def take_school(chat: Chat, action: WriteToSchool) -> None:
    async def find(work: Work) -> int:
        return await opening.open_with_staff(work, action.pupil, action.staff, action.lesson)

    if not await entry.text(chat):
        await talking.say(chat, WAYS, find, partial(ask_school, chat, action))


@handlers.leftover
async def keep(chat: Chat) -> bool:
    """Words or a file for somebody of the school."""
    return await talking.offer(chat, WAYS, others=lambda draft: _ways(chat, draft), always=True)


async def edited(chat: Chat) -> None:
    """Other words of a message sent earlier; those that still wait are shown as they are now."""
    if await talking.edited(chat):
        await keep(chat)


@handlers.press(SendPaperOn)
async def send_paper_on(chat: Chat, action: SendPaperOn) -> None:
    async with chat.work() as work:
        draft = await drafts.draft(work, await albums.draft_of_paper(work, action.first))
        lately = await inbox.inbox(work, size=talking.SHOWN)
    await chat.show(draft_screen(draft, lately, WAYS, chat.t, others=_ways(chat, draft.id)))


@handlers.press(GiveTalkDraft)
async def give(chat: Chat, action: GiveTalkDraft) -> None:
    await talking.give(chat, WAYS, action.draft, talking.to(action.conversation))


@handlers.press(OpenTalkDraft)
async def pick(chat: Chat, action: OpenTalkDraft) -> None:
    async with chat.work() as work:
        draft, found = await drafts.draft(work, action.draft), await inbox.inbox(work, action.first)
    await chat.show(pick_screen(draft, found, WAYS, chat.t))


@handlers.press(DraftAddressees)
async def choose_addressee(chat: Chat, action: DraftAddressees) -> None:
    async with chat.work() as work:
        await drafts.draft(work, action.draft)
        children = await choosing.own_children(work)
        pupil = action.pupil or (children[0].pupil_id if len(children) == 1 else None)
        found = await opening.addressees(work, pupil) if pupil is not None else None
    screen = (
        screens.addressees_screen(found, chat.t, action.draft)
        if found is not None
        else screens.children_screen(children, chat.t, action.draft)
    )
    await chat.show(screen)


@handlers.press(GiveDraftToSchool)
async def give_to_school(chat: Chat, action: GiveDraftToSchool) -> None:
    async def find(work: Work) -> int:
        return await opening.open_with_staff(work, action.pupil, action.staff)

    await talking.give(chat, WAYS, action.draft, find)


@handlers.press(DropTalkDraft)
async def drop(chat: Chat, action: DropTalkDraft) -> None:
    async with chat.work() as work:
        await drafts.drop_draft(work, action.draft)
    await chat.show(dropped_screen(WAYS, chat.t))


def _ways(chat: Chat, draft: int) -> Rows:
    """A pupil's own account is told apart: the file may have been meant for a task."""
    children = chat.actor.children if chat.actor else ()
    own = next((child.pupil_id for child in children if child.guardian_id is None), None)
    return screens.draft_ways(draft, chat.t, pupil=own)


def _named(found: Addressees, staff_id: int | None) -> Addressee:
    """Raises NothingThere (teaches the child no longer)."""
    for one in found.people:
        if one.staff_id == staff_id:
            return one
    raise NothingThere
