"""The sheet of acknowledgements, to print."""

import asyncio

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import announcement_watch as screens
from core.actions.announcing import SendSheet
from core.announcements.sheet import sheet
from documents.acknowledgements import acknowledgements_name, acknowledgements_pdf

handlers = Handlers()


@handlers.press(SendSheet)
async def send_sheet(chat: Chat, action: SendSheet) -> None:
    async with chat.work() as work:
        facts = await sheet(work, action.announcement)
    await chat.toast()
    pdf = await asyncio.to_thread(acknowledgements_pdf, facts, chat.t)
    await chat.send_file(pdf, acknowledgements_name(facts, chat.t), screens.sheet_caption(facts, chat.t))
