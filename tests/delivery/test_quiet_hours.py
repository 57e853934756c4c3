"""What is not urgent waits for the end of the quiet hours."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core import outbox
from core.app import App
from core.delivery import queue
from core.outbox import Kind, Priority
from core.rules.quiet_hours import quiet_until
from core.terms import Delivery, Door
from storage.models import Account
from tests.delivery.rows import claim, claimed_names, only_row, put
from tests.support.clock import MONDAY, MOSCOW, FakeClock, moscow
from tests.support.school import Person, SchoolBuilder, days_after, wall

Sessions = async_sessionmaker[AsyncSession]


@pytest.mark.parametrize(
    ("quiet_from", "quiet_to", "now", "until"),
    [
        ("21:00", "07:00", "20:59", None),
        ("21:00", "07:00", "21:00", (1, "07:00")),
        ("21:00", "07:00", "23:59", (1, "07:00")),
        ("21:00", "07:00", "00:00", (0, "07:00")),
        ("21:00", "07:00", "06:59", (0, "07:00")),
        ("21:00", "07:00", "07:00", None),
        ("13:00", "15:00", "12:59", None),
        ("13:00", "15:00", "13:00", (0, "15:00")),
        ("13:00", "15:00", "15:00", None),
        ("08:00", "08:00", "08:00", None),
        (None, "07:00", "03:00", None),
        ("21:00", None, "22:00", None),
    ],
)
def test_quiet_hours(quiet_from: str | None, quiet_to: str | None, now: str, until: tuple[int, str] | None) -> None:
    begins, ends = (wall(w) if w else None for w in (quiet_from, quiet_to))

    expected = datetime.combine(days_after(until[0]), wall(until[1]), MOSCOW) if until else None
    assert quiet_until(datetime.combine(MONDAY, wall(now), MOSCOW), begins, ends) == expected


@given(st.times(), st.times(), st.times())
def test_the_end_is_the_next_such_time_and_is_not_quiet(quiet_from: time, quiet_to: time, now: time) -> None:
    local = datetime.combine(MONDAY, now, MOSCOW)

    until = quiet_until(local, quiet_from, quiet_to)

    if until is not None:
        assert timedelta(0) < until - local <= timedelta(days=1)
        assert until.time() == quiet_to
        assert quiet_until(until, quiet_from, quiet_to) is None


@pytest.fixture
async def sleeper(school: SchoolBuilder, sessions: Sessions, clock: FakeClock) -> Person:
    """A guardian with quiet hours from 21 to 7, at 22:30."""
    clock.set("22:30")
    person = await school.connected_guardian()
    async with sessions() as session, session.begin():
        await session.execute(
            update(Account).where(Account.id == person.account_id).values(quiet_from=time(21), quiet_to=time(7))
        )
    return person


async def test_a_personal_message_waits_for_the_morning(app: App, sleeper: Person, sessions: Sessions) -> None:
    await put(app, sleeper, "mark", expires_at=moscow(days_after(1), "20:00"))

    claimed = await claim(app, Door.FAMILY)

    row = await only_row(sessions)
    assert claimed.due == []
    assert (row.status, row.due_at) == (Delivery.PENDING, moscow(days_after(1), "07:00"))


@pytest.mark.parametrize("priority", [Priority.URGENT, Priority.URGENT_WORD])
async def test_an_absence_and_an_urgent_word_do_not_wait(app: App, sleeper: Person, priority: Priority) -> None:
    await put(app, sleeper, "absence", priority=priority, expires_at=moscow(days_after(1), "20:00"))

    assert [d.silent for d in (await claim(app, Door.FAMILY)).due] == [False]


async def test_an_absence_overtakes_an_urgent_word_and_that_everything_else(
    app: App, school: SchoolBuilder, sleeper: Person
) -> None:
    for priority in (Priority.BROADCAST, Priority.PERSONAL, Priority.URGENT_WORD, Priority.URGENT):
        await put(app, await school.connected_staff(), priority.name, priority=priority)

    left = [name for _ in range(4) for name in await claimed_names(app, Door.STAFF, 1)]
    assert left == ["URGENT", "URGENT_WORD", "PERSONAL", "BROADCAST"]


async def test_what_makes_no_sound_does_not_wait(app: App, sleeper: Person, clock: FakeClock) -> None:
    clock.set("20:00")
    await put(app, sleeper, "word", kind=Kind.TASK_GIVEN, subject_id=7)
    (due,) = (await claim(app, Door.FAMILY)).due
    async with app.work() as work:
        await queue.sent(work, due, "10")
    clock.set("22:30")
    async with app.work() as work:
        await outbox.change_told(work, Kind.TASK_GIVEN, 7, {"body": "new"})

    assert [d.refs for d in (await claim(app, Door.FAMILY)).due] == [("10",)]


async def test_what_cannot_wait_comes_without_a_sound(app: App, sleeper: Person, clock: FakeClock) -> None:
    clock.set("21:30")
    await put(app, sleeper, "soon over")

    assert [d.silent for d in (await claim(app, Door.FAMILY)).due] == [True]


async def test_in_the_morning_it_is_sent(app: App, sleeper: Person, clock: FakeClock) -> None:
    await put(app, sleeper, "mark", expires_at=moscow(days_after(1), "20:00"))
    await claim(app, Door.FAMILY)
    clock.set("07:00", days_after(1))

    assert await claimed_names(app, Door.FAMILY) == ["mark"]


async def test_a_family_without_quiet_hours_sleeps_too(app: App, school: SchoolBuilder, clock: FakeClock) -> None:
    clock.set("22:00")
    family = await school.connected_guardian()
    await put(app, family, "homework", expires_at=moscow(days_after(1), "20:00"))
    assert await claimed_names(app, Door.FAMILY) == []

    clock.set("06:59", days_after(1))
    assert await claimed_names(app, Door.FAMILY) == []
    clock.set("07:00", days_after(1))

    assert await claimed_names(app, Door.FAMILY) == ["homework"]


async def test_what_is_of_no_use_in_the_morning_wakes_no_family(
    app: App, sleeper: Person, sessions: Sessions, clock: FakeClock
) -> None:
    await put(app, sleeper, "homework of the day that ends", expires_at=moscow(MONDAY, "23:59"))
    assert await claimed_names(app, Door.FAMILY) == []

    clock.set("07:00", days_after(1))
    assert await claimed_names(app, Door.FAMILY) == []
    assert (await only_row(sessions)).status is Delivery.EXPIRED


@pytest.mark.parametrize(
    ("kind", "more"), [("absence", {"priority": Priority.URGENT}), ("evening_card", {})], ids=["urgent", "card"]
)
async def test_what_is_urgent_or_was_asked_for_at_that_hour_comes_at_night(
    app: App, school: SchoolBuilder, clock: FakeClock, kind: str, more: dict[str, Any]
) -> None:
    clock.set("22:00")
    await put(app, await school.connected_guardian(), "now", kind=kind, expires_at=moscow(MONDAY, "23:00"), **more)

    assert [d.silent for d in (await claim(app, Door.FAMILY)).due] == [False]
