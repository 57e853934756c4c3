"""«Правила школы» as the staff read and change them, over real HTTP."""

import re

import pytest

from core.app import App
from regulations import load, text_of
from sandbox import Phone
from tests.regulations.conftest import Office
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import days_after
from tests.support.stage import Scene


@pytest.fixture
async def director(stage: Scene, office: Office) -> Phone:
    phone = stage.phone(office.director)
    await phone.send("/menu")
    await phone.sees("Сегодня")
    return phone


async def running(app: App) -> str:
    async with app.work() as work:
        return work.regulation(MONDAY).name


async def test_a_teacher_reads_the_rules_and_chooses_nothing(stage: Scene, office: Office) -> None:
    teacher = stage.phone(office.teacher)
    await teacher.send("/menu")
    await teacher.sees("Сегодня")

    await teacher.press("Правила школы")

    await teacher.sees("Общий регламент", "Тема и отсутствующие: до 21:00 в день урока", "7 дней после урока")
    assert "Выбрать регламент" not in teacher.screen.labels
    await teacher.press("Домой")
    await teacher.sees("Сегодня")


async def test_the_director_chooses_a_preset_from_today(app: App, director: Phone) -> None:
    await director.press("Правила школы")
    await director.press("Выбрать регламент")
    await director.press("Положение лицея № 68")
    await director.sees("Что изменится", "было: до 21:00 в день урока", "станет: до конца дня урока (п. 5.1)")
    assert await running(app) == "default"

    await director.press("Подтвердить: с 23 ноября")

    await director.sees("Готово: правила действуют с 23 ноября", "Положение лицея № 68", "(п. 5.1)")
    assert await running(app) == "lic68"


async def test_rules_are_put_off_to_a_typed_day(app: App, director: Phone, clock: FakeClock) -> None:
    await director.press("Правила школы")
    await director.press("Выбрать регламент")
    await director.press("Инструкция Каменской школы")
    await director.press("Другой день")
    await director.sees("С какого дня?")
    await director.send("вчера давно")
    await director.sees("Не получилось понять даты")
    await director.send("1 декабря")
    await director.sees("Начнёт действовать с 1 декабря")

    await director.press("Подтвердить: с 1 декабря")

    await director.sees("С 1 декабря: Инструкция Каменской школы")
    assert await running(app) == "default"
    async with app.work() as work:
        assert work.regulation(days_after(8)) == load("kam")

    await director.press("Отменить выбранное с 1 декабря")
    await director.press("Подтвердить: с 1 декабря")
    await director.sees("Отменено: с 1 декабря правила останутся прежними")
    async with app.work() as work:
        assert work.regulation(days_after(8)) == load("default")


async def test_a_deputy_changes_a_single_rule(app: App, stage: Scene, office: Office) -> None:
    deputy = stage.phone(office.deputy)
    await deputy.send("/menu")
    await deputy.sees("Сегодня")
    await deputy.press("Правила школы")
    await deputy.press("Изменить правило")
    await deputy.press("Сроки записей")
    await deputy.press("Тема и отсутствующие")
    assert "✓ до 21:00 в день урока" in deputy.screen.labels
    await deputy.press("до 18:00 в день урока")
    await deputy.sees("станет: до 18:00 в день урока (изменено школой)")

    await deputy.press("Подтвердить: с 23 ноября")

    await deputy.sees("Тема и отсутствующие: до 18:00 в день урока (изменено школой)")


async def test_long_values_are_offered_by_number(director: Phone) -> None:
    await director.press("Правила школы")
    await director.press("Изменить правило")
    await director.press("Итоговые отметки")
    await director.press("Отметок для итоговой")

    await director.sees("1. ✓ не меньше 3 при 2 ч. в неделю", "2. не меньше 3 при 2 ч. в неделю и меньше; больше часов")
    await director.press("2")
    await director.sees("станет: не меньше 3")


