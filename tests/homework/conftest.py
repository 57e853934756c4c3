"""Class 7Б with a physics page of one lesson on Monday, Wednesday and Friday; both bots at work."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from core.app import App
from sandbox import Phone
from storage.models import Homework
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import days_after
from tests.support.stage import Scene, playing, scene

WEDNESDAY, FRIDAY = days_after(2), days_after(4)


@dataclass
class Physics:
    """The page: lessons of Monday (first), Wednesday and Friday."""

    of: Class7B
    load: int
    monday: int
    wednesday: int
    friday: int

    async def homework(self) -> list[Homework]:
        """All rows, oldest first."""
        async with self.of.sessions() as session:
            return list(await session.scalars(select(Homework).order_by(Homework.id)))


@pytest.fixture
async def physics(seven_b: Class7B, clock: FakeClock) -> Physics:  # noqa: F811 - pytest's way to name a fixture
    clock.set("09:00")
    load = await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, subject="Физика")
    lessons = [await seven_b.school.lesson(load, 5, day) for day in (MONDAY, WEDNESDAY, FRIDAY)]
    return Physics(seven_b, load, *lessons)


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    """The product at work on Monday."""
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


@pytest.fixture
async def teacher(stage: Scene, physics: Physics) -> Phone:
    """The teacher's phone at the homework of Monday's lesson, the question asked."""
    phone = stage.phone(physics.of.teacher)
    await phone.send("/menu")
    await phone.sees("Сегодня")
    await phone.press_data(f"Hw:{physics.monday}", phone.screen.id)
    await phone.press("Задать", exact=True)
    await phone.sees("Напишите задание для 7Б")
    return phone
