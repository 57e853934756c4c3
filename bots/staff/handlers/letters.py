"""Information letters for parents: choosing, sending, paper."""

import asyncio

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import letters as screens
from core.actions.letters import AskPrint, LettersPaper, OfferLetters, OpenLetters, PickLetters, SendLetters
from core.letters import choosing, printing, sending
from core.letters.choosing import Outcome
from core.letters.printing import Papers
from documents.guardian_letter import letters_name, letters_pdf

handlers = Handlers()


@handlers.press(OpenLetters)
async def open_letters(chat: Chat, action: OpenLetters) -> None:
    async with chat.work() as work:
        found = await choosing.offer_to_everybody(work, action.class_id, action.period)
    await chat.show(screens.letters_screen(found, chat.t))


@handlers.press(PickLetters)
async def pick(chat: Chat, action: PickLetters) -> None:
    async with chat.work() as work:
        choice = await choosing.choose(work, action.class_id, action.period, action.who, action.seen)
    await chat.show(screens.pick_screen(choice, chat.t))


@handlers.press(OfferLetters)
async def offer(chat: Chat, action: OfferLetters) -> None:
    async with chat.work() as work:
        found = await choosing.offer(work, action.class_id, action.period, action.who, action.seen)
    await chat.show(screens.offer_screen(found, chat.t))


@handlers.press(SendLetters)
async def send(chat: Chat, action: SendLetters) -> None:
    async with chat.work() as work:
        found = await sending.send_letters(work, action.class_id, action.period, action.who, action.seen)
    await chat.show(screens.sent_screen(found, chat.t))
    if found.outcome is Outcome.SENT and found.to_print:
        await _send_papers(chat, await _papers(chat, LettersPaper(**vars(action), everybody=False)))


@handlers.press(LettersPaper)
async def paper(chat: Chat, action: LettersPaper) -> None:
    found = await _papers(chat, action)
    if found.letters:
        await chat.toast(chat.t.plain("letters-coming"))
        await _send_papers(chat, found)
    else:
        await chat.show(screens.offer_screen(found.offer, chat.t))


@handlers.press(AskPrint)
async def ask_print(chat: Chat, action: AskPrint) -> None:
    async with chat.work() as work:
        found = await printing.ask_print(work, **vars(action))
    await chat.show(screens.offer_screen(found, chat.t))


async def _papers(chat: Chat, action: LettersPaper) -> Papers:
    where = action.class_id, action.period, action.who, action.seen
    async with chat.work() as work:
        return await printing.papers(work, *where, everybody=action.everybody)


async def _send_papers(chat: Chat, found: Papers) -> None:
    pdf = await asyncio.to_thread(letters_pdf, found.head, found.letters, chat.t)
    await chat.send_file(pdf, letters_name(found.head, chat.t), screens.papers_caption(found, chat.t))
