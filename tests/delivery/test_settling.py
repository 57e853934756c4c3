"""What becomes of a claimed row, and that only its own attempt decides."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.delivery import queue
from core.delivery.queue import Due
from core.terms import Delivery, Door
from tests.delivery.rows import claim, only_row, put
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]


async def _claimed(app: App, school: SchoolBuilder) -> Due:
    await put(app, await school.connected_guardian(), "note")
    return (await claim(app, Door.FAMILY)).due[0]


async def test_a_row_to_be_tried_again_is_due_later(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    due = await _claimed(app, school)
    async with app.work() as work:
        await queue.retry(work, due, timedelta(seconds=30), "network")

    row = await only_row(sessions)
    assert (row.status, row.due_at - app.clock.now()) == (Delivery.PENDING, timedelta(seconds=30))


async def test_a_row_is_never_due_past_its_expiry(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    due = await _claimed(app, school)
    async with app.work() as work:
        await queue.retry(work, due, timedelta(hours=3), "network")

    row = await only_row(sessions)
    assert row.due_at == row.expires_at


async def test_a_late_verdict_does_not_touch_a_newer_attempt(
    app: App, school: SchoolBuilder, sessions: Sessions, clock: FakeClock
) -> None:
    first = await _claimed(app, school)
    clock.forward(minutes=2)
    await claim(app, Door.FAMILY)
    async with app.work() as work:
        await queue.failed(work, first, "too late")

    row = await only_row(sessions)
    assert (row.status, row.attempts) == (Delivery.SENDING, 2)


async def test_a_row_taken_back_may_still_be_settled_by_who_sent_it(
    app: App, school: SchoolBuilder, sessions: Sessions
) -> None:
    due = await _claimed(app, school)
    async with app.work() as work:
        await queue.take_back(work, Door.FAMILY)
    async with app.work() as work:
        await queue.sent(work, due, "77")

    assert (await only_row(sessions)).status == Delivery.SENT


async def test_when_the_network_is_back_its_victims_are_due(
    app: App, school: SchoolBuilder, sessions: Sessions
) -> None:
    due = await _claimed(app, school)
    async with app.work() as work:
        await queue.retry(work, due, timedelta(minutes=15), queue.NETWORK)
        await queue.hasten(work, Door.FAMILY)

    assert (await only_row(sessions)).due_at == app.clock.now()
