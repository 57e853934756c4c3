"""Individual tasks as a teacher gives them and a family answers them, over real HTTP."""

import pytest

from core.actions.diary import OpenChildTasks, OpenPupilTasks
from core.actions.page import OpenLesson
from core.actions.tasks import OpenAnswer, OpenChildGiven, SendAnswerFiles, SendChildGivenFiles, WriteAnswer, WriteGiven
from core.app import App
from core.files import LIMIT_BYTES
from sandbox import Phone, Upload
from storage.models import StoredFile
from tests.family.test_chat import JPEG
from tests.support.clock import FakeClock
from tests.support.stage import Scene, playing
from tests.tasks.conftest import Physics

VOICE = b"OggS voice"


def photo(number: int) -> Upload:
    return Upload(f"{number}.jpg", "image/jpeg", JPEG + bytes([number]))


@pytest.fixture
async def teacher(stage: Scene, physics: Physics) -> Phone:
    """The teacher's phone at the question for a new task, come to from the lesson's page."""
    phone = stage.phone(physics.of.teacher)
    await phone.send("/menu")
    await phone.sees("Сегодня")
    await phone.press_data(OpenLesson(physics.monday).pack(), phone.screen.id)
    await phone.press("Личные задания")
    await phone.sees("Пока ничего не выдано")
    await phone.press("Новое задание")
    await phone.sees("Напишите задание или материал", "7Б")
    return phone


@pytest.fixture
async def mother(stage: Scene, physics: Physics) -> Phone:
    """The mother's phone, opened."""
    phone = stage.phone(physics.of.mother)
    await phone.send("/menu")
    await phone.sees("Пётр Иванов")
    return phone


async def for_ivanov(teacher: Phone) -> None:
    """The task just typed is for Ivanov until Wednesday."""
    await teacher.sees("Кому?")
    await teacher.press("Иванов Пётр")
    await teacher.sees("Выбрано: 1")
    await teacher.press("Дальше: срок")
    await teacher.press("ср 25.11")
    await teacher.sees("До 25 ноября, среда", "Иванов Пётр: ещё не открыто")


async def answered(stage: Scene, physics: Physics, mother: Phone, words: str = "Готово") -> int:
    """A task that Ivanov's mother has answered; its id."""
    task = await physics.give(physics.of.ivanov)
    await mother.press_data(OpenChildGiven(physics.of.ivanov, task).pack(), mother.screen.id)
    await mother.press("Ответить", exact=True)
    await mother.sees("Ответ на личное задание")
    await mother.send(words)
    await mother.sees("✓ Ответ сохранён", words)
    return task


async def test_from_the_lesson_to_the_family_and_back(
    stage: Scene, teacher: Phone, mother: Phone, physics: Physics, clock: FakeClock
) -> None:
    await teacher.upload_album([photo(1), photo(2)], caption="Реферат <о & Ньютоне>")
    await for_ivanov(teacher)
    await mother.never_sees("личное задание")
    clock.forward(seconds=61)
    await mother.sees("Иванов Пётр", "личное задание, Физика", "Реферат <о & Ньютоне>", "2 файла")

    await mother.press("Открыть задание")
    await mother.press("Все файлы сразу (2)")
    await mother.settle()
    sent = [message for message in mother.messages if message.photo]
    assert [await mother.download(message) for message in sent] == [photo(1).content, photo(2).content]
    await mother.press("Ответить", exact=True)
    await mother.sees("Ответ на личное задание")
    await mother.upload(VOICE, "voice.ogg", "audio/ogg", as_="voice")
    await mother.sees("✓ Ответ сохранён", "1 файл")
    clock.forward(seconds=61)

    await teacher.sees("Иванов Пётр", "ответ на личное задание, 7Б, Физика")
    await teacher.press("Открыть ответ")
    await teacher.sees("есть ответ", "Реферат <о & Ньютоне>")
    await teacher.press("▶ Голосовое 1")
    voice = await teacher.sees("Иванов Пётр, Физика: ответ")
    assert await teacher.download(voice) == VOICE
    await teacher.press("Написать замечание")
    await teacher.sees("Напишите замечание к ответу")
    await teacher.send("Хорошо, но коротко")
    await teacher.sees("проверено", "Хорошо, но коротко")
    clock.forward(seconds=61)
    await mother.sees("учитель посмотрел ответ", "Хорошо, но коротко")
    await mother.press("Открыть задание")
    await mother.sees("Учитель посмотрел ответ", "Хорошо, но коротко")
    assert not any("Дополнить" in label for label in mother.screen.labels)


