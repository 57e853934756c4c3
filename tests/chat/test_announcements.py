"""Announcements over real HTTP: written at the class desk, previewed, confirmed once, answered, watched, withdrawn."""

import pytest
from sqlalchemy import func, select, update

from core.app import App
from core.files import LIMIT_BYTES, LIMIT_MB
from sandbox import Phone, Upload
from storage.models import Announcement, AnnouncementFile, AnnouncementReader, Enrolment
from tests.delivery.conftest import until
from tests.family.test_chat import JPEG
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import days_after
from tests.support.stage import Scene, playing

WORDS = "Собрание в <b>пятницу</b> в 18:00 & чай"


@pytest.fixture
async def leader(stage: Scene, seven_b: Class7B) -> Phone:
    """The class leader's phone at the desk of 7Б."""
    phone = stage.phone(seven_b.leader)
    await phone.send("/menu")
    await phone.sees("Класс: 7Б")
    await phone.press("Класс: 7Б")
    return phone


async def write(phone: Phone, words: str = WORDS) -> None:
    """From the class desk to a draft."""
    await phone.press("Объявление классу")
    await phone.sees("Напишите объявление", "Кому: родители 7Б")
    await phone.send(words)
    await phone.sees("Черновик объявления")


async def files_kept(seven_b: Class7B, count: int) -> bool:
    async with seven_b.sessions() as session:
        return await session.scalar(select(func.count()).select_from(AnnouncementFile)) == count


async def ask(phone: Phone, what: str) -> None:
    await phone.press("Ответ", exact=True)
    await phone.press(what)
    await phone.sees("Черновик объявления")


async def let_go(phone: Phone) -> None:
    await phone.press("Проверить и отправить")
    await phone.sees("Так это увидят получатели")
    await phone.press("✓ Отправить")
    await phone.sees("Объявление отправляется")


async def test_to_the_own_class_it_takes_three_taps_besides_typing(
    stage: Scene, seven_b: Class7B, leader: Phone
) -> None:
    mother = stage.phone(seven_b.mother)
    await seven_b.school.guardian(seven_b.petrova, surname="Петрова")
    await write(leader)

    await leader.press("Проверить и отправить")
    await leader.sees(WORDS, "Получателей: 3", "получат в бот: 2", "не подключены, прочтут только на бумаге: 1")
    await leader.press("✓ Отправить 3 получателям")

    push = await mother.sees("Объявление", "Руководителева А. И.", WORDS)
    await mother.press("Открыть", message=push.id)
    await mother.sees(WORDS, "Назад")
    await leader.press("Кто прочитал")
    await leader.sees("Получателей: 3", "Прочитали: 1", "Не подключены к боту: 1")


async def test_an_answer_is_given_from_the_message_and_changed_on_the_board(
    stage: Scene, seven_b: Class7B, leader: Phone
) -> None:
    mother, father = stage.phone(seven_b.mother), stage.phone(seven_b.father)
    await write(leader)
    await ask(leader, "Ответ «Да» или «Нет»")
    await let_go(leader)
    await mother.sees("Пожалуйста, выберите ответ")
    await mother.press("Да", exact=True)
    await mother.sees("Ваш ответ: Да", "Его можно изменить")
    await father.sees("Пожалуйста, выберите ответ")
    await father.send("/menu")
    await father.sees("Объявления · 1")
    await father.press("Объявления · 1")
    await father.sees("Ждёт вашего ответа: 1", "нужен ответ")
    await father.press("● 1. Собрание")
    await father.press("Нет", exact=True)
    await father.sees("Ваш ответ: Нет")

    await mother.press("Нет", exact=True)

    await mother.sees("Ваш ответ: Нет")
    await leader.press("Кто прочитал")
    await leader.sees("Доставлено: 2", "Ответили: 2", "• Нет: 2", "Кто молчит: 0")
    await father.send("/menu")
    await father.never_sees("Объявления · 1")


async def test_two_phones_confirm_and_it_goes_once(stage: Scene, seven_b: Class7B, leader: Phone) -> None:
    mother = stage.phone(seven_b.mother)
    await write(leader)
    await leader.press("Проверить и отправить")
    preview = await leader.sees("Так это увидят получатели")
    data = next(button.data for row in preview.keyboard for button in row if "Отправить" in button.text)
    await leader.press("✓ Отправить")
    await leader.sees("Объявление отправляется")

    answer = await leader.press_data(data, leader.screen.id)

    assert answer.text == "Уже отправлено"
    await mother.sees(WORDS)
    async with seven_b.sessions() as session:
        assert await session.scalar(select(func.count()).select_from(AnnouncementReader)) == 2
    assert sum(WORDS in message.text for message in mother.messages) == 1


