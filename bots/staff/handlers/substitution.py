"""«Замены»: the day's changes and what is done with one lesson."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import substitution as screens
from bots.staff.screens import substitution_away as away_screens
from bots.staff.screens import substitution_moves as move_screens
from bots.staff.screens.substitution import Span
from core.actions.page import OpenSubstitutions
from core.actions.substitution import (
    AskRoom,
    Assign,
    AssignBusy,
    CancelLesson,
    ChooseClass,
    FindCandidate,
    MoveLesson,
    OpenCandidates,
    OpenChange,
    OpenClassChanges,
    OpenMove,
    OpenMoveDay,
    OpenRoom,
    RestoreLesson,
    SetRoom,
    Unassign,
)
from core.app import Work
from core.substitution import away, board, commands, desk
from core.substitution.commands import Outcome
from locales import Screen

handlers = Handlers()
NO_SPAN: Span = (None, None, None)
OfList = OpenChange | OpenCandidates | FindCandidate | Assign | AssignBusy | Unassign | CancelLesson | RestoreLesson
CONFIRMED = ("busy", "clash", "prepared")


@handlers.press(OpenSubstitutions)
async def open_board(chat: Chat, action: OpenSubstitutions) -> None:
    async with chat.work() as work:
        found = await board.board(work, action.day)
    await chat.show(screens.board_screen(found, chat.t))


@handlers.press(ChooseClass)
async def choose_class(chat: Chat, action: ChooseClass) -> None:
    async with chat.work() as work:
        found = await board.classes_to_change(work)
    await chat.show(screens.classes_screen(found, action.day, chat.t))


@handlers.press(OpenClassChanges)
async def open_class(chat: Chat, action: OpenClassChanges) -> None:
    async with chat.work() as work:
        found = await board.class_lessons(work, action.class_id, action.day)
    await chat.show(screens.class_screen(found, chat.t))


@handlers.press(OpenChange)
async def open_lesson(chat: Chat, action: OpenChange) -> None:
    async with chat.work() as work:
        found = await desk.lesson_desk(work, action.lesson)
    await chat.show(screens.lesson_screen(found, span_of(action), chat.t))


@handlers.press(OpenCandidates)
async def open_candidates(chat: Chat, action: OpenCandidates) -> None:
    async with chat.work() as work:
        found = await desk.lesson_desk(work, action.lesson)
    await chat.show(screens.candidates_screen(found, found.candidates, action.page, span_of(action), chat.t))


@handlers.press(FindCandidate)
async def ask_candidate(chat: Chat, action: FindCandidate) -> None:
    async with chat.work() as work:
        await desk.lesson_desk(work, action.lesson)
    await chat.ask(chat.t("subst-ask-name"), action, chat.t.plain("subst-ask-name-short"))


@handlers.answer(FindCandidate)
@in_words(ask_candidate)
async def find_candidate(chat: Chat, action: FindCandidate, words: str) -> None:
    async with chat.work() as work:
        found = await desk.lesson_desk(work, action.lesson, words)
    await chat.send(screens.candidates_screen(found, found.candidates, 0, span_of(action), chat.t))


@handlers.press(Assign)
async def assign(chat: Chat, action: Assign) -> None:
    async with chat.work() as work:
        done = await commands.assign(work, action.lesson, action.staff, seen=action.seen)
        screen = await result(chat, work, done, span_of(action))
    await chat.show(screen, toast_of(chat, done))


@handlers.press(AssignBusy)
async def assign_busy(chat: Chat, action: AssignBusy) -> None:
    async with chat.work() as work:
        done = await commands.assign(work, action.lesson, action.staff, seen=action.seen, insists=True)
        screen = await result(chat, work, done, span_of(action))
    await chat.show(screen, toast_of(chat, done))


@handlers.press(Unassign)
async def unassign(chat: Chat, action: Unassign) -> None:
    async with chat.work() as work:
        done = await commands.unassign(work, action.lesson, seen=action.seen)
        screen = await result(chat, work, done, span_of(action))
    await chat.show(screen, toast_of(chat, done))


@handlers.press(CancelLesson)
async def cancel(chat: Chat, action: CancelLesson) -> None:
    async with chat.work() as work:
        done = await commands.cancel(work, action.lesson, seen=action.seen, insists=action.insists)
        screen = await result(chat, work, done, span_of(action))
    await chat.show(screen, toast_of(chat, done))


@handlers.press(RestoreLesson)
async def restore(chat: Chat, action: RestoreLesson) -> None:
    async with chat.work() as work:
        done = await commands.restore(work, action.lesson, seen=action.seen, insists=action.insists)
        screen = await result(chat, work, done, span_of(action))
    await chat.show(screen, toast_of(chat, done))


@handlers.press(OpenMove)
async def open_move(chat: Chat, action: OpenMove) -> None:
    async with chat.work() as work:
        one, days = await desk.week_desk(work, action.lesson, action.day)
    await chat.show(move_screens.week_screen(one, action.day, days, chat.t))


@handlers.press(OpenMoveDay)
async def open_move_day(chat: Chat, action: OpenMoveDay) -> None:
    async with chat.work() as work:
        found = await desk.move_desk(work, action.lesson, action.day)
    await chat.show(move_screens.day_screen(found, chat.t))


@handlers.press(MoveLesson)
async def move(chat: Chat, action: MoveLesson) -> None:
    async with chat.work() as work:
        done = await commands.move(
            work, action.lesson, action.day, action.number, seen=action.seen, insists=action.insists
        )
        screen = await result(chat, work, done, NO_SPAN)
    await chat.show(screen, toast_of(chat, done))


@handlers.press(OpenRoom)
async def open_room(chat: Chat, action: OpenRoom) -> None:
    async with chat.work() as work:
        found = await desk.room_desk(work, action.lesson)
    await chat.show(move_screens.room_screen(found, chat.t))


@handlers.press(SetRoom)
async def set_room(chat: Chat, action: SetRoom) -> None:
    async with chat.work() as work:
        done = await commands.change_room(work, action.lesson, action.room, seen=action.seen)
        screen = await result(chat, work, done, NO_SPAN)
    await chat.show(screen, toast_of(chat, done))


@handlers.press(AskRoom)
async def ask_room(chat: Chat, action: AskRoom) -> None:
    async with chat.work() as work:
        await desk.room_desk(work, action.lesson)
    await chat.ask(chat.t("subst-ask-room"), action, chat.t.plain("subst-ask-room-short"))


@handlers.answer(AskRoom)
@in_words(ask_room)
async def take_room(chat: Chat, action: AskRoom, words: str) -> None:
    async with chat.work() as work:
        done = await commands.change_room(work, action.lesson, words, seen=action.seen)
        screen = await result(chat, work, done, NO_SPAN)
    await chat.send(screen.under(toast_of(chat, done)))


async def result(chat: Chat, work: Work, done: Outcome, span: Span) -> Screen:
    """The screen after a command: the absent teacher's list when the button came from it, else the lesson's; or the
    question whether it is wanted all the same."""
    if done.note in CONFIRMED:
        return screens.confirm_screen(done, span, chat.t)
    absent, since, until = span
    if absent is not None and since is not None and until is not None:
        return away_screens.away_screen(await away.away(work, absent, since, until), chat.t)
    return screens.lesson_screen(await desk.desk_of(work, done.one), span, chat.t)


def toast_of(chat: Chat, done: Outcome) -> str:
    """What the press did or met."""
    if done.note in CONFIRMED:
        return ""
    shared = [c.lesson for c in done.clashes if c.lesson is not None]
    if shared:
        return chat.t.plain("subst-room-shared", classes="+".join(shared[0].classes))
    return chat.t.plain(f"subst-note-{done.note}") if done.note else chat.t.plain("done-toast")


def span_of(action: OfList) -> Span:
    """The absent teacher's list that the button belongs to."""
    if action.away is None or action.since is None or action.until is None:
        return NO_SPAN
    return action.away, action.since, action.until