async def test_an_album_of_photos_is_one_answer_said_once(stage: Scene, mother: Phone, physics: Physics) -> None:
    task = await physics.give(physics.of.ivanov)
    await mother.press_data(WriteAnswer(physics.of.ivanov, task).pack(), mother.screen.id)
    await mother.sees("Ответ на личное задание")

    await mother.upload_album([photo(n) for n in range(4)], caption="Мой реферат")
    await mother.sees("Остальные файлы этого сообщения", "Мой реферат")
    await mother.settle()

    assert len(await physics.answer_files(task)) == 4
    assert len([m for m in mother.messages if "Ответ сохранён" in m.text]) == 1


async def test_a_photo_sent_unasked_right_after_joins_the_answer(stage: Scene, mother: Phone, physics: Physics) -> None:
    task = await answered(stage, physics, mother)

    await mother.upload(JPEG, "page.jpg", "image/jpeg", as_="photo")

    await mother.sees("✓ Ответ сохранён", "Готово", "1 файл")
    assert len(await physics.answer_files(task)) == 1


async def test_with_another_question_open_a_reply_finds_its_task(stage: Scene, mother: Phone, physics: Physics) -> None:
    first, second = await physics.give(physics.of.ivanov), await physics.give(physics.of.ivanov, source="message-2")
    await mother.press_data(WriteAnswer(physics.of.ivanov, first).pack(), mother.screen.id)
    question = await mother.sees("Ответ на личное задание")
    await mother.press_data(WriteAnswer(physics.of.ivanov, second).pack(), mother.messages[1].id)
    await mother.settle()

    await mother.send("Ни к чему не относится")
    await mother.sees("Открыто несколько вопросов")
    await mother.reply("К первому", to=question)
    await mother.sees("✓ Ответ сохранён")

    assert (await physics.pupil_row(first, physics.of.ivanov)).answer == "К первому"
    assert (await physics.pupil_row(second, physics.of.ivanov)).answer == ""


async def test_a_file_over_the_limit_is_refused_and_a_smaller_one_is_taken(
    stage: Scene, mother: Phone, physics: Physics
) -> None:
    task = await physics.give(physics.of.ivanov)
    await mother.press_data(WriteAnswer(physics.of.ivanov, task).pack(), mother.screen.id)
    await mother.sees("Ответ на личное задание")
    await mother.upload(bytes(LIMIT_BYTES + 1), "film.pdf", "application/pdf")
    await mother.sees("Файл не принят: не больше 20 МБ")
    assert await physics.answer_files(task) == []

    await mother.upload(b"%PDF-1.4 small", "small.pdf", "application/pdf")

    await mother.sees("✓ Ответ сохранён", "1 файл")


async def test_a_message_delivered_twice_is_one_answer_and_one_task(
    stage: Scene, teacher: Phone, mother: Phone, physics: Physics
) -> None:
    stage.sandbox.faults.add(kind="duplicate_update", count=1)
    await teacher.send("Реферат")
    await teacher.sees("Кому?")
    await teacher.settle()
    task = (await physics.tasks())[0].id
    await teacher.press("Иванов Пётр")
    await teacher.press("Дальше: срок")
    await teacher.press("ср 25.11")
    await mother.press_data(WriteAnswer(physics.of.ivanov, task).pack(), mother.screen.id)
    await mother.sees("Ответ на личное задание")
    stage.sandbox.faults.add(kind="duplicate_update", count=1)
    await mother.send("Готово")
    await mother.sees("✓ Ответ сохранён")
    await mother.settle()

    assert len(await physics.tasks()) == 1
    assert (await physics.pupil_row(task, physics.of.ivanov)).answer == "Готово"


async def test_the_question_lives_through_a_restart(app: App, stage: Scene, mother: Phone, physics: Physics) -> None:
    task = await physics.give(physics.of.ivanov)
    await mother.press_data(WriteAnswer(physics.of.ivanov, task).pack(), mother.screen.id)
    await mother.sees("Ответ на личное задание")

    async with playing(app, stage):
        await mother.send("После перезапуска")
        await mother.sees("✓ Ответ сохранён", "После перезапуска")


async def test_a_long_answer_is_refused_and_asked_for_again(stage: Scene, mother: Phone, physics: Physics) -> None:
    task = await physics.give(physics.of.ivanov)
    await mother.press_data(WriteAnswer(physics.of.ivanov, task).pack(), mother.screen.id)
    await mother.sees("Ответ на личное задание")
    await mother.send("я" * 4050)
    await mother.sees("Слишком длинный текст", "Ответ на личное задание")

    await mother.send("короче")

    await mother.sees("✓ Ответ сохранён", "короче")