async def test_every_rule_opens_and_every_page_turns(director: Phone) -> None:
    await director.press("Правила школы")
    seen = director.screen.text
    while "Дальше ›" in director.screen.labels:
        await director.press("Дальше ›")
        seen += director.screen.text
    for group in ("Сроки записей", "Первый класс", "Итоговые отметки", "Контроль", "Данные и хранение"):
        assert group in seen
    await director.press("Изменить правило")
    for group in [label for label in director.screen.labels if label not in {"‹ Назад", "⌂ Домой"}]:
        await director.press(group)
        for rule in [label for label in director.screen.labels if label not in {"‹ Назад", "⌂ Домой"}]:
            await director.press(rule, exact=True)
            await director.sees("Сейчас:")
            await director.press("‹ Назад")
            await director.sees(group)
        await director.press("‹ Назад")
        await director.sees("Какое правило изменить?")


async def test_a_colleagues_choice_made_meanwhile_is_shown_before_anything_is_written(
    app: App, stage: Scene, office: Office, director: Phone
) -> None:
    await director.press("Правила школы")
    await director.press("Выбрать регламент")
    await director.press("Положение лицея № 68")
    await director.sees("Что изменится")
    deputy = stage.phone(office.deputy)
    await deputy.send("/menu")
    await deputy.sees("Сегодня")
    for label in ("Правила школы", "Выбрать регламент", "Инструкция Каменской школы", "Подтвердить: с 23 ноября"):
        await deputy.press(label)
    await deputy.sees("Готово")

    await director.press("Подтвердить: с 23 ноября")

    await director.sees("тем временем изменил кто-то другой")
    assert await running(app) == "kam"
    await director.press("Подтвердить: с 23 ноября")
    await director.sees("Готово")
    assert await running(app) == "lic68"


async def test_a_regulation_goes_out_as_a_file_and_comes_back_changed(app: App, director: Phone) -> None:
    await director.press("Правила школы")
    await director.press("Получить файлом")
    await director.sees("Измените в файле нужное")
    body = re.sub(r"at = 21:00:00", "at = 19:30:00", text_of("default"), count=1)

    await director.upload(body.encode(), "Наш.toml")

    await director.sees("Файл принят", "станет: до 19:30 в день урока")
    assert await running(app) == "default"
    await director.press("Подтвердить: с 23 ноября")
    await director.sees("Готово")
    assert await running(app) == "наш"


async def test_a_faulty_file_is_answered_with_its_place_and_what_is_allowed(app: App, director: Phone) -> None:
    await director.upload('title = "Наш"\n[roll]\ndays = 99'.encode(), "Наш.toml")
    await director.sees("Регламент не принят", "roll.days", "Нужно целое число от 0 до 60")

    await director.upload(b"PK\x03\x04", "Наш.toml")
    await director.sees("Это не файл TOML")
    assert await running(app) == "default"


async def test_a_teachers_file_is_not_taken(app: App, stage: Scene, office: Office) -> None:
    teacher = stage.phone(office.teacher)
    await teacher.upload('title = "Наш"'.encode(), "Наш.toml")

    await teacher.sees("Регламент меняют директор и завуч")
    assert await running(app) == "default"


async def test_a_forged_press_of_a_teacher_changes_nothing(app: App, stage: Scene, office: Office) -> None:
    teacher = stage.phone(office.teacher)
    await teacher.send("/menu")
    await teacher.sees("Сегодня")

    for data in ("Rc:rso::20261123:0", "Rp:rso::", "Rl", "Re:", "Rr:roll", "Rf:default", "Rd:rso:"):
        answer = await teacher.press_data(data, teacher.screen.id)
        assert "Нет доступа" in answer.text
    assert await running(app) == "default"


async def test_buttons_of_rules_that_are_not_there_are_out_of_date(director: Phone) -> None:
    for data in ("Rr:nothing", "Re:nothing", "Rp:roll:t99:", "Rt:x", "Rc:roll:t21:20261123"):
        answer = await director.press_data(data, director.screen.id)
        assert "устарела" in answer.text or "больше нет" in answer.text


async def test_a_regulation_sent_instead_of_an_answer_is_taken_as_what_it_is(director: Phone) -> None:
    await director.press("Правила школы")
    await director.press("Выбрать регламент")
    await director.press("Инструкция Каменской школы")
    await director.press("Другой день")
    await director.sees("С какого дня?")

    await director.upload('title = "Наш порядок"\nentries_in_russian = false'.encode(), "Наш.toml")

    await director.sees("Файл принят, регламент «Наш порядок» сохранён")
