"""The product stops between any two steps of a family, or runs twice: nothing is lost, nothing comes twice."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.access.codes import issue
from core.access.holders import Holder, HolderKind
from core.app import App
from core.terms import Door
from storage.models import StoredFile
from tests.family.conftest import Family
from tests.family.test_chat import page
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder
from tests.support.stage import Scene, playing, scene


@pytest.fixture
async def stage(tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    """Monday 08:35, both bots known and nobody serving them."""
    clock.set("08:35")
    async with scene(tmp_path) as scene_:
        yield scene_


async def test_a_family_comes_in_and_tells_of_an_absence_over_seven_restarts(
    app: App, stage: Scene, family: Family, school: SchoolBuilder
) -> None:
    parent = await school.guardian(family.pupil_id, surname="Новая")
    async with app.work() as work:
        (code,) = await issue(work, [Holder(HolderKind.GUARDIAN, parent)])
    phone = stage.phone_at(777, Door.FAMILY)

    await phone.start(code.code)
    async with playing(app, stage):
        await phone.sees("Согласен(на)")
    async with playing(app, stage):
        await phone.press("Согласен(на)")
        await phone.sees("Пётр Иванов, 7Б")
    async with playing(app, stage):
        await phone.press("Сообщить об отсутствии")
        await phone.press("Другие дни")
        await phone.sees("напишите день или дни")
    await phone.send("с 25 по 27 ноября")
    async with playing(app, stage):
        await phone.sees("25 ноября – 27 ноября. По какой причине?")
        await phone.press("Другая причина")
        await phone.sees("напишите причину")
    await phone.send("едем на турнир")
    async with playing(app, stage):
        await phone.sees("✓ Записано", "«едем на турнир»")
        await phone.press("📎 Справка")
        await phone.sees("пришлите фото справки")
    await phone.upload_album([page(1), page(2)])
    async with playing(app, stage):
        await phone.sees("✓ Принято")
        await phone.settle()

    async with school.sessions() as session:
        assert await session.scalar(select(func.count()).select_from(StoredFile)) == 2
    assert len([m for m in phone.messages if "✓ Записано" in m.text]) == 1


async def test_two_processes_ring_once(
    app: App, stage: Scene, family: Family, school: SchoolBuilder, clock: FakeClock
) -> None:
    teacher = await school.connect(Door.STAFF, staff_id=family.teacher_id)
    await school.lesson(await school.load(family.teacher_id, family.class_id), 1)
    staff, mother = stage.phone(teacher), stage.phone(family.mother)

    async with AsyncExitStack() as processes:
        for each in (app, App(school.sessions, clock)):
            await processes.enter_async_context(playing(each, stage))
        await staff.send("/today")
        await staff.sees("1. 7Б Алгебра — отметить")
        await staff.press("1. 7Б")
        await staff.press("Иванов Пётр")
        await staff.press("Готово")
        clock.forward(seconds=11)
        await mother.sees("нет на уроке")
        await mother.press("Не знаю")
        await stage.phone(family.leader).sees("родители не знают")
        await mother.settle(0.5)

    assert len([m for m in mother.pushes if "нет на" in m.text]) == 1
    assert len([m for m in stage.phone(family.leader).pushes if "родители не знают" in m.text]) == 1
