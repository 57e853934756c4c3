"""A deputy arranges substitutions; the substitute, the class leader and the families hear, over real HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import update

from core.app import App
from sandbox import Phone
from storage.models import Lesson
from tests.chat.test_roll import button_data
from tests.substitution.conftest import TUESDAY, Changed
from tests.support.clock import FakeClock
from tests.support.stage import Scene, playing, scene


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock, changed: Changed) -> AsyncIterator[Scene]:
    """The product at work at 08:35 on Monday; no evening card comes to the families."""
    clock.set("08:35")
    await changed.no_cards()
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


@pytest.fixture
async def deputy(stage: Scene, changed: Changed) -> Phone:
    """The deputy's phone at Tuesday's substitutions, on Monday morning."""
    phone = stage.phone(changed.deputy)
    await phone.send("/menu")
    await phone.sees("Замены")
    await phone.press("Замены")
    await phone.sees("Замены: сегодня", "Изменений нет")
    await phone.press("вт 24.11 ›")
    await phone.sees("Замены: завтра")
    return phone


async def open_absent(deputy: Phone) -> None:
    await deputy.press("Учитель отсутствует")
    await deputy.sees("Кто отсутствует?")
    await deputy.press("Алгебраистова А. И. (2)")
    await deputy.sees("Отсутствует: Алгебраистова А. И.", "Решено 0 из 2")


async def test_an_absent_teacher_s_lessons_are_given_in_a_few_taps(
    deputy: Phone,
    stage: Scene,
    changed: Changed,
    clock: FakeClock,
) -> None:
    dance, algebra, leader = [stage.phone(p) for p in (changed.dance, changed.algebra, changed.leader)]
    mother = stage.phone(changed.mother)
    await open_absent(deputy)

    await deputy.press("1. 7Б Алгебра")
    await deputy.sees("Кто проведёт урок?", "Физикова А. И. · ведёт этот класс", "Танцева А. И.")
    await deputy.press("Танцева А. И.")
    await deputy.sees("Решено 1 из 2", "Алгебраистова А. И. → Танцева А. И.")
    await deputy.press("3. 7Б Алгебра", exact=True)
    await deputy.press("Физикова А. И.")
    await deputy.sees("Решено 2 из 2", "Все уроки решены", "вечером накануне, с 18:00")

    clock.forward(minutes=1)
    await dance.sees(
        "Изменения в расписании", "вт 24.11, 1-й урок, 08:30 · 7Б Алгебра", "Вы заменяете: Алгебраистова А. И."
    )
    await algebra.sees("Вместо вас: Танцева А. И.", "Вместо вас: Физикова А. И.")
    await leader.sees("Замена: Алгебраистова А. И. → Танцева А. И.")
    await mother.never_sees("изменения в расписании")
    clock.set("18:00")
    await mother.sees(
        "Иванов Пётр: изменения в расписании", "вторник, 24 ноября", "замена: Танцева А. И.", "Физикова А. И."
    )
    await mother.press("Открыть день")
    await mother.sees("Пётр Иванов, 7Б", "Танцева А. И. · замена")
    await dance.send("/today")
    await dance.sees("Сегодня, понедельник")
    await dance.press("вт 24.11 ›")
    await dance.sees("7Б Алгебра", "вы заменяете")


async def test_all_lessons_go_to_one(deputy: Phone, changed: Changed) -> None:
    await open_absent(deputy)

    await deputy.press("Все уроки одному")
    await deputy.sees("Танцева А. И. · 2 из 2")
    old = deputy.screen
    await deputy.press("Танцева А. И. · 2 из 2")

    await deputy.sees("Решено 2 из 2")
    answer = await deputy.press_data(button_data(old, "Танцева А. И. · 2 из 2"), old.id)
    assert answer.text == "Назначать нечего: уже так или часы заняты"
    await deputy.press("Учитель вышел: вернуть уроки")
    await deputy.sees("Решено 0 из 2")
    assert (await changed.lesson(changed.first)).teacher_id == changed.algebra.id


async def test_an_absent_teacher_is_found_by_a_few_letters_and_several_days(deputy: Phone) -> None:
    await deputy.press("Учитель отсутствует")
    await deputy.press("Найти по фамилии")
    await deputy.sees("Напишите несколько букв")
    await deputy.send("алгеб")
    await deputy.sees("Поиск «алгеб»: 1")
    await deputy.press("Алгебраистова А. И. (2)")

    await deputy.press("Другие дни")
    await deputy.sees("На какие дни отсутствует Алгебраистова А. И.?")
    await deputy.send("когда-нибудь")
    await deputy.sees("Не получилось понять даты")
    await deputy.settle()
    await deputy.send("24.11–27.11")

    await deputy.sees("Отсутствует: Алгебраистова А. И.", "вт 24.11 – пт 27.11", "Решено 0 из 2")


async def test_a_busy_teacher_is_asked_about(deputy: Phone, changed: Changed) -> None:
    await open_absent(deputy)
    await deputy.press("1. 7Б Алгебра")
    await deputy.press("Другие учителя")
    await deputy.sees("Геометрова А. И. · урок: 8А")

    await deputy.press("Геометрова А. И. · урок: 8А")
    await deputy.sees("Геометрова А. И.: в это время другой урок", "ведёт 8А Алгебра, 1-й урок")
    await deputy.press("Всё равно назначить")

    await deputy.sees("Решено 1 из 2", "Алгебраистова А. И. → Геометрова А. И.")


async def test_an_old_button_after_a_colleague_was_first(deputy: Phone, stage: Scene, changed: Changed) -> None:
    await open_absent(deputy)
    await deputy.press("1. 7Б Алгебра")
    old = deputy.screen
    await deputy.press("Танцева А. И.")

    answer = await deputy.press_data(button_data(old, "Физикова А. И. · ведёт этот класс"), old.id)

    assert "Коллега изменил урок раньше" in answer.text
    assert (await changed.lesson(changed.first)).teacher_id == changed.dance.id


async def test_a_lesson_is_cancelled_moved_and_given_another_room_from_the_class_s_day(
    deputy: Phone,
    stage: Scene,
    changed: Changed,
    clock: FakeClock,
) -> None:
    mother = stage.phone(changed.mother)
    await deputy.press("Изменить урок класса")
    await deputy.press("7Б")
    await deputy.sees("7Б: изменить уроки")
    await deputy.press("1. 7Б Алгебра")
    await deputy.press("Отменить урок")
    await deputy.sees("Отменён", "Семьям сообщим 23 ноября вечером, с 18:00")
    await deputy.press("‹ Назад")
    await deputy.press("2. 7Б Физика")
    await deputy.press("Кабинет")
    await deputy.press("Написать кабинет")
    await deputy.sees("Напишите кабинет")
    await deputy.send("актовый <зал>")
    await deputy.sees("По расписанию: каб. 31", "актовый <зал>")
    await deputy.press("‹ Назад")
    await deputy.press("3. 7Б Алгебра")
    await deputy.press("Перенести")
    await deputy.press("пятница, 27 ноября")
    await deputy.press("6-й, 13:25 — свободно")
    await deputy.sees("Перенесён: был вт 24.11, 3-м уроком", "6-й урок")

    clock.set("18:00")

    await mother.sees(
        "1. Алгебра — урока не будет",
        "2. Физика",
        "актовый <зал> вместо 31",
        "3. Алгебра — перенесён на пт 27.11, 6-й урок",
    )
    await mother.press("Открыть день")
    await mother.sees("Алгебра · урок отменён", "актовый <зал> вместо 31", "перенесён на пт 27.11, 6-й урок")


async def test_a_move_onto_another_lesson_is_asked_about(deputy: Phone, changed: Changed) -> None:
    await deputy.press("Изменить урок класса")
    await deputy.press("7Б")
    await deputy.press("1. 7Б Алгебра")
    await deputy.press("Перенести")
    await deputy.press("вторник, 24 ноября")
    await deputy.press("2-й, 09:25 — 7Б Физика")
    await deputy.sees("Этому мешает:", "у класса 2-й урок: 7Б Физика")

    await deputy.press("Отмена")

    await deputy.sees("7Б · Алгебра", "1-й урок")
    assert (await changed.lesson(changed.first)).lesson_no == 1


async def test_a_lesson_that_was_held_is_not_cancelled(deputy: Phone, changed: Changed, clock: FakeClock) -> None:
    await deputy.press("Изменить урок класса")
    await deputy.press("7Б")
    await deputy.press("1. 7Б Алгебра")
    taken = {"roll_taken_at": clock.now(), "roll_taken_by": changed.algebra.id}
    async with changed.sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id == changed.first).values(**taken))

    answer = await deputy.press("Отменить урок")

    assert "Урок уже проведён" in answer.text


async def test_a_change_of_today_rings_at_once_and_is_corrected(
    stage: Scene,
    changed: Changed,
    clock: FakeClock,
) -> None:
    clock.set("07:40", TUESDAY)
    deputy, mother = stage.phone(changed.deputy), stage.phone(changed.mother)
    await deputy.send("/menu")
    await deputy.sees("Замены")
    await deputy.press("Замены")
    await deputy.press("Изменить урок класса")
    await deputy.press("7Б")
    await deputy.press("1. 7Б Алгебра")
    await deputy.press("Отменить урок")
    clock.forward(minutes=1)
    await mother.sees("изменения в расписании", "1. Алгебра — урока не будет")

    await deputy.press("Вернуть урок")
    clock.forward(minutes=1)

    await mother.sees("расписание уточнено", "1. Алгебра — всё-таки по расписанию")


async def test_a_teacher_sees_the_day_s_changes_and_changes_nothing(
    deputy: Phone,
    stage: Scene,
    changed: Changed,
    clock: FakeClock,
) -> None:
    await open_absent(deputy)
    await deputy.press("1. 7Б Алгебра")
    await deputy.press("Танцева А. И.")
    dance = stage.phone(changed.dance)
    clock.forward(minutes=1)
    await dance.sees("Вы заменяете")
    await dance.press("Все замены дня")
    await dance.sees("1. 7Б Алгебра · Алгебраистова А. И. → Танцева А. И.")
    assert "Учитель отсутствует" not in dance.screen.labels

    answer = await dance.press_data(f"Sx:{changed.first}:0::::0", dance.screen.id)

    assert "Нет доступа" in answer.text
