"""Both bots at work against the sandbox, with class 7Б from the roll's tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.app import App
from sandbox import Phone
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class, seen through phones
from tests.support.clock import FakeClock
from tests.support.stage import Scene, playing, scene


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    """The product at work at 08:35 on Monday."""
    clock.set("08:35")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


@pytest.fixture
async def teacher(stage: Scene, seven_b: Class7B) -> Phone:  # noqa: F811 - pytest's way to name a fixture
    """The teacher's phone at the home screen."""
    phone = stage.phone(seven_b.teacher)
    await phone.send("/menu")
    await phone.sees("Сегодня")
    return phone
