"""Whose answer a message is: what is typed for nothing must not land on a page."""

import pytest

from core.app import App
from sandbox import Phone
from sandbox.files import Upload
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.stage import Scene, playing


@pytest.fixture
async def asked(seven_b: Class7B, teacher: Phone) -> Phone:
    """The teacher's phone, homework for the first lesson asked for."""
    await teacher.press_data(f"Hw:{seven_b.lessons[0]}", teacher.screen.id)
    await teacher.press("Задать", exact=True)
    await teacher.sees("Напишите задание для 7Б")
    return teacher


async def test_who_only_looks_at_homework_is_asked_nothing(seven_b: Class7B, teacher: Phone) -> None:
    await teacher.press_data(f"Hw:{seven_b.lessons[0]}", teacher.screen.id)

    await teacher.send("Завтра совещание в 15:00")

    await teacher.sees("Не понял это сообщение")


async def test_words_typed_long_after_a_question_are_not_taken_for_its_answer(asked: Phone, clock: FakeClock) -> None:
    clock.forward(minutes=16)

    await asked.send("Завтра совещание в 15:00")

    await asked.sees("Не уверен, что это ответ на мой вопрос", "Напишите задание для 7Б")
    await asked.never_sees("Записано")


async def test_a_reply_to_the_question_is_its_answer_however_late(asked: Phone, clock: FakeClock) -> None:
    question = asked.screen
    clock.forward(hours=3)

    await asked.reply("§ 12", question)

    await asked.sees("Записано", "§ 12")


async def test_a_question_asked_in_doubt_takes_a_reply_and_nothing_else(asked: Phone, clock: FakeClock) -> None:
    clock.forward(minutes=16)
    await asked.send("§ 12")
    doubt = await asked.sees("Не уверен")

    await asked.send("Спасибо")
    await asked.sees("Это никому не передано")

    await asked.reply("§ 12", doubt)
    await asked.sees("Записано", "§ 12")


async def test_of_several_questions_words_alone_answer_none(seven_b: Class7B, asked: Phone) -> None:
    await asked.press_data(f"Pw:{seven_b.lessons[0]}:0", asked.screen.id)
    await asked.sees("Напишите тему урока")

    await asked.send("Дроби")

    await asked.sees("Открыто несколько вопросов")


async def test_entries_typed_long_after_a_question_are_entries(asked: Phone, clock: FakeClock) -> None:
    clock.forward(minutes=16)

    await asked.send("Иванов 5")

    await asked.sees("Проверьте, что будет записано", "Иванов Пётр — 5")


async def test_a_question_before_a_restart_is_answered_after_it(app: App, stage: Scene, asked: Phone) -> None:
    async with playing(app, stage):
        await asked.send("§ 12")

        await asked.sees("Записано", "§ 12")


async def test_an_album_sent_long_after_a_question_is_doubted_once(asked: Phone, clock: FakeClock) -> None:
    clock.forward(minutes=16)

    await asked.upload_album([Upload("1.jpg", "image/jpeg", b"1"), Upload("2.jpg", "image/jpeg", b"2")], "document")

    await asked.sees("Не уверен")
    await asked.never_sees("Не понял это сообщение")
