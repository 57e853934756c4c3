"""«Журнал сегодня» over real HTTP: a deputy looks, asks, and the teacher's phone leads to the very page."""

import pytest
from sqlalchemy import update

from bots.staff.handlers import journal_today
from core.app import App
from core.roll import attendance
from sandbox import Phone
from storage.models import Lesson
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import days_after
from tests.support.stage import Scene


async def at_journal(stage: Scene, seven_b: Class7B) -> Phone:
    deputy = stage.phone(seven_b.deputy)
    await deputy.send("/menu")
    await deputy.sees("Журнал сегодня")
    await deputy.press("Журнал сегодня")
    await deputy.sees("По классам")
    return deputy


async def test_the_numbers_move_with_the_pages(
    stage: Scene, seven_b: Class7B, clock: FakeClock, teacher: Phone
) -> None:
    clock.set("09:20")
    deputy = await at_journal(stage, seven_b)
    await deputy.sees("Прошло уроков: 1 из 4", "Не заполнено: 1")
    await deputy.press("○ Алгебраистова А. И. — 0/1")
    await deputy.sees("1-й 7Б Алгебра — нет: перекличка, тема, ДЗ", "2-й 7Б Алгебра — ещё не прошёл")

    await teacher.press_data(f"rl:{seven_b.lessons[0]}", teacher.screen.id)
    await teacher.press("Все на месте")
    await deputy.press("Назад")
    await deputy.press("Алгебраистова")

    await deputy.sees("1-й 7Б Алгебра — нет: тема, ДЗ")


async def test_one_tap_asks_the_teacher_once_a_day_and_leads_to_the_page(
    stage: Scene, seven_b: Class7B, clock: FakeClock, teacher: Phone
) -> None:
    clock.set("14:05")
    deputy = await at_journal(stage, seven_b)
    await deputy.press("Алгебраистова")

    answer = await deputy.press("Напомнить")

    assert "отправлено" in answer.text
    await deputy.sees("Напомнили в 14:05: Завучева А. И.")
    assert not any("Напомнить" in label for label in deputy.screen.labels)
    await teacher.sees("Завучева А. И. просит заполнить журнал", "1-й 7Б Алгебра — перекличка, тема, ДЗ")
    await teacher.press("1. 7Б Алгебра: перекличка, тема, ДЗ")
    await teacher.sees("Алгебра")


async def test_what_is_past_its_term_stands_first_the_day_after(
    stage: Scene, seven_b: Class7B, clock: FakeClock
) -> None:
    clock.set("09:00", days_after(1))
    deputy = await at_journal(stage, seven_b)
    await deputy.press("‹ пн 23.11")

    await deputy.sees("Журнал, понедельник, 23 ноября", "Срок прошёл: 4")
    await deputy.press("‼ Алгебраистова А. И. — 0/4, срок прошёл: 4")
    await deputy.sees("просрочено: перекличка, тема, ДЗ")


async def test_a_deputy_reaches_the_week_of_any_class(stage: Scene, seven_b: Class7B, app: App) -> None:
    deputy = await at_journal(stage, seven_b)
    await deputy.press("По классам")
    await deputy.press("7Б: 0/0")
    await deputy.press("Неделя класса")

    await deputy.sees("7Б: посещаемость")


async def test_the_open_screen_follows_by_itself(
    stage: Scene, seven_b: Class7B, clock: FakeClock, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_today, "LOOKS", 1)
    clock.set("09:20")
    deputy = await at_journal(stage, seven_b)
    await deputy.sees("Заполнено полностью: 0")

    async with app.work(seven_b.teacher.address) as work:
        sheet = await attendance.open_roll(work, seven_b.lessons[0])
        await attendance.take_roll(work, seven_b.lessons[0], seen=sheet.fingerprint)
        page = {"topic": "Дроби", "no_homework": True}
        await work.session.execute(update(Lesson).where(Lesson.id == seven_b.lessons[0]).values(**page))

    await deputy.sees("Заполнено полностью: 1")
