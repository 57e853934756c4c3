"""The whole way over real HTTP: found, seen by the class leader, held, told to the parents, seen in the diary."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.app import App
from sandbox import Phone
from tests.failing.conftest import Failing
from tests.support.clock import FakeClock
from tests.support.school import days_after
from tests.support.stage import Scene, playing, scene


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock, failing: Failing) -> AsyncIterator[Scene]:
    """The product at work at 14:50 on Monday."""
    clock.set("14:50")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


async def test_the_leader_looks_holds_and_sends_and_the_parents_read_the_very_words(
    stage: Scene, failing: Failing
) -> None:
    leader, mother = stage.phone(failing.leader), stage.phone(failing.mother)
    own, teacher = stage.phone(failing.own_phone), stage.phone(failing.teacher)

    await failing.look()
    await leader.sees("Неуспевающие в 7Б: новое", "24 ноября в 18:00", "Иванов Пётр — Алгебра 2,33")
    await teacher.sees("Не успевают по вашим предметам", "7Б", "Иванов Пётр — 2,33")

    await leader.press("Посмотреть")
    await leader.press("○ Иванов Пётр")
    await leader.sees("Так это прочитают родители", "средний балл 2,33, пока выходит «2»")
    await leader.press("Придержать до ср 25.11")
    await leader.sees("придержано: родители узнают 25 ноября в 18:00")
    await mother.never_sees("Иванов")

    answer = await leader.press("Отправить сейчас")
    assert "Отправлено" in answer.text
    shown = await leader.sees("родителям написали 23 ноября")
    read = await mother.sees("обратите, пожалуйста, внимание", "Алгебра — средний балл 2,33")
    assert read.text in shown.text
    await own.never_sees("внимание")
    await mother.press("Отметки: Алгебра")
    await mother.sees("Алгебра", "2,33")


async def test_the_teacher_s_message_opens_the_journal(stage: Scene, failing: Failing) -> None:
    teacher = stage.phone(failing.teacher)
    await failing.look()
    await teacher.sees("Не успевают")
    await teacher.press("7Б Алгебра")
    await teacher.sees("Алгебра")


async def test_a_deputy_comes_from_home(stage: Scene, failing: Failing) -> None:
    await failing.look()
    deputy = stage.phone(failing.deputy)
    await home(deputy)
    await deputy.press("Неуспевающие")
    await deputy.sees("Родители ещё не знают: 1")
    await deputy.press("7Б: 1")
    await deputy.sees("Иванов Пётр", "родители узнают 24 ноября в 18:00")
    await deputy.press("Все классы")
    await deputy.sees("по классам")


async def test_an_old_button_after_the_parents_were_told_says_so(stage: Scene, failing: Failing) -> None:
    leader = stage.phone(failing.leader)
    await failing.look()
    await leader.sees("Неуспевающие в 7Б")
    await leader.press("Посмотреть")
    await leader.press("Иванов Пётр")
    await leader.sees("Отправить сейчас")
    await failing.tell("18:00", days_after(1))

    answer = await leader.press("Придержать")

    assert "изменилось" in answer.text
    await leader.sees("родителям написали 24 ноября")


async def test_the_class_leader_sees_who_looks(stage: Scene, failing: Failing) -> None:
    mother, leader = stage.phone(failing.mother), stage.phone(failing.leader)
    await mother.send("/start")
    await mother.sees("Иванов")
    await home(leader)
    await leader.press("Класс: 7Б")
    await leader.press("Кто смотрит дневник")
    await leader.sees("7Б: кто смотрит дневник", "Родители не подключены: 2", "Иванов Пётр — родители 23 ноября")


async def test_a_deputy_sees_the_shares(stage: Scene, failing: Failing) -> None:
    deputy = stage.phone(failing.deputy)
    await home(deputy)
    await deputy.press("Кто смотрит дневник")
    await deputy.sees("Кто смотрит дневник: эта неделя", "Сотрудники: 1 из 3")
    await deputy.press("Четыре недели")
    await deputy.sees("четыре недели")
    await deputy.press("7Б", exact=True)
    await deputy.sees("7Б: кто смотрит дневник")


async def home(phone: Phone) -> None:
    await phone.send("/menu")
    await phone.sees("понедельник")
