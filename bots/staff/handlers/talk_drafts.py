"""Words and files of the staff that answer nothing: to whom do they go?"""

from bots.shared import talking
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.shared.talk_said import dropped_screen, pick_screen
from bots.staff.screens.conversations import WAYS
from core.actions.conversations import DropDraft, GiveDraft, OpenDraft
from core.conversations import drafts, inbox
from locales.screen import Rows

handlers = Handlers()


def _nobody_else(_: int) -> Rows:
    return []


@handlers.leftover
async def keep(chat: Chat) -> bool:
    """Words or a file for somebody the person writes with."""
    return await talking.offer(chat, WAYS, others=_nobody_else, always=False)


async def edited(chat: Chat) -> None:
    """Other words of a message sent earlier; those that still wait are shown as they are now."""
    if await talking.edited(chat):
        await keep(chat)


@handlers.press(GiveDraft)
async def give(chat: Chat, action: GiveDraft) -> None:
    await talking.give(chat, WAYS, action.draft, talking.to(action.conversation))


@handlers.press(OpenDraft)
async def pick(chat: Chat, action: OpenDraft) -> None:
    async with chat.work() as work:
        draft, found = await drafts.draft(work, action.draft), await inbox.inbox(work, action.first)
    await chat.show(pick_screen(draft, found, WAYS, chat.t))


@handlers.press(DropDraft)
async def drop(chat: Chat, action: DropDraft) -> None:
    async with chat.work() as work:
        await drafts.drop_draft(work, action.draft)
    await chat.show(dropped_screen(WAYS, chat.t))
