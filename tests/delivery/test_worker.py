"""The worker between the database and a Telegram with its faults."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.outbox import Priority
from core.terms import Delivery, Door
from sandbox import Sandbox
from storage.engine import make_engine, make_sessions
from storage.models import Account
from tests.delivery.conftest import Working, opens_chat, until
from tests.delivery.rows import claim, count, only_row, put, rows
from tests.support.clock import FakeClock
from tests.support.gate import Gate
from tests.support.school import SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]


def all_are(sessions: Sessions, status: Delivery) -> Callable[[], Awaitable[bool]]:
    async def check() -> bool:
        return {r.status for r in await rows(sessions)} == {status}

    return check


def error_is(sessions: Sessions, code: str) -> Callable[[], Awaitable[bool]]:
    async def check() -> bool:
        return (await only_row(sessions)).error == code

    return check


async def test_a_due_message_reaches_the_phone(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working
) -> None:
    person = await school.connected_guardian()
    phone = await opens_chat(telegram, person)
    await put(app, person, "absence", facts={"text": "<b>Пётр</b> не на уроке"})

    async with working():
        message = await phone.sees("Пётр не на уроке", "[ru]")
        await until(all_are(sessions, Delivery.SENT))

    row = await only_row(sessions)
    assert (row.message_ref, row.attempts, row.lease_until) == (str(message.id), 1, None)


async def test_a_message_that_cannot_be_rendered_does_not_stop_the_others(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working
) -> None:
    person, other = await school.connected_guardian(), await school.connected_guardian()
    phone = await opens_chat(telegram, other)
    await put(app, person, "bad", kind="poison")
    await put(app, other, "good")

    async with working():
        await phone.sees("note")

    bad, _ = await rows(sessions)
    assert (bad.status, bad.error) == (Delivery.FAILED, "not-rendered: KeyError")


async def test_a_parent_who_blocked_the_bot_is_unreachable_until_writing_again(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working
) -> None:
    person = await school.connected_guardian()
    phone = await opens_chat(telegram, person)
    await phone.block()
    await put(app, person, "absence")

    async with working():
        await until(all_are(sessions, Delivery.FAILED))
    async with sessions() as session:
        account = await session.scalar(select(Account).where(Account.id == person.account_id))
        assert account is not None
        assert account.unreachable_at is not None

    async with app.work(person.address):
        pass
    async with sessions() as session:
        assert await session.scalar(select(Account.unreachable_at).where(Account.id == person.account_id)) is None


async def test_a_429_pauses_the_channel_and_loses_nothing(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working, clock: FakeClock
) -> None:
    people = [await school.connected_guardian() for _ in range(4)]
    for person in people:
        await opens_chat(telegram, person)
        await put(app, person, "note")
    telegram.faults.add("429", method="sendMessage", seconds=1)

    async with working():
        await until(_counted(sessions, Delivery.PENDING, 1))
        clock.forward(seconds=1.2)
        await until(all_are(sessions, Delivery.SENT))

    assert [c.code for c in telegram.calls if c.method == "sendMessage"].count(429) == 1


async def test_server_trouble_is_tried_again_by_the_ladder(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working, clock: FakeClock
) -> None:
    person = await school.connected_guardian()
    await opens_chat(telegram, person)
    telegram.faults.add("500", method="sendMessage")
    await put(app, person, "note")

    async with working():
        await until(error_is(sessions, "network"))
        waits = (await only_row(sessions)).due_at - clock.now()
        clock.forward(seconds=10)
        await until(all_are(sessions, Delivery.SENT))

    assert waits == timedelta(seconds=10)


async def test_a_message_whose_answer_was_lost_comes_twice_rather_than_never(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working, clock: FakeClock
) -> None:
    person = await school.connected_guardian()
    phone = await opens_chat(telegram, person)
    telegram.faults.add("cut_after", method="sendMessage")
    await put(app, person, "note")

    async with working():
        await until(error_is(sessions, "network"))
        clock.forward(seconds=10)
        await until(all_are(sessions, Delivery.SENT))

    assert len(phone.pushes) == 2


async def test_a_hanging_request_holds_nobody_else_up(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working
) -> None:
    stuck, other = await school.connected_guardian(), await school.connected_guardian()
    await opens_chat(telegram, stuck)
    phone = await opens_chat(telegram, other)
    telegram.faults.add("hang", method="sendMessage", person=int(stuck.address.chat), seconds=5)
    await put(app, stuck, "first")
    await put(app, other, "second")

    async with working(answer_in=0.5):
        await phone.sees("note")
        await until(_counted(sessions, Delivery.PENDING, 1))


async def test_telegram_goes_away_and_what_waited_leaves_when_it_is_back(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working
) -> None:
    people = [await school.connected_guardian() for _ in range(5)]
    for person in people:
        await opens_chat(telegram, person)
        await put(app, person, "note")
    telegram.faults.away()

    async with working():
        await until(_counted(sessions, Delivery.PENDING, 5))
        telegram.faults.back()
        await until(all_are(sessions, Delivery.SENT))


async def test_the_database_goes_away_and_delivery_goes_on_when_it_is_back(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working, gate: Gate
) -> None:
    first, second = await school.connected_guardian(), await school.connected_guardian()
    for person in (first, second):
        await opens_chat(telegram, person)
    await put(app, first, "before")
    engine = make_engine(gate.url)

    async with working(through=App(make_sessions(engine), app.clock)):
        await until(all_are(sessions, Delivery.SENT))
        await gate.shut()
        await put(app, second, "after")
        await gate.open()
        await until(all_are(sessions, Delivery.SENT))
    await engine.dispose()


async def test_an_urgent_message_overtakes_a_broadcast(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working
) -> None:
    people = [await school.connected_guardian() for _ in range(60)]
    for person in people:
        await opens_chat(telegram, person)
        await put(app, person, "news", priority=Priority.BROADCAST)
    parent = await school.connected_guardian()
    phone = await opens_chat(telegram, parent)

    async with working():
        await until(_counted(sessions, Delivery.SENT, 10, at_least=True))
        await put(app, parent, "absence", priority=Priority.URGENT)
        await phone.sees("note")
        waiting = (await count(sessions))[Delivery.PENDING]

    assert waiting > 10


async def test_stopping_gives_back_what_hangs(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working
) -> None:
    person = await school.connected_guardian()
    await opens_chat(telegram, person)
    telegram.faults.add("hang", method="sendMessage", seconds=30)
    await put(app, person, "note")

    async with working(landing=0.1, answer_in=30):
        await until(_counted(sessions, Delivery.SENDING, 1))
        await asyncio.sleep(0.1)

    row = await only_row(sessions)
    assert (row.status, row.lease_until) == (Delivery.PENDING, None)


async def test_two_workers_of_one_token_send_once(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working
) -> None:
    people = [await school.connected_guardian() for _ in range(12)]
    phones = [await opens_chat(telegram, p) for p in people]
    for person in people:
        await put(app, person, "note")

    async with working(), working():
        await until(all_are(sessions, Delivery.SENT))

    assert [len(p.pushes) for p in phones] == [1] * 12


async def test_what_a_dead_sender_left_in_flight_is_sent_by_the_next(
    app: App, school: SchoolBuilder, sessions: Sessions, telegram: Sandbox, working: Working
) -> None:
    person = await school.connected_guardian()
    phone = await opens_chat(telegram, person)
    await put(app, person, "note")
    await claim(app, Door.FAMILY)

    async with working():
        await phone.sees("note")
        await until(all_are(sessions, Delivery.SENT))


def _counted(
    sessions: Sessions, status: Delivery, number: int, *, at_least: bool = False
) -> Callable[[], Awaitable[bool]]:
    """So many tried rows have the status."""

    async def check() -> bool:
        tried = sum(r.status == status and r.attempts > 0 for r in await rows(sessions))
        return tried >= number if at_least else tried == number

    return check
