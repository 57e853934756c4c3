"""Events of a class."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import events as screens
from core.actions.diary import OpenClassEvents
from core.actions.events import (
    AddClassEvent,
    ChangeClassEvent,
    OpenClassEvent,
    OpenEventAnswers,
    OpenEventsMonth,
    SetEventAsks,
    SetEventKind,
    WithdrawClassEvent,
)
from core.events import keeping
from core.events.keeping import ClassEvents, KeptEvent

handlers = Handlers()


@handlers.press(OpenClassEvents)
async def open_events(chat: Chat, action: OpenClassEvents) -> None:
    async with chat.work() as work:
        shown = await keeping.class_events(work, action.class_id)
    await chat.show(screens.events_screen(shown, chat.t))


@handlers.press(OpenClassEvent)
async def open_event(chat: Chat, action: OpenClassEvent) -> None:
    async with chat.work() as work:
        kept = await keeping.kept_event(work, action.event)
    await chat.show(screens.event_screen(kept, chat.t))


@handlers.press(OpenEventAnswers)
async def open_answers(chat: Chat, action: OpenEventAnswers) -> None:
    async with chat.work() as work:
        kept = await keeping.kept_event(work, action.event)
    await chat.show(screens.answers_screen(kept, chat.t))


@handlers.press(OpenEventsMonth)
async def open_month(chat: Chat, action: OpenEventsMonth) -> None:
    async with chat.work() as work:
        month = await keeping.class_month(work, action.class_id, action.day)
    await chat.show(screens.month_screen(month, chat.t))


@handlers.press(SetEventKind)
async def set_kind(chat: Chat, action: SetEventKind) -> None:
    async with chat.work() as work:
        kept = await keeping.set_kind(work, action.event, action.kind, seen=action.rev)
    await _show(chat, kept)


@handlers.press(SetEventAsks)
async def set_asks(chat: Chat, action: SetEventAsks) -> None:
    async with chat.work() as work:
        kept = await keeping.set_asks(work, action.event, on=action.on, seen=action.rev)
    await _show(chat, kept)


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
    await _send(chat, shown)


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
    await _send(chat, shown)


@handlers.press(WithdrawClassEvent)
async def withdraw(chat: Chat, action: WithdrawClassEvent) -> None:
    async with chat.work() as work:
        shown = await keeping.withdraw_event(work, action.event, seen=action.rev)
    toast = screens.note(shown.note, chat.t) if shown.note else chat.t.plain("events-withdrawn")
    await chat.show(screens.events_screen(shown, chat.t), toast)


async def _send(chat: Chat, shown: ClassEvents) -> None:
    """The event just put, where it is told what it is and whether an answer is needed; else the list."""
    if shown.put is None:
        await chat.send(screens.events_screen(shown, chat.t).under(screens.note(shown.note, chat.t)))
        return
    async with chat.work() as work:
        kept = await keeping.kept_event(work, shown.put)
    await chat.send(screens.event_screen(kept, chat.t).under(screens.note(shown.note, chat.t)))


async def _show(chat: Chat, kept: KeptEvent) -> None:
    toast = screens.note(kept.note, chat.t) if kept.note == "changed" else chat.t.plain("done-toast")
    await chat.show(screens.event_screen(kept, chat.t), toast)