async def test_a_draft_changed_on_another_phone_is_shown_anew_before_it_goes(
    stage: Scene, seven_b: Class7B, leader: Phone
) -> None:
    mother = stage.phone(seven_b.mother)
    await write(leader)
    await leader.press("Проверить и отправить")
    preview = await leader.sees("Так это увидят получатели")
    data = next(button.data for row in preview.keyboard for button in row if "Отправить" in button.text)
    await leader.press("Назад")
    await ask(leader, "Отметка «Прочитал(а)»")

    answer = await leader.press_data(data, leader.screen.id)

    assert "Изменено с другого устройства" in answer.text
    await leader.sees("Так это увидят получатели", "Под сообщением будут кнопки: ✅ Прочитал(а)")
    await mother.never_sees("Собрание")


async def test_a_number_typed_wrong_is_asked_for_again_and_the_sum_is_told(
    stage: Scene, seven_b: Class7B, leader: Phone
) -> None:
    mother, father = stage.phone(seven_b.mother), stage.phone(seven_b.father)
    await write(leader, "Сколько человек придёт на субботник?")
    await ask(leader, "Число")
    await let_go(leader)
    for phone, number in ((mother, "2"), (father, "3")):
        await phone.sees("Пожалуйста, ответьте числом")
        await phone.press("Ответить числом")
        await phone.sees("Ответьте числом, например: 2")
        await phone.send("двое")
        await phone.sees("Нужно одно целое число")
        await phone.send(number)
        await phone.sees(f"Ваш ответ: {number}")

    await leader.press("Кто прочитал")

    await leader.sees("Ответили: 2", "Сумма: 5", "• 2: 1", "• 3: 1")


async def test_who_is_silent_is_named_and_reminded_once_a_day(stage: Scene, seven_b: Class7B, leader: Phone) -> None:
    mother, father = stage.phone(seven_b.mother), stage.phone(seven_b.father)
    await write(leader)
    await ask(leader, "Отметка «Прочитал(а)»")
    await let_go(leader)
    await mother.sees(WORDS)
    await mother.press("Прочитал(а)")
    await mother.sees("Вы прочитали: 23 ноября в 08:35")
    await father.sees(WORDS)
    await leader.press("Кто прочитал")
    await leader.sees("Прочитали: 1")
    await leader.press("Кто молчит: 1")
    await leader.sees("Молчат: 1", "Иванов Мария Петровна", "Иванов Пётр, 7Б")
    await leader.press("Назад")
    await leader.press("По классам")
    await leader.sees("7Б: прочитали 1 из 2")
    await leader.press("Назад")

    answer = await leader.press("Напомнить тем, кто молчит")

    assert answer.text == "Напоминание отправлено, получателей: 1"
    await father.sees("Напоминаем", "Собрание")
    await mother.never_sees("Напоминаем")
    assert "Напомнить" not in leader.screen.text
    await leader.sees("Напоминали 23 ноября в 08:35")


async def test_withdrawn_it_leaves_the_phones_and_the_board(stage: Scene, seven_b: Class7B, leader: Phone) -> None:
    mother = stage.phone(seven_b.mother)
    await write(leader)
    await ask(leader, "Отметка «Прочитал(а)»")
    await let_go(leader)
    push = await mother.sees(WORDS)
    await leader.press("Кто прочитал")
    await leader.sees("Кто молчит", "Отозвать")
    await leader.press("Отозвать")
    await leader.sees("Отозвать это объявление?")

    await leader.press("Да, отозвать")

    await leader.sees("отозвано")
    await mother.loses(push.id)
    await mother.send("/menu")
    await mother.sees("Пётр Иванов")
    await mother.press("Ещё…")
    await mother.sees("Объявления")
    await mother.press("Объявления")
    await mother.sees("Сейчас объявлений нет")


async def test_an_answer_after_the_end_is_refused_in_words(
    stage: Scene, seven_b: Class7B, leader: Phone, clock: FakeClock
) -> None:
    mother = stage.phone(seven_b.mother)
    await write(leader)
    await ask(leader, "Отметка «Прочитал(а)»")
    await leader.press("Срок на доске")
    await leader.press("до вт 24.11")
    await leader.sees("На доске: до 24 ноября")
    await let_go(leader)
    await mother.sees(WORDS, "отметьте до 24 ноября")
    clock.set("09:00", days_after(2))

    answer = await mother.press("Прочитал(а)")

    assert "действовало до 24 ноября" in answer.text


async def test_a_draft_outlives_a_restart_and_is_listed(
    app: App, stage: Scene, seven_b: Class7B, leader: Phone
) -> None:
    await leader.press("Объявление классу")
    await leader.sees("Напишите объявление")
    async with playing(app, stage):
        await leader.send(WORDS)
        await leader.sees("Черновик объявления", WORDS)
    async with playing(app, stage):
        await leader.send("/menu")
        await leader.sees("Сегодня у вас")
        await leader.press("Объявления", exact=True)
        await leader.press("Мои объявления")
        await leader.sees("черновик от 23 ноября", WORDS)
        await leader.press("1. Собрание")

        await leader.sees("Черновик объявления", WORDS, "Кому: родители 7Б")


