"""A locked phone, a lost phone: as a teacher lives it, over real HTTP (A5)."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import select

from core.access.pin import set_pin
from core.app import App
from core.rules.pin import DIGITS
from core.terms import Door, Role
from sandbox import Phone
from sandbox.files import Upload
from storage.models import HeldMessage
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person
from tests.support.stage import Scene, playing, scene

PIN = "4071"
STREET = 4242


async def tap(phone: Phone, digits: str = PIN) -> None:
    """Digit by digit, each once the pad shows the one before: a press may be answered before its screen comes."""
    for digit in digits:
        filled = (await phone.sees("○")).text.count("●") + 1
        await phone.press(digit, exact=True)
        if filled < DIGITS:
            await phone.sees(" ".join("●" * filled + "○" * (DIGITS - filled)))


@pytest.fixture
async def locked(app: App, seven_b: Class7B, teacher: Phone, clock: FakeClock) -> Phone:
    """The teacher's phone at the home screen, the pause of five minutes over."""
    async with app.work(seven_b.teacher.address) as work:
        await set_pin(work, PIN, 5)
    clock.forward(minutes=6)
    return teacher


async def test_a_pin_is_set_on_the_pad_and_asked_for_after_the_pause(
    stage: Scene, teacher: Phone, clock: FakeClock
) -> None:
    await teacher.press("Настройки")
    await teacher.sees("Настройки")
    await teacher.press("Мои телефоны и PIN")
    await teacher.sees("Подключён 1 телефон", "PIN на этом телефоне не поставлен")
    await teacher.press("Поставить PIN")
    await teacher.sees("После какого перерыва")
    await teacher.press("15 минут")
    await teacher.sees("Новый PIN", "○ ○ ○ ○")
    await tap(teacher, "1111")
    await teacher.sees("угадывают первым")
    await tap(teacher)
    await teacher.sees("ещё раз", "○ ○ ○ ○")
    await tap(teacher, "4072")
    await teacher.sees("Не совпало")
    await tap(teacher)
    await teacher.sees("ещё раз")
    await tap(teacher)
    shown = await teacher.sees("спросит его после перерыва в 15 минут")
    assert PIN not in shown.text
    clock.forward(minutes=16)
    await teacher.press("Сменить PIN")

    await teacher.sees("Введите PIN", "○ ○ ○ ○")


async def test_the_right_pin_opens_the_page_whose_button_was_pressed(locked: Phone) -> None:
    home = locked.screen.id
    await locked.press("Классный журнал")
    pad = await locked.sees("Введите PIN", "○ ○ ○ ○")
    await tap(locked, "40")
    await locked.sees("● ● ○ ○")
    await locked.press("⌫")
    await locked.sees("● ○ ○ ○")
    await tap(locked, "999")
    await locked.sees("Неверно. Осталось 4 попытки.")
    await tap(locked)

    await locked.sees("Алгебра")
    assert locked.screen.id == home
    assert pad.id not in [message.id for message in locked.messages]


async def test_a_command_is_carried_out_after_the_pin(locked: Phone) -> None:
    await locked.send("/today")
    await locked.sees("Введите PIN", "Ваше сообщение не потеряно")
    await locked.never_sees("Алгебра")
    await tap(locked)

    await locked.sees("Алгебра")


async def test_words_that_answer_a_question_are_kept_behind_the_pad(
    app: App, seven_b: Class7B, teacher: Phone, clock: FakeClock
) -> None:
    await teacher.press_data(f"Pw:{seven_b.lessons[0]}:0", teacher.screen.id)
    await teacher.sees("Напишите тему урока")
    async with app.work(seven_b.teacher.address) as work:
        await set_pin(work, PIN, 1)
    clock.forward(minutes=2)
    await teacher.send("Линейные уравнения")
    await teacher.sees("Введите PIN", "Ваше сообщение не потеряно")
    await tap(teacher)

    await teacher.sees("Тема: Линейные уравнения")


async def test_a_file_from_a_locked_phone_waits_for_the_pin(locked: Phone) -> None:
    await locked.upload(b"1", "plan.txt", as_="document")
    await locked.sees("Введите PIN", "Ваше сообщение не потеряно")


async def test_words_changed_on_a_locked_phone_are_not_taken_for_new_ones(locked: Phone, clock: FakeClock) -> None:
    said = await locked.send("/today")
    await locked.sees("Введите PIN")
    await tap(locked)
    await locked.sees("Алгебра")
    clock.forward(minutes=6)
    await locked.edit(said, "/menu")
    await locked.sees("Введите PIN")
    await tap(locked)

    await locked.settle()
    assert locked.screen.text.startswith("Сегодня, понедельник")
    assert "Введите PIN" not in locked.dump()


async def test_an_album_from_a_locked_phone_is_asked_about_once(locked: Phone) -> None:
    await locked.upload_album([Upload(f"{n}.png", "image/png", b"1") for n in range(3)], as_="document")
    await locked.sees("Введите PIN")
    await locked.settle()

    assert sum("Введите PIN" in message.text for message in locked.messages) == 1


async def test_words_behind_the_pad_outlive_a_restart(
    app: App, seven_b: Class7B, tmp_path: Path, clock: FakeClock
) -> None:
    clock.set("08:35")
    async with app.work(seven_b.teacher.address) as work:
        await set_pin(work, PIN, 5)
    clock.forward(minutes=6)
    async with scene(tmp_path) as stage:
        phone = stage.phone(seven_b.teacher)
        async with playing(app, stage):
            await phone.send("/today")
            await phone.sees("Введите PIN")
        async with playing(app, stage):
            await tap(phone)
            await phone.sees("Алгебра")


