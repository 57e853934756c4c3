"""Final marks as people tap through them, over real HTTP; the diary on paper in the family's chat."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from core.app import App
from core.finals.telling import tell_final_marks
from core.terms import Role
from sandbox import Phone
from tests.finals.conftest import Quarter, a_period
from tests.support.clock import FakeClock
from tests.support.school import Person
from tests.support.stage import Scene, playing, scene

SATURDAY = date(2026, 11, 28)


@pytest.fixture
async def stage(app: App, tmp_path: Path, quarter: Quarter) -> AsyncIterator[Scene]:
    """The product at work at noon on Monday; three pupils with marks enough, few and none."""
    await quarter.mark(quarter.class7b.ivanov, *"54545")
    await quarter.mark(quarter.class7b.petrova, *"33")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


async def at_home(stage: Scene, person: Person, sees: str) -> Phone:
    phone = stage.phone(person)
    await phone.send("/menu")
    await phone.sees(sees)
    return phone


async def open_finals(stage: Scene, person: Person) -> Phone:
    phone = await at_home(stage, person, "Классный журнал")
    await phone.press("Классный журнал")
    await phone.press("7Б Алгебра")
    await phone.press("Итоговые")
    await phone.sees("7Б · Алгебра", "2 четверть: итоговые отметки")
    return phone


def labels(phone: Phone) -> list[list[str]]:
    return [[button.text for button in row] for row in phone.screen.keyboard or []]


async def open_as_management(stage: Scene, person: Person) -> Phone:
    phone = await at_home(stage, person, "Классный журнал")
    for label in ("Классный журнал", "Все классы", "7Б", "Алгебра", "Итоговые"):
        await phone.press(label)
    return phone


async def test_the_page_says_what_is_proposed_and_why_not(stage: Scene, quarter: Quarter) -> None:
    phone = await open_finals(stage, quarter.class7b.teacher)

    assert phone.screen.text.splitlines() == [
        "7Б · Алгебра, 2 четверть: итоговые отметки",
        "Срок: до 27 ноября (Общий регламент).",
        "Нужно не меньше 5 отметок.",
        "",
        "Без итоговой отметки: 3 ученика.",
        "Ёжиков Лев — нет (⚠ мало: 0 из 5)",
        "Иванов Пётр — предлагается 5 (ср. 4,60, 5 отметок)",
        "Петрова Анна — предлагается 3 (ср. 3,00, ⚠ мало: 2 из 5)",
    ]
    assert labels(phone)[:3] == [
        ["Поставить все предложенные (1)"],
        ["— Ёжиков Лев", "5? Иванов Пётр"],
        ["3? Петрова Анна"],
    ]


async def test_all_proposed_are_set_after_a_preview(stage: Scene, quarter: Quarter) -> None:
    phone = await open_finals(stage, quarter.class7b.teacher)
    await phone.press("Поставить все предложенные")
    await phone.sees("Поставить предложенные отметки?", "Иванов Пётр — 5", "Не войдут 2 ученика")

    answer = await phone.press("Поставить (1)")

    assert answer.text == "Отметки поставлены"
    await phone.sees("Без итоговой отметки: 2 ученика", "Иванов Пётр — 5 (ср. 4,60, 5 отметок)")


async def test_one_pupils_mark_is_two_taps(stage: Scene, quarter: Quarter) -> None:
    phone = await open_finals(stage, quarter.class7b.teacher)
    await phone.press("Петрова Анна")
    await phone.sees("Отметки: 3 (О), 3 (О)", "По расчёту: 3", "Итоговой отметки пока нет")

    answer = await phone.press("н/а")

    assert answer.text == "Петрова Анна: н/а"
    await phone.sees("Петрова Анна — н/а", "по расчёту 3")
    await phone.press("Петрова Анна")
    await phone.press("Убрать отметку")
    await phone.sees("Петрова Анна — предлагается 3")


async def test_the_year_is_told_from_its_periods(stage: Scene, quarter: Quarter) -> None:
    phone = await open_finals(stage, quarter.class7b.teacher)

    await phone.press("Год")

    await phone.sees("7Б · Алгебра: отметки за год", "⚠ есть период без отметки", "среднее отметок за периоды")
    await phone.press("Петрова Анна")
    await phone.sees("Петрова Анна, Алгебра, год", "По периодам: 2 четверть — нет")


async def test_long_before_the_year_s_end_a_period_without_a_mark_is_no_warning(stage: Scene, quarter: Quarter) -> None:
    await a_period(quarter.class7b, "4 четверть", date(2027, 4, 1), date(2027, 5, 26))
    phone = await open_finals(stage, quarter.class7b.teacher)

    await phone.press("Год")

    await phone.sees("7Б · Алгебра: отметки за год", "Ставят с")
    assert "⚠" not in phone.screen.text


async def test_after_the_term_the_teacher_asks_and_a_deputy_lets_it_in(
    stage: Scene, quarter: Quarter, clock: FakeClock
) -> None:
    deputy = await at_home(stage, quarter.class7b.deputy, "Классный журнал")
    clock.set("12:00", SATURDAY)
    phone = await open_finals(stage, quarter.class7b.teacher)
    await phone.sees("Срок был до 27 ноября", "Можно отправить запрос")
    await phone.press("Иванов Пётр")
    await phone.press("5", exact=True)
    await phone.sees("Срок для итоговых отметок", "7Б · Алгебра, 2 четверть", "Ученик: Иванов Пётр", "Записать: 5")
    await phone.press("Отправить запрос")
    await phone.send("Болела")

    await deputy.sees("Алгебраистова А. И.", "7Б · Алгебра, 2 четверть", "Итоговая отметка", "Причина: Болела")
    await deputy.press("Разрешить")

    await phone.sees("Ваш запрос разрешён")
    row = (await quarter.rows())[quarter.class7b.ivanov]
    assert (row.value, row.set_by, row.approved_by) == ("5", quarter.class7b.teacher.id, quarter.class7b.deputy.id)


async def test_after_the_term_the_director_sets_all_with_a_reason(
    stage: Scene, quarter: Quarter, clock: FakeClock
) -> None:
    director = await quarter.class7b.school.connected_staff("Директорова", Role.DIRECTOR)
    clock.set("12:00", SATURDAY)
    phone = await open_as_management(stage, director)
    await phone.press("Поставить все предложенные")
    await phone.press("Поставить (1)")
    await phone.press("Указать причину")

    await phone.send("Учитель болен")

    await phone.sees("Записано")
    row = (await quarter.rows())[quarter.class7b.ivanov]
    assert (row.value, row.set_by, row.approved_by) == ("5", director.id, director.id)


async def test_the_deputy_looks_and_is_offered_nothing(stage: Scene, quarter: Quarter) -> None:
    phone = await open_as_management(stage, quarter.class7b.deputy)
    await phone.sees("Ставит учитель")

    await phone.press("Иванов Пётр")

    await phone.sees("По расчёту: 5", "Ставит учитель")
    assert labels(phone) == [["‹ Назад", "⌂ Домой"]]


async def test_the_family_hears_and_opens_the_marks(stage: Scene, quarter: Quarter, app: App, clock: FakeClock) -> None:
    mother = await at_home(stage, quarter.class7b.mother, "Пётр")
    clock.set("14:00")
    await quarter.set(quarter.class7b.ivanov, "5")
    clock.forward(minutes=10)

    async with app.work() as work:
        await tell_final_marks(work)

    await mother.sees("Иванов Пётр: итоговые отметки", "2 четверть", "Алгебра — 5")
    await mother.press("Отметки")
    await mother.sees("Алгебра")


async def test_the_diary_of_a_period_comes_as_a_file(stage: Scene, quarter: Quarter) -> None:
    mother = await at_home(stage, quarter.class7b.mother, "Пётр")
    await mother.press("Ещё…")
    await mother.press("Дневник в PDF")
    await mother.sees("Пётр Иванов: дневник в PDF", "За какой период?")

    await mother.press("2 четверть")

    sent = await mother.sees("Дневник: Пётр Иванов, 2 четверть 2026/2027")
    assert sent.document is not None
    assert sent.document.name == "Дневник Иванов Пётр 2 четверть 2026-2027.pdf"
    assert (await mother.download(sent)).startswith(b"%PDF-")
