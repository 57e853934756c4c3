"""A lesson in one message, as a teacher types it."""

from sandbox import Phone
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.stage import Scene


async def test_one_message_and_one_tap_fill_the_page(teacher: Phone) -> None:
    await teacher.send("7Б алгебра: Иванову 5, Петрова 4 4, Ежиков н; тема Линейные уравнения; дз п.12")
    await teacher.sees("Иванов Пётр — 5", "Петрова Анна — 4, 4", "Ёжиков Лев — отсутствует", "Тема: Линейные уравнения")

    answer = await teacher.press("Записать 5 записей")

    assert answer.text == "Записано"
    await teacher.press("Страница урока")
    await teacher.sees("Тема: Линейные уравнения")


async def test_a_namesake_is_chosen_with_a_tap(seven_b: Class7B, teacher: Phone) -> None:
    await seven_b.school.pupil(seven_b.class_id, "Иванов", "Артём")
    await teacher.send("Иванов 5")
    await teacher.sees("? Иванов — кто это?")

    await teacher.press("Иванов → Иванов Артём")
    await teacher.sees("✓ Иванов Артём — 5")

    assert (await teacher.press("Записать 1 запись")).text == "Записано"


async def test_what_was_not_understood_is_said(teacher: Phone) -> None:
    await teacher.send("Смирнов 5, Иванов 7; принести <циркуль>")

    await teacher.sees("Смирнов — нет в списке класса", "Иванов Пётр: не понял «7»", "Не понял: «принести <циркуль>»")
    assert "Ничего не записано:" in teacher.screen.text
    assert not [label for label in teacher.screen.labels if label.startswith("Записать")]


async def test_a_message_without_a_lesson_offers_one_s_own(teacher: Phone) -> None:
    await teacher.send("8А химия: Иванов 5")
    await teacher.sees("Не нашёл сегодня урок 8А химия")

    await teacher.press("Это урок 1. 7Б Алгебра")

    await teacher.sees("Иванов Пётр — 5")


async def test_the_preview_waits_while_one_looks_elsewhere(teacher: Phone) -> None:
    await teacher.send("Иванов 5")
    await teacher.sees("Проверьте, что будет записано")
    preview = teacher.screen
    await teacher.send("/menu")
    await teacher.sees("Ждёт 1 перекличка")

    await teacher.press("Записать 1 запись", message=preview.id)

    await teacher.sees("✔ Иванов Пётр — 5")


async def test_a_message_that_names_its_lesson_answers_no_open_question(seven_b: Class7B, teacher: Phone) -> None:
    await teacher.press_data(f"Ht:{seven_b.lessons[0]}", teacher.screen.id)
    await teacher.sees("Передумали?")

    await teacher.send("7Б алгебра: Иванов 5")

    await teacher.sees("Проверьте, что будет записано", "Иванов Пётр — 5")


async def test_words_that_are_no_entry_are_answered_as_ever(teacher: Phone) -> None:
    await teacher.send("Добрый день!")

    await teacher.sees("Не понял это сообщение")


async def test_after_nine_in_the_evening_the_rest_goes_as_a_request(
    stage: Scene, seven_b: Class7B, teacher: Phone, clock: FakeClock
) -> None:
    deputy = stage.phone(seven_b.deputy)
    await deputy.send("/menu")
    await deputy.sees("Сегодня")
    clock.set("21:05")
    await teacher.send("Иванов 5")
    await teacher.sees("✗ Иванов Пётр — 5")

    await teacher.press("Отправить запрос на остальное")
    await teacher.press("Отправить запрос")
    await teacher.sees("Почему запись делается после срока?")
    await teacher.send("Не было связи")
    await deputy.sees("Не было связи", "Иванов 5")
    await deputy.press("Разрешить")

    await teacher.sees("Ваш запрос разрешён")
    await teacher.press("Страница урока")
    await teacher.sees("Отметки: 1", "разрешение: Завучева")


async def test_a_foreign_topic_is_warned_of_by_the_rule_s_name(seven_b: Class7B, teacher: Phone) -> None:
    await seven_b.school.choose_regulation("kam")

    await teacher.send("Иванов 5; тема Present Simple")

    await teacher.sees("По правилам школы (Инструкция Каменской школы, п. 4.2)", "Записать всё равно")
