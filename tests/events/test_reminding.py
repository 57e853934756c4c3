"""The reminder of an event: once, and not to who does not come."""

from core.app import App
from core.events.answering import answer_event
from core.events.keeping import change_event
from tests.events.telling import NOT_COMING, Sessions, deliver, put, remind, told
from tests.family.conftest import Family
from tests.support.clock import FakeClock
from tests.support.school import days_after


async def test_the_reminder_asks_once_and_leaves_out_who_does_not_come(
    app: App,
    family: Family,
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family, asks=True)
    async with app.work(family.stranger.address) as work:
        await answer_event(work, event, family.other_pupil_id, NOT_COMING)
    clock.set("17:59", days_after(2))
    await remind(app)
    assert await told(sessions, "class_event_reminder") == []
    clock.set("18:00", days_after(2))
    for _ in range(2):
        await remind(app)

    rows = await told(sessions, "class_event_reminder")

    assert [row.account_id for row in rows] == [family.mother.account_id, family.father.account_id]


async def test_what_the_evening_card_says_anyway_needs_no_reminder(
    app: App,
    family: Family,
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    await put(app, family)
    clock.set("18:00", days_after(2))
    await remind(app)

    assert await told(sessions, "class_event_reminder") == []


async def test_a_missed_evening_is_made_up_for_in_the_morning(
    app: App,
    family: Family,
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    await put(app, family)
    clock.set("03:00", days_after(3))
    await remind(app)
    assert await told(sessions, "class_event_reminder") == []
    clock.set("07:05", days_after(3))
    await remind(app)

    assert len(await told(sessions, "class_event_reminder")) == 3


async def test_an_event_moved_on_is_reminded_of_again(
    app: App,
    family: Family,
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family, asks=True)
    clock.set("18:00", days_after(2))
    await remind(app)
    await deliver(sessions, clock)
    async with app.work(family.leader.address) as work:
        await change_event(work, event, "30 ноября 10:00 Экскурсия в музей", seen=2)
    clock.set("18:00", days_after(6))
    await remind(app)

    assert len(await told(sessions, "class_event_reminder")) == 3
