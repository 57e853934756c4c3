"""The class leader's families: who is connected, slips; and the consent text."""

import asyncio

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.shared.wording import shipped_wording
from bots.staff.handlers.words import in_words
from bots.staff.screens import families as screens
from bots.staff.screens.wording import wording
from core.access.consents import WORDING_LIMIT, replace_wording, wording_card
from core.access.desk import end_family, family_phones
from core.access.families import class_families, class_list, family
from core.access.slips import make_slips, slips_offer
from core.actions.access import (
    AskSlips,
    MakeSlips,
    OpenClasses,
    OpenFamilies,
    OpenFamily,
    OpenWording,
    ReplaceWording,
)
from core.actions.sessions import AskEndFamily, EndFamily
from core.terms import Door
from documents.slips import slips_pdf

handlers = Handlers()


@handlers.press(OpenClasses)
async def open_classes(chat: Chat, action: OpenClasses) -> None:
    async with chat.work() as work:
        listed = await class_list(work)
    await chat.show(screens.classes(listed, action.page, chat.t))


@handlers.press(OpenFamilies)
async def open_families(chat: Chat, action: OpenFamilies) -> None:
    async with chat.work() as work:
        found = await class_families(work, action.class_id)
    await chat.show(screens.class_families(found, chat.t))


@handlers.press(OpenFamily)
async def open_family(chat: Chat, action: OpenFamily) -> None:
    async with chat.work() as work:
        found, one = await family(work, action.class_id, action.pupil)
    await chat.show(screens.family(found, one, chat.t))


@handlers.press(AskEndFamily)
async def ask_end_family(chat: Chat, action: AskEndFamily) -> None:
    async with chat.work() as work:
        phones = await family_phones(work, action.class_id, action.pupil)
    await chat.show(screens.ask_end_family(phones, chat.t))


@handlers.press(EndFamily)
async def cut_family(chat: Chat, action: EndFamily) -> None:
    async with chat.work() as work:
        count = await end_family(work, action.class_id, action.pupil, action.last)
        found, one = await family(work, action.class_id, action.pupil)
    toast = chat.t.plain("person-revoked-toast", count=count) if count else chat.t.plain("already-so")
    await chat.show(screens.family(found, one, chat.t), toast)


@handlers.press(AskSlips)
async def ask_slips(chat: Chat, action: AskSlips) -> None:
    async with chat.work() as work:
        offer = await slips_offer(work, action.class_id)
    await chat.show(screens.ask_slips(offer, chat.t))


@handlers.press(MakeSlips)
async def print_slips(chat: Chat, action: MakeSlips) -> None:
    opening = await chat.links.opening(Door.FAMILY)
    async with chat.work() as work:
        sheet = await make_slips(work, action.class_id, everybody=action.everybody, seen=action.seen)
    await chat.toast(chat.t.plain("slips-making"))
    pdf = await asyncio.to_thread(slips_pdf, sheet, opening, chat.t)
    await chat.send_file(pdf, chat.t.plain("slips-file", name=sheet.class_name), screens.slips_caption(sheet, chat.t))
    await open_families(chat, OpenFamilies(action.class_id))


@handlers.press(OpenWording)
async def open_wording(chat: Chat, _action: OpenWording) -> None:
    async with chat.work() as work:
        card = await wording_card(work, shipped_wording())
    await chat.show(wording(card, chat.t))


@handlers.press(ReplaceWording)
async def ask_wording(chat: Chat, action: ReplaceWording) -> None:
    async with chat.work() as work:
        await wording_card(work, shipped_wording())
    await chat.ask(chat.t("wording-question", limit=WORDING_LIMIT), action)


@handlers.answer(ReplaceWording)
@in_words(ask_wording)
async def take_wording(chat: Chat, _action: ReplaceWording, words: str) -> None:
    async with chat.work() as work:
        card = await replace_wording(work, words)
    await chat.show(wording(card, chat.t))
