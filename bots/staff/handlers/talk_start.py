"""The staff begin to write: to a family, to the families of chosen pupils, to a colleague."""

from functools import partial

from bots.shared import talking
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.shared.talk_said import wrote_many_screen
from bots.staff.handlers.conversations import typed_in
from bots.staff.handlers.words import in_words
from bots.staff.screens import conversations as screens
from bots.staff.screens.conversations import WAYS
from core.actions.conversations import (
    ChooseFamilies,
    FindColleague,
    FindFamily,
    OpenColleagues,
    OpenFamilyOf,
    WriteToColleague,
    WriteToFamilies,
    WriteToFamily,
    WriteToLeader,
)
from core.app import Work
from core.conversations import choosing, opening
from core.conversations.facts import FamilyPeople, FamilyPerson
from core.errors import NothingThere

handlers = Handlers()


@handlers.press(OpenFamilyOf)
async def open_family(chat: Chat, action: OpenFamilyOf) -> None:
    async with chat.work() as work:
        found = await opening.family_of(work, action.pupil, action.lesson)
    await chat.show(screens.family_screen(found, chat.t))


@handlers.press(FindFamily)
async def ask_pupil(chat: Chat, action: FindFamily) -> None:
    async with chat.work() as work:
        work.actor.require_staff()
    await chat.ask(chat.t("talk-ask-pupil"), action, chat.t.plain("talk-ask-surname-short"))


@handlers.answer(FindFamily)
@in_words(ask_pupil)
async def find_pupil(chat: Chat, _: FindFamily, words: str) -> None:
    async with chat.work() as work:
        people, count = await opening.pupils(work, words)
        family = await opening.family_of(work, people[0].pupil_id) if count == 1 else None
    await chat.send(
        screens.family_screen(family, chat.t) if family else screens.pupils_screen(people, count, words, chat.t)
    )


@handlers.press(WriteToFamily)
async def ask_family(chat: Chat, action: WriteToFamily) -> None:
    async with chat.work() as work:
        found = await opening.family_of(work, action.pupil, action.lesson)
    _named(found, action)
    question = screens.family_question(found, action, chat.t)
    await chat.ask(question, action, chat.t.plain("talk-ask-short"))


@handlers.letter(WriteToFamily)
async def take_family(chat: Chat, action: WriteToFamily) -> None:
    async def find(work: Work) -> int:
        found = await opening.family_of(work, action.pupil, action.lesson)
        guardians = [one.guardian_id for one in _named(found, action) if one.guardian_id is not None]
        return await opening.open_with_family(
            work, action.pupil, guardians, with_pupil=action.child, lesson_id=action.lesson
        )

    if not await typed_in(chat):
        await talking.say(chat, WAYS, find, partial(ask_family, chat, action))


@handlers.press(ChooseFamilies)
async def choose_families(chat: Chat, action: ChooseFamilies) -> None:
    async with chat.work() as work:
        found = await choosing.class_families(work, action.class_id)
    stale = bool(action.chosen) and found.chosen(action.chosen, action.seen) is None
    await chat.show(screens.choose_screen(found, "" if stale else action.chosen, chat.t, changed=stale))


@handlers.press(WriteToFamilies)
async def ask_families(chat: Chat, action: WriteToFamilies) -> None:
    async with chat.work() as work:
        found = await choosing.class_families(work, action.class_id)
    chosen = found.chosen(action.chosen, action.seen)
    if not chosen:
        await chat.show(screens.choose_screen(found, "", chat.t, changed=True))
        return
    question = chat.t("talk-ask-families", count=len(chosen), name=found.name)
    await chat.ask(question, action, chat.t.plain("talk-ask-short"))


@handlers.letter(WriteToFamilies)
async def take_families(chat: Chat, action: WriteToFamilies) -> None:
    async def find(work: Work) -> tuple[int, ...]:
        found = await choosing.class_families(work, action.class_id)
        chosen = found.chosen(action.chosen, action.seen)
        if not chosen:
            raise NothingThere
        return await opening.open_with_parents_of(work, chosen)

    if await typed_in(chat):
        return
    said = await talking.say_to_many(chat, find, partial(ask_families, chat, action))
    if said is not None:
        await chat.send(wrote_many_screen(*said, WAYS, chat.t))


@handlers.press(OpenColleagues)
async def open_colleagues(chat: Chat, action: OpenColleagues) -> None:
    async with chat.work() as work:
        people, count = await opening.colleagues(work, "", action.first)
    await chat.show(screens.colleagues_screen(people, action.first, count, chat.t))


@handlers.press(FindColleague)
async def ask_colleague(chat: Chat, action: FindColleague) -> None:
    async with chat.work() as work:
        work.actor.require_staff()
    await chat.ask(chat.t("talk-ask-surname"), action, chat.t.plain("talk-ask-surname-short"))


@handlers.answer(FindColleague)
@in_words(ask_colleague)
async def find_colleague(chat: Chat, _: FindColleague, words: str) -> None:
    async with chat.work() as work:
        people, count = await opening.colleagues(work, words)
    await chat.send(screens.colleagues_screen(people, 0, count, chat.t, words))


@handlers.press(WriteToColleague)
async def ask_to_colleague(chat: Chat, action: WriteToColleague) -> None:
    async with chat.work() as work:
        name = await choosing.staff_name(work, action.staff)
    await chat.ask(chat.t("talk-ask-colleague", name=name), action, chat.t.plain("talk-ask-short"))


@handlers.letter(WriteToColleague)
async def take_to_colleague(chat: Chat, action: WriteToColleague) -> None:
    async def find(work: Work) -> int:
        return await opening.open_with_colleague(work, action.staff)

    if not await typed_in(chat):
        await talking.say(chat, WAYS, find, partial(ask_to_colleague, chat, action))


@handlers.press(WriteToLeader)
async def ask_to_leader(chat: Chat, action: WriteToLeader) -> None:
    async with chat.work() as work:
        _, name = await opening.leader_of(work, action.class_id)
    await chat.ask(chat.t("talk-ask-leader", name=name), action, chat.t.plain("talk-ask-short"))


@handlers.letter(WriteToLeader)
async def take_to_leader(chat: Chat, action: WriteToLeader) -> None:
    async def find(work: Work) -> int:
        return await opening.open_with_leader(work, action.class_id)

    if not await typed_in(chat):
        await talking.say(chat, WAYS, find, partial(ask_to_leader, chat, action))


def _named(found: FamilyPeople, action: WriteToFamily) -> list[FamilyPerson]:
    """Those whom the action names. Raises NothingThere."""
    people = screens.addressed(found, action)
    if not people:
        raise NothingThere
    return people