async def test_returned_it_is_added_to(stage: Scene, mother: Phone, physics: Physics, clock: FakeClock) -> None:
    task = await answered(stage, physics, mother)
    teacher = stage.phone(physics.of.teacher)
    await teacher.send("/menu")
    await teacher.sees("Сегодня")
    await teacher.press_data(OpenAnswer(task, physics.of.ivanov).pack(), teacher.screen.id)
    await teacher.press("Вернуть на доработку")
    await teacher.sees("возвращено, ждём дополнения")
    clock.forward(seconds=61)

    await mother.sees("учитель ждёт дополнения")
    await mother.press("Открыть задание")
    await mother.press("Дополнить")
    await mother.sees("Уже присланное останется")
    await mother.send("И вывод")

    await mother.sees("✓ Ответ сохранён", "Готово", "И вывод")


async def test_quiet_hours_hold_the_task_until_the_morning(
    stage: Scene, teacher: Phone, mother: Phone, physics: Physics, clock: FakeClock
) -> None:
    await mother.press_data("fu:21:7", mother.screen.id)
    await teacher.send("Реферат")
    await for_ivanov(teacher)
    clock.set("22:00")
    await mother.never_sees("личное задание, Физика", within=0.6)

    clock.forward(hours=9, minutes=1)

    await mother.sees("личное задание, Физика")


async def test_withdrawn_after_it_was_told_is_told(
    stage: Scene, teacher: Phone, mother: Phone, physics: Physics, clock: FakeClock
) -> None:
    await teacher.send("Реферат")
    await for_ivanov(teacher)
    clock.forward(seconds=61)
    await mother.sees("личное задание, Физика")

    await teacher.press("Отозвать")
    await teacher.sees("Отозвать это задание?")
    await teacher.press("Да, отозвать")
    await teacher.sees("Пока ничего не выдано")
    clock.forward(seconds=61)

    await mother.sees("личное задание отменено, Физика")
    answer = await mother.press("Открыть задание")
    assert "Этого больше нет" in answer.text


async def test_forged_buttons_open_nothing(stage: Scene, mother: Phone, physics: Physics) -> None:
    task = await physics.give(physics.of.petrova)
    file = await physics.upload(physics.of.teacher)
    outsider = stage.phone(physics.outsider)
    await outsider.send("/menu")
    await outsider.sees("Сегодня")

    for action, said in (
        (OpenChildGiven(physics.of.petrova, task), "Нет доступа"),
        (OpenChildTasks(physics.of.petrova), "Нет доступа"),
        (OpenChildGiven(physics.of.ivanov, task), "Этого больше нет"),
        (SendChildGivenFiles(physics.of.ivanov, task, file), "Этого больше нет"),
        (WriteAnswer(physics.of.ivanov, task), "Этого больше нет"),
        (OpenAnswer(task, physics.of.petrova), "Эта кнопка устарела"),
    ):
        assert said in (await mother.press_data(action.pack(), mother.screen.id)).text
    for staff in (OpenPupilTasks(physics.load), WriteGiven(physics.load), SendAnswerFiles(task, physics.of.petrova)):
        assert "Нет доступа" in (await outsider.press_data(staff.pack(), outsider.screen.id)).text


async def test_a_class_leader_looks_and_has_no_button_to_write(stage: Scene, mother: Phone, physics: Physics) -> None:
    task = await answered(stage, physics, mother)
    leader = stage.phone(physics.of.leader)
    await leader.send("/menu")
    await leader.sees("Сегодня")
    await leader.press_data(OpenPupilTasks(physics.load).pack(), leader.screen.id)
    await leader.press("Реферат")
    assert leader.screen.labels == ["✉ Иванов Пётр", "‹ Назад", "⌂ Домой"]
    await leader.press("Иванов Пётр")

    await leader.sees("Готово", "есть ответ")
    assert leader.screen.labels == ["‹ Назад", "⌂ Домой"]
    assert task


async def test_files_are_looked_at_and_taken_out_of_the_answer(stage: Scene, mother: Phone, physics: Physics) -> None:
    task = await answered(stage, physics, mother)
    await mother.upload(JPEG, "page.jpg", "image/jpeg", as_="photo")
    await mother.sees("✓ Ответ сохранён", "1 файл")
    await mother.press("Файлы ответа: 1")
    await mother.press("🖼 Фото 1")
    await mother.settle()

    await mother.press("✕")
    await mother.sees("Файлов пока нет")

    assert await physics.answer_files(task) == []
    async with physics.of.sessions() as session:
        assert await session.get(StoredFile, 1) is not None


async def test_a_pupil_s_photo_for_nothing_is_kept_and_asked_about(stage: Scene, physics: Physics) -> None:
    son = stage.phone(await physics.of.school.connected_pupil(physics.of.ivanov))
    await son.send("/menu")
    await son.sees("Пётр Иванов")

    await son.upload(JPEG, "page.jpg", "image/jpeg", as_="photo")

    await son.sees("Кому передать?", "Это ответ на задание", "Учителю, классному руководителю")
