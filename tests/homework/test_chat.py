"""Homework as a teacher gives it and a family reads it, over real HTTP."""

import pytest
from sqlalchemy import func, select

from core.actions.family import OpenChildDay
from core.actions.homework import OpenChildTask, SendChildFile
from core.app import App
from sandbox import Msg, Phone, Upload
from storage.models import StoredFile
from tests.family.test_chat import JPEG
from tests.homework.conftest import WEDNESDAY, Physics
from tests.support.clock import FakeClock
from tests.support.stage import Scene, playing

VOICE = b"OggS voice"
PDF = b"%PDF-1.4 task"


def photo(number: int) -> Upload:
    return Upload(f"{number}.jpg", "image/jpeg", JPEG + bytes([number]))


async def on_wednesday(stage: Scene, physics: Physics) -> Phone:
    """The mother's phone at Wednesday."""
    mother = stage.phone(physics.of.mother)
    await mother.send("/menu")
    await mother.sees("Пётр Иванов")
    await mother.press_data(OpenChildDay(physics.of.ivanov, WEDNESDAY).pack(), mother.screen.id)
    await mother.sees("25 ноября")
    return mother


async def give(teacher: Phone, words: str = "§ 5, № 12") -> Msg:
    await teacher.send(words)
    return await teacher.sees("✓ Записано", words)


async def test_from_the_page_it_is_typed_and_done(stage: Scene, teacher: Phone, physics: Physics) -> None:
    saved = await give(teacher, "п. 12 <№ 3> & № 5")
    mother = await on_wednesday(stage, physics)

    assert "На 25 ноября, среда" in saved.text
    await mother.sees("Физика", "Задано: п. 12 <№ 3> & № 5")


async def test_a_photo_with_words_is_one_homework_and_the_parent_gets_the_photo(
    stage: Scene, teacher: Phone, physics: Physics
) -> None:
    await teacher.upload(JPEG, "board.jpg", "image/jpeg", caption="С доски", as_="photo")
    await teacher.sees("✓ Записано", "С доски", "1 файл")
    mother = await on_wednesday(stage, physics)

    await mother.press("📖 Физика · 📎 1")
    await mother.sees("С доски")
    await mother.press("🖼 Фото 1")

    sent = await mother.sees("Физика: задание на 25 ноября")
    assert sent.photo is not None
    assert await mother.download(sent) == JPEG


async def test_a_voice_plays_in_place_at_home(stage: Scene, teacher: Phone, physics: Physics) -> None:
    await teacher.upload(VOICE, "voice.ogg", "audio/ogg", as_="voice")
    await teacher.sees("✓ Записано", "1 файл")
    mother = await on_wednesday(stage, physics)

    await mother.press("📖 Физика")
    await mother.press("▶ Голосовое 1")

    sent = await mother.sees("Физика: задание на 25 ноября")
    assert sent.voice is not None
    assert await mother.download(sent) == VOICE


async def test_an_album_is_one_homework_answered_once(teacher: Phone, physics: Physics) -> None:
    await teacher.upload_album([photo(n) for n in range(4)], caption="Задачи с фото")
    await teacher.sees("Остальные файлы этого сообщения", "Задачи с фото")
    await teacher.settle()
    await teacher.press("Файлы")

    await teacher.sees("🖼 Фото 4")
    assert len(await physics.homework()) == 1
    assert len([m for m in teacher.messages if m.from_bot]) == 3


async def test_twelve_files_are_too_many_and_ten_stay(teacher: Phone, physics: Physics) -> None:
    await teacher.upload_album([photo(n) for n in range(10)])
    await teacher.upload_album([photo(n) for n in (10, 11)])

    await teacher.sees("Уже приложено 10")
    await teacher.settle()
    async with physics.of.sessions() as session:
        assert await session.scalar(select(func.count()).select_from(StoredFile)) == 10
    assert len(await physics.homework()) == 1


async def test_five_thousand_characters_are_refused_and_nothing_of_them_is_given(
    teacher: Phone, physics: Physics
) -> None:
    await teacher.send("я" * 5000)

    await teacher.sees("Слишком длинный текст", "Напишите задание")
    await teacher.never_sees("Не понял")
    await teacher.settle()
    assert await physics.homework() == []
    await give(teacher, "покороче")


async def test_a_message_delivered_twice_gives_it_once(
    app: App, stage: Scene, teacher: Phone, physics: Physics
) -> None:
    stage.sandbox.faults.add(kind="duplicate_update", count=1)
    await give(teacher)
    await teacher.settle()

    assert len(await physics.homework()) == 1


async def test_the_question_lives_through_a_restart(app: App, stage: Scene, teacher: Phone, physics: Physics) -> None:
    async with playing(app, stage):
        await give(teacher)

    assert len(await physics.homework()) == 1


async def test_of_two_open_questions_the_reply_says_which(stage: Scene, teacher: Phone, physics: Physics) -> None:
    first = teacher.screen
    await teacher.press_data(f"Hw:{physics.wednesday}", teacher.messages[1].id)
    await teacher.settle()

    await teacher.reply("для понедельника", to=first)

    await teacher.sees("✓ Записано", "для понедельника", "На 25 ноября")


async def test_a_change_is_told_only_to_who_had_seen_it(
    stage: Scene, teacher: Phone, physics: Physics, clock: FakeClock
) -> None:
    await give(teacher)
    father = stage.phone(physics.of.father)
    await teacher.press("Изменить текст")
    await teacher.sees("прежний текст заменится")
    await teacher.send("§ 6")
    await teacher.sees("§ 6", "✓ Записано")
    assert await physics.of.outbox("homework_changed") == []

    await on_wednesday(stage, physics)
    await teacher.press("Изменить текст")
    await teacher.sees("Сейчас", "§ 6")
    await teacher.send("§ 7")
    await teacher.sees("§ 7", "Семьи уже видели")
    clock.forward(minutes=2)

    await father.sees("изменено задание, Физика, на 25 ноября", "§ 7")


