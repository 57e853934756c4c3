"""Announcing the works of a lesson and weighing them."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import works as screens
from bots.staff.screens.marks import note_toast
from core.actions.marks import (
    AnnounceWork,
    CallOffWork,
    ChooseAnnounced,
    OpenWork,
    OpenWorks,
    SetWorkWeight,
    WriteWorkWeight,
)
from core.marks import works
from core.marks.opening import kind_of
from core.marks.weights import from_hundredths, read_weight

handlers = Handlers()


@handlers.press(OpenWorks)
async def open_works(chat: Chat, action: OpenWorks) -> None:
    async with chat.work() as work:
        sheet = await works.open_works(work, action.lesson)
    await chat.show(screens.works_screen(sheet, chat.t))


@handlers.press(ChooseAnnounced)
async def choose(chat: Chat, action: ChooseAnnounced) -> None:
    async with chat.work() as work:
        sheet = await works.open_works(work, action.lesson)
    await chat.show(screens.announce_screen(sheet, chat.t))


@handlers.press(AnnounceWork)
async def announce(chat: Chat, action: AnnounceWork) -> None:
    async with chat.work() as work:
        sheet = await works.announce(work, action.lesson, action.kind)
    await chat.show(screens.works_screen(sheet, chat.t), note_toast(sheet, chat.t))


@handlers.press(CallOffWork)
async def call_off(chat: Chat, action: CallOffWork) -> None:
    async with chat.work() as work:
        sheet = await works.call_off(work, action.lesson, action.kind)
    await chat.show(screens.works_screen(sheet, chat.t), note_toast(sheet, chat.t))


@handlers.press(OpenWork)
async def open_work(chat: Chat, action: OpenWork) -> None:
    async with chat.work() as work:
        sheet = await works.open_works(work, action.lesson)
    await chat.show(screens.work_screen(sheet, kind_of(sheet, action.kind, archived=True), chat.t))


@handlers.press(SetWorkWeight)
async def set_weight(chat: Chat, action: SetWorkWeight) -> None:
    weight, seen = from_hundredths(action.weight), from_hundredths(action.seen)
    async with chat.work() as work:
        sheet = await works.set_weight(work, action.lesson, action.kind, weight, seen=seen)
    await chat.show(screens.works_screen(sheet, chat.t), note_toast(sheet, chat.t))


@handlers.press(WriteWorkWeight)
async def ask_weight(chat: Chat, action: WriteWorkWeight) -> None:
    async with chat.work() as work:
        sheet = await works.open_works(work, action.lesson)
    question = screens.weight_question(sheet, kind_of(sheet, action.kind, archived=True), chat.t)
    await chat.ask(question, action, chat.t.plain("weight-ask-short"))


@handlers.answer(WriteWorkWeight)
@in_words(ask_weight)
async def take_weight(chat: Chat, action: WriteWorkWeight, words: str) -> None:
    weight, seen = read_weight(words), from_hundredths(action.seen)
    async with chat.work() as work:
        sheet = await works.set_weight(work, action.lesson, action.kind, weight, seen=seen)
    await chat.send(screens.works_screen(sheet, chat.t).under(note_toast(sheet, chat.t)))
