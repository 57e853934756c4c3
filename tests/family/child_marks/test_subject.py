"""A subject of a child: every mark explained, the way to a five, the class as a number."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import update

from bots.family.screens.marks_period import period_screen
from bots.family.screens.marks_subject import subject_screen
from core.diary.marks_period import period_marks
from locales import LANGUAGES, translator
from locales.goals import for_kind
from storage.models import MarkNews, RegulationChoice, WorkKind
from tests.family.child_marks.looking import classmates, marks_of, page_of
from tests.family.conftest import Enter, Family
from tests.family.marking import Marking
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import SchoolBuilder, days_after


async def test_the_pupil_hears_of_a_mark_before_the_mother(
    enter: Enter, clock: FakeClock, family: Family, school: SchoolBuilder, marking: Marking, algebra: int
) -> None:
    child = await school.connected_pupil(family.pupil_id)
    mark = await marking.mark(family.pupil_id, await school.lesson(algebra), "5", "О", clock.now())
    due = clock.now() + timedelta(minutes=10)
    later = due + timedelta(minutes=15)
    await marking.add(MarkNews(mark_id=mark, pupil_id=family.pupil_id, pupil_due=due, family_due=later))
    clock.forward(minutes=11)
    async with enter(child) as work:
        own = await period_marks(work, family.pupil_id)
    assert [s.standing.average for s in own.subjects] == [5]
    assert [s.standing.average for s in (await marks_of(enter, family)).subjects] == [None]


async def test_every_mark_explains_what_it_did_to_the_average(
    enter: Enter, family: Family, marking: Marking, algebra: int, subject: int
) -> None:
    await marking.give(family.pupil_id, algebra, "5", "3")
    await marking.give(family.pupil_id, algebra, "5", kind="К", comment="Без ошибок <b>")
    await marking.give(family.pupil_id, algebra, "2", kind="ДЗ", weight="0")
    page = await page_of(enter, family, subject)
    # 5; 8 / 2 = 4.00; (8 + 7.5) / 3.5 = 4.43; the homework weighs nothing; the plain average: 13 / 3.
    assert [(m.before, m.after, m.counts) for m in reversed(page.marks)] == [
        (None, Decimal("5.00"), True),
        (Decimal("5.00"), Decimal("4.00"), True),
        (Decimal("4.00"), Decimal("4.43"), True),
        (Decimal("4.43"), Decimal("4.43"), False),
    ]
    assert (page.weighted, page.plain) == (Decimal("4.43"), Decimal("4.33"))
    said = subject_screen(page, 0, translator("ru")).text
    assert "Взвешенный средний: <b>4,43</b>. Обычный: 4,33." in said
    assert "По нему выходит <b>4</b>: 5 — от 4,50" in said
    assert "Последняя отметка: 5 за контрольную работу, вес 1,5. Было 4,00, стало 4,43." in said
    assert "(5 + 3 + 5×1,5) : 3,5 = 4,43" in said
    assert "<b>2</b> · Домашнее задание, вес 0: в среднем не учитывается" in said
    assert "«Без ошибок &lt;b&gt;»" in said


async def test_the_way_to_a_five_counts_what_the_lessons_left_allow(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, algebra: int, subject: int
) -> None:
    await marking.give(family.pupil_id, algebra, "4", kind="К")
    await marking.give(family.pupil_id, algebra, "4", "5")
    t = translator("ru")
    assert "Уроков до конца периода больше нет." in subject_screen(await page_of(enter, family, subject), 0, t).text
    await school.lesson(algebra, 3, days_after(1))
    page = await page_of(enter, family, subject)
    assert "Чтобы вышла <b>5</b>: одна 5 за контрольную работу." in subject_screen(page, 0, t).text
    await school.lesson(algebra, 3, days_after(2))
    page = await page_of(enter, family, subject)
    ways = "Чтобы вышла <b>5</b>: две 5 за ответ на уроке или одна 5 за контрольную работу."
    assert ways in subject_screen(page, 0, t).text


async def test_out_of_reach_in_this_period_is_said_in_numbers(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, algebra: int, subject: int
) -> None:
    await marking.give(family.pupil_id, algebra, "3", "3", "3", "4")
    await school.lesson(algebra, 3, days_after(1))
    said = subject_screen(await page_of(enter, family, subject), 0, translator("ru")).text
    # (13 + 5n) / (4 + n) >= 4.495 from n = 10 on: 63 / 14 = 4.50.
    assert "Чтобы вышла <b>5</b>, нужно ещё не меньше 10 отметок, а уроков до конца периода 1." in said
    assert "Чтобы вышла <b>4</b>: одна 5 за ответ на уроке." in said


async def test_the_five_that_is_likely_already_says_what_could_cost_it(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, algebra: int, subject: int
) -> None:
    await marking.give(family.pupil_id, algebra, "5", "5", "4")
    await school.lesson(algebra, 3, days_after(1))
    said = subject_screen(await page_of(enter, family, subject), 0, translator("ru")).text
    assert "<b>5</b> уже выходит.\nОдна 3 за ответ на уроке опустит средний до 4,25, и выйдет 4." in said


async def test_the_class_is_a_number_and_only_of_five_pupils(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, algebra: int, subject: int
) -> None:
    await marking.give(family.pupil_id, algebra, "5")
    await classmates(school, marking, family, algebra, "2", "3", "4")
    assert (await page_of(enter, family, subject)).of_class is None
    await classmates(school, marking, family, algebra, "4")
    # (5 + 2 + 3 + 4 + 4) / 5 = 3.60
    page = await page_of(enter, family, subject)
    assert page.of_class == Decimal("3.60")
    assert "Соклассник" not in subject_screen(page, 0, translator("ru")).text


async def test_the_school_that_counts_plainly_says_so(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, algebra: int, subject: int
) -> None:
    await choose_plain(school)
    await marking.give(family.pupil_id, algebra, "3")
    await marking.give(family.pupil_id, algebra, "5", kind="К")
    page = await page_of(enter, family, subject)
    assert (page.average, page.weighted) == (Decimal("4.00"), Decimal("4.20"))
    said = subject_screen(page, 0, translator("ru")).text
    assert "Средний: <b>4,00</b>. Взвешенный: 4,20, в школе считают обычный." in said
    assert "вес" not in said.split("считают обычный.")[1]


async def choose_plain(school: SchoolBuilder) -> None:
    row = RegulationChoice(
        since=date(2026, 9, 1), name="default", overrides={"average": "plain"}, chosen_at=moscow(MONDAY, "08:00")
    )
    async with school.sessions() as session, session.begin():
        session.add(row)


@pytest.mark.parametrize(
    ("values", "weight", "said"),
    [
        ((), None, "Отметок пока нет."),
        (("dot",), None, "Не сдано работ: 1."),
        (("5",), None, "средний 5,00"),
        (("5", "2"), "0", "Отметок, которые учитываются в среднем, нет."),
        (("not_assessed", "exempt"), None, "Отметок, которые учитываются в среднем, нет."),
    ],
)
async def test_poor_subjects_are_clear_too(
    enter: Enter,
    family: Family,
    marking: Marking,
    algebra: int,
    subject: int,
    values: tuple[str, ...],
    weight: str | None,
    said: str,
) -> None:
    await marking.give(family.pupil_id, algebra, *values, weight=weight)
    page = await page_of(enter, family, subject)
    for language in LANGUAGES:
        assert subject_screen(page, 0, translator(language)).text
        assert period_screen(await marks_of(enter, family), translator(language)).text
    assert said in subject_screen(page, 0, translator("ru")).text


async def test_a_long_half_year_goes_by_pages_and_fits(
    enter: Enter, family: Family, marking: Marking, algebra: int, subject: int
) -> None:
    async with marking.sessions() as session, session.begin():
        await session.execute(update(WorkKind).values(name="Ж" * 62 + WorkKind.letter))
    await marking.give(family.pupil_id, algebra, *["5", "2"] * 15, kind="К", comment="&" * 500)
    page = await page_of(enter, family, subject)
    for first in (0, 12, 24, 999):
        screen = subject_screen(page, first, translator("ru"))
        assert len(screen.text) <= 4096
        assert sum(map(len, screen.rows)) <= 100
    labels = [button.label for row in subject_screen(page, 12, translator("ru")).rows for button in row]
    assert {"‹ Раньше", "Позже ›"} <= set(labels)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("Контрольная работа", "контрольную работу"),
        ("Ответ на уроке", "ответ на уроке"),
        ("Техника чтения", "технику чтения"),
        ("Словарный диктант", "словарный диктант"),
        ("Домашняя работа", "домашнюю работу"),
        ("ВПР", "ВПР"),
    ],
)
def test_kinds_stand_in_the_right_case_after_for(kind: str, said: str) -> None:
    assert for_kind(kind, translator("ru")) == said