async def test_all_words_of_a_locked_phone_outlive_a_restart(
    app: App, seven_b: Class7B, tmp_path: Path, clock: FakeClock
) -> None:
    clock.set("08:35")
    async with app.work(seven_b.teacher.address) as work:
        await set_pin(work, PIN, 5)
    clock.forward(minutes=6)
    async with scene(tmp_path) as stage:
        phone = stage.phone(seven_b.teacher)
        async with playing(app, stage):
            await phone.send("/stop")
            first = await phone.sees("Введите PIN")
            await phone.send("/today")
            await phone.sees("Введите PIN", after=first.id)
            await held(app, 2)
        async with playing(app, stage):
            await tap(phone)
            await phone.sees("Чтобы завершить все сеансы")
            await phone.sees("Алгебра")
            await phone.settle()

    assert first.id not in [message.id for message in phone.messages]
    assert "Введите PIN" not in phone.dump()


async def test_a_whole_album_of_a_locked_phone_outlives_a_restart(
    app: App, seven_b: Class7B, tmp_path: Path, clock: FakeClock
) -> None:
    clock.set("08:35")
    await seven_b.school.connected_staff("Коллегова")
    async with scene(tmp_path) as stage:
        phone = stage.phone(seven_b.teacher)
        async with playing(app, stage):
            await phone.send("/menu")
            await phone.press("Сообщения")
            await phone.press("Коллеге")
            await phone.press("Коллегова")
            await phone.sees("Напишите сообщение: Коллегова")
            async with app.work(seven_b.teacher.address) as work:
                await set_pin(work, PIN, 5)
            clock.forward(minutes=6)
            await phone.upload_album([Upload(f"{n}.png", "image/png", b"1") for n in range(3)], as_="document")
            await phone.sees("Введите PIN")
            await held(app, 3)
        async with playing(app, stage):
            await tap(phone)
            await phone.sees("✓ Отправлено")
            await held(app, 0)
            await phone.press("Открыть переписку")
            await phone.sees("📎 3 файла")


async def held(app: App, count: int) -> None:
    """Waits until so many messages of locked phones are kept: 0, all of them were carried out."""
    async with asyncio.timeout(30):
        while await _kept(app) != count:  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.02)


async def _kept(app: App) -> int:
    async with app.sessions() as session:
        return len((await session.scalars(select(HeldMessage.id))).all())


async def test_several_words_of_a_locked_phone_are_all_carried_out_in_their_order(locked: Phone) -> None:
    await locked.send("/stop")
    first = await locked.sees("Введите PIN")
    await locked.send("/today")
    await locked.sees("Введите PIN", after=first.id)
    await locked.settle()
    await tap(locked)
    await locked.sees("Алгебра")

    await locked.settle()
    told = [message.text for message in locked.messages]
    assert told.index(next(t for t in told if "Чтобы завершить" in t)) < len(told) - 1
    assert not [text for text in told if "PIN" in text and "Чтобы" not in text]


async def test_start_over_stays_on_the_pad_and_a_forgotten_pin_is_explained(locked: Phone) -> None:
    await locked.press("Классный журнал")
    await locked.sees("Введите PIN")
    await tap(locked, "12")
    await locked.sees("● ● ○ ○")
    await locked.press("Заново")
    await locked.sees("○ ○ ○ ○")
    answer = await locked.press("Забыли PIN?")

    assert "Попросите администратора" in answer.text


async def test_after_five_misses_the_pad_says_when_and_the_tablet_hears(
    stage: Scene, seven_b: Class7B, locked: Phone, clock: FakeClock
) -> None:
    tablet = stage.phone(await seven_b.school.connect(Door.STAFF, staff_id=seven_b.teacher.id))
    await locked.press("Классный журнал")
    await locked.sees("Введите PIN")
    for _ in range(5):
        await tap(locked, "0000")

    await locked.sees("Снова можно в 08:56")
    await tablet.sees("5 раз набрали неверный PIN")
    await tablet.press("Мои телефоны и PIN")
    await tablet.sees("Подключены 2 телефона")
    clock.forward(minutes=16)
    await locked.press("Заново")
    await locked.sees("Введите PIN")
    await tap(locked)
    await locked.sees("Алгебра")


async def test_a_lost_phone_is_ended_by_the_code_from_a_stranger_s(
    stage: Scene, seven_b: Class7B, teacher: Phone
) -> None:
    administrator = await seven_b.school.connected_staff("Админова", Role.ADMINISTRATOR)
    office = await at_home(stage, administrator)
    await teacher.press("Настройки")
    await teacher.press("Мои телефоны и PIN")
    await teacher.sees("На случай потери телефона")
    await teacher.press("Код на случай потери")
    shown = await teacher.sees("завершает все ваши сеансы")
    code = shown.text.split("сеансы: ")[1].split()[0]
    street = stage.phone_at(STREET, Door.STAFF)
    await street.start()
    await street.sees("Здравствуйте!")

    await street.send(f"/stop {code}")

    await street.sees("Все сеансы завершены: Алгебраистова", "Отключён 1 телефон")
    await office.sees("все сеансы завершены кодом")
    await teacher.send("/menu")
    await teacher.sees("Здравствуйте!")
    await street.send("/menu")
    await street.never_sees("Сегодня")


async def at_home(stage: Scene, person: Person) -> Phone:
    phone = stage.phone(person)
    await phone.send("/menu")
    await phone.sees("Сегодня")
    return phone