async def test_a_draft_is_thrown_away_after_one_question(stage: Scene, seven_b: Class7B, leader: Phone) -> None:
    await write(leader)
    await leader.press("Удалить")
    await leader.sees("Удалить этот черновик?", WORDS)
    await leader.press("Да, удалить")

    await leader.sees("Мои объявления", "Вы пока ничего не писали")
    async with seven_b.sessions() as session:
        assert await session.scalar(select(func.count()).select_from(Announcement)) == 0


async def test_an_album_arrives_with_its_words(stage: Scene, seven_b: Class7B, leader: Phone) -> None:
    mother = stage.phone(seven_b.mother)
    await leader.press("Объявление классу")
    await leader.sees("Напишите объявление")
    photos = [Upload(f"{n}.jpg", "image/jpeg", JPEG + bytes([n])) for n in (1, 2, 3)]
    await leader.upload_album(photos, caption="Схема проезда")
    await leader.sees("Черновик объявления", "Схема проезда", "Остальные файлы этого сообщения")
    await until(lambda: files_kept(seven_b, 3))
    await leader.press("Файлы")
    await leader.sees("Фото 3")
    await leader.press("Назад")

    await let_go(leader)

    await mother.sees("Схема проезда", "Файлы: 3")
    await mother.press("Открыть")
    await mother.sees("Фото 3")


async def test_after_a_file_too_large_the_next_words_are_the_announcement(
    stage: Scene, seven_b: Class7B, leader: Phone
) -> None:
    await leader.press("Объявление классу")
    await leader.sees("Напишите объявление")

    await leader.upload(bytes(LIMIT_BYTES + 1), "film.mp4", "video/mp4")
    await leader.sees(f"Файл не принят: не больше {LIMIT_MB} МБ")
    await leader.send(WORDS)

    await leader.sees("Черновик объявления", WORDS)


async def test_what_is_bold_arrives_bold(stage: Scene, seven_b: Class7B, leader: Phone) -> None:
    mother = stage.phone(seven_b.mother)
    await leader.press("Объявление классу")
    await leader.sees("Напишите объявление")
    await leader.send("Форма: <b>белый верх</b>", html=True)
    await leader.sees("Черновик объявления")
    await let_go(leader)

    assert "<b>белый верх</b>" in (await mother.sees("Форма: белый верх")).html


async def test_too_long_a_text_is_refused_and_asked_for_again(stage: Scene, seven_b: Class7B, leader: Phone) -> None:
    await leader.press("Объявление классу")
    await leader.sees("Напишите объявление")

    await leader.send("Очень длинно. " * 280)

    await leader.sees("Слишком длинный текст", "Напишите объявление")


async def test_a_long_text_is_previewed_in_a_message_of_its_own(stage: Scene, seven_b: Class7B, leader: Phone) -> None:
    mother = stage.phone(seven_b.mother)
    words = "<&> " * 870 + "конец"
    await write(leader, words)

    await leader.press("Проверить и отправить")

    await leader.sees("Выше объявление, каким его увидят получатели", "Получателей: 2")
    await leader.press("✓ Отправить")
    assert words in (await mother.sees("Объявление", "конец")).text


async def test_a_class_just_dissolved_gets_nothing_and_the_author_is_told(
    stage: Scene, seven_b: Class7B, leader: Phone
) -> None:
    await write(leader)
    await leader.press("Проверить и отправить")
    await leader.sees("✓ Отправить 2 получателям")
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(Enrolment).values(ends=days_after(-1)))

    answer = await leader.press("✓ Отправить")

    assert "больше нет учеников: 7Б" in answer.text
    await leader.press("Назад")
    await leader.sees("Там нет учеников: 7Б")
    await leader.press("Кому", exact=True)
    await leader.press("✓ 7Б")
    await leader.sees("Кому: пока никому")


async def test_somebody_else_s_draft_and_numbers_are_closed(stage: Scene, seven_b: Class7B, leader: Phone) -> None:
    await write(leader)
    teacher = stage.phone(seven_b.teacher)
    await teacher.send("/menu")
    await teacher.sees("Сегодня")
    async with seven_b.sessions() as session:
        draft = await session.scalar(select(Announcement.id))

    for prefix in ("Bd", "Bv", "Bw", "Bt", "Bg"):
        answer = await teacher.press_data(f"{prefix}:{draft}", teacher.screen.id)
        assert "Собрание" not in teacher.screen.text
        assert answer.text