async def test_withdrawn_after_it_was_seen_is_told(
    stage: Scene, teacher: Phone, physics: Physics, clock: FakeClock
) -> None:
    await give(teacher)
    mother = await on_wednesday(stage, physics)

    await teacher.press("Отозвать")
    await teacher.sees("они узнают")
    await teacher.press("Да, отозвать")
    await teacher.sees("На этом уроке пока ничего не задано")
    clock.forward(minutes=2)

    await mother.sees("задание отменено, Физика")
    await mother.press("Открыть день")
    assert "Задано" not in mother.screen.text


async def test_chosen_pupils_only_have_it(stage: Scene, teacher: Phone, physics: Physics) -> None:
    await give(teacher, "Для отстающих")
    await teacher.press("Кому")
    await teacher.press("Петрова Анна")
    await teacher.sees("✓ Петрова Анна")
    mother = await on_wednesday(stage, physics)
    task = (await physics.homework())[0].id

    assert "Для отстающих" not in mother.screen.text
    answer = await mother.press_data(OpenChildTask(physics.of.ivanov, task).pack(), mother.screen.id)
    assert "Этого больше нет" in answer.text
    answer = await mother.press_data(OpenChildTask(physics.of.petrova, task).pack(), mother.screen.id)
    assert "Нет доступа" in answer.text
    answer = await mother.press_data(SendChildFile(physics.of.ivanov, task, 1).pack(), mother.screen.id)
    assert "Этого больше нет" in answer.text


async def test_all_files_come_at_once(stage: Scene, teacher: Phone, physics: Physics) -> None:
    await teacher.upload_album([photo(n) for n in range(3)], caption="Задачи с фото")
    await teacher.sees("Задачи с фото")
    await teacher.settle()
    mother = await on_wednesday(stage, physics)

    await mother.press("📖 Физика · 📎 3")
    await mother.press("Все файлы сразу (3)")
    await mother.settle()

    sent = [message for message in mother.messages if "Физика: задание на" in message.text and not message.keyboard]
    assert [await mother.download(message) for message in sent] == [photo(n).content for n in range(3)]


async def test_the_day_minutes_and_load_guard(stage: Scene, teacher: Phone, physics: Physics) -> None:
    await give(teacher)
    await teacher.press("Минуты")
    await teacher.press("90 мин")
    await teacher.sees("Время: 90 мин")
    await teacher.press("Все задания урока")
    await teacher.press("Задать ещё")
    await teacher.sees("Напишите задание")
    await give(teacher, "Доклад")
    await teacher.press("Минуты")
    await teacher.press("90 мин")

    await teacher.sees("На 25 ноября 7Б уже задано на 3 ч, норма 2 ч 30 мин")
    await teacher.press("Срок")
    await teacher.press("пт 27.11")
    await teacher.sees("На 27 ноября, пятница")
    assert "норма" not in teacher.screen.text


async def test_a_day_in_words(teacher: Phone) -> None:
    await give(teacher)
    await teacher.press("Срок")
    await teacher.press("Другой день")
    await teacher.sees("На какой день?")
    await teacher.send("когда-нибудь")
    await teacher.sees("Не получилось понять даты", "На какой день?")

    await teacher.send("в пятницу")

    await teacher.sees("На 27 ноября, пятница")


async def test_nothing_is_given_is_said_and_taken_back(teacher: Phone) -> None:
    await teacher.press("Не задано")
    await teacher.sees("Отмечено: не задано")

    await teacher.press("Снять «не задано»")

    await teacher.sees("На этом уроке пока ничего не задано")


async def test_after_the_window_the_words_and_the_photo_wait_for_a_decision(
    stage: Scene, teacher: Phone, physics: Physics, clock: FakeClock
) -> None:
    deputy = stage.phone(physics.of.deputy)
    clock.set("20:55")
    await teacher.press("Задать", exact=True)
    await teacher.settle()
    clock.set("21:01")
    await teacher.upload_album([photo(1), photo(2)], caption="Поздно")
    await teacher.sees("Введённое сохранено")
    await teacher.settle()
    assert await physics.homework() == []

    await teacher.press("Отправить запрос")
    await teacher.sees("Почему запись делается после срока?")
    await teacher.send("Был на больничном")
    await deputy.sees("Поздно", "Был на больничном")
    await deputy.press("Открыть запрос")
    await deputy.press("Показать файлы (2)")
    await deputy.settle()
    shown = [message for message in deputy.messages if "Приложено к запросу" in message.text]
    assert [await deputy.download(message) for message in shown] == [photo(1).content, photo(2).content]
    await deputy.press("Разрешить")
    await deputy.settle()

    given = await physics.homework()
    assert [(row.body, row.given_by) for row in given] == [("Поздно", physics.of.teacher.id)]
    await teacher.press_data(f"Ho:{given[0].id}", teacher.messages[1].id)
    await teacher.sees("Поздно", "2 файла")


@pytest.mark.parametrize("words", ["Revise all the irregular verbs again"])
async def test_words_in_another_language_are_kept_until_insisted_on(
    teacher: Phone, physics: Physics, words: str
) -> None:
    await teacher.send(words)
    await teacher.sees("Записать всё равно")
    assert await physics.homework() == []

    await teacher.press("Записать всё равно")
    await teacher.settle()

    assert [(row.body, row.not_in_russian) for row in await physics.homework()] == [(words, True)]
