"""Families and the school write to each other through both bots (C1)."""

import pytest

from core.app import App
from sandbox import Phone
from sandbox.files import Upload
from tests.chat.talking import Talkers, settle_in
from tests.family.test_chat import JPEG
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder
from tests.support.stage import Scene, playing

ODD = "<b>Завтра</b> & «послезавтра» 😀"


@pytest.fixture
async def talkers(school: SchoolBuilder, stage: Scene, clock: FakeClock) -> Talkers:
    clock.set("10:00")
    return await settle_in(school, stage, clock)


async def write_to(phone: Phone, name: str, words: str) -> None:
    """From the only child's day to a word to somebody of the school."""
    await phone.press("Ещё")
    await phone.press("Написать", exact=True)
    await phone.press(name)
    await phone.sees("О ком: Иванов Пётр, 7Б")
    await phone.send(words)
    await phone.sees("✓ Отправлено")


async def test_a_mother_writes_to_a_teacher_who_replies_to_the_push(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)

    await write_to(mother, "Физика", ODD)

    push = await physicist.sees("Иванова Мария Петровна", "Иванов Пётр, 7Б", ODD)
    await talkers.told()
    await physicist.reply("Приходите в среду", push)
    await physicist.sees("✓ Отправлено")
    await mother.sees("Физикова", "Приходите в среду")


