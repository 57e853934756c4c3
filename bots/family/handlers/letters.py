"""A family's own information letter as a PDF."""

import asyncio

from bots.family.screens.letters import letter_caption
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.letters import SendOwnLetter
from core.letters.family import own_letter
from documents.guardian_letter import letter_name, letters_pdf

handlers = Handlers()


@handlers.press(SendOwnLetter)
async def send_letter(chat: Chat, action: SendOwnLetter) -> None:
    async with chat.work() as work:
        head, letter = await own_letter(work, action.pupil, action.period)
    await chat.toast(chat.t.plain("letters-coming"))
    pdf = await asyncio.to_thread(letters_pdf, head, [letter], chat.t)
    await chat.send_file(pdf, letter_name(head, letter, chat.t), letter_caption(head, letter, chat.t))
