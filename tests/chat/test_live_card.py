"""A card that moves by itself lets go of its message as soon as the person presses something on it."""

import pytest

from bots.staff import live
from sandbox import Phone
from tests.roll.conftest import Class7B
from tests.support.stage import Scene


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "EVERY_SECONDS", 0.02)


async def test_a_screen_opened_from_the_card_is_not_written_over(
    stage: Scene, seven_b: Class7B, teacher: Phone
) -> None:
    leader = stage.phone(seven_b.leader)
    await leader.send("/menu")
    await leader.sees("Отсутствуют: 7Б")
    await leader.press("Отсутствуют: 7Б")
    await leader.sees("Пока никого не отметили")
    await leader.press("Домой")
    await leader.sees("Сегодня")

    await teacher.press("Сегодня")
    await teacher.sees("Алгебра")
    await teacher.press("1. 7Б")
    await teacher.sees("Иванов Пётр")
    await teacher.press("Иванов Пётр")

    await leader.never_sees("с 1-го урока")
