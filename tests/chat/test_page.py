"""A lesson's page as a teacher keeps it from a phone, over real HTTP."""

import pytest
from sqlalchemy import text

from core.app import App
from sandbox import Phone
from tests.roll.conftest import Class7B
from tests.sandbox.pictures import PNG
from tests.support.clock import FakeClock
from tests.support.stage import Scene, playing


@pytest.fixture
async def page(teacher: Phone) -> Phone:
    """The teacher's phone at the page of the first lesson, its roll taken."""
    await teacher.press("Сегодня", exact=True)
    await teacher.press("1. 7Б Алгебра — отметить")
    await teacher.press("Все на месте")
    await teacher.press("Страница урока")
    await teacher.sees("7Б · Алгебра", "Нужно: тема, ДЗ")
    return teacher


async def write_topic(phone: Phone, words: str) -> None:
    await phone.press("Тема")
    await phone.press("Написать тему")
    await phone.sees("Напишите тему урока")
    await phone.send(words)


async def test_the_page_says_what_is_needed_and_until_when(page: Phone) -> None:
    await page.sees("Перекличка: ✓ все 3 на месте", "тема и отсутствующие: сегодня до 21:00")
    assert "! Тема" in page.screen.labels
    assert "! ДЗ" in page.screen.labels


async def test_a_typed_topic_stands_on_the_page_and_in_the_day(page: Phone) -> None:
    await write_topic(page, "Линейные <уравнения> & системы")

    await page.sees("Записано", "Тема: Линейные <уравнения> & системы", "Нужно: ДЗ")
    await page.press("Назад")
    assert "◐ 1. 7Б Алгебра — нужно: ДЗ" in page.screen.labels


async def test_a_photo_instead_of_a_topic_is_told_why_it_will_not_do(page: Phone) -> None:
    await page.press("Тема")
    await page.press("Написать тему")
    await page.sees("Напишите тему урока")

    await page.upload(PNG, "board.png", "image/png", as_="photo")

    await page.sees("Здесь нужны слова", "Напишите тему урока")


async def test_the_same_topic_delivered_twice_is_written_once(stage: Scene, seven_b: Class7B, page: Phone) -> None:
    stage.sandbox.faults.add("duplicate_update", person=int(seven_b.teacher.address.chat))

    await write_topic(page, "Дроби")
    await page.sees("Тема: Дроби")
    await page.settle()

    async with seven_b.sessions() as session:
        written = await session.scalar(text("SELECT count(*) FROM audit_entry WHERE action = 'page.topic'"))
    assert written == 1


async def test_a_restart_between_question_and_answer_loses_nothing(app: App, stage: Scene, page: Phone) -> None:
    await page.press("Тема")
    await page.press("Написать тему")
    await page.sees("Напишите тему урока")
    async with playing(app, stage):
        await page.send("Дроби")
        await page.sees("Тема: Дроби")


async def test_five_thousand_characters_are_refused_and_the_question_stays(page: Phone) -> None:
    await write_topic(page, "я" * 5000)

    await page.sees("Слишком длинный текст", "Напишите тему урока")
    await page.send("Дроби")
    await page.sees("Тема: Дроби")


async def test_two_phones_at_one_page_lose_no_word_silently(stage: Scene, seven_b: Class7B, page: Phone) -> None:
    await page.press("Тема")
    await page.press("Написать тему")
    await page.sees("Напишите тему урока")
    leader = stage.phone(seven_b.leader)
    await leader.send("/menu")
    await leader.sees("Сегодня")
    await leader.press_data(f"Pw:{seven_b.lessons[0]}:0", leader.screen.id)
    await leader.sees("Напишите тему урока")
    await leader.send("Степени")
    await leader.sees("Тема: Степени")

    await page.send("Дроби")

    await page.sees("Коллега записал раньше", "Тема: Степени")


async def test_a_foreign_topic_is_saved_only_when_the_person_insists(page: Phone) -> None:
    await write_topic(page, "Present Simple")
    await page.sees("записи ведут на русском языке", "Present Simple")

    await page.press("Записать всё равно")

    await page.sees("Тема: Present Simple", "Есть запись не на русском языке")


