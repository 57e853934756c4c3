"""The whole way over real HTTP: the leader sends, the mother reads, the administrator prints."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.app import App
from core.terms import RemarkTone
from sandbox import Phone
from tests.letters.conftest import Letters
from tests.support.clock import FakeClock
from tests.support.school import days_after
from tests.support.stage import Scene, playing, scene


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock, klass: Letters) -> AsyncIterator[Scene]:
    """The product at work at noon on Monday."""
    clock.set("12:00")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


async def to_letters(leader: Phone) -> None:
    """From home, in two taps."""
    await leader.send("/start")
    await leader.sees("Класс: 7Б")
    await leader.press("Класс: 7Б")
    await leader.press("Письма родителям")


async def test_the_leader_sends_the_mother_reads_and_the_administrator_prints(stage: Scene, klass: Letters) -> None:
    leader, mother, office = stage.phone(klass.leader), stage.phone(klass.mother), stage.phone(klass.administrator)
    await klass.remark(klass.ivanov, RemarkTone.PRAISE, "Помог соседу & сам <решил>", days_after(-3))
    await klass.absent(klass.ivanov, klass.algebra, days_after(-4), "illness")

    await to_letters(leader)
    await leader.sees("Письма родителям: 7Б, 2 четверть", "3 ученика: в боте 1, на бумаге 2.")
    await leader.press("Всем (3)")
    await leader.sees("Кто как получит", "В боте (1):", "Иванов Пётр", "На бумаге (2):", "Ёжиков Лев, Петрова Анна")
    await leader.press("Отправить 1 и PDF для 2")
    await leader.sees("Отправлено. Писем в боте: 1.", "Файл для остальных — ниже.")
    file = await leader.sees("Письма родителям: 7Б, 2 четверть. 2 письма")
    assert (await leader.download(file)).startswith(b"%PDF")
    assert file.document is not None
    assert file.document.name == "Письма 7Б 2 четверть.pdf"

    read = await mother.sees("Письмо для родителей: Иванов Пётр", "Алгебра: средний 4,33; «5» — 1, «4» — 2")
    assert "Физика: средний 3,00; «3» — 1; не сдано работ: 1" in read.text
    assert "Пропущено уроков: 1 (по болезни 1). Опозданий нет." in read.text
    assert "Помог соседу & сам <решил>" in read.text
    await mother.press("Письмо в PDF")
    own = await mother.sees("Письмо: Пётр Иванов, 2 четверть")
    assert (await mother.download(own)).startswith(b"%PDF")
    await stage.phone(klass.own_phone).never_sees("Письмо для родителей")

    await leader.press("Нет принтера: на печать (2)")
    await leader.sees("Задание на печать передано")
    assert "Отправить им ещё раз?" not in leader.screen.text
    await leader.press("Нет принтера: на печать (2)")
    await leader.sees("Это уже ждёт печати")
    await office.sees("Просят напечатать", "7Б, 2 четверть, 2 шт. Руководителева А. И.")
    await office.press("Файл")
    sent = await office.sees("На печать: 7Б", "лист разрезают пополам")
    assert (await office.download(sent)).startswith(b"%PDF")
    await office.send("/start")
    await office.sees("На печать (1)")
    await office.press("На печать (1)")
    await office.press("1 · Напечатано")
    await office.sees("7Б: напечатано, Руководителева А. И. узнает об этом.", "Печатать нечего.")
    await leader.sees("Напечатано: письма родителям, 7Б", "Админова А. И.")


async def test_chosen_pupils_only_and_a_second_time_is_asked(stage: Scene, klass: Letters) -> None:
    leader, mother = stage.phone(klass.leader), stage.phone(klass.mother)
    await to_letters(leader)
    await leader.press("Выбрать учеников")
    await leader.press("☐ Иванов")
    await leader.sees("☑ Иванов Пётр", "☐ Петрова Анна", "Дальше (1)")
    await leader.press("☐ Петрова")
    await leader.press("☑ Петрова")
    await leader.press("Дальше (1)")
    await leader.press("Отправить (1)")
    await leader.sees("Отправлено. Писем в боте: 1.")
    await mother.sees("Письмо для родителей: Иванов Пётр")

    await leader.press("Назад")
    await leader.sees("Последний раз отправляли 23 ноября в 12:00.")
    await leader.press("Всем (3)")
    await leader.sees("Сегодня письмо уже получили (1):", "Отправить им ещё раз?", "Кроме них (2)")
    await leader.press("Отправить ещё раз (1)")
    await leader.sees("Отправлено. Писем в боте: 1.")


async def test_an_old_confirmation_sends_nothing_more(stage: Scene, klass: Letters) -> None:
    leader = stage.phone(klass.leader)
    await to_letters(leader)
    await leader.press("Всем (3)")
    screen = await leader.sees("Кто как получит")
    old = next(b.data for row in screen.keyboard for b in row if b.text.startswith("Отправить"))
    await leader.press("Отправить 1")
    await leader.sees("Отправлено")

    await leader.press_data(old, screen.id)
    await leader.sees("Пока вы смотрели, письма уже ушли.")
    assert len(await klass.pushes()) == 1


async def test_short_texts_are_copied_one_by_one_or_taken_as_a_file(stage: Scene, klass: Letters) -> None:
    leader = stage.phone(klass.leader)
    await to_letters(leader)
    await leader.press("Коротко, для SMS")
    await leader.sees("Для SMS: 7Б, 2 четверть", "Петрова А. 7Б 2 ч.: ср физ 4,0; без пропусков")
    copied = await leader.press("Петрова Анна")
    assert copied.copied == "Петрова А. 7Б 2 ч.: ср физ 4,0; без пропусков"
    await leader.press("Весь класс")
    await leader.sees("Иванов П. 7Б 2 ч.: ср алг 4,3; физ 3,0; долг 1; без пропусков")
    await leader.press("Файлом")
    file = await leader.sees("Тексты для SMS: 7Б, 2 четверть")
    told = (await leader.download(file)).decode("utf-8-sig")
    assert told.splitlines()[:2] == ["Ёжиков Лев", "Ёжиков Л. 7Б 2 ч.: отметок нет; без пропусков"]
