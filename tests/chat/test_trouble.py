"""Short troubles between the bots and Telegram: the screen still comes, and nothing is written twice."""

import pytest

from core.app import App
from core.roll import attendance
from sandbox import Phone
from sandbox.faults import Kind
from tests.chat.test_roll import open_first_lesson
from tests.roll.conftest import Class7B
from tests.support.stage import Scene


@pytest.mark.parametrize("kind", ["429", "500", "502", "cut_before", "cut_after"])
@pytest.mark.parametrize("method", ["editMessageText", "answerCallbackQuery"])
async def test_a_tap_gets_its_screen_through_a_short_trouble(
    stage: Scene, teacher: Phone, kind: Kind, method: str
) -> None:
    await open_first_lesson(teacher)
    stage.sandbox.faults.add(kind, method=method, count=1)

    answer = await teacher.press("Иванов Пётр")

    assert answer.answered
    await teacher.sees("✗ Иванов Пётр")


async def test_an_update_delivered_twice_writes_once(app: App, stage: Scene, seven_b: Class7B, teacher: Phone) -> None:
    await open_first_lesson(teacher)
    stage.sandbox.faults.add("duplicate_update", count=1)

    await teacher.press("Иванов Пётр")
    await teacher.settle()

    async with app.work(seven_b.teacher.address) as work:
        line = (await attendance.open_roll(work, seven_b.lessons[0])).line(seven_b.ivanov)
    assert line is not None
    assert line.rev == 1
    assert len(await seven_b.outbox("absence")) == 2


async def test_two_impatient_presses_are_one_mark(app: App, seven_b: Class7B, teacher: Phone) -> None:
    await open_first_lesson(teacher)
    await teacher.press_silently("Иванов Пётр")
    await teacher.press("Иванов Пётр")
    await teacher.settle()

    async with app.work(seven_b.teacher.address) as work:
        line = (await attendance.open_roll(work, seven_b.lessons[0])).line(seven_b.ivanov)
    assert line is not None
    assert (line.presence, line.rev) == ("absent", 1)
