"""What a bot makes of edits, and of words and files that nobody took."""

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bots.running.connection import connect
from bots.running.service import serving
from bots.shared.chat import Chat
from bots.shared.front import Front
from bots.shared.handlers import Handlers
from core import prompts
from core.actions.homework import OpenChildTask, WriteHomework
from core.app import App
from core.errors import NothingThere
from core.prompts import Told
from core.terms import Door
from locales import Screen
from sandbox import Phone
from tests.support.school import Person, SchoolBuilder
from tests.support.stage import TOKENS, Scene, scene

Say = Callable[[Chat], Coroutine[Any, Any, None]]


class Calm:
    """Nobody to tell how the connection is."""

    def fine(self, part: str) -> None: ...

    def lost(self, part: str, error: BaseException) -> None: ...


def says(words: str) -> Say:
    async def say(chat: Chat) -> None:
        await chat.send(Screen(f"{words}: {chat.message.text or chat.message.caption or '-'}"))

    return say


async def no_entry(_: Chat) -> bool:
    return False


@asynccontextmanager
async def small_bot(app: App, scene_: Scene, handlers: Handlers, **more: Any) -> AsyncIterator[None]:
    """A family bot with nothing but these handlers."""
    front = Front(app, Door.FAMILY, handlers, says("home"), no_entry, says("lost"), **more)
    connection = connect(Door.FAMILY, TOKENS[Door.FAMILY], scene_.sandbox.url)
    try:
        async with serving([(connection, front)], Calm()):
            yield
    finally:
        await connection.bot.session.close()


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as opened:
        yield opened


@pytest.fixture
async def person(school: SchoolBuilder) -> Person:
    return await school.connected_guardian(await school.pupil(await school.class_unit()))


@pytest.fixture
def phone(stage: Scene, person: Person) -> Phone:
    return stage.phone(person)


async def test_an_edit_reaches_the_area_that_wants_it(app: App, stage: Scene, phone: Phone) -> None:
    async with small_bot(app, stage, Handlers(), edited=says("edited")):
        sent = await phone.send("завтра")
        await phone.sees("lost: завтра")
        await phone.edit(sent, "послезавтра")

        await phone.sees("edited: послезавтра")


async def test_an_edit_that_nobody_wants_makes_no_noise(app: App, stage: Scene, phone: Phone) -> None:
    async with small_bot(app, stage, Handlers()):
        sent = await phone.send("завтра")
        await phone.sees("lost: завтра")
        await phone.edit(sent, "послезавтра")
        await phone.settle()

    assert [m.text for m in phone.messages if m.from_bot] == ["lost: завтра"]


async def test_a_refused_edit_is_answered_in_words(app: App, stage: Scene, phone: Phone) -> None:
    async def gone(chat: Chat) -> None:
        raise NothingThere

    async with small_bot(app, stage, Handlers(), edited=gone):
        sent = await phone.send("завтра")
        await phone.sees("lost: завтра")
        await phone.edit(sent, "послезавтра")

        await phone.sees("home: послезавтра")


async def test_words_and_files_that_nobody_took_are_offered_before_they_are_lost(
    app: App, stage: Scene, phone: Phone
) -> None:
    handlers = Handlers()

    @handlers.leftover
    async def keep(chat: Chat) -> bool:
        if chat.message.text == "непонятное":
            return False
        await says("kept")(chat)
        return True

    async with small_bot(app, stage, handlers):
        await phone.send("слова")
        await phone.sees("kept: слова")
        await phone.upload(b"x", "a.txt", caption="файл")
        await phone.sees("kept: файл")
        await phone.send("непонятное")
        await phone.sees("lost: непонятное")


async def test_words_meant_for_one_of_several_questions_are_not_taken_as_left_over(
    app: App, stage: Scene, phone: Phone, person: Person
) -> None:
    handlers = Handlers()

    @handlers.leftover
    async def keep(chat: Chat) -> bool:
        await says("kept")(chat)
        return True

    async with app.work(person.address) as work:
        for lesson in (1, 2):
            await prompts.remember(work, "0" * lesson, WriteHomework(lesson))
    async with small_bot(app, stage, handlers):
        await phone.send("слова")
        await phone.sees("Открыто несколько вопросов")

    assert "kept" not in phone.dump()


async def test_a_reply_to_what_was_told_is_answered_by_its_action(
    app: App, stage: Scene, phone: Phone, person: Person
) -> None:
    handlers = Handlers()

    @handlers.answer(OpenChildTask)
    async def answer(chat: Chat, action: OpenChildTask) -> None:
        await says(f"task {action.task}")(chat)

    async with small_bot(app, stage, handlers):
        await phone.send("привет")
        told = await phone.sees("lost: привет")
        async with app.work() as work:
            await prompts.remember_told(work, [Told(person.account_id, str(told.id), OpenChildTask(1, 2).pack())])
        await phone.send("просто слова")
        await phone.sees("lost: просто слова")
        await phone.reply("ответ", told)
        await phone.sees("task 2: ответ")
        await phone.upload(b"x", "a.txt", caption="файл", reply_to=told.id)
        await phone.sees("task 2: файл")


async def test_a_reply_to_a_message_that_is_gone_goes_the_usual_way(app: App, stage: Scene, phone: Phone) -> None:
    async with small_bot(app, stage, Handlers()):
        await phone.send("привет")
        told = await phone.sees("lost: привет")
        await phone.delete(told.id)
        await phone.reply("ответ", told)

        await phone.sees("lost: ответ")
