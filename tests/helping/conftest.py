"""Whom help concerns: an administrator, a class leader, a mother of 7Б."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.app import App
from core.terms import Role
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder
from tests.support.stage import Scene, playing, scene


@dataclass(frozen=True)
class Askers:
    administrator: Person
    director: Person
    leader: Person
    mother: Person


@pytest.fixture
async def askers(school: SchoolBuilder) -> Askers:
    administrator = await school.connected_staff("Админова", Role.ADMINISTRATOR)
    director = await school.connected_staff("Директорова", Role.DIRECTOR)
    leader = await school.connected_staff("Классная", Role.TEACHER)
    pupil = await school.pupil(await school.class_unit("7Б", leader.id))
    return Askers(administrator, director, leader, await school.connected_guardian(pupil))


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    clock.set("12:00")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_
