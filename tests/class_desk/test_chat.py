"""Over real HTTP: from the desk to each list, and from there to the thing itself."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.actions.cards import RemindUnread
from core.app import App
from tests.class_desk.conftest import Desk
from tests.support.clock import FakeClock
from tests.support.stage import Scene, playing, scene


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock, desk_: Desk) -> AsyncIterator[Scene]:
    """The product at work at 14:00 on Monday."""
    clock.set("14:00")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


async def test_each_number_opens_its_list(stage: Scene, desk_: Desk) -> None:
    await desk_.absent(desk_.of.petrova)
    await desk_.of.marking.give(desk_.of.petrova, desk_.of.algebra, "2", "3", "3")
    mother = {"guardian_id": desk_.of.mother.id, "child_id": desk_.of.ivanov}
    await desk_.announce("Инструктаж о льде", mother)
    phone = stage.phone(desk_.of.leader)
    await phone.send("/menu")
    await phone.sees("понедельник")
    await phone.press("Класс: 7Б")
    await phone.sees("Класс 7Б", "Сегодня нет: 1 (не объяснено 1)", "Не успевают: 1 уч.")

    for label, *words in [
        ("Без причины: 1", "Петрова"),
        ("Неуспевающие: 1", "Иванов Пётр"),
        ("На грани: 1", "Петрова Анна — Алгебра 2,67"),
        ("Долги: 1", "Петрова Анна: Физика"),
        ("Не подключены: 2", "Ёжиков Лев", "Петрова Анна"),
        ("Не прочитали: 1", "Инструктаж о льде", "Иванова Мария (Иванов Пётр)"),
        ("Сверить карточки: 3", "Сверить: 3 из 3"),
    ]:
        await phone.press(label)
        await phone.sees(*words)
        await phone.press("Назад")
        await phone.sees("Класс 7Б")


async def test_an_owed_work_opens_where_its_mark_is_put(stage: Scene, desk_: Desk) -> None:
    phone = stage.phone(desk_.of.leader)
    await phone.send("/menu")
    await phone.sees("понедельник")
    await phone.press("Класс: 7Б")
    await phone.press("Долги: 1")
    await phone.press("Петрова Анна, Физика")
    await phone.sees("Петрова Анна", "Физика")


async def test_an_unconnected_family_gets_its_code(stage: Scene, desk_: Desk) -> None:
    phone = stage.phone(desk_.of.leader)
    await phone.send("/menu")
    await phone.sees("понедельник")
    await phone.press("Класс: 7Б")
    await phone.press("Не подключены: 2")
    await phone.press("Ёжиков Лев")
    await phone.sees("Ёжиков Лев", "Не подключён к боту")


async def test_the_class_leader_reminds_the_own_class(stage: Scene, desk_: Desk) -> None:
    mother = {"guardian_id": desk_.of.mother.id, "child_id": desk_.of.ivanov}
    announcement = await desk_.announce("Инструктаж о льде", mother)
    phone = stage.phone(desk_.of.leader)
    await phone.send("/menu")
    await phone.sees("понедельник")
    await phone.press("Класс: 7Б")
    await phone.press("Не прочитали: 1")
    old = phone.screen.id
    answer = await phone.press("Напомнить (1)")
    assert "Напомнили: 1" in answer.text
    await phone.sees("ждём: 1; в боте из них 1, сегодня напомнили")
    await stage.phone(desk_.of.mother).sees("Инструктаж о льде")
    answer = await phone.press_data(RemindUnread(desk_.of.class_id, announcement, 1).pack(), old)
    assert "Сегодня уже напоминали" in answer.text
