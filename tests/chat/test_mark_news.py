"""News of marks on real phones, and a teacher's quiet hours."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from core.app import App
from core.marks import giving
from core.terms import MarkValue
from sandbox import Phone
from storage.models import Account
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.stage import Scene, playing, scene


@pytest.fixture
async def evening(app: App, tmp_path: Path, clock: FakeClock, seven_b: Class7B) -> AsyncIterator[Scene]:
    """The product begins its work at 14:10, ten minutes after Пётр was given a 5."""
    clock.set("14:00")
    async with app.work(seven_b.teacher.address) as work:
        await giving.give(work, seven_b.lessons[0], seven_b.ivanov, None, MarkValue.FIVE, seen=0)
    clock.forward(minutes=10)
    async with scene(tmp_path) as scene_:
        scene_.phone(seven_b.mother)
        scene_.phone(seven_b.teacher)
        async with playing(app, scene_):
            yield scene_


async def test_the_message_opens_the_subject_it_speaks_of(evening: Scene, seven_b: Class7B) -> None:
    mother = evening.phone(seven_b.mother)
    await mother.sees("Иванов Пётр", "отметка", "Алгебра: 5", "Ответ на уроке")

    await mother.press("Алгебра: все отметки")
    await mother.sees("Алгебра", "5,00")


async def test_a_teacher_chooses_quiet_hours(evening: Scene, seven_b: Class7B) -> None:
    teacher: Phone = evening.phone(seven_b.teacher)
    await teacher.send("/settings")
    await teacher.sees("Настройки")
    await teacher.press("Тихие часы")
    await teacher.press("19:00–07:00")
    await teacher.sees("Тихие часы: с 19:00 до 07:00", "Сразу приходит только срочное")

    async with seven_b.sessions() as session:
        account = await session.scalar(select(Account).where(Account.id == seven_b.teacher.account_id))
    assert account is not None
    assert (f"{account.quiet_from}", f"{account.quiet_to}") == ("19:00:00", "07:00:00")
