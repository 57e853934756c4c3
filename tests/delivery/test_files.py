"""Messages with files: cut into parts, uploaded once, gone on with after a refusal."""

from collections.abc import Sequence
from typing import Literal

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.terms import Delivery, FileKind
from notifications.parts import CAPTION, Part, parts, unsent
from sandbox import Msg, Phone, Sandbox
from storage.models import StoredFile
from tests.delivery.conftest import Working, opens_chat, until
from tests.delivery.rows import only_row, put, rows
from tests.delivery.test_worker import all_are, error_is
from tests.sandbox.pictures import PNG, png_of
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]
PHOTO, VOICE, DOCUMENT = FileKind.PHOTO, FileKind.VOICE, FileKind.DOCUMENT


@pytest.mark.parametrize(
    ("text", "files", "expected"),
    [
        ("words", [], [Part()]),
        ("words", [(1, PHOTO)], [Part((1,), PHOTO, captioned=True)]),
        ("words", [(1, VOICE)], [Part((1,), VOICE, captioned=True)]),
        ("words", [(1, PHOTO), (2, PHOTO)], [Part(), Part((1, 2), PHOTO)]),
        ("words", [(1, DOCUMENT), (2, PHOTO)], [Part(), Part((2,), PHOTO), Part((1,), DOCUMENT)]),
        ("words", [(1, VOICE), (2, VOICE)], [Part(), Part((1,), VOICE), Part((2,), VOICE)]),
        (
            "words",
            [(n, DOCUMENT) for n in range(12)],
            [Part(), Part(tuple(range(10)), DOCUMENT), Part((10, 11), DOCUMENT)],
        ),
        ("я" * CAPTION, [(1, PHOTO)], [Part((1,), PHOTO, captioned=True)]),
        ("я" * (CAPTION + 1), [(1, PHOTO)], [Part(), Part((1,), PHOTO)]),
        (f"<b>{'&amp;' * CAPTION}</b>", [(1, PHOTO)], [Part((1,), PHOTO, captioned=True)]),
        ("😀" * (CAPTION // 2 + 1), [(1, PHOTO)], [Part(), Part((1,), PHOTO)]),
    ],
)
def test_a_message_is_cut_into_parts(text: str, files: Sequence[tuple[int, FileKind]], expected: list[Part]) -> None:
    assert parts(text, files) == expected


@pytest.mark.parametrize(("arrived", "left"), [(0, 3), (1, 2), (3, 1), (4, 0)])
def test_what_has_arrived_is_not_sent_again(arrived: int, left: int) -> None:
    assert len(unsent(parts("words", [(1, PHOTO), (2, PHOTO), (3, DOCUMENT)]), arrived)) == left


@pytest.fixture
async def person(school: SchoolBuilder) -> Person:
    return await school.connected_guardian()


@pytest.fixture
async def phone(telegram: Sandbox, person: Person) -> Phone:
    opened: Phone = await opens_chat(telegram, person)
    return opened


async def kept(sessions: Sessions, clock: FakeClock, *contents: bytes, kind: FileKind = PHOTO) -> list[int]:
    """Ids of stored files."""
    async with sessions() as session, session.begin():
        files = [
            StoredFile(name=f"{n}.png", mime="image/png", size=len(c), content=c, created_at=clock.now(), kind=kind)
            for n, c in enumerate(contents, 1)
        ]
        session.add_all(files)
        await session.flush()
        return [file.id for file in files]


def methods(telegram: Sandbox) -> list[str]:
    return [c.method for c in telegram.calls if c.method.startswith(("send", "edit", "delete"))]


def of_bot(phone: Phone) -> list[Msg]:
    return [m for m in phone.messages if m.from_bot]


async def test_a_photo_leaves_with_the_words_under_it(
    app: App, person: Person, phone: Phone, sessions: Sessions, clock: FakeClock, working: Working
) -> None:
    await put(app, person, "note", facts={"text": "<b>Смотрите</b>", "files": await kept(sessions, clock, PNG)})

    async with working():
        message = await phone.sees("Смотрите [ru]")
        await until(all_are(sessions, Delivery.SENT))

    assert message.photo is not None
    assert await phone.download(message) == PNG
    assert (await only_row(sessions)).message_ref == str(message.id)


async def test_words_come_first_and_photos_as_an_album_that_does_not_ring(
    app: App, person: Person, phone: Phone, sessions: Sessions, clock: FakeClock, working: Working
) -> None:
    photos = await kept(sessions, clock, PNG, PNG)
    letters = await kept(sessions, clock, b"order", kind=DOCUMENT)
    await put(app, person, "note", facts={"text": "Фото", "files": [*letters, *photos]})

    async with working():
        await until(all_are(sessions, Delivery.SENT))

    words, *photos_seen, letter = of_bot(phone)
    assert (words.text, [bool(p.photo) for p in photos_seen], letter.document is not None) == (
        "Фото [ru]",
        [True, True],
        True,
    )
    assert len({p.album for p in photos_seen}) == 1
    assert [m.id for m in phone.pushes] == [words.id]
    assert (await only_row(sessions)).message_ref == ",".join(str(m.id) for m in of_bot(phone))


async def test_a_voice_message_plays_in_place(
    app: App, person: Person, phone: Phone, sessions: Sessions, clock: FakeClock, working: Working
) -> None:
    await put(app, person, "note", facts={"files": await kept(sessions, clock, b"ogg", kind=VOICE)})

    async with working():
        message = await phone.sees("note")

    assert message.voice is not None


async def test_many_recipients_get_one_upload(
    app: App,
    school: SchoolBuilder,
    telegram: Sandbox,
    sessions: Sessions,
    clock: FakeClock,
    working: Working,
) -> None:
    files = await kept(sessions, clock, PNG, PNG)
    people = [await school.connected_guardian() for _ in range(12)]
    phones = [await opens_chat(telegram, p) for p in people]
    for person in people:
        await put(app, person, "note", facts={"files": files})

    async with working():
        await until(all_are(sessions, Delivery.SENT))

    albums = [c.parameters["media"] for c in telegram.calls if c.method == "sendMediaGroup"]
    assert sum("attach://" in str(media) for media in albums) == 1
    assert [len(of_bot(p)) for p in phones] == [3] * 12


async def test_who_blocked_the_bot_leaves_the_upload_to_the_next(
    app: App, school: SchoolBuilder, telegram: Sandbox, sessions: Sessions, clock: FakeClock, working: Working
) -> None:
    files = await kept(sessions, clock, PNG)
    first, second = await school.connected_guardian(), await school.connected_guardian()
    await (await opens_chat(telegram, first)).block()
    phone = await opens_chat(telegram, second)
    for person in (first, second):
        await put(app, person, "note", facts={"files": files})

    async with working():
        message = await phone.sees("note")

    assert message.photo is not None


@pytest.mark.parametrize("fault", ["500", "cut_after"])
async def test_refused_in_the_middle_it_goes_on_without_the_words(
    app: App,
    person: Person,
    phone: Phone,
    telegram: Sandbox,
    sessions: Sessions,
    clock: FakeClock,
    working: Working,
    fault: Literal["500", "cut_after"],
) -> None:
    telegram.faults.add(fault, method="sendMediaGroup")
    await put(app, person, "note", facts={"text": "Слова", "files": await kept(sessions, clock, PNG, PNG)})

    async with working():
        await until(error_is(sessions, "network"))
        clock.forward(seconds=10)
        await until(all_are(sessions, Delivery.SENT))

    assert [m.text for m in of_bot(phone)].count("Слова [ru]") == 1
    assert len([m for m in of_bot(phone) if m.photo]) == (2 if fault == "500" else 4)


async def test_another_process_goes_on_where_this_one_was_refused(
    app: App,
    person: Person,
    phone: Phone,
    telegram: Sandbox,
    sessions: Sessions,
    clock: FakeClock,
    working: Working,
) -> None:
    telegram.faults.add("502", method="sendMediaGroup")
    await put(app, person, "note", facts={"files": await kept(sessions, clock, PNG, PNG)})
    async with working():
        await until(error_is(sessions, "network"))
    clock.forward(seconds=10)

    async with working():
        await until(all_are(sessions, Delivery.SENT))

    assert methods(telegram) == ["sendMessage", "sendMediaGroup", "sendMediaGroup"]


async def test_a_picture_that_is_none_leaves_as_a_file(
    app: App, person: Person, phone: Phone, sessions: Sessions, clock: FakeClock, working: Working
) -> None:
    long_strip = png_of(9000, 20)
    await put(app, person, "note", facts={"files": await kept(sessions, clock, long_strip)})

    async with working():
        message = await phone.sees("note")

    assert message.document is not None


async def test_an_id_that_telegram_has_forgotten_is_uploaded_anew(
    app: App,
    person: Person,
    phone: Phone,
    telegram: Sandbox,
    sessions: Sessions,
    clock: FakeClock,
    working: Working,
) -> None:
    files = await kept(sessions, clock, PNG)
    async with working():
        await put(app, person, "first", facts={"text": "раз", "files": files})
        await phone.sees("раз")
        telegram.world.files.forget_all()
        await put(app, person, "second", facts={"text": "два", "files": files})
        message = await phone.sees("два")

    assert message.photo is not None


async def test_a_file_that_is_gone_does_not_stop_the_others(
    app: App, person: Person, phone: Phone, sessions: Sessions, clock: FakeClock, working: Working
) -> None:
    await put(app, person, "bad", facts={"files": [4711]})
    await put(app, person, "good", facts={"text": "дальше"})

    async with working():
        await phone.sees("дальше")

    bad, _ = await rows(sessions)
    assert (bad.status, bad.error) == (Delivery.FAILED, "NothingThere")


async def test_a_count_of_files_is_no_file(
    app: App, person: Person, phone: Phone, sessions: Sessions, working: Working
) -> None:
    await put(app, person, "note", facts={"files": 2})

    async with working():
        await phone.sees("note")


async def test_the_bytes_are_read_only_for_an_upload(
    app: App, person: Person, phone: Phone, sessions: Sessions, clock: FakeClock, working: Working
) -> None:
    files = await kept(sessions, clock, PNG)
    async with working():
        await put(app, person, "first", facts={"text": "раз", "files": files})
        await phone.sees("раз")
        async with sessions() as session, session.begin():
            stored = await session.scalar(select(StoredFile))
            await session.delete(stored)
        await put(app, person, "second", facts={"text": "два", "files": files})
        message = await phone.sees("два")

    assert message.photo is not None
