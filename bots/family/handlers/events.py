"""Events of a child's class: a month of them, one, and whether the family comes."""

from bots.family.screens import events as screens
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.events import AnswerEvent, OpenChildEvents, OpenFamilyEvent
from core.diary.timetable import child_events
from core.events.answering import answer_event, family_event

handlers = Handlers()


@handlers.press(OpenFamilyEvent)
async def open_event(chat: Chat, action: OpenFamilyEvent) -> None:
    async with chat.work() as work:
        found = await family_event(work, action.event, action.pupil)
    await chat.show(screens.event_screen(found, chat.t))


@handlers.press(AnswerEvent)
async def answer(chat: Chat, action: AnswerEvent) -> None:
    async with chat.work() as work:
        found = await answer_event(work, action.event, action.pupil, action.answer)
    await chat.show(screens.event_screen(found, chat.t), chat.t.plain("event-answer-toast"))


@handlers.press(OpenChildEvents)
async def open_month(chat: Chat, action: OpenChildEvents) -> None:
    async with chat.work() as work:
        month = await child_events(work, action.pupil, action.day)
    await chat.show(screens.month_screen(month, chat.t))
