"""A deputy announces to the school: whom, when, what is asked; staff answer too; the sheet says what the phones say."""

import pytest

from sandbox import Phone
from tests.chat.test_announcements import ask, let_go
from tests.family.test_chat import JPEG
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import days_after
from tests.support.stage import Scene


@pytest.fixture
async def deputy(stage: Scene, seven_b: Class7B) -> Phone:
    """The deputy's phone at the board."""
    phone = stage.phone(seven_b.deputy)
    await phone.send("/menu")
    await phone.sees("Объявления")
    await phone.press("Объявления", exact=True)
    await phone.sees("Сейчас объявлений нет")
    return phone


async def write(phone: Phone, words: str) -> None:
    await phone.press("Написать")
    await phone.sees("Напишите объявление")
    await phone.send(words)
    await phone.sees("Черновик объявления", "Кому: пока никому")
    await phone.press("Выбрать, кому")
    await phone.sees("Кому объявление?")


async def done(phone: Phone) -> None:
    await phone.press("Готово")
    await phone.sees("Черновик объявления")


async def test_whom_it_is_for_is_chosen_part_by_part(stage: Scene, seven_b: Class7B, deputy: Phone) -> None:
    fifth = await seven_b.school.class_unit("5А")
    await seven_b.school.pupil(fifth, "Первов", "Иван")
    await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, subject="Английский язык", group="1")
    await write(deputy, "Субботник")
    await deputy.press("Ученики")
    await deputy.press("Параллели")
    await deputy.press("5-е классы")
    await deputy.sees("✓ 5-е классы")
    await deputy.press("Назад")
    await deputy.press("7Б")
    await deputy.press("Группы")
    await deputy.press("7Б")
    await deputy.press("Английский язык, 7Б")
    await deputy.sees("✓ Английский язык, 7Б")
    await deputy.press("Назад")
    await deputy.press("Назад")
    await deputy.press("По должности")
    await deputy.press("учителя")
    await deputy.sees("✓ учителя")
    await deputy.press("Назад")
    await deputy.press("7Б")

    await deputy.sees("родители и ученики 5-х классов, группы «Английский язык, 7Б (1)»; учителя")
    await done(deputy)
    await deputy.press("Проверить и отправить")
    await deputy.sees("Подключены по классам", "5А — 0 из 1", "сотрудники — 2 из 2")


async def test_staff_read_and_answer_in_their_own_bot(stage: Scene, seven_b: Class7B, deputy: Phone) -> None:
    teacher = stage.phone(seven_b.teacher)
    await write(deputy, "Педсовет во вторник")
    await deputy.press("Все сотрудники")
    await done(deputy)
    await ask(deputy, "Отметка «Прочитал(а)»")
    await let_go(deputy)
    await teacher.sees("Педсовет во вторник", "Завучева А. И.")
    await teacher.send("/menu")
    await teacher.sees("Объявления · 1")
    await teacher.press("Объявления · 1")
    await teacher.sees("нужно «Прочитал(а)»")
    await teacher.press("● 1. Педсовет")
    await teacher.press("Прочитал(а)")

    await teacher.sees("Вы прочитали")
    await teacher.press("Назад")
    await teacher.sees("✓ 1. Педсовет")
    await teacher.never_sees("Кто прочитал")


async def test_it_waits_for_its_time(stage: Scene, seven_b: Class7B, deputy: Phone, clock: FakeClock) -> None:
    mother = stage.phone(seven_b.mother)
    await write(deputy, "Завтра школа работает до обеда")
    await deputy.press("Все семьи")
    await done(deputy)
    await deputy.press("Когда", exact=True)
    await deputy.press("Завтра в 08:00")
    await deputy.sees("Когда: 24 ноября в 08:00")
    await deputy.press("Проверить и отправить")
    await deputy.press("✓ Запланировать 2 получателям")
    await deputy.sees("уйдёт 24 ноября в 08:00")
    await mother.never_sees("работает до обеда")

    clock.set("08:01", days_after(1))

    await mother.sees("Завтра школа работает до обеда")


