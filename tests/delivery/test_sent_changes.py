"""Edits and deletions on the phones, and replies to what was sent."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core import prompts
from core.actions.homework import OpenChildTask
from core.app import App
from core.terms import Delivery
from notifications.parts import CAPTION
from notifications.rendering.registry import RENDERERS
from sandbox import Phone, Sandbox
from storage.models import Prompt
from tests.delivery.conftest import Working, opens_chat, until
from tests.delivery.rows import put, rows
from tests.delivery.test_changes import SUBJECT, WORD, change, take_back
from tests.delivery.test_files import kept, of_bot
from tests.delivery.test_worker import all_are
from tests.sandbox.pictures import PNG
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]


@pytest.fixture
async def person(school: SchoolBuilder) -> Person:
    return await school.connected_guardian()


@pytest.fixture
async def phone(telegram: Sandbox, person: Person) -> Phone:
    opened: Phone = await opens_chat(telegram, person)
    return opened


@pytest.fixture(autouse=True)
def word(monkeypatch: pytest.MonkeyPatch, note: None) -> None:
    """The kind whose messages are changed here shows itself as a note does."""
    monkeypatch.setitem(RENDERERS, WORD, RENDERERS["note"])


async def tell(app: App, person: Person, name: str = "word", **facts: object) -> None:
    await put(app, person, name, kind=WORD, subject_id=SUBJECT, facts=facts)


async def test_an_edit_follows_on_the_phone_without_a_sound(
    app: App, person: Person, phone: Phone, sessions: Sessions, working: Working
) -> None:
    await tell(app, person, text="завтра")
    async with working():
        before = await phone.sees("завтра")
        await change(app, text="послезавтра")
        after = await phone.sees("послезавтра")
        await until(all_are(sessions, Delivery.SENT))

    assert (after.id, after.edited, len(phone.pushes)) == (before.id, True, 1)


async def test_a_caption_is_edited_in_its_place(
    app: App, person: Person, phone: Phone, sessions: Sessions, clock: FakeClock, working: Working
) -> None:
    await tell(app, person, text="было", files=await kept(sessions, clock, PNG))
    async with working():
        await phone.sees("было")
        await change(app, text="стало")
        message = await phone.sees("стало")

    assert message.photo is not None


async def test_a_caption_that_grew_too_long_becomes_words_of_their_own(
    app: App, person: Person, phone: Phone, sessions: Sessions, clock: FakeClock, working: Working
) -> None:
    await tell(app, person, text="коротко", files=await kept(sessions, clock, PNG))
    async with working():
        await phone.sees("коротко")
        await change(app, text="длинно " + "я" * CAPTION)
        await phone.sees("длинно")
        await change(app, text="опять коротко")
        await phone.sees("опять коротко")
        await until(all_are(sessions, Delivery.SENT))

    photo, words = of_bot(phone)
    assert (photo.text, words.text) == ("", "опять коротко [ru]")
    assert (await rows(sessions))[0].message_ref == f"{words.id},{photo.id}"


async def test_an_edit_that_changes_nothing_is_settled_quietly(
    app: App, person: Person, phone: Phone, sessions: Sessions, working: Working
) -> None:
    await tell(app, person, text="то же")
    async with working():
        await phone.sees("то же")
        await until(all_are(sessions, Delivery.SENT))
        await change(app, text="то же")
        await until(lambda: _last_is(sessions, Delivery.SUPERSEDED))

    assert (await rows(sessions))[-1].error == "not-modified"


async def test_a_message_deleted_by_the_person_is_edited_no_more(
    app: App, person: Person, phone: Phone, sessions: Sessions, working: Working
) -> None:
    await tell(app, person, text="было")
    async with working():
        message = await phone.sees("было")
        await until(all_are(sessions, Delivery.SENT))
        await phone.delete(message.id)
        await change(app, text="стало")
        await until(lambda: _last_is(sessions, Delivery.SUPERSEDED))

    assert (await rows(sessions))[-1].error == "gone"


async def test_what_is_taken_back_goes_with_all_its_files(
    app: App, person: Person, phone: Phone, sessions: Sessions, clock: FakeClock, working: Working
) -> None:
    await tell(app, person, text="отменено", files=await kept(sessions, clock, PNG, PNG))
    async with working():
        await phone.sees("отменено")
        await until(all_are(sessions, Delivery.SENT))
        await take_back(app)
        await until(lambda: _last_is(sessions, Delivery.SENT))

    assert of_bot(phone) == []


async def test_what_is_older_than_two_days_stays_and_nothing_is_wrong(
    app: App, person: Person, phone: Phone, telegram: Sandbox, sessions: Sessions, working: Working
) -> None:
    await tell(app, person, text="старое")
    async with working():
        await phone.sees("старое")
        await until(all_are(sessions, Delivery.SENT))
        phone.age(days=3)
        await take_back(app)
        await until(lambda: _last_is(sessions, Delivery.SUPERSEDED))

    assert (await rows(sessions))[-1].error == "too-old"


async def test_a_reply_to_a_message_or_to_its_file_finds_its_action(
    app: App, person: Person, phone: Phone, sessions: Sessions, clock: FakeClock, working: Working
) -> None:
    action = OpenChildTask(1, 2)
    await tell(app, person, text="ответьте", reply=action.pack(), files=await kept(sessions, clock, PNG, PNG))
    async with working():
        await phone.sees("ответьте")
        await until(all_are(sessions, Delivery.SENT))

    found = [await _asked(app, person, str(m.id)) for m in of_bot(phone)]
    assert found == [action] * 3


async def test_a_message_that_takes_replies_is_no_question(
    app: App, person: Person, phone: Phone, sessions: Sessions, working: Working
) -> None:
    own = await phone.send("слова")
    await tell(app, person, text="ответьте", reply=OpenChildTask(1, 2).pack())
    async with working():
        await phone.sees("ответьте")
        await until(all_are(sessions, Delivery.SENT))

    async with app.work(person.address) as work:
        assert await prompts.asked(work, None, str(own)) is None
        assert await prompts.waiting(work, str(own)) == []
        assert await prompts.answered_lately(work) is None


async def test_many_replies_are_tied_in_one_statement(
    app: App, school: SchoolBuilder, telegram: Sandbox, sessions: Sessions, working: Working
) -> None:
    people = [await school.connected_guardian() for _ in range(5)]
    for person in people:
        await opens_chat(telegram, person)
        await tell(app, person, text="всем", reply=OpenChildTask(1, 2).pack())
    async with working():
        await until(all_are(sessions, Delivery.SENT))

    async with sessions() as session:
        accounts = set(await session.scalars(select(Prompt.account_id)))
    assert accounts == {p.account_id for p in people}


async def _last_is(sessions: Sessions, status: Delivery) -> bool:
    return (await rows(sessions))[-1].status == status


async def _asked(app: App, person: Person, message_ref: str) -> object:
    async with app.work(person.address) as work:
        return await prompts.asked(work, message_ref, "100000")
