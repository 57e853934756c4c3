"""Silences, stop words, complaints and handing over."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import conversations as talk_screens
from bots.staff.screens import talk_tools as screens
from core.actions.talk_tools import (
    AddStopWords,
    AskMuteDay,
    ChooseMute,
    ChooseSuccessor,
    CloseComplaint,
    ConfirmHandingOver,
    FindSuccessor,
    HandOver,
    LiftMute,
    MuteUntil,
    OpenComplaint,
    OpenComplaints,
    OpenHandingOver,
    OpenMuted,
    OpenStopWords,
    OpenTalkTools,
    RemoveStopWord,
)
from core.conversations import choosing, complaints, handing, muting, opening, reading, stop_words
from core.conversations.facts import Who
from core.errors import ButtonOutdated
from core.rights import MANAGEMENT
from core.rules.dates import parse_range
from core.rules.digest import digest
from core.terms import Role
from locales import Screen

handlers = Handlers()
PEOPLE: tuple[Who, ...] = ("staff", "guardian", "pupil")
HANDS_OVER = (*MANAGEMENT, Role.ADMINISTRATOR)


@handlers.press(OpenTalkTools)
async def open_tools(chat: Chat, _: OpenTalkTools) -> None:
    async with chat.work() as work:
        work.actor.require_staff()
    await chat.show(screens.tools_screen(work.actor.roles, leads=bool(work.actor.leads), t=chat.t))


@handlers.press(ChooseMute)
async def choose_mute(chat: Chat, action: ChooseMute) -> None:
    async with chat.work() as work:
        await muting.require_to_mute(work, _who(action.kind), action.person)
        talk = await reading.conversation(work, action.conversation, size=1)
    names = [side.name for side in talk.sides if (side.kind, side.person_id) == (action.kind, action.person)]
    if not names:
        raise ButtonOutdated
    await chat.show(screens.mute_screen(action, names[0], work.today, chat.t))


@handlers.press(AskMuteDay)
async def ask_mute_day(chat: Chat, action: AskMuteDay) -> None:
    async with chat.work() as work:
        await muting.require_to_mute(work, _who(action.kind), action.person)
    await chat.ask(chat.t("talk-ask-mute-day"), action, chat.t.plain("talk-ask-mute-day-short"))


@handlers.answer(AskMuteDay)
@in_words(ask_mute_day)
async def take_mute_day(chat: Chat, action: AskMuteDay, words: str) -> None:
    async with chat.work() as work:
        until = parse_range(words, work.today, work.today).ends
    await ask_mute_reason(chat, MuteUntil(action.kind, action.person, until))


@handlers.press(MuteUntil)
async def ask_mute_reason(chat: Chat, action: MuteUntil) -> None:
    async with chat.work() as work:
        await muting.require_to_mute(work, _who(action.kind), action.person)
    question = chat.t("talk-ask-mute-reason", until=action.until)
    await chat.ask(question, action, chat.t.plain("talk-ask-mute-reason-short"))


@handlers.answer(MuteUntil)
@in_words(ask_mute_reason)
async def mute(chat: Chat, action: MuteUntil, words: str) -> None:
    async with chat.work() as work:
        done = await muting.mute(work, _who(action.kind), action.person, work.end_of(action.until), words)
    await chat.send(screens.muted_done(done, work.today, chat.t))


def _who(kind: str) -> Who:
    """Whom a button names. Raises ButtonOutdated."""
    for known in PEOPLE:
        if kind == known:
            return known
    raise ButtonOutdated


@handlers.press(OpenMuted)
async def open_muted(chat: Chat, action: OpenMuted) -> None:
    await _show_muted(chat, action.first)


@handlers.press(LiftMute)
async def lift(chat: Chat, action: LiftMute) -> None:
    async with chat.work() as work:
        await muting.lift(work, action.mute)
    await _show_muted(chat, 0, chat.t.plain("talk-lifted"))


async def _show_muted(chat: Chat, first: int, toast: str = "") -> None:
    async with chat.work() as work:
        people, count = await muting.muted(work, first)
    await chat.show(screens.muted_screen(people, first, count, work.today, chat.t), toast)


@handlers.press(OpenStopWords)
async def open_stop_words(chat: Chat, action: OpenStopWords) -> None:
    async with chat.work() as work:
        words = await stop_words.stop_words(work)
    await chat.show(screens.stop_words_screen(words, action.first, chat.t))


@handlers.press(AddStopWords)
async def ask_stop_words(chat: Chat, action: AddStopWords) -> None:
    async with chat.work() as work:
        await stop_words.stop_words(work)
    await chat.ask(chat.t("talk-ask-stop"), action, chat.t.plain("talk-ask-stop-short"))


@handlers.answer(AddStopWords)
@in_words(ask_stop_words)
async def add_stop_words(chat: Chat, _: AddStopWords, typed: str) -> None:
    async with chat.work() as work:
        words = await stop_words.add_stop_words(work, typed)
    await chat.send(screens.stop_words_screen(words, 0, chat.t, chat.t("done-toast")))


@handlers.press(RemoveStopWord)
async def remove_stop_word(chat: Chat, action: RemoveStopWord) -> None:
    async with chat.work() as work:
        words = await stop_words.stop_words(work)
        named = next((word for word in words if digest(word) == action.word), None)
        left = await stop_words.remove_stop_word(work, named) if named is not None else words
    toast = chat.t.plain("already-so" if named is None else "done-toast")
    await chat.show(screens.stop_words_screen(left, 0, chat.t), toast)


@handlers.press(OpenComplaints)
async def open_complaints(chat: Chat, action: OpenComplaints) -> None:
    async with chat.work() as work:
        found, count = await complaints.complaints(work, action.first)
    await chat.show(screens.complaints_screen(found, action.first, count, work.today, chat.t))


@handlers.press(OpenComplaint)
async def open_complaint(chat: Chat, action: OpenComplaint) -> None:
    async with chat.work() as work:
        found = await complaints.complaint(work, action.complaint)
    await chat.show(screens.complaint_screen(found, work.today, chat.t))


@handlers.press(CloseComplaint)
async def ask_outcome(chat: Chat, action: CloseComplaint) -> None:
    async with chat.work() as work:
        found = await complaints.complaint(work, action.complaint)
    if found.closed_at is not None:
        await chat.show(screens.complaint_screen(found, work.today, chat.t), chat.t.plain("talk-complaint-was-closed"))
    else:
        await chat.ask(chat.t("talk-ask-outcome"), action, chat.t.plain("talk-ask-outcome-short"))


@handlers.answer(CloseComplaint)
@in_words(ask_outcome)
async def close_complaint(chat: Chat, action: CloseComplaint, words: str) -> None:
    async with chat.work() as work:
        await complaints.close_complaint(work, action.complaint, words)
        found = await complaints.complaint(work, action.complaint)
    await chat.send(screens.complaint_screen(found, work.today, chat.t))


@handlers.press(OpenHandingOver)
async def open_handing(chat: Chat, _: OpenHandingOver) -> None:
    async with chat.work() as work:
        own = work.actor.require_staff()
        count = await handing.count_of(work, own)
        left = await handing.to_hand_over(work) if work.actor.holds(*HANDS_OVER) else ()
    await chat.show(screens.handing_screen((own, count), left, chat.t))


@handlers.press(ChooseSuccessor)
async def choose_successor(chat: Chat, action: ChooseSuccessor) -> None:
    async with chat.work() as work:
        await handing.count_of(work, action.staff)
        people, count = await opening.colleagues(work, "", action.first)
    await chat.show(talk_screens.successor_screen(action.staff, people, action.first, count, chat.t))


@handlers.press(FindSuccessor)
async def ask_successor(chat: Chat, action: FindSuccessor) -> None:
    async with chat.work() as work:
        await handing.count_of(work, action.staff)
    await chat.ask(chat.t("talk-ask-surname"), action, chat.t.plain("talk-ask-surname-short"))


@handlers.answer(FindSuccessor)
@in_words(ask_successor)
async def find_successor(chat: Chat, action: FindSuccessor, words: str) -> None:
    async with chat.work() as work:
        people, count = await opening.colleagues(work, words)
    await chat.send(talk_screens.successor_screen(action.staff, people, 0, count, chat.t, words))


@handlers.press(ConfirmHandingOver)
async def confirm_handing(chat: Chat, action: ConfirmHandingOver) -> None:
    async with chat.work() as work:
        count = await handing.count_of(work, action.staff)
        name = await choosing.staff_name(work, action.to)
    await chat.show(screens.hand_sure_screen(count, HandOver(action.staff, action.to), name, chat.t))


@handlers.press(HandOver)
async def hand_over(chat: Chat, action: HandOver) -> None:
    async with chat.work() as work:
        name = await choosing.staff_name(work, action.to)
        count = await handing.hand_over(work, action.staff, action.to)
    said = chat.t("talk-handed", count=count, name=name)
    await chat.show(Screen(said, [talk_screens.WAYS.back(chat.t)]))