async def test_a_time_typed_wrong_or_past_is_asked_for_again(
    stage: Scene, seven_b: Class7B, deputy: Phone, clock: FakeClock
) -> None:
    await write(deputy, "Субботник")
    await deputy.press("Все семьи")
    await done(deputy)
    await deputy.press("Когда", exact=True)
    await deputy.press("Другое время…")
    await deputy.sees("Когда отправить? Например")
    await deputy.send("когда-нибудь")
    await deputy.sees("Не получилось понять время")
    await deputy.send("20.11 18:00")
    await deputy.sees("Это время уже прошло")
    await deputy.send("сегодня 18:00")
    await deputy.sees("Когда: 23 ноября в 18:00")
    await deputy.press("Проверить и отправить")
    await deputy.sees("✓ Запланировать 2 получателям")
    clock.set("18:30")

    answer = await deputy.press("✓ Запланировать")

    assert "Это время уже прошло" in answer.text


async def test_an_end_before_the_start_is_refused(stage: Scene, seven_b: Class7B, deputy: Phone) -> None:
    await write(deputy, "Субботник")
    await deputy.press("Все семьи")
    await done(deputy)
    await deputy.press("Когда", exact=True)
    await deputy.press("Завтра в 08:00")
    await deputy.press("Срок на доске")
    await deputy.press("Другой день…")
    await deputy.sees("До какого дня действует")
    await deputy.send("сегодня")

    await deputy.sees("закончится раньше", "До какого дня действует")


async def test_to_nobody_it_does_not_go(stage: Scene, seven_b: Class7B, deputy: Phone) -> None:
    fifth = await seven_b.school.class_unit("5А")
    await seven_b.school.pupil(fifth, "Первов", "Иван")
    await write(deputy, "Субботник")
    await deputy.press("5А")
    await done(deputy)

    await deputy.press("Проверить и отправить")

    await deputy.sees("Получателей нет: отправлять некому", "Выбрать, кому")
    assert "Отправить" not in str(deputy.screen.keyboard)


async def test_urgent_needs_a_reason_that_the_readers_see(stage: Scene, seven_b: Class7B, deputy: Phone) -> None:
    mother = stage.phone(seven_b.mother)
    await write(deputy, "Занятия отменены")
    await deputy.press("Все семьи")
    await done(deputy)
    await deputy.press("⚡ Срочное")
    await deputy.sees("Почему это срочно?")
    await deputy.send("Мороз <−30> & ветер")
    await deputy.sees("Срочно: Мороз <−30> & ветер")
    await let_go(deputy)

    await mother.sees("Срочно: Мороз <−30> & ветер", "Занятия отменены")


async def test_a_photo_sent_after_the_words_joins_them(stage: Scene, seven_b: Class7B, deputy: Phone) -> None:
    mother = stage.phone(seven_b.mother)
    await write(deputy, "Схема проезда")
    await deputy.upload(JPEG, "1.jpg", "image/jpeg", caption="Вход со двора", as_="photo")
    await deputy.sees("Черновик объявления", "Схема проезда", "Вход со двора", "1 файл")
    await deputy.press("Кому", exact=True)
    await deputy.press("Все семьи")
    await done(deputy)
    await let_go(deputy)

    await mother.sees("Схема проезда", "Вход со двора")


async def test_the_photo_stays_with_words_that_were_answered(stage: Scene, seven_b: Class7B, deputy: Phone) -> None:
    mother = stage.phone(seven_b.mother)
    await write(deputy, "Схема проезда")
    await deputy.upload(JPEG, "1.jpg", "image/jpeg", as_="photo")
    await deputy.sees("Черновик объявления", "1 файл")
    await deputy.press("Кому", exact=True)
    await deputy.press("Все семьи")
    await done(deputy)
    await ask(deputy, "Отметка «Прочитал(а)»")
    await let_go(deputy)
    push = await mother.sees("Схема проезда")

    await mother.press("Прочитал(а)")

    read = await mother.sees("Схема проезда", "Вы прочитали")
    assert (read.id, read.photo is not None) == (push.id, True)


