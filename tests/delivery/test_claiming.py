"""Who gets which row, and in what order."""

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.delivery import queue
from core.delivery.due import due_facts, due_rows
from core.outbox import Priority
from core.terms import Delivery, Door
from tests.delivery.rows import claim, claimed_names, count, only_row, put, rows
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]
FAMILY = Door.FAMILY


async def test_a_row_is_not_claimed_before_it_is_due(app: App, school: SchoolBuilder, clock: FakeClock) -> None:
    await put(app, await school.connected_guardian(), "note", wait=timedelta(minutes=1))

    early = await claimed_names(app, FAMILY)
    clock.forward(minutes=1)

    assert (early, await claimed_names(app, FAMILY)) == ([], ["note"])


async def test_the_urgent_overtakes_a_broadcast(app: App, school: SchoolBuilder) -> None:
    for person, name, priority in (
        (await school.connected_guardian(), "news", Priority.BROADCAST),
        (await school.connected_guardian(), "absence", Priority.URGENT),
        (await school.connected_guardian(), "mark", Priority.PERSONAL),
    ):
        await put(app, person, name, priority=priority)

    assert await claimed_names(app, FAMILY) == ["absence", "mark", "news"]


async def test_the_other_door_is_left_alone(app: App, school: SchoolBuilder) -> None:
    await put(app, await school.connected_guardian(), "note")

    assert await claimed_names(app, Door.STAFF) == []


async def test_a_claimed_row_is_not_claimed_again(app: App, school: SchoolBuilder) -> None:
    await put(app, await school.connected_guardian(), "note")
    await claim(app, FAMILY)

    assert await claimed_names(app, FAMILY) == []


async def test_a_lapsed_lease_returns_the_row(app: App, school: SchoolBuilder, clock: FakeClock) -> None:
    await put(app, await school.connected_guardian(), "note")
    await claim(app, FAMILY, lease=timedelta(seconds=30))
    clock.forward(seconds=30)

    assert await claimed_names(app, FAMILY) == ["note"]


async def test_a_sender_does_not_take_what_it_still_holds(app: App, school: SchoolBuilder, clock: FakeClock) -> None:
    await put(app, await school.connected_guardian(), "note")
    held = (await claim(app, FAMILY)).due[0].id
    clock.forward(hours=0.5)

    assert await claimed_names(app, FAMILY, holding={held}) == []


async def test_the_only_sender_frees_what_a_dead_one_left(app: App, school: SchoolBuilder) -> None:
    await put(app, await school.connected_guardian(), "note")
    await claim(app, FAMILY)
    async with app.work() as work:
        await queue.take_back(work, FAMILY)

    assert await claimed_names(app, FAMILY) == ["note"]


async def test_one_account_gets_one_message_a_claim(app: App, school: SchoolBuilder) -> None:
    await put(app, await school.connected_guardian(), "first", "second")

    assert await claimed_names(app, FAMILY) == ["first"]


async def test_a_resting_account_waits_and_holds_nobody_up(app: App, school: SchoolBuilder) -> None:
    tired, other = await school.connected_guardian(), await school.connected_guardian()
    await put(app, tired, *(f"tired-{n}" for n in range(20)))
    await put(app, other, "other")

    assert await claimed_names(app, FAMILY, 5, resting={tired.account_id}) == ["other"]


async def test_rows_of_one_order_leave_in_turn(app: App, school: SchoolBuilder) -> None:
    person = await school.connected_guardian()
    await put(app, person, "absent", order="absence-1", wait=timedelta(0))
    await put(app, person, "mistake", order="absence-1", priority=Priority.URGENT)

    first = await claim(app, FAMILY)
    held_up = await claimed_names(app, FAMILY)
    async with app.work() as work:
        await queue.sent(work, first.due[0], "1")

    assert (held_up, await claimed_names(app, FAMILY)) == ([], ["mistake"])


async def test_an_expired_row_is_not_sent(
    app: App, school: SchoolBuilder, clock: FakeClock, sessions: Sessions
) -> None:
    await put(app, await school.connected_guardian(), "yesterday")
    clock.forward(hours=1)

    claimed = await claim(app, FAMILY)

    assert (claimed.due, claimed.dropped) == ([], 1)
    assert (await only_row(sessions)).status == Delivery.EXPIRED


async def test_an_event_is_written_once_for_a_recipient(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    person = await school.connected_guardian()
    await put(app, person, "absence-7")
    await put(app, person, "absence-7")

    assert len(await rows(sessions)) == 1


async def test_three_claimers_take_forty_rows_once_each_and_in_order(
    app: App, school: SchoolBuilder, sessions: Sessions
) -> None:
    people = [await school.connected_guardian() for _ in range(10)]
    for person in people:
        for step in range(4):
            await put(app, person, f"step-{step}-of-{person.id}", order="story")
    taken: list[int] = []

    async def take() -> None:
        while await _some_open(sessions):
            for due in (await claim(app, FAMILY, 4)).due:
                taken.append(due.id)
                async with app.work() as work:
                    await queue.sent(work, due, str(due.id))

    await asyncio.gather(take(), take(), take())

    assert sorted(taken) == [r.id for r in await rows(sessions)]
    account_of = {r.id: r.account_id for r in await rows(sessions)}
    for person in people:
        own = [i for i in taken if account_of[i] == person.account_id]
        assert own == sorted(own)


async def test_claiming_reads_the_index_of_open_rows(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    person = await school.connected_guardian()
    await put(app, person, *(f"old-{n}" for n in range(5000)))
    async with sessions() as session, session.begin():
        await session.execute(text("UPDATE outbox SET status = 'sent'"))
    await put(app, person, *(f"new-{n}" for n in range(5000)), priority=Priority.BROADCAST)
    async with sessions() as session, session.begin():
        await session.execute(text("ANALYZE outbox"))

    plan = await _plan(app)

    assert "ix_outbox_due" in plan
    assert "Seq Scan on outbox" not in plan


async def _plan(app: App) -> str:
    """What the server makes of the claiming statement."""
    seen: list[tuple[str, Any]] = []
    async with app.work() as work:
        connection = await work.session.connection()
        event.listen(
            connection.sync_connection,
            "before_cursor_execute",
            lambda _, __, sql, values, *___: seen.append((sql, values)),
        )
        await work.session.execute(due_rows(FAMILY), due_facts(work.now, work.today, 6))
        statement, values = seen[0]
        driver: Any = (await connection.get_raw_connection()).driver_connection
        return "\n".join(r[0] for r in await driver.fetch(f"EXPLAIN {statement}", *values))


async def _some_open(sessions: Sessions) -> bool:
    counted = await count(sessions)
    return counted[Delivery.PENDING] + counted[Delivery.SENDING] > 0
