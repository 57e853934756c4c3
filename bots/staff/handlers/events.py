"""Events of a class."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import events as screens
from core.actions.diary import OpenClassEvents
from core.actions.events import AddClassEvent, ChangeClassEvent, OpenClassEvent, WithdrawClassEvent
from core.events import keeping

handlers = Handlers()


@handlers.press(OpenClassEvents)
async def open_events(chat: Chat, action: OpenClassEvents) -> None:
    async with chat.work() as work:
        shown = await keeping.class_events(work, action.class_id)
    await chat.show(screens.events_screen(shown, chat.t))


@handlers.press(OpenClassEvent)
async def open_event(chat: Chat, action: OpenClassEvent) -> None:
    async with chat.work() as work:
        event = await keeping.class_event(work, action.event)
    await chat.show(screens.event_screen(event, chat.t))


@handlers.press(AddClassEvent)
async def ask_event(chat: Chat, action: AddClassEvent) -> None:
    async with chat.work() as work:
        await keeping.class_events(work, action.class_id)
    await chat.ask(chat.t("events-ask"), action, chat.t.plain("events-ask-short"))


@handlers.answer(AddClassEvent)
@in_words(ask_event)
async def take_event(chat: Chat, action: AddClassEvent, words: str) -> None:
    async with chat.work() as work:
        shown = await keeping.add_event(work, action.class_id, words)
    await chat.send(screens.events_screen(shown, chat.t).under(screens.note(shown, chat.t)))


@handlers.press(ChangeClassEvent)
async def ask_change(chat: Chat, action: ChangeClassEvent) -> None:
    async with chat.work() as work:
        event = await keeping.class_event(work, action.event)
    await chat.ask(screens.change_question(event, chat.t), action, chat.t.plain("events-ask-short"))


@handlers.answer(ChangeClassEvent)
@in_words(ask_change)
async def take_change(chat: Chat, action: ChangeClassEvent, words: str) -> None:
    async with chat.work() as work:
        shown = await keeping.change_event(work, action.event, words, seen=action.rev)
    await chat.send(screens.events_screen(shown, chat.t).under(screens.note(shown, chat.t)))


@handlers.press(WithdrawClassEvent)
async def withdraw(chat: Chat, action: WithdrawClassEvent) -> None:
    async with chat.work() as work:
        shown = await keeping.withdraw_event(work, action.event, seen=action.rev)
    toast = screens.note(shown, chat.t) if shown.note else chat.t.plain("events-withdrawn")
    await chat.show(screens.events_screen(shown, chat.t), toast)