async def test_a_parent_of_two_sees_whom_it_concerns_once(stage: Scene, seven_b: Class7B, deputy: Phone) -> None:
    fifth = await seven_b.school.class_unit("5А")
    younger = await seven_b.school.pupil(fifth, "Орлов", "Иван")
    older = await seven_b.school.pupil(seven_b.class_id, "Орлова", "Вера")
    parent = stage.phone(await seven_b.school.connected_guardian(younger, older, surname="Орлова"))
    await write(deputy, "Субботник")
    await deputy.press("7Б")
    await deputy.press("Готово")
    await let_go(deputy)

    await parent.sees("Субботник", "Для: Вера")
    await parent.send("/menu")
    await parent.sees("Ваши дети")
    await parent.press("Объявления")
    await parent.sees("Субботник", "Вера")
    assert sum("Субботник" in message.text for message in parent.messages) == 2


async def test_the_board_is_read_by_who_wrote(stage: Scene, seven_b: Class7B, deputy: Phone) -> None:
    mother, leader = stage.phone(seven_b.mother), stage.phone(seven_b.leader)
    await write(deputy, "Субботник")
    await deputy.press("Все семьи")
    await done(deputy)
    await let_go(deputy)
    await leader.send("/menu")
    await leader.sees("Класс: 7Б")
    await leader.press("Класс: 7Б")
    await leader.press("Объявление классу")
    await leader.sees("Напишите объявление")
    await leader.send("Экскурсия")
    await leader.sees("Черновик объявления")
    await let_go(leader)
    await mother.sees("Экскурсия")
    await mother.send("/menu")
    await mother.sees("Пётр Иванов")
    await mother.press("Ещё…")
    await mother.press("Объявления")
    await mother.sees("Субботник", "Экскурсия")
    await mother.press("Кто написал")
    await mother.press("Завучева А. И. · 1")

    await mother.sees("Объявления, Завучева А. И.", "Субботник")
    assert "Экскурсия" not in mother.screen.text


async def test_the_sheet_is_sent_as_a_file(stage: Scene, seven_b: Class7B, deputy: Phone) -> None:
    mother = stage.phone(seven_b.mother)
    await write(deputy, "Инструктаж")
    await deputy.press("Все семьи")
    await done(deputy)
    await ask(deputy, "Отметка «Прочитал(а)»")
    await let_go(deputy)
    await mother.sees("Инструктаж")
    await mother.press("Прочитал(а)")
    await mother.sees("Вы прочитали")
    await deputy.press("Кто прочитал")
    await deputy.press("Лист ознакомления")

    sent = await deputy.sees("Лист ознакомления на 23 ноября, 08:35")
    assert sent.document is not None
    assert sent.document.name.endswith(".pdf")


async def test_a_parent_of_two_answers_for_each(stage: Scene, seven_b: Class7B, deputy: Phone) -> None:
    both = stage.phone(await seven_b.school.connected_guardian(seven_b.petrova, seven_b.sidorov, surname="Двойная"))
    mother = stage.phone(seven_b.mother)
    await write(deputy, "Кто едет на экскурсию?")
    await deputy.press("7Б")
    await done(deputy)
    await ask(deputy, "Ответ «Да» или «Нет»")
    await let_go(deputy)
    await mother.sees("выберите ответ")
    await mother.press("Да", exact=True)
    await both.sees("выберите ответ")

    await both.press("Ответить за каждого")
    await both.sees("Ответьте, пожалуйста, за каждого ребёнка")
    await both.press("Все: Да")
    await both.sees("Ответы можно изменить")
    await both.press("Анна: Нет")
    await both.sees("✓ Анна: Нет")

    await deputy.press("Кто прочитал")
    await deputy.sees("Ответили: 2", "• Да: 2, детей: 2", "• Нет: 1, детей: 1")
    await deputy.press("Кто что ответил: 2")
    await deputy.sees("Ответили: 2", "Петрова Анна, 7Б: Нет")
