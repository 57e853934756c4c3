"""Families hear of events and are kept right about them (P11)."""

import pytest
from sqlalchemy import func, select

from core.app import App
from core.errors import NothingThere
from core.events.answering import family_event
from core.events.keeping import change_event, withdraw_event
from storage.models import Outbox
from tests.events.telling import Sessions, deliver, put, told
from tests.family.conftest import Family
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder, days_after


async def test_every_family_of_the_class_hears_once_after_a_grace(
    app: App,
    family: Family,
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family)

    rows = await told(sessions, "class_event")

    assert {row.account_id for row in rows} == {p.account_id for p in (family.mother, family.father, family.stranger)}
    assert {(row.facts["pupil_id"], row.facts["kind"]) for row in rows} == {
        (family.pupil_id, "trip"),
        (family.other_pupil_id, "trip"),
    }
    assert all(row.due_at > clock.now() for row in rows)
    assert {row.subject_id for row in rows} == {event}


async def test_at_night_families_hear_in_the_morning(
    app: App,
    family: Family,
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    clock.set("23:10")
    await put(app, family)
    clock.set("07:00", days_after(1))

    assert {row.due_at for row in await told(sessions, "class_event")} == {clock.now()}


async def test_a_parents_meeting_does_not_ring_on_a_pupil_s_phone(
    app: App,
    family: Family,
    school: SchoolBuilder,
    sessions: Sessions,
) -> None:
    pupil = await school.connected_pupil(family.pupil_id)
    await put(app, family, "25 ноября 18:00 Родительское собрание")
    await put(app, family)

    titles = [r.facts["title"] for r in await told(sessions, "class_event") if r.account_id == pupil.account_id]

    assert titles == ["Экскурсия в музей"]


async def test_a_slip_mended_at_once_is_never_seen(app: App, family: Family, sessions: Sessions) -> None:
    event = await put(app, family, asks=True)
    async with app.work(family.leader.address) as work:
        await change_event(work, event, "27 ноября 11:00 Экскурсия в театр", seen=2)

    rows = await told(sessions, "class_event")

    assert {(row.facts["title"], row.facts["starts"], row.facts["asks"]) for row in rows} == {
        ("Экскурсия в театр", "2026-11-27T11:00:00", True)
    }
    assert await told(sessions, "class_event_changed") == []


async def test_who_had_heard_hears_of_another_time_and_the_old_words_are_edited(
    app: App,
    family: Family,
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family)
    await deliver(sessions, clock)
    async with app.work(family.leader.address) as work:
        await change_event(work, event, "27 ноября 11:00 Экскурсия в музей", seen=1)

    news = await told(sessions, "class_event_changed")

    assert {row.facts["what"] for row in news} == {"changed"}
    assert len(news) == 3
    async with sessions() as session:
        edits = await session.scalars(select(Outbox.facts).where(Outbox.sending == "edit"))
        assert {facts["starts"] for facts in edits} == {"2026-11-27T11:00:00"}


async def test_other_words_for_the_same_ring_nobody(
    app: App,
    family: Family,
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family)
    await deliver(sessions, clock)
    async with app.work(family.leader.address) as work:
        await change_event(work, event, "26 ноября 10:00 Экскурсия в музей космонавтики", seen=1)

    assert await told(sessions, "class_event_changed") == []


async def test_an_event_taken_back_is_taken_from_the_phones_and_told(
    app: App,
    family: Family,
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family)
    await deliver(sessions, clock)
    async with app.work(family.leader.address) as work:
        await withdraw_event(work, event, seen=1)

    assert {row.facts["what"] for row in await told(sessions, "class_event_changed")} == {"withdrawn"}
    async with sessions() as session:
        deletions = select(func.count()).where(Outbox.sending == "delete")
        assert await session.scalar(deletions) == 3
    with pytest.raises(NothingThere):
        async with app.work(family.mother.address) as work:
            await family_event(work, event, family.pupil_id)


async def test_an_event_taken_back_before_anybody_heard_is_silent(
    app: App,
    family: Family,
    sessions: Sessions,
) -> None:
    event = await put(app, family)
    async with app.work(family.leader.address) as work:
        await withdraw_event(work, event, seen=1)

    assert await told(sessions, "class_event") == await told(sessions, "class_event_changed") == []
