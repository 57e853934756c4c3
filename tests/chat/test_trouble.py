"""Short troubles between the bots and Telegram: the screen still comes, and nothing is written twice."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.roll import attendance
from sandbox import Phone
from sandbox.faults import Kind
from tests.chat.test_roll import open_first_lesson
from tests.roll.conftest import Class7B
from tests.support.database import somebody_waits
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


async def test_a_tap_that_lost_a_deadlock_is_carried_out_all_the_same(
    app: App, sessions: async_sessionmaker[AsyncSession], seven_b: Class7B, teacher: Phone
) -> None:
    """The tap writes the roll, then its trace; somebody holds the traces and wants the roll."""
    await open_first_lesson(teacher)
    async with sessions() as other, other.begin():
        await other.execute(text("SET LOCAL deadlock_timeout = '1min'"))  # So that it is the tap that loses.
        await other.execute(text("LOCK TABLE audit_entry IN EXCLUSIVE MODE"))
        press = asyncio.create_task(teacher.press("Иванов Пётр"))
        await somebody_waits(sessions)
        await other.execute(text("LOCK TABLE attendance IN EXCLUSIVE MODE"))
    await press

    await teacher.sees("✗ Иванов Пётр")
    async with app.work(seven_b.teacher.address) as work:
        line = (await attendance.open_roll(work, seven_b.lessons[0])).line(seven_b.ivanov)
    assert line is not None
    assert (line.presence, line.rev) == ("absent", 1)