async def test_a_foreign_topic_may_be_typed_again(page: Phone) -> None:
    await write_topic(page, "Present Simple")
    await page.sees("записи ведут на русском языке")

    await page.press("Ввести заново")
    await page.send("Настоящее простое время")

    await page.sees("Тема: Настоящее простое время")
    assert "не на русском" not in page.screen.text


async def test_kind_and_ict_take_two_taps_each(page: Phone) -> None:
    await page.press("Вид урока")
    answer = await page.press("Контрольная работа")
    await page.press("ИКТ")
    await page.press("Презентация")

    assert answer.text == "Записано"
    await page.sees("Вид урока: Контрольная работа", "ИКТ: Презентация")


async def test_a_second_control_lesson_of_the_day_is_told_and_allowed(page: Phone, seven_b: Class7B) -> None:
    async with seven_b.sessions() as session, session.begin():
        await session.execute(text("UPDATE lesson SET kind = 'control' WHERE id = :id"), {"id": seven_b.lessons[3]})
    await page.press("Вид урока")

    await page.press("Контрольная работа")

    await page.sees("Вид урока: Контрольная работа", "в этот день уже есть контрольная: Алгебра, 4-й урок")


async def test_a_message_for_a_second_control_work_says_so(page: Phone, seven_b: Class7B) -> None:
    async with seven_b.sessions() as session, session.begin():
        await session.execute(text("UPDATE lesson SET kind = 'control' WHERE id = :id"), {"id": seven_b.lessons[3]})

    await page.send("контрольная: Иванов 5")

    await page.sees("✓ Иванов Пётр — 5", "в этот день уже есть контрольная: Алгебра, 4-й урок", "Записать 1 запись")


async def test_tasks_are_typed(page: Phone) -> None:
    await page.press("Задания")
    await page.sees("задания и их вид")
    await page.send("№ 12–15, самостоятельная работа")

    await page.sees("Задания: № 12–15, самостоятельная работа")


async def test_a_remark_takes_four_taps_and_its_words(page: Phone) -> None:
    await page.press("Замечания")
    await page.press("Ученику")
    await page.press("Иванов Пётр")
    await page.press("Поведение: похвала")
    await page.sees("Напишите замечание", "Иванов Пётр")
    await page.send("Помог соседу")
    await page.sees("Иванов Пётр — Поведение, похвала: Помог соседу")

    await page.press("Иванов Пётр: Помог соседу")
    await page.press("Отозвать")

    await page.sees("Замечаний нет")


async def test_neighbour_lessons_are_one_tap_away(page: Phone) -> None:
    await page.press("След.")
    await page.sees("2-й урок", "Перекличка: не сделана")
    await page.press("Пред.")
    await page.sees("1-й урок")


async def test_a_lesson_still_to_come_opens_its_page(teacher: Phone) -> None:
    await teacher.press("Сегодня", exact=True)
    await teacher.press("4. 7Б Алгебра")
    await teacher.sees("4-й урок", "11:35–12:20")
    assert "Нужно" not in teacher.screen.text


async def test_a_deputy_looks_and_writes_nothing(stage: Scene, seven_b: Class7B, page: Phone) -> None:
    deputy = stage.phone(seven_b.deputy)
    await deputy.send("/menu")
    await deputy.sees("Сегодня")
    await deputy.press_data(f"Pg:{seven_b.lessons[0]}", deputy.screen.id)

    await deputy.sees("Только просмотр", "Алгебраистова А. И.")
    answer = await deputy.press_data(f"Pc:{seven_b.lessons[0]}:control:0", deputy.screen.id)
    assert "Нет доступа" in answer.text


async def test_a_substitute_s_page_says_so(stage: Scene, seven_b: Class7B, clock: FakeClock) -> None:
    substitute = await seven_b.school.connected_staff("Заменова")
    await seven_b.school.lesson(seven_b.load, 5, substitute=substitute.id)
    phone = stage.phone(substitute)
    await phone.send("/menu")
    await phone.sees("Сегодня")
    await phone.press("Сегодня", exact=True)
    await phone.press("5. 7Б Алгебра")

    await phone.sees("Замена: Заменова А. И. (страница: Алгебраистова А. И.)")
