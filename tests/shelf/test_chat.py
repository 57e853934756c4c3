"""A document from the director's phone to a family's, and who has read it, over real HTTP."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.actions.shelf import AddShelfItem, OpenShelfReaders, PublishShelfItem, SetShelfReaders
from core.terms import ShelfSection
from sandbox import Phone
from storage.models import ShelfItem, ShelfReading
from tests.delivery.conftest import until
from tests.shelf.conftest import Readership
from tests.support.school import Person
from tests.support.stage import Scene

PDF = b"%PDF-1.7 order"


@pytest.fixture
async def director(stage: Scene, readership: Readership) -> Phone:
    """The director's phone, asked for a new order; the others' bots are open."""
    for person in (readership.deputy, readership.teacher, readership.mother, readership.pupil):
        stage.phone(person)
    phone = await opened(stage, readership.director)
    await phone.press("Документы")
    await phone.press("Приказы · 0")
    await phone.press("Добавить документ")
    await phone.sees("Пришлите документ одним сообщением")
    return phone


async def opened(stage: Scene, person: Person) -> Phone:
    phone = stage.phone(person)
    await phone.send("/menu")
    await phone.next_message()
    return phone


async def published(phone: Phone) -> None:
    """The order just sent, for everybody, to be acknowledged."""
    await phone.sees("Черновик записан", "только сотрудникам")
    await phone.press("Сотрудникам и семьям")
    await phone.press("Просить ознакомиться")
    await phone.sees("сотрудникам и семьям. Просим отметить")
    await phone.press("Опубликовать")
    await phone.sees("Опубликовано 23 ноября")


async def family_shelf(phone: Phone) -> None:
    await phone.press("Ещё…")
    await phone.press("Документы")
    await phone.sees("Документы школы")


async def test_an_order_reaches_a_family_and_the_director_sees_who_has_read_it(
    stage: Scene, readership: Readership, director: Phone
) -> None:
    mother = await opened(stage, readership.mother)
    await director.upload(PDF, "prikaz.pdf", "application/pdf", caption="Приказ № 5 <b>о</b> каникулах & отдыхе")
    await published(director)

    await mother.sees("Новый документ школы", "Приказ № 5 <b>о</b> каникулах & отдыхе", "Приказы")
    await mother.press("Открыть документ")
    await mother.press("📎 prikaz.pdf")
    await mother.settle()
    assert await mother.download(mother.messages[-1]) == PDF
    await mother.press("Ознакомлен(а)")
    await mother.sees("Вы ознакомились 23 ноября в 12:00")

    await director.press("Кто ознакомился")
    await director.sees("Сотрудники: 0 из 3")
    await director.press("7Б 1/2")
    await director.sees("Семьи 7Б: 1 из 2", "✓ 23 ноября Иванова Мария")
    await director.press("Лист ознакомления")
    await director.sees("Лист ознакомления: Приказ № 5")
    sheet = await director.download(director.messages[-1])
    assert sheet.startswith(b"%PDF")


async def test_a_pupil_s_word_is_among_the_readers(stage: Scene, readership: Readership, director: Phone) -> None:
    pupil = await opened(stage, readership.pupil)
    await director.send("Правила для учащихся")
    await published(director)

    await pupil.sees("Новый документ школы", "Правила для учащихся")
    await pupil.press("Открыть документ")
    await pupil.press("Ознакомлен(а)")
    await pupil.sees("Вы ознакомились 23 ноября в 12:00")

    await director.press("Кто ознакомился")
    await director.press("7Б 1/2")
    await director.sees("Семьи 7Б: 1 из 2", "… Иванова Мария Петровна (Иванов Пётр)", "✓ 23 ноября Иванов Пётр")


async def test_what_is_for_the_staff_is_not_on_a_familys_shelf(
    stage: Scene, readership: Readership, director: Phone
) -> None:
    await director.send("Приказ о педсовете\nКабинет 12")
    await director.sees("Черновик записан", "Кабинет 12")
    await director.press("Опубликовать")
    await director.sees("Опубликовано")
    teacher, mother = await opened(stage, readership.teacher), await opened(stage, readership.mother)

    await teacher.press("Документы")
    await teacher.press("Приказы · 1")
    await teacher.press("Приказ о педсовете")
    await family_shelf(mother)

    await teacher.sees("Кабинет 12")
    assert "Опубликовать" not in teacher.screen.labels
    await mother.sees("Пока ничего не опубликовано")


async def test_a_link_that_is_none_is_said_and_asked_for_again(director: Phone) -> None:
    await director.send("Полезное\nhttps://user:pass@school.example")
    await director.sees("Ссылка не похожа на адрес страницы", "Пришлите документ")

    await director.send("Полезное\nschool.example/urok")

    await director.sees("Черновик записан")
    assert "Открыть ссылку" in director.screen.labels


async def test_two_people_publish_at_once_and_it_is_told_once(
    stage: Scene, readership: Readership, director: Phone, sessions: async_sessionmaker[AsyncSession]
) -> None:
    await director.send("Приказ")
    await director.sees("Черновик записан")
    await director.press("Просить ознакомиться")
    await director.sees("Просим отметить")
    deputy = await opened(stage, readership.deputy)
    teacher = stage.phone(readership.teacher)
    async with sessions() as session:
        item_id, rev = (await session.execute(select(ShelfItem.id, ShelfItem.rev))).one()
    await director.press("Опубликовать")
    await director.sees("Опубликовано 23 ноября")

    await deputy.press_data(PublishShelfItem(item_id, rev).pack(), deputy.screen.id)
    await deputy.press_data(SetShelfReaders(item_id, True, rev).pack(), deputy.screen.id)
    await deputy.settle()

    await teacher.sees("Новый документ школы")
    await teacher.settle()
    assert len([m for m in teacher.messages if "Новый документ" in m.text]) == 1
    await deputy.sees("только сотрудникам")


async def test_a_teacher_publishes_nothing_and_sees_no_drafts(
    stage: Scene, readership: Readership, director: Phone, sessions: async_sessionmaker[AsyncSession]
) -> None:
    await director.send("Черновик приказа")
    await director.sees("Черновик записан")
    teacher = await opened(stage, readership.teacher)

    said = await teacher.press_data(AddShelfItem(ShelfSection.ORDERS).pack(), teacher.screen.id)
    shown = await teacher.press_data(OpenShelfReaders(1).pack(), teacher.screen.id)

    assert "Нет доступа" in said.text
    assert "Нет доступа" in shown.text
    async with sessions() as session:
        assert await session.scalar(select(func.count(ShelfItem.id))) == 1


async def test_a_reminder_goes_to_those_who_have_not_read_and_once_a_day(
    stage: Scene, readership: Readership, director: Phone, sessions: async_sessionmaker[AsyncSession]
) -> None:
    mother, teacher = stage.phone(readership.mother), stage.phone(readership.teacher)
    await director.send("Приказ")
    await published(director)
    await mother.sees("Новый документ")
    await mother.press("Открыть документ")
    await mother.press("Ознакомлен(а)")
    await mother.sees("Вы ознакомились")
    await director.press("Кто ознакомился")

    await director.press("Напомнить")
    await director.press("Напомнить")

    await teacher.sees("Напоминаем", "Приказ")
    await teacher.settle()
    await mother.settle()
    assert len([m for m in teacher.messages if "Напоминаем" in m.text]) == 1
    assert not [m for m in mother.messages if "Напоминаем" in m.text]
    async with sessions() as session:
        assert await session.scalar(select(func.count(ShelfReading.id))) == 1


async def test_a_withdrawn_document_is_gone_for_everybody(
    stage: Scene, readership: Readership, director: Phone
) -> None:
    await director.send("Приказ")
    await published(director)
    mother = await opened(stage, readership.mother)
    push = await mother.sees("Новый документ")
    (old,) = (button.data for row in push.keyboard for button in row if button.text == "Открыть документ")

    await director.press("Снять с полки")
    await director.press("Да, убрать")
    await director.sees("Здесь пока пусто")
    await until(lambda: _gone(mother, push.id))
    await mother.press_data(old, mother.screen.id)

    await mother.sees("Иванов")


async def _gone(phone: Phone, message_id: int) -> bool:
    return message_id not in {message.id for message in phone.messages}


async def test_a_document_is_found_by_a_word_of_its_title(director: Phone) -> None:
    await director.send("Положение о зачёте")
    await director.sees("Черновик записан")
    await director.press("‹ Назад")
    await director.press("‹ Назад")
    await director.press("Найти по названию")
    await director.sees("Какое слово")

    await director.send("ПОЛОЖЕНИЕ о зачете")

    await director.sees("Найдено по «ПОЛОЖЕНИЕ о зачете»: 1")
    assert "✎ Положение о зачёте" in director.screen.labels


async def test_whoever_chose_english_is_asked_in_english(stage: Scene, readership: Readership, director: Phone) -> None:
    await director.send("Положение о зачёте")
    await director.sees("Черновик записан")
    await director.send("/language")
    await director.press("English")
    await director.press("Home")
    await director.press("Documents")

    await director.press("Find by title")

    await director.sees("Which word is in the title?")
