"""What goes wrong between people, and what each of them is told (C1)."""

import pytest

from core.conversations.guard import FLOOD
from core.files import LIMIT_MB
from tests.talking.life import Talk

pytestmark = pytest.mark.timeout(300)


async def test_a_file_too_big_and_a_program_are_refused_and_the_question_stays(talk: Talk) -> None:
    await talk.asked("neighbour", "Физика")
    phone = talk.phone("neighbour")

    await phone.upload(b"0" * (LIMIT_MB * 1024 * 1024 + 1), "опыт.mp4", "video/mp4")
    await phone.sees(f"Файл не принят: не больше {LIMIT_MB} МБ", "Кому: ")
    await phone.upload(b"MZ program", "game.exe")
    await phone.sees("«game.exe» нельзя отправить", "Кому: ")
    await phone.send("Тогда словами")

    await phone.sees("✓ Отправлено")
    await talk.comes()
    assert [line.split(" | ")[-1] for line in talk.told()] == ["Тогда словами"]


async def test_a_flood_is_stopped_and_the_next_words_wait(talk: Talk) -> None:
    await talk.write("neighbour", "Физика", "0")
    phone = talk.phone("neighbour")
    for number in range(1, FLOOD):
        await phone.press("Написать ещё")
        await phone.send(str(number))
        await phone.settle()
    await phone.press("Написать ещё")
    await phone.send("Одно лишнее")

    await phone.sees("Слишком много сообщений", "после 10:10", "Сообщение сохранено")
    await talk.at("10:11")
    await phone.press("Отправить")

    await phone.sees("✓ Отправлено")
    await talk.comes()
    assert [line.split(" | ")[-1] for line in talk.told()] == [*map(str, range(FLOOD)), "Одно лишнее"]


async def test_a_voice_of_a_pupil_reaches_a_muted_teacher_who_cannot_answer(talk: Talk) -> None:
    olegs = await talk.school.school.connected_pupil(talk.school.oleg)
    talk.gives(oleg=olegs)
    await talk.asked("oleg", "Физика")
    oleg = talk.phone("oleg")
    await oleg.send("Можно вопрос?")
    await oleg.sees("✓ Отправлено")
    await talk.letter("physicist", "Можно вопрос?")
    await talk.silence(talk.school.physicist)

    await oleg.press("Написать ещё")
    await oleg.upload(b"OggS voice", "v.ogg", "audio/ogg", as_="voice")

    await oleg.sees("✓ Отправлено", "Физикова Анна Ивановна: ответить пока не сможет")
    await talk.comes()
    await talk.phone("physicist").press("Открыть")
    await talk.phone("physicist").sees("Вам нельзя писать до", "Голосовое")


async def test_who_blocked_the_bot_reads_it_all_after_coming_back(talk: Talk) -> None:
    await talk.write("neighbour", "Физика", "Вопрос")
    await talk.letter("physicist", "Вопрос")
    neighbour = talk.phone("neighbour")
    await neighbour.block()
    await talk.answer("physicist", "Вопрос", "Ответ, пока бот закрыт")
    await talk.phone("physicist").press("Открыть переписку")
    page = await talk.phone("physicist").sees("Ответ, пока бот закрыт", "‹ Сообщения")

    assert "доставлено" not in page.text

    await neighbour.unblock()
    await neighbour.start()
    await neighbour.press("Сообщения")
    await neighbour.press("1. Физикова")
    await neighbour.sees("Ответ, пока бот закрыт", "‹ Сообщения")


async def test_a_nod_a_mistyped_command_and_a_mistyped_code_ask_nobody_anything(talk: Talk) -> None:
    await talk.write("neighbour", "Физика", "Вопрос")
    phone = talk.phone("neighbour")

    await phone.send("ок")
    await phone.sees("Это никому не передано", "нажмите «Ответить»")
    await phone.send("меню")
    await phone.sees("всё делается кнопками")
    await phone.send("K7MP-2WQ")
    await phone.sees("Код не подошёл")
    await phone.settle()

    assert not any("Кому передать?" in message.text for message in phone.messages)


async def test_a_nod_to_somebody_who_waits_is_offered_to_them(talk: Talk) -> None:
    await talk.write("neighbour", "Физика", "Вопрос")
    await talk.answer("physicist", "Вопрос", "Приходите в среду")
    phone = talk.phone("neighbour")
    await talk.letter("neighbour", "Приходите в среду")

    await phone.send("Спасибо!")
    await phone.sees("Кому передать?", "Спасибо!")
    await phone.press("Физикова")

    await phone.sees("✓ Отправлено")
    await talk.letter("physicist", "Спасибо!")
    assert [line.split(" | ")[-1] for line in talk.told()] == ["Вопрос", "Приходите в среду", "Спасибо!"]


async def test_a_subject_is_found_by_its_name_and_is_no_code(talk: Talk) -> None:
    await talk.write("neighbour", "Физика", "Математика завтра будет?")
    await talk.letter("physicist", "Математика завтра будет?")
    phone = await talk.home("physicist")
    await phone.press("Сообщения")
    await phone.press("Найти")

    await phone.send("Математика")

    await phone.sees("Найдено: 1", "Сидорова М. П.")
