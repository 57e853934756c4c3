"""The class journal and the groups as people tap through them, over real HTTP."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetMe

from core.app import App
from core.terms import Role
from sandbox import Phone
from sandbox.files import picture_size
from tests.groups.conftest import Split, split  # noqa: F401 - the same groups, through phones
from tests.journal.conftest import Month, month  # noqa: F401 - the same class
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class
from tests.support.clock import FakeClock
from tests.support.school import Person
from tests.support.stage import Scene, playing, scene

DECEMBER = date(2026, 12, 1)


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    """The product at work at 10:00 on Monday."""
    clock.set("10:00")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


async def at_home(stage: Scene, person: Person) -> Phone:
    phone = stage.phone(person)
    await phone.send("/menu")
    await phone.sees("Классный журнал")
    return phone


async def open_algebra(stage: Scene, person: Person) -> Phone:
    phone = await at_home(stage, person)
    await phone.press("Классный журнал")
    await phone.press("7Б Алгебра")
    await phone.sees("7Б · Алгебра", "ноябрь 2026")
    return phone


async def test_the_page_is_a_picture_in_place_of_the_list(stage: Scene, month: Month) -> None:  # noqa: F811
    phone = await open_algebra(stage, month.class7b.teacher)

    page = phone.screen
    assert page.photo is not None
    assert picture_size(await phone.download(page)) == (page.photo.width, page.photo.height)
    assert page.photo.width > 500
    assert len([msg for msg in phone.messages if msg.from_bot]) == 1


async def test_where_a_text_stays_a_text_the_picture_comes_anew(
    stage: Scene,
    month: Month,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise TelegramBadRequest(GetMe(), "there is no media in the message to edit")

    monkeypatch.setattr(Bot, "edit_message_media", refuse)

    phone = await open_algebra(stage, month.class7b.teacher)
    await phone.settle()

    assert [msg.photo is not None for msg in phone.messages if msg.from_bot] == [True]


async def test_months_are_flipped_within_one_message(stage: Scene, month: Month) -> None:  # noqa: F811
    class7b = month.class7b
    await class7b.school.lesson(class7b.load, 1, DECEMBER)
    phone = await open_algebra(stage, class7b.teacher)
    before = phone.screen

    await phone.press("декабрь ›")

    await phone.sees("7Б · Алгебра", "декабрь 2026")
    assert phone.screen.id == before.id
    assert phone.screen.photo != before.photo
    await phone.press("‹ ноябрь")
    await phone.sees("ноябрь 2026")


async def test_home_from_a_picture_leaves_one_message(stage: Scene, month: Month) -> None:  # noqa: F811
    phone = await open_algebra(stage, month.class7b.teacher)

    await phone.press("Домой")

    await phone.sees("Сегодня")
    await phone.settle()
    assert [bool(msg.photo) for msg in phone.messages if msg.from_bot] == [False]


async def test_the_spreadsheet_comes_as_a_file(stage: Scene, month: Month) -> None:  # noqa: F811
    phone = await open_algebra(stage, month.class7b.teacher)

    answer = await phone.press("XLSX")

    assert answer.text == "Таблица отправлена"
    assert phone.screen.documents[0].name == "7Б Алгебра ноябрь 2026.xlsx"


async def test_from_a_column_to_the_lesson_s_page(stage: Scene, month: Month) -> None:  # noqa: F811
    await month.change(month.lessons[0], topic="Степень с <нулём>")
    phone = await open_algebra(stage, month.class7b.teacher)

    await phone.press("Уроки")

    found = await phone.sees("9.11", "Степень с <нулём>")
    assert any(button.data == f"Pg:{month.lessons[0]}" for row in found.keyboard for button in row)


async def test_an_old_button_of_a_picture_that_is_gone_still_answers(stage: Scene, month: Month) -> None:  # noqa: F811
    phone = await open_algebra(stage, month.class7b.teacher)
    old = phone.screen.id
    await phone.press("Уроки")
    await phone.sees("9.11")

    answer = await phone.press_data(f"Jr:{month.class7b.load}:20261101", old)

    assert answer.answered
    await phone.sees("ноябрь 2026")


async def test_a_class_leader_opens_all_pages_of_the_class(stage: Scene, month: Month) -> None:  # noqa: F811
    phone = await at_home(stage, month.class7b.leader)

    await phone.press("Классный журнал")
    await phone.press("Журнал класса 7Б")
    await phone.press("Алгебра · Алгебраистова")

    await phone.sees("7Б · Алгебра", "ноябрь")


async def test_a_deputy_goes_from_the_classes_to_a_page(stage: Scene, month: Month) -> None:  # noqa: F811
    phone = await at_home(stage, month.class7b.deputy)

    await phone.press("Классный журнал")
    await phone.press("Все классы")
    await phone.press("7Б")
    await phone.press("Алгебра")

    await phone.sees("7Б · Алгебра", "ноябрь")


async def test_a_page_of_others_and_a_forged_month_are_refused(stage: Scene, month: Month) -> None:  # noqa: F811
    stranger = await month.class7b.school.connected_staff("Чужая")
    phone = await at_home(stage, stranger)

    answer = await phone.press_data(f"Jr:{month.class7b.load}:", phone.screen.id)

    assert "Нет доступа" in answer.text
    assert "устарела" in (await phone.press_data(f"Jr:{month.class7b.load}:2026", phone.screen.id)).text


async def test_a_page_without_lessons_is_told_in_words(stage: Scene, seven_b: Class7B) -> None:  # noqa: F811
    await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, subject="Музыка")
    phone = await at_home(stage, seven_b.teacher)
    await phone.press("Классный журнал")

    await phone.press("7Б Музыка")

    await phone.sees("Уроков на этой странице пока нет")


async def test_groups_are_made_with_a_tap_a_pupil(stage: Scene, split: Split) -> None:  # noqa: F811
    phone = await at_home(stage, split.class7b.deputy)
    await phone.press_data(f"Gr:{split.first}", phone.screen.id)
    await phone.sees("Без группы: 3")

    answer = await phone.press("+ Иванов Пётр")
    await phone.press("Группа 2")
    await phone.press("+ Петрова Анна")

    assert answer.text == "Иванов Пётр: группа 1 с 1 сентября"
    await phone.sees("Без группы: 1", "✓ Петрова Анна", "1: Иванов Пётр")


async def test_a_move_that_has_to_wait_offers_its_day(stage: Scene, split: Split) -> None:  # noqa: F811
    await split.move(split.class7b.ivanov, split.first)
    await split.lesson_with_roll(split.first, DECEMBER.replace(month=11, day=20))
    phone = await at_home(stage, split.class7b.deputy)
    await phone.press_data(f"Gr:{split.first}", phone.screen.id)

    await phone.press("✓ Иванов Пётр")
    await phone.sees("по окончании учебного периода")
    await phone.press("В группу 2 — с 11 января")

    await phone.sees("✓ Иванов Пётр")
    page = await split.page()
    pupil = page.pupil(split.class7b.ivanov)
    assert pupil is not None
    early = f"Gm:{split.first}:{pupil.pupil_id}:{split.second}:20261124:{pupil.seen}"
    assert "Уже так" in (await phone.press_data(early, phone.screen.id)).text
    none = f"Gm:{split.first}:{pupil.pupil_id}::20261124:{pupil.seen}"
    assert "Можно с 11 января" in (await phone.press_data(none, phone.screen.id)).text


async def test_a_teacher_sees_the_own_group_and_no_buttons_to_move(stage: Scene, split: Split) -> None:  # noqa: F811
    await split.move(split.class7b.ivanov, split.second)
    phone = await at_home(stage, split.other)

    await phone.press_data(f"Gr:{split.second}", phone.screen.id)

    shown = await phone.sees("Иванов Пётр")
    assert not any("Иванов" in label for label in shown.labels)


async def test_the_secretary_reaches_the_groups_without_the_journal(stage: Scene, split: Split) -> None:  # noqa: F811
    phone = await at_home(stage, split.secretary)

    await phone.press("Классный журнал")
    await phone.press("Все классы")
    await phone.press("7Б")
    await phone.press("Английский язык (1)")

    await phone.sees("+ Иванов Пётр")
    await phone.press("Назад")
    await phone.sees("Группы: 7Б")


async def test_a_director_of_a_school_of_many_classes_turns_pages(stage: Scene, seven_b: Class7B) -> None:  # noqa: F811
    for number in range(85):
        await seven_b.school.class_unit(f"{1 + number % 9}Я{number}")
    director = await seven_b.school.connected_staff("Директорова", Role.DIRECTOR)
    phone = await at_home(stage, director)
    await phone.press("Классный журнал")
    await phone.press("Все классы")

    await phone.press("Дальше ›")

    await phone.sees("‹ Раньше")
    assert all(len(msg.labels) <= 100 for msg in phone.messages)
