"""The family sees the day's marks of its own child, and nobody else's."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bots.family.screens.day import day_screen
from bots.family.screens.marks import marks_line
from core.app import App
from core.diary.day import DiaryDay, child_day, family_home
from core.marks.family import FamilyMark
from core.terms import MarkValue
from locales import LANGUAGES, translator
from tests.family.test_screens import DAY, LESSON
from tests.marks.conftest import Kinds, Marker
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.statements import counted

LONGEST = FamilyMark(MarkValue.NOT_ASSESSED, "Ж" * 64, "&" * 500)


async def day_of(app: App, seven_b: Class7B) -> DiaryDay:
    async with app.work(seven_b.mother.address) as work:
        return await child_day(work, seven_b.ivanov)


async def test_a_day_shows_the_child_s_marks_with_kind_and_comment(
    app: App, teacher: Marker, seven_b: Class7B, kinds: Kinds, clock: FakeClock
) -> None:
    sheet = await teacher.give(seven_b.ivanov, "5", kind=kinds["К"])
    line = sheet.line(seven_b.ivanov)
    assert line is not None
    await teacher.comment(line.marks[0].id, "Молодец")
    await teacher.give(seven_b.ivanov, "4", seen=1)
    await teacher.give(seven_b.petrova, "2")
    clock.forward(minutes=10)

    day = await day_of(app, seven_b)

    assert [(mark.value, mark.kind, mark.comment, mark.weight) for mark in day.lessons[0].marks] == [
        ("5", "Контрольная работа", "Молодец", Decimal("1.5")),
        ("4", "Ответ на уроке", "", 1),
    ]
    assert all(lesson.marks == () for lesson in day.lessons[1:])


async def test_a_removed_mark_is_gone_from_the_day(app: App, teacher: Marker, seven_b: Class7B) -> None:
    sheet = await teacher.give(seven_b.ivanov, "2")
    line = sheet.line(seven_b.ivanov)
    assert line is not None
    await teacher.remove(line.marks[0].id)
    assert (await day_of(app, seven_b)).lessons[0].marks == ()


async def test_the_home_of_one_child_shows_the_marks_too(
    app: App, teacher: Marker, seven_b: Class7B, clock: FakeClock
) -> None:
    await teacher.give(seven_b.ivanov, "5")
    clock.forward(minutes=10)
    async with app.work(seven_b.mother.address) as work:
        (day,) = (await family_home(work)).children
    assert [mark.value for mark in day.lessons[0].marks] == ["5"]


async def test_marks_cost_a_day_one_statement(app: App, teacher: Marker, seven_b: Class7B) -> None:
    await day_of(app, seven_b)
    with counted(seven_b.sessions) as statements:
        await day_of(app, seven_b)
    assert sum("FROM mark " in statement for statement in statements) == 1
    assert len(statements) <= 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_on_the_day_are_words_a_family_understands(language: str) -> None:
    t = translator(language)
    line = marks_line(tuple(FamilyMark(value, "Работа", "") for value in MarkValue), t)
    assert line.count("<b>") == 4
    if language == "ru":
        dot = marks_line((FamilyMark(MarkValue.DOT, "Проект", ""),), t)
        assert dot == "Отметка: <b>работа пока не сдана</b> (Проект)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_full_of_marks_fits_a_message(language: str) -> None:
    full = replace(LESSON, marks=(LONGEST,) * 6, subject="П" * 128, topic="Т" * 1000)
    screen = day_screen(replace(DAY, lessons=(full,) * 9), translator(language))
    assert len(screen.text) <= 4096
