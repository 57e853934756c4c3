"""A child's marks on a Monday evening."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from core.app import App
from sandbox import Phone
from storage.models import TeachingLoad
from tests.family.conftest import Family
from tests.family.marking import Marking
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder
from tests.support.stage import Scene, playing, scene


@pytest.fixture
async def marking(school: SchoolBuilder, clock: FakeClock) -> Marking:
    clock.set("20:00")
    return await Marking.of(school)


@pytest.fixture
async def quarter(marking: Marking) -> int:
    return await marking.period()


@pytest.fixture
async def algebra(school: SchoolBuilder, family: Family, quarter: int) -> int:
    """The journal page."""
    return await school.load(family.teacher_id, family.class_id)


@pytest.fixture
async def subject(school: SchoolBuilder, algebra: int) -> int:
    async with school.sessions() as session:
        return await session.scalar(select(TeachingLoad.subject_id).where(TeachingLoad.id == algebra)) or 0


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    clock.set("20:00")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


@pytest.fixture
async def mother(stage: Scene, family: Family) -> Phone:
    phone = stage.phone(family.mother)
    await phone.send("/menu")
    await phone.sees("Пётр Иванов")
    return phone