async def test_the_sender_sees_delivered_then_read(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await write_to(mother, "Физика", "Когда пересдача?")
    await physicist.sees("Когда пересдача?")
    await talkers.told()

    await mother.press("Открыть переписку")
    await mother.sees("Физикова Анна Ивановна", "Когда пересдача?", "✓ доставлено")
    await physicist.press("Открыть")
    await physicist.sees("Ученик: Иванов Пётр, 7Б", "Ещё…")
    await mother.press("Сообщения")
    await mother.press("1. Физикова")

    await mother.sees("Когда пересдача?", "✓✓ прочитано")


async def test_opening_from_the_push_leaves_the_letter_as_it_came(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await write_to(mother, "Физика", "Первое")
    letter = await physicist.sees("Первое")
    await talkers.told()

    await physicist.press("Открыть")
    await physicist.sees("Первое", "‹ Сообщения")

    assert next(m for m in physicist.messages if m.id == letter.id).text == letter.text


async def test_the_home_counts_what_is_not_read(talkers: Talkers) -> None:
    mother = await talkers.at_home(talkers.mother)
    await write_to(mother, "Физика", "Первое")

    physicist = await talkers.at_home(talkers.physicist)

    await physicist.press("Сообщения · 1")
    await physicist.sees("непрочитанных: 1", "● 1. Иванова М. П.", "Иванов Пётр, 7Б", "Первое")
    await physicist.press("1. Иванова")
    await physicist.press("‹ Сообщения")
    await physicist.press("Домой")

    home = await physicist.sees("Классный журнал")
    assert "Сообщения" in home.labels


async def test_outside_working_hours_the_family_is_told_when_it_is_read(talkers: Talkers, clock: FakeClock) -> None:
    clock.set("21:00")
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)

    await write_to(mother, "Физика", "Вечерний вопрос")

    await mother.sees("✓ Отправлено", "Физикова Анна Ивановна: придёт завтра в 08:00")
    await physicist.never_sees("Вечерний вопрос")
    clock.set("08:00", clock.now().date().replace(day=24))
    await physicist.sees("Вечерний вопрос")


async def test_an_urgent_word_needs_a_reason_and_arrives_at_night(talkers: Talkers, clock: FakeClock) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await write_to(mother, "Физика", "Первое")
    await physicist.sees("Первое")
    clock.set("22:30")

    await mother.press("Открыть переписку")
    await mother.press("Срочно")
    await mother.send("Завтра не придёт")
    await mother.sees("Теперь само срочное сообщение")
    await mother.send("Пётр в больнице")

    await mother.sees("✓ Отправлено")
    await physicist.sees("Пётр в больнице", "Завтра не придёт")


async def test_a_restart_between_question_and_words_loses_neither(app: App, talkers: Talkers) -> None:
    mother = await talkers.at_home(talkers.mother)
    await mother.press("Ещё")
    await mother.press("Написать", exact=True)
    await mother.press("Физика")
    await mother.sees("О ком: Иванов Пётр")

    async with playing(app, talkers.stage):
        await mother.send("После перезапуска")

        await mother.sees("✓ Отправлено")


async def test_with_two_questions_open_the_words_are_kept_until_it_is_said_to_whom(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await write_to(mother, "Физика", "Физике")
    await mother.press("Написать ещё")
    await mother.send("/menu")
    await mother.sees("сегодня")
    await mother.press("Ещё")
    await mother.press("Написать", exact=True)
    await mother.press("кл. рук.")
    await mother.sees("Кому: Классная")

    await mother.send("Кому это?")
    await mother.sees("Кому передать?", "Кому это?")
    await mother.press("Физикова")

    await mother.sees("✓ Отправлено")
    await physicist.sees("Кому это?")


async def test_words_that_answer_nothing_find_a_teacher_of_the_right_child(
    talkers: Talkers, school: SchoolBuilder
) -> None:
    sister = await school.pupil(talkers.class_id, "Иванова", "Анна")
    parent = await school.connected_guardian(talkers.petr, sister, surname="Двудетова")
    phone, leader = await talkers.at_home(parent), await talkers.at_home(talkers.leader)

    await phone.send("Заболела, не придёт")
    await phone.sees("Кому передать?")
    await phone.press("Учителю, классному руководителю")
    await phone.sees("О ком из детей?")
    await phone.press("Анна")
    await phone.sees("Иванова Анна, 7Б")
    await phone.press("кл. рук.")

    await phone.sees("✓ Отправлено")
    await leader.sees("Двудетова", "Иванова Анна, 7Б", "Заболела, не придёт")


async def test_an_album_goes_as_one_message_and_its_photos_open_from_the_conversation(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await mother.press("Ещё")
    await mother.press("Написать", exact=True)
    await mother.press("Физика")
    await mother.sees("О ком: Иванов Пётр")

    pages = [Upload(f"{n}.jpg", "image/jpeg", JPEG + bytes([n])) for n in (1, 2)]
    await mother.upload_album(pages, caption="Тетрадь")

    await mother.sees("✓ Отправлено")
    await mother.settle()
    await mother.press("Открыть переписку")
    await mother.sees("Тетрадь", "📎 2 файла", "Фото 1", "Фото 2")
    await physicist.send("/menu")
    await physicist.sees("Сообщения · 1")
    await physicist.press("Сообщения · 1")
    await physicist.press("1. Иванова")
    await physicist.press("Фото 2")
    await physicist.settle()
    assert await physicist.download([m for m in physicist.messages if m.from_bot and m.photo][-1]) == JPEG + b"\x02"


async def test_a_voice_that_answers_nothing_is_kept_and_given(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await write_to(mother, "Физика", "Сейчас пришлю голосом")
    await physicist.sees("Сейчас пришлю")

    await mother.upload(b"OggS voice", "v.ogg", "audio/ogg", as_="voice")
    await mother.sees("Кому передать?", "с файлами")
    await mother.press("Физикова")

    await mother.sees("✓ Отправлено")
    await physicist.settle()
    await physicist.send("/menu")
    await physicist.sees("Сообщения · 1")


async def test_an_edit_follows_to_the_other_phone(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await mother.press("Ещё")
    await mother.press("Написать", exact=True)
    await mother.press("Физика")
    await mother.sees("О ком: Иванов Пётр")
    sent = await mother.send("В среду")
    await mother.sees("✓ Отправлено")
    await physicist.sees("В среду")

    await mother.edit(sent, "В четверг")

    await physicist.sees("В четверг", "изменено")
    await mother.press("Открыть переписку")
    await mother.sees("В четверг", "изменено")


async def test_a_reply_to_the_page_of_a_conversation_goes_on_with_it(talkers: Talkers) -> None:
    mother, leader = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.leader)
    await write_to(mother, "кл. рук.", "Раньше")
    await mother.press("Открыть переписку")
    page = await mother.sees("Классная Анна Ивановна", "Раньше", "‹ Сообщения")
    await write_to(await talkers.at_home(talkers.mother), "Физика", "Позже")

    await mother.reply("Ещё о том же", page)

    await mother.sees("✓ Отправлено")
    await leader.sees("Ещё о том же")


async def test_words_edited_before_it_is_said_to_whom_go_as_they_are_now(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await write_to(mother, "Физика", "Первое")
    sent = await mother.send("Придём в среду")
    await mother.sees("Кому передать?", "Придём в среду")

    await mother.edit(sent, "Придём в четверг")
    await mother.sees("Кому передать?", "Придём в четверг")
    await mother.press("Физикова")

    await mother.sees("✓ Отправлено")
    await physicist.sees("Придём в четверг")


async def test_found_by_surname_and_by_a_word(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await write_to(mother, "Физика", "Вопрос про контрольные работы")
    await physicist.send("/menu")
    await physicist.sees("Сообщения · 1")
    await physicist.press("Сообщения · 1")

    await physicist.press("Найти")
    await physicist.send("контрольная")

    await physicist.sees("Найдено: 1", "Иванова М. П.")
    await physicist.press("Искать ещё")
    await physicist.send("Сидорова")
    await physicist.sees("Найдено: 0")


async def test_a_long_message_is_cut_on_the_screen_and_shown_in_full(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await write_to(mother, "Физика", "<" * 3990 + "конец")
    await physicist.sees("Ответить")
    await talkers.told()

    await physicist.press("Открыть")
    await physicist.press("Показать целиком")

    await physicist.sees("<конец")
    await physicist.press("Назад")
    await physicist.sees("Ученик: Иванов Пётр, 7Б", "Показать целиком")


async def test_a_reply_to_a_letter_deleted_from_the_phone_is_asked_about(talkers: Talkers) -> None:
    mother, physicist = await talkers.at_home(talkers.mother), await talkers.at_home(talkers.physicist)
    await write_to(mother, "Физика", "Первое")
    letter = await physicist.sees("Первое")
    await talkers.told()
    await physicist.delete(letter.id)

    await physicist.send("Отвечаю на удалённое")

    await physicist.sees("Кому передать?", "Отвечаю на удалённое")
    await physicist.press("Никому")
    await physicist.sees("Никому не передано")
    await mother.never_sees("Отвечаю на удалённое")
