"""Coming in, consenting, being cut off: as people live it in their chats, over real HTTP."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.access.codes import issue
from core.access.holders import Holder, HolderKind
from core.app import App
from core.rules.code_text import grouped
from core.terms import Door, Role
from sandbox import Msg, Phone
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder
from tests.support.stage import Scene, playing, scene

STRANGER = 4242
WRONG = "K7M2-9XH4-TE"


@dataclass(frozen=True)
class House:
    """7Б: Пётр, his mother without a chat; the class leader and the administrator connected."""

    petr: int
    mother: int
    leader: Person
    administrator: Person


@pytest.fixture
async def house(school: SchoolBuilder) -> House:
    leader = await school.connected_staff("Классная")
    petr = await school.pupil(await school.class_unit("7Б", leader.id))
    administrator = await school.connected_staff("Админова", Role.ADMINISTRATOR)
    return House(petr, await school.guardian(petr), leader, administrator)


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


async def code_for(app: App, kind: HolderKind, person_id: int) -> str:
    async with app.work() as work:
        [issued] = await issue(work, [Holder(kind, person_id)])
    return issued.code


async def home_of(stage: Scene, person: Person) -> Phone:
    phone = stage.phone(person)
    await phone.send("/menu")
    await phone.next_message()
    return phone


async def test_a_mother_follows_the_link_consents_and_sees_the_day(app: App, stage: Scene, house: House) -> None:
    phone = stage.phone_at(STRANGER, Door.FAMILY)

    await phone.start(await code_for(app, HolderKind.GUARDIAN, house.mother))
    await phone.sees("Иванова Мария Петровна", "Вы подключены")
    shown = await phone.sees("Согласие на обработку", "Дети: Иванов Пётр", "Согласен(на)", "Не согласен(на)")
    assert "7Б" not in phone.dump()
    await phone.press("Согласен(на)", exact=True)

    await phone.sees("Пётр Иванов")
    assert shown.id == phone.screen.id


async def test_the_link_pressed_twice_is_a_welcome(app: App, stage: Scene, house: House) -> None:
    code = await code_for(app, HolderKind.GUARDIAN, house.mother)
    phone = stage.phone_at(STRANGER, Door.FAMILY)
    await phone.start(code)
    await phone.sees("Согласие на обработку")

    await phone.start(code)

    await phone.sees("вы уже подключены")


async def test_a_code_typed_as_on_a_russian_keyboard_lets_in(app: App, stage: Scene, house: House) -> None:
    code = await code_for(app, HolderKind.GUARDIAN, house.mother)
    phone = stage.phone_at(STRANGER, Door.FAMILY)
    await phone.start()

    await phone.send(f" {grouped(code).lower().translate(str.maketrans('acehkmptxy', 'асенкмртху'))} ")

    await phone.sees("Согласие на обработку")


async def test_a_no_closes_everything_and_the_class_leader_hears(app: App, stage: Scene, house: House) -> None:
    leader = stage.phone(house.leader)
    phone = stage.phone_at(STRANGER, Door.FAMILY)
    await phone.start(await code_for(app, HolderKind.GUARDIAN, house.mother))
    await phone.sees("Согласие на обработку")

    await phone.press("Не согласен(на)")

    await phone.sees("Отказ записан")
    await leader.sees("Иванова Мария Петровна", "отказ от обработки данных")
    await phone.send("/menu")
    await phone.sees("Отказ", "Согласен(на)")
    await phone.never_sees("Пётр Иванов")


@pytest.mark.parametrize("door", list(Door))
@pytest.mark.parametrize("words", ["Здравствуйте!", "<b>&", "👋🏽", "مرحبا", "я" * 4096])
async def test_a_stranger_s_words_get_a_greeting_and_no_data(
    stage: Scene, house: House, door: Door, words: str
) -> None:
    phone = stage.phone_at(STRANGER, door)
    await phone.start()
    await phone.sees("Здравствуйте! Это бот", "пришлите код доступа")

    await phone.send(words)

    await phone.next_message()
    assert "пришлите код доступа" in (await phone.next_message()).text
    assert "Иванов" not in phone.dump()


async def test_wrong_used_and_foreign_codes_are_told_apart(app: App, stage: Scene, house: House) -> None:
    used = await code_for(app, HolderKind.GUARDIAN, house.mother)
    other = stage.phone_at(STRANGER + 1, Door.FAMILY)
    await other.start(used)
    await other.sees("Согласие")
    phone = stage.phone_at(STRANGER, Door.FAMILY)
    await phone.start()

    await phone.send(WRONG)
    await phone.sees("Код не подошёл")
    await phone.send(used)
    await phone.sees("уже использован")
    await phone.send(await code_for(app, HolderKind.STAFF, house.leader.id))
    await phone.sees("для другого бота")


async def test_guessing_is_slowed_and_the_administrator_hears(stage: Scene, house: House) -> None:
    administrator = stage.phone(house.administrator)
    phone = stage.phone_at(STRANGER, Door.STAFF)
    await phone.start()

    for _ in range(6):
        await phone.send(WRONG)

    await phone.sees("Слишком много неверных кодов")
    await administrator.sees("подбор кодов", str(STRANGER))


async def test_the_class_leader_hands_out_a_code_and_cuts_the_phone_off(app: App, stage: Scene, house: House) -> None:
    leader = await home_of(stage, house.leader)
    await leader.press("Класс: 7Б")
    await leader.sees("Неуспевающие")
    await leader.press("Семьи")
    await leader.sees("Родители подключены: 0 из 1")
    await leader.press("Иванов Пётр")
    await leader.press("Иванова Мария Петровна")
    await leader.press("Выдать код")
    shown = await leader.sees("Код доступа", "https://t.me/zvonok_family_bot?start=")
    code = shown.text.rpartition("?start=")[2].split()[0]

    mother = stage.phone_at(STRANGER, Door.FAMILY)
    await mother.start(code)
    await mother.sees("Согласие на обработку")
    await mother.press("Согласен(на)", exact=True)
    await mother.sees("Пётр Иванов")
    old = mother.screen

    await leader.press("Назад")
    await leader.sees("Подключён 1 чат", "Согласие: дано")
    await leader.press("Отключить")
    await leader.press("Да, отключить")
    await leader.sees("Не подключён к боту")
    refused = await mother.press_data("fh", old.id)

    assert refused.answered
    await mother.sees("пришлите код доступа")


async def test_slips_of_a_class_come_as_a_pdf_once(stage: Scene, house: House) -> None:
    leader = await home_of(stage, house.leader)
    await leader.press("Класс: 7Б")
    await leader.sees("Неуспевающие")
    await leader.press("Семьи")
    await leader.press("Листки с кодами")
    offer = await leader.sees("Кто не подключён (2)")
    made_by = button_data(offer, "Кто не подключён")

    await leader.press("Кто не подключён")
    sheet = await leader.sees("Листки 7Б: 2")
    again = await leader.press_data(made_by, offer.id)

    assert (await leader.download(sheet)).startswith(b"%PDF-")
    assert "уже выдан" in again.text


async def test_the_administrator_finds_a_colleague_and_gives_a_code(app: App, stage: Scene, house: House) -> None:
    administrator = await home_of(stage, house.administrator)
    await administrator.press("Сотрудники")
    await administrator.press("Найти по фамилии")
    question = await administrator.sees("Напишите фамилию")
    await administrator.reply("класная", to=question)
    await administrator.press("Классная Анна")
    await administrator.press("Выдать код")
    shown = await administrator.sees("Код доступа", "https://t.me/zvonok_staff_bot?start=")

    newcomer = stage.phone_at(STRANGER, Door.STAFF)
    await newcomer.start(shown.text.rpartition("?start=")[2].split()[0])

    await newcomer.sees("Классная Анна Ивановна", "Вы подключены")
    await newcomer.sees("Сегодня")


async def test_the_director_replaces_the_consent_text(stage: Scene, school: SchoolBuilder, house: House) -> None:
    director = await home_of(stage, await school.connected_staff("Директор", Role.DIRECTOR))
    await director.press("Классы и семьи")
    await director.press("Текст согласия")
    await director.press("Заменить текст")
    question = await director.sees("Пришлите новый текст")

    await director.reply("Согласен со школой «[школа]» & <b>точка</b>", to=question)

    await director.sees("редакция № 2", "Согласен со школой «Школа № 1» & <b>точка</b>")


async def test_a_forged_button_reaches_nobody(stage: Scene, school: SchoolBuilder, house: House) -> None:
    teacher = await home_of(stage, await school.connected_staff("Учитель"))

    for data in (
        f"km:guardian:{house.mother}:1",
        f"ki:guardian:{house.mother}:1:0",
        f"ki:staff:{house.administrator.id}::0",
        f"kr:staff:{house.administrator.id}::999:",
        "kf:1",
        "kx:1:1:0",
        "ep:0",
        "kw",
    ):
        answer = await teacher.press_data(data, teacher.screen.id)
        assert "Нет доступа" in answer.text, data
    await teacher.never_sees("Иванова")


def button_data(message: Msg, label: str) -> str:
    """What the button whose label holds the text carries."""
    return next(button.data for row in message.keyboard or [] for button in row if label in button.text)
