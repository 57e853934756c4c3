"""A school that publishes: a director, a teacher, a family of 7Б."""

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
class Readership:
    """Who publishes and who reads."""

    class_id: int
    director: Person
    deputy: Person
    teacher: Person
    mother: Person
    pupil: Person


@pytest.fixture
async def readership(school: SchoolBuilder) -> Readership:
    director = await school.connected_staff("Директорова", Role.DIRECTOR)
    deputy = await school.connected_staff("Завучева", Role.DEPUTY_HEAD)
    teacher = await school.connected_staff("Учителева", Role.TEACHER)
    class_id = await school.class_unit("7Б", teacher.id)
    pupil_id = await school.pupil(class_id)
    mother = await school.connected_guardian(pupil_id)
    pupil = await school.connected_pupil(pupil_id)
    return Readership(class_id, director, deputy, teacher, mother, pupil)


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    clock.set("12:00")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_
