"""After the window: what was typed becomes a request; whoever may decide does so in one tap, over real HTTP."""

from datetime import date

import pytest
from sqlalchemy import select

from core.app import App
from core.terms import Role
from sandbox import Phone
from storage.models import Mark
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.stage import Scene, playing


async def at_home(stage: Scene, person: object) -> Phone:
    phone = stage.phone(person)  # type: ignore[arg-type]
    await phone.send("/menu")
    await phone.sees("Сегодня")
    return phone


async def type_topic(phone: Phone, lesson: int, words: str) -> None:
    """The topic typed from the page, whatever the time."""
    await phone.press_data(f"Pw:{lesson}:0", phone.screen.id)
    await phone.sees("Напишите тему урока")
    await phone.send(words)


async def ask(teacher: Phone, lesson: int, words: str = "Линейные уравнения") -> None:
    await type_topic(teacher, lesson, words)
    await teacher.sees("Введённое сохранено", words)
    await teacher.press("Отправить запрос")
    await teacher.sees("Почему запись делается после срока?")
    await teacher.send("Не было связи")
    await teacher.sees("Запрос отправлен")


@pytest.fixture(autouse=True)
def late(clock: FakeClock, stage: Scene) -> None:
    clock.set("21:30")


async def test_a_request_is_approved_and_the_page_shows_both_names(
    stage: Scene, seven_b: Class7B, teacher: Phone
) -> None:
    deputy = await at_home(stage, seven_b.deputy)
    await ask(teacher, seven_b.lessons[0])
    await deputy.sees("Алгебраистова А. И.", "Тема урока", "Текст: Линейные уравнения", "Причина: Не было связи")

    answer = await deputy.press("Разрешить")

    assert answer.text == "Разрешено, записано"
    await teacher.sees("Ваш запрос разрешён (Завучева А. И.)")
    await teacher.press("Страница урока")
    await teacher.sees(
        "Тема: Линейные уравнения",
        "После срока: Тема урока — Алгебраистова А. И.; разрешение: Завучева А. И.; причина: Не было связи",
    )


async def test_a_refusal_with_a_word_reaches_the_asker(stage: Scene, seven_b: Class7B, teacher: Phone) -> None:
    deputy = await at_home(stage, seven_b.deputy)
    await ask(teacher, seven_b.lessons[0])
    await deputy.sees("просит записать")
    await deputy.press("Открыть запрос")
    await deputy.press("Отказать и объяснить")
    await deputy.send("Сверьтесь с планом")
    await deputy.sees("Отказано")

    await teacher.sees("По вашему запросу отказано", "Сверьтесь с планом")


async def test_pressing_again_changes_nothing(stage: Scene, seven_b: Class7B, teacher: Phone) -> None:
    deputy = await at_home(stage, seven_b.deputy)
    await ask(teacher, seven_b.lessons[0])
    push = await deputy.sees("просит записать")
    data = next(b.data for row in push.keyboard or [] for b in row if b.text == "Отказать")
    await deputy.press("Разрешить")

    answer = await deputy.press_data(data, push.id)

    assert answer.text == "Уже решено"
    await deputy.sees("Разрешено: Завучева А. И.")


async def test_a_reason_that_comes_again_is_told_as_sent(stage: Scene, seven_b: Class7B, teacher: Phone) -> None:
    await at_home(stage, seven_b.deputy)
    await ask(teacher, seven_b.lessons[0])
    question = await teacher.sees("Почему запись делается после срока?")

    await teacher.reply("Не было связи", to=question)

    await teacher.sees("Запрос уже отправлен", "Ждёт решения")
    await teacher.never_sees("нет никого")
    assert len(await seven_b.outbox("entry_requested")) == 1


async def test_in_lic68_only_the_director_is_asked(
    stage: Scene, seven_b: Class7B, teacher: Phone, clock: FakeClock
) -> None:
    await seven_b.school.choose_regulation("lic68")
    clock.set("09:00", date(2026, 11, 24))
    director = await at_home(stage, await seven_b.school.connected_staff("Директорова", Role.DIRECTOR))
    deputy = await at_home(stage, seven_b.deputy)
    await type_topic(teacher, seven_b.lessons[0], "Дроби")
    offered = await teacher.sees("Введённое сохранено")
    assert "(директору)" in offered.text
    await teacher.press("Отправить запрос")
    await teacher.send("Болела")

    await director.sees("просит записать")
    await director.press("Разрешить")

    await teacher.sees("Ваш запрос разрешён (Директорова А. И.)")
    await deputy.never_sees("просит записать")


async def test_in_lic68_a_slip_in_a_mark_is_mended_by_the_director(
    stage: Scene, seven_b: Class7B, teacher: Phone, clock: FakeClock
) -> None:
    await seven_b.school.choose_regulation("lic68")
    clock.set("09:00")
    director = await at_home(stage, await seven_b.school.connected_staff("Директорова", Role.DIRECTOR))
    await teacher.press_data(f"Mr:{seven_b.lessons[0]}:", teacher.screen.id)
    await teacher.press("Иванов")
    await teacher.press("3", exact=True)
    await teacher.press("3 — Иванов")
    await teacher.press("3 (О): исправить")
    await teacher.sees("Исправлять отметки нельзя", "может директор")
    await teacher.press("5", exact=True)
    await teacher.press("Отправить запрос")
    await teacher.sees("Почему")
    await teacher.send("Нажала не туда")

    await director.sees("Нажала не туда")
    await director.press("Разрешить")

    await teacher.sees("Ваш запрос разрешён (Директорова А. И.)")
    async with seven_b.sessions() as session:
        stands = await session.scalars(select(Mark.value).where(Mark.removed_at.is_(None)))
    assert [value.value for value in stands] == ["5"]


