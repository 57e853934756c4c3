"""A class leader keeps the events of the class, families read them."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.errors import AccessDenied, NothingThere
from core.events.keeping import add_event, change_event, class_events, withdraw_event
from core.terms import Role
from storage.models import AuditEntry, ClassEvent
from tests.family.conftest import Family
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder
from tests.support.stage import Scene, playing, scene

Sessions = async_sessionmaker[AsyncSession]
MEETING = "25 ноября 18:00 каб. 12 Родительское собрание"


async def put(app: App, family: Family, words: str = MEETING) -> int:
    async with app.work(family.leader.address) as work:
        return (await add_event(work, family.class_id, words)).ahead[-1].id


async def test_an_event_typed_twice_stands_once(app: App, family: Family, sessions: Sessions) -> None:
    await put(app, family)

    async with app.work(family.leader.address) as work:
        shown = await add_event(work, family.class_id, MEETING)

    assert (shown.note, len(shown.ahead)) == ("already", 1)
    async with sessions() as session:
        assert await session.scalar(select(func.count()).select_from(ClassEvent)) == 1


async def test_an_event_that_comes_several_times_at_once_stands_once(
    app: App,
    family: Family,
    sessions: Sessions,
) -> None:
    async def again() -> None:
        async with app.work(family.leader.address) as work:
            await add_event(work, family.class_id, MEETING)

    async with app.work(family.leader.address):
        pass  # Being seen after a while would let the next ones come one after another.
    await asyncio.gather(*(again() for _ in range(4)))

    async with sessions() as session:
        assert await session.scalar(select(func.count()).select_from(ClassEvent)) == 1


async def test_an_old_button_does_not_undo_a_colleagues_change(app: App, family: Family) -> None:
    event = await put(app, family)
    async with app.work(family.leader.address) as work:
        await change_event(work, event, "26 ноября 18:00 Собрание", seen=1)

    async with app.work(family.leader.address) as work:
        shown = await withdraw_event(work, event, seen=1)

    assert (shown.note, [e.title for e in shown.ahead]) == ("changed", ["Собрание"])


async def test_withdrawing_leaves_a_trace(app: App, family: Family, sessions: Sessions) -> None:
    event = await put(app, family)

    async with app.work(family.leader.address) as work:
        shown = await withdraw_event(work, event, seen=1)

    assert shown.ahead == ()
    async with sessions() as session:
        traced = await session.scalars(select(AuditEntry.action).where(AuditEntry.subject == "class_event"))
        assert list(traced) == ["event.add", "event.withdraw"]
    with pytest.raises(NothingThere):
        async with app.work(family.leader.address) as work:
            await change_event(work, event, MEETING, seen=2)


async def test_only_the_class_leader_and_management_keep_events(
    app: App,
    family: Family,
    school: SchoolBuilder,
) -> None:
    event = await put(app, family)
    teacher = await school.connected_staff("Чужая", Role.TEACHER)
    deputy = await school.connected_staff("Завучева", Role.DEPUTY_HEAD)

    with pytest.raises(AccessDenied):
        async with app.work(teacher.address) as work:
            await withdraw_event(work, event, seen=1)
    async with app.work(deputy.address) as work:
        assert [e.id for e in (await class_events(work, family.class_id)).ahead] == [event]


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


async def test_an_event_goes_from_the_class_leader_to_the_family(stage: Scene, family: Family) -> None:
    leader = stage.phone(family.leader)
    await leader.send("/menu")
    await leader.sees("Класс: 7Б")
    await leader.press("Класс: 7Б")
    await leader.sees("События")
    await leader.press("События")
    await leader.sees("Впереди ничего не назначено.")
    await leader.press("Добавить событие")
    await leader.sees("Что и когда?")
    await leader.send("Родительское собрание")
    await leader.sees("Не вижу дня.")
    await leader.send(MEETING)
    await leader.sees("Событие добавлено", "ср 25.11, 18:00–19:00: Родительское собрание, каб. 12")

    mother = stage.phone(family.mother)
    await mother.send("/menu")
    await mother.sees("Ещё…")
    await mother.press("Ещё…")
    await mother.sees("Расписание")
    await mother.press("Расписание")

    await mother.sees("👥 18:00–19:00: Родительское собрание, каб. 12")
