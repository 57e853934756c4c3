"""The class leader's absent of the day: the card, one absence, reasons and notes."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.live import Draw, watch
from bots.staff.screens import absent as screens
from core.actions.roll import OpenAbsence, OpenAbsent, SetReason, WriteNote
from core.app import Work
from core.roll import absent_today
from core.roll.absent_today import AbsentToday

handlers = Handlers()


@handlers.press(OpenAbsent)
async def open_card(chat: Chat, action: OpenAbsent) -> None:
    async with chat.work() as work:
        today = await absent_today.absent_today(work, action.class_id, action.day)
    await chat.show(screens.card(today, chat.t))
    _watch(chat, today)


@handlers.press(OpenAbsence)
async def open_absence(chat: Chat, action: OpenAbsence) -> None:
    async with chat.work() as work:
        today = await absent_today.absent_today(work, action.class_id, action.day)
        pupil = today.pupil(action.pupil)
    await chat.show(screens.absence(today, pupil, chat.t))


@handlers.press(SetReason)
async def set_reason(chat: Chat, action: SetReason) -> None:
    async with chat.work() as work:
        today, changed = await absent_today.set_reason(work, action.class_id, action.pupil, action.day, action.reason)
    await chat.show(screens.card(today, chat.t), chat.t.plain("done-toast" if changed else "already-so"))
    _watch(chat, today)


@handlers.press(WriteNote)
async def ask_note(chat: Chat, action: WriteNote) -> None:
    async with chat.work() as work:
        today = await absent_today.absent_today(work, action.class_id, action.day)
        pupil = today.pupil(action.pupil)
    await chat.ask(chat.t("absence-ask-note", name=pupil.name), action, chat.t.plain("absence-ask-note-short"))


@handlers.answer(WriteNote)
@in_words(ask_note)
async def take_note(chat: Chat, action: WriteNote, words: str) -> None:
    async with chat.work() as work:
        today = await absent_today.set_note(work, action.class_id, action.pupil, action.day, words)
        pupil = today.pupil(action.pupil)
    await chat.send(screens.absence(today, pupil, chat.t))


def _watch(chat: Chat, today: AbsentToday) -> None:
    """Today's card follows the rolls."""

    async def read(work: Work) -> tuple[AbsentToday, Draw]:
        fresh = await absent_today.absent_today(work, today.class_id, today.day)
        return fresh, lambda t: screens.card(fresh, t)

    if today.day == today.today:
        watch(chat, today, read)
