"""The class leader's week over real HTTP: reasons, single lessons, illnesses in a few taps."""

import pytest

from core.app import App
from core.roll import attendance
from core.terms import Presence
from sandbox import Phone
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import days_after
from tests.support.stage import Scene


@pytest.fixture
async def leader(stage: Scene, seven_b: Class7B, app: App, clock: FakeClock) -> Phone:
    """On Tuesday, with a pupil absent on Monday's first two lessons and one late; at the week's screen."""
    clock.set("14:00")
    async with app.work(seven_b.teacher.address) as work:
        for lesson in seven_b.lessons[:2]:
            await attendance.mark(work, lesson, seven_b.ivanov, Presence.ABSENT, seen=0)
        await attendance.mark(work, seven_b.lessons[0], seven_b.petrova, Presence.LATE, seen=0)
    clock.set("09:00", days_after(1))
    phone = stage.phone(seven_b.leader)
    await phone.send("/menu")
    await phone.sees("Класс: 7Б")
    await phone.press("Класс: 7Б")
    await phone.sees("Неделя посещаемости")
    await phone.press("Неделя посещаемости")
    await phone.sees("7Б: посещаемость", "Без причины пропускал 1 ученик", "Иванов Пётр: пн 23.11 Н×2")
    return phone


async def test_a_week_gets_its_reason_in_two_taps(leader: Phone) -> None:
    await leader.press("! Иванов Пётр — без причины: 2")
    await leader.press("Все пропуски: болезнь")

    await leader.sees("У всех пропусков есть причина", "Иванов Пётр: пн 23.11 Б×2")


async def test_a_single_lesson_is_corrected(leader: Phone) -> None:
    await leader.press("! Иванов Пётр")
    await leader.press("пн 23.11: Н×2")
    await leader.sees("1-й Алгебра — Н, причина неизвестна")

    await leader.press("1-й: опоздание")

    await leader.sees("1-й Алгебра — ОП, опоздание", "2-й Алгебра — Н")
    await leader.press("Назад")
    await leader.sees("понедельник, 23 ноября")


async def test_an_illness_until_back_is_entered_and_ended(leader: Phone) -> None:
    await leader.press("! Иванов Пётр")
    await leader.press("Болезнь или отъезд с … по …")
    await leader.press("Болеет с пн 23.11, пока не придёт")
    await leader.sees("с 23 ноября, пока не придёт: болезнь (отметила школа)", "1-й Алгебра — Б, болезнь")

    await leader.press("Снова в школе")

    await leader.sees("✎ 23 ноября: болезнь")


async def test_days_of_an_illness_are_typed_and_mended(leader: Phone) -> None:
    await leader.press("! Иванов Пётр")
    await leader.press("Болезнь или отъезд с … по …")
    await leader.press("Болезнь: написать даты")
    await leader.send("когда-нибудь")
    await leader.sees("Не получилось понять даты")
    await leader.settle()

    await leader.send("23.11–27.11")

    await leader.sees("23 ноября – 27 ноября: болезнь (отметила школа)")


async def test_weeks_flip_both_ways(leader: Phone) -> None:
    await leader.press("‹ Прошлая")
    await leader.sees("16 ноября – 21 ноября")
    assert "Иванов Пётр" not in leader.screen.text

    await leader.press("Следующая ›")
    await leader.sees("Иванов Пётр: пн 23.11 Н×2")


async def test_closed_days_say_so(leader: Phone, clock: FakeClock) -> None:
    clock.set("09:00", days_after(8))
    await leader.press("! Иванов Пётр")

    await leader.sees("Срок правок истёк 30 ноября")


async def ask_for(leader: Phone, words: str) -> None:
    """Send what was refused as a request with a reason."""
    await leader.sees("Отправить запрос")
    await leader.press("Отправить запрос")
    await leader.sees("Ответьте на это сообщение")
    await leader.send(words)


async def test_a_reason_after_the_term_is_asked_for_and_written_when_allowed(
    stage: Scene, seven_b: Class7B, leader: Phone, clock: FakeClock
) -> None:
    deputy = stage.phone(seven_b.deputy)
    clock.set("09:00", days_after(8))
    await leader.press("! Иванов Пётр")
    await leader.press("Все пропуски: болезнь")
    await ask_for(leader, "Справку принесли поздно")
    await deputy.sees("Справку принесли поздно")

    await deputy.press("Разрешить")

    await leader.sees("запрос разрешён")
    await leader.press_data(f"Wa:{seven_b.class_id}:20261123", leader.screen.id)
    await leader.sees("Иванов Пётр: пн 23.11 Б×2")


async def test_days_typed_after_the_term_are_asked_for_too(
    stage: Scene, seven_b: Class7B, leader: Phone, clock: FakeClock
) -> None:
    deputy = stage.phone(seven_b.deputy)
    clock.set("09:00", days_after(8))
    await leader.press("! Иванов Пётр")
    await leader.press("Болезнь или отъезд с … по …")
    await leader.press("Болезнь: написать даты")
    await leader.sees("напишите дни")
    await leader.send("23.11–25.11")
    await ask_for(leader, "Справку принесли поздно")
    await deputy.sees("Справку принесли поздно")

    await deputy.press("Разрешить")

    await leader.sees("запрос разрешён")
    await leader.press_data(f"Wp:{seven_b.class_id}:{seven_b.ivanov}:20261123", leader.screen.id)
    await leader.sees("23 ноября – 25 ноября: болезнь (отметила школа)", "Б, болезнь")