async def test_who_decides_is_asked_for_a_reason_and_writes(stage: Scene, seven_b: Class7B) -> None:
    deputy = await at_home(stage, seven_b.deputy)
    await type_topic(deputy, seven_b.lessons[0], "Дроби")
    await deputy.sees("Указать причину")
    await deputy.press("Указать причину")
    await deputy.sees("Причина останется на странице урока")
    await deputy.send("Учитель болеет")

    await deputy.sees("Тема: Дроби", "После срока: Тема урока — Завучева А. И.; причина: Учитель болеет")


async def test_a_restart_between_refusal_and_reason_loses_nothing(
    app: App, stage: Scene, seven_b: Class7B, teacher: Phone
) -> None:
    await type_topic(teacher, seven_b.lessons[0], "Дроби")
    await teacher.sees("Введённое сохранено")
    async with playing(app, stage):
        await teacher.press("Отправить запрос")
        await teacher.sees("Почему запись")
    async with playing(app, stage):
        await teacher.send("Не было связи")
        await teacher.sees("Запрос отправлен", "Дроби")


async def test_the_home_screen_counts_what_waits(stage: Scene, seven_b: Class7B, teacher: Phone) -> None:
    await ask(teacher, seven_b.lessons[0])
    deputy = await at_home(stage, seven_b.deputy)
    await deputy.send("/menu")
    await deputy.sees("Запросы: 1")
    await deputy.press("Запросы: 1")
    await deputy.press("Алгебраистова А. И., 7Б")
    await deputy.press("Разрешить")
    await deputy.sees("Разрешено: Завучева А. И.")

    await teacher.send("/menu")
    await teacher.sees("Запросы", "Сегодня")
    await teacher.press("Запросы", exact=True)
    await teacher.sees("Ваши запросы за две недели", "Разрешено: Завучева А. И.")


async def test_an_entry_overtaken_meanwhile_says_so_and_may_be_refused(
    stage: Scene, seven_b: Class7B, teacher: Phone
) -> None:
    deputy = await at_home(stage, seven_b.deputy)
    await ask(teacher, seven_b.lessons[0])
    push = await deputy.sees("просит записать")
    await type_topic(deputy, seven_b.lessons[0], "Степени")
    await deputy.sees("Указать причину")
    await deputy.press("Указать причину")
    await deputy.send("По журналу")
    await deputy.sees("Тема: Степени")

    await deputy.press("Разрешить", message=push.id)

    await deputy.sees("Записать не получилось", "За это время здесь записали другое")
    await deputy.press("Отказать", exact=True)
    await deputy.sees("Отказано: Завучева А. И.")


async def test_a_foreign_topic_after_the_window_is_asked_for_like_any(
    stage: Scene, seven_b: Class7B, teacher: Phone
) -> None:
    deputy = await at_home(stage, seven_b.deputy)
    await ask(teacher, seven_b.lessons[0], "Present Simple")
    await deputy.sees("Present Simple")
    await deputy.press("Разрешить")

    await teacher.sees("Ваш запрос разрешён")
    await teacher.press("Страница урока")
    await teacher.sees("Тема: Present Simple", "Есть запись не на русском языке")


async def test_a_roll_corrected_after_its_window_is_one_request(
    stage: Scene, teacher: Phone, seven_b: Class7B, clock: FakeClock
) -> None:
    deputy = stage.phone(seven_b.deputy)
    clock.set("21:30")
    await teacher.press_data(f"rl:{seven_b.lessons[0]}", teacher.screen.id)
    await teacher.press("Иванов Пётр")
    await teacher.sees("Пока не записано: 1", "⏳ Иванов Пётр — отсутствует")
    await teacher.press("Петрова Анна")
    await teacher.press("Петрова Анна")
    await teacher.press("На сколько опоздал: Петрова Анна")
    await teacher.press("10 мин.")
    await teacher.sees("Пока не записано: 2", "⏳ Петрова Анна — опоздание 10 мин.")

    await teacher.press("Отправить запрос")
    await teacher.sees("Почему запись делается после срока?")
    await teacher.send("Не было связи")
    await deputy.sees("Перекличка", "Иванов Пётр: отсутствует", "Петрова Анна: опоздание 10 мин.", "Не было связи")
    await deputy.press("Разрешить")

    await teacher.sees("Ваш запрос разрешён (Завучева А. И.)")
    await deputy.sees("Разрешено: Завучева А. И.")
    await deputy.press("Перекличка")
    await deputy.sees("✓ Перекличка сделана", "✗ Иванов Пётр")
    await teacher.press_data(f"rl:{seven_b.lessons[0]}", teacher.screen.id)
    await teacher.sees("✗ Иванов Пётр", "◷ Петрова Анна — опоздание 10 мин.")
    assert not any("⏳" in label for label in teacher.screen.labels)
