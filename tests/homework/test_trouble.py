"""A file of a homework when the way to Telegram's files is troubled."""

import pytest

from bots.shared import files
from sandbox import Phone
from sandbox.faults import Kind
from tests.family.test_chat import JPEG
from tests.homework.conftest import Physics
from tests.support.stage import Scene


@pytest.mark.parametrize("kind", ["500", "cut_before"])
async def test_a_photo_comes_through_a_short_trouble(
    stage: Scene, teacher: Phone, physics: Physics, kind: Kind
) -> None:
    stage.sandbox.faults.add(kind, method="file", count=1)

    await teacher.upload(JPEG, "board.jpg", "image/jpeg", caption="С доски", as_="photo")

    await teacher.sees("✓ Записано", "С доски", "1 файл")
    assert len(await physics.homework()) == 1


async def test_a_photo_that_does_not_come_is_asked_for_again(
    stage: Scene, teacher: Phone, physics: Physics, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "BREATHS", (0.01,))
    trouble = stage.sandbox.faults.add("500", method="file", count=None)
    await teacher.upload(JPEG, "board.jpg", "image/jpeg", caption="С доски", as_="photo")
    await teacher.sees("Telegram не отдал файл")
    assert await physics.homework() == []

    trouble.count = 0
    await teacher.upload(JPEG, "board.jpg", "image/jpeg", caption="С доски", as_="photo")

    await teacher.sees("✓ Записано", "С доски", "1 файл")
