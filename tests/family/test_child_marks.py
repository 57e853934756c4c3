"""A child's marks as the family reads them: a period, a subject, final marks, charts."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bots.family.screens.marks_period import period_screen
from bots.family.screens.marks_subject import subject_screen
from core.actions.diary import OpenChildMarks
from core.app import App
from core.diary.charts import attendance_bars, movement, subject_bars
from core.diary.marks_period import PeriodMarks, final_table, period_marks
from core.diary.marks_subject import SubjectPage, subject_page
from core.errors import AccessDenied, ConsentNeeded, NothingThere
from core.terms import ConsentAnswer, FinalKind, MarkValue, Presence
from documents.charts import attendance_picture, movement_picture, subjects_picture
from locales import LANGUAGES, translator
from locales.goals import for_kind
from sandbox import Phone
from storage.models import (
    Attendance,
    ClassUnit,
    Enrolment,
    FinalMark,
    Lesson,
    MarkedSubject,
    MarkNews,
    RegulationChoice,
    StudyYear,
    TeachingLoad,
    WorkKind,
)
from tests.family.conftest import Enter, Family
from tests.family.marking import Marking
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import SchoolBuilder, days_after
from tests.support.stage import Scene, playing, scene
from tests.support.statements import counted

PNG = b"\x89PNG"


@pytest.fixture
async def marking(school: SchoolBuilder, clock: FakeClock) -> Marking:
    clock.set("20:00")
    return await Marking.of(school)


@pytest.fixture
async def quarter(marking: Marking) -> int:
    return await marking.period()


@pytest.fixture
async def algebra(school: SchoolBuilder, family: Family, quarter: int) -> int:
    """The journal page."""
    return await school.load(family.teacher_id, family.class_id)


@pytest.fixture
async def subject(school: SchoolBuilder, algebra: int) -> int:
    async with school.sessions() as session:
        return await session.scalar(select(TeachingLoad.subject_id).where(TeachingLoad.id == algebra)) or 0


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    clock.set("20:00")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


@pytest.fixture
async def mother(stage: Scene, family: Family) -> Phone:
    phone = stage.phone(family.mother)
    await phone.send("/menu")
    await phone.sees("Пётр Иванов")
    return phone


async def marks_of(enter: Enter, family: Family, period: int | None = None) -> PeriodMarks:
    async with enter(family.mother) as work:
        return await period_marks(work, family.pupil_id, period)


async def page_of(enter: Enter, family: Family, subject: int, period: int | None = None) -> SubjectPage:
    async with enter(family.mother) as work:
        return await subject_page(work, family.pupil_id, subject, period)


async def classmates(school: SchoolBuilder, marking: Marking, family: Family, load: int, *values: str) -> None:
    """A classmate with one mark for each value."""
    for number, value in enumerate(values):
        await marking.give(await school.pupil(family.class_id, f"Соклассник{number}"), load, value)


async def final(
    marking: Marking, family: Family, subject: int, period: int | None, value: str, at: str = "12:00"
) -> None:
    await marking.add(
        FinalMark(
            pupil_id=family.pupil_id,
            subject_id=subject,
            year_id=marking.school.year_id,
            kind=FinalKind.PERIOD if period else FinalKind.YEAR,
            period_id=period,
            value=MarkValue(value),
            set_by=family.teacher_id,
            set_at=moscow(MONDAY, at),
        )
    )


async def last_year(school: SchoolBuilder, marking: Marking, family: Family, value: str) -> int:
    """A year before this one in 6Б, with one mark; its period."""
    year = StudyYear(name="2025/2026", starts=date(2025, 9, 1), ends=date(2026, 5, 26))
    await marking.add(year)
    old = ClassUnit(year_id=year.id, name="6Б", key="6Б", grade_level=6)
    await marking.add(old)
    await marking.add(
        Enrolment(pupil_id=family.pupil_id, class_id=old.id, starts=date(2025, 9, 1), ends=date(2026, 5, 26))
    )
    load = await school.load(family.teacher_id, old.id)
    await marking.give(family.pupil_id, load, value, day=date(2026, 4, 15))
    return await marking.period("4 четверть", (date(2026, 4, 1), date(2026, 5, 26)), year=year.id)


# A period


async def test_each_subject_is_one_line_with_its_marks_average_and_likely_mark(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, algebra: int
) -> None:
    await school.load(family.teacher_id, family.class_id, subject="Биология")
    await marking.give(family.pupil_id, algebra, "5", "4", "3")
    await marking.give(family.pupil_id, algebra, "5", kind="К")
    await marking.give(family.pupil_id, algebra, "dot")
    facts = await marks_of(enter, family)
    said = period_screen(facts, translator("ru")).text
    # (5 + 4 + 3 + 5 x 1.5) / 4.5 = 4.33
    assert "<b>Алгебра</b>: 5 4 3 5 • · 4,33 · выходит <b>4</b>" in said
    assert "Без отметок: Биология." in said
    assert "• — работа ещё не сдана." in said


@pytest.mark.parametrize(("value", "sign"), [("5", "↑"), ("2", "↓"), ("4", "")])
async def test_the_movement_of_the_last_week_is_signed(
    enter: Enter, family: Family, marking: Marking, algebra: int, value: str, sign: str
) -> None:
    await marking.give(family.pupil_id, algebra, "4")
    await marking.give(family.pupil_id, algebra, value, day=days_after(-1))
    said = period_screen(await marks_of(enter, family), translator("ru")).text
    line = next(line for line in said.splitlines() if "Алгебра" in line)
    assert [arrow for arrow in "↑↓" if arrow in line] == list(sign)


async def test_what_is_set_for_the_period_and_the_year_stands_instead_of_the_likely_mark(
    enter: Enter, family: Family, marking: Marking, algebra: int, subject: int, quarter: int
) -> None:
    await marking.give(family.pupil_id, algebra, "4")
    await final(marking, family, subject, quarter, "5")
    await final(marking, family, subject, None, "4")
    said = period_screen(await marks_of(enter, family), translator("ru")).text
    assert "4 · 4,00 · за период <b>5</b> · за год <b>4</b>" in said
    assert "выходит" not in said


async def test_a_final_mark_is_held_as_every_mark(
    enter: Enter, clock: FakeClock, family: Family, marking: Marking, subject: int, quarter: int
) -> None:
    await final(marking, family, subject, quarter, "2", at="19:55")
    assert [s.final for s in (await marks_of(enter, family)).subjects] == [None]
    clock.forward(minutes=5)
    assert [s.final for s in (await marks_of(enter, family)).subjects] == [MarkValue.TWO]


async def test_a_subject_graded_by_pass_has_no_average(
    enter: Enter, family: Family, marking: Marking, algebra: int, subject: int
) -> None:
    await marking.add(MarkedSubject(subject_id=subject, grade_from=7, grade_to=7))
    await marking.give(family.pupil_id, algebra, "pass", "fail")
    said = period_screen(await marks_of(enter, family), translator("ru")).text
    assert "<b>Алгебра</b>: зач незач\n" in f"{said}\n"
    page = subject_screen(await page_of(enter, family, subject), 0, translator("ru")).text
    assert "среднего балла нет" in page
    assert "Чтобы вышла" not in page


async def test_grade_one_says_that_no_marks_are_given(
    enter: Enter, family: Family, school: SchoolBuilder, quarter: int
) -> None:
    first = await school.class_unit("1А")
    child = await school.pupil(first, "Малышев")
    await school.load(family.teacher_id, first, subject="Чтение")
    parent = await school.connected_guardian(child)
    async with enter(parent) as work:
        facts = await period_marks(work, child)
    screen = period_screen(facts, translator("ru"))
    assert "В 1 классе отметки не ставят." in screen.text
    assert "Чтение" not in screen.text
    labels = [button.label for row in screen.rows for button in row]
    assert not {"Итоговые", "Графики"} & set(labels)
    assert facts.span.period is not None
    assert facts.span.period.id == quarter


async def test_without_marks_or_periods_it_is_said_so(enter: Enter, family: Family, school: SchoolBuilder) -> None:
    await school.load(family.teacher_id, family.class_id)
    facts = await marks_of(enter, family)
    assert facts.span.period is None
    assert "Отметок пока нет." in period_screen(facts, translator("ru")).text


async def test_an_earlier_year_has_its_class_and_marks_a_tap_away(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, quarter: int
) -> None:
    before = await last_year(school, marking, family, "3")
    present = period_screen(await marks_of(enter, family), translator("ru"))
    assert "‹ 4 четверть, 2025/2026" in [button.label for row in present.rows for button in row]
    past = period_screen(await marks_of(enter, family, before), translator("ru"))
    assert "6Б" in past.text
    assert "4 четверть, 2025/2026" in past.text
    assert "<b>Алгебра</b>: 3 · 3,00" in past.text
    assert (await marks_of(enter, family)).span.period == (await marks_of(enter, family, quarter)).span.period


async def test_another_s_child_period_or_a_withdrawn_consent_opens_nothing(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, subject: int
) -> None:
    grade_ten = await marking.period("1 полугодие", (date(2026, 9, 1), date(2026, 12, 30)), grades=(10, 11))
    async with enter(family.stranger) as work:
        with pytest.raises(AccessDenied):
            await period_marks(work, family.pupil_id)
        with pytest.raises(AccessDenied):
            await subject_page(work, family.pupil_id, subject)
        with pytest.raises(AccessDenied):
            await final_table(work, family.pupil_id)
        with pytest.raises(AccessDenied):
            await movement(work, family.pupil_id, None, None)
    async with enter(family.mother) as work:
        with pytest.raises(NothingThere):
            await period_marks(work, family.pupil_id, grade_ten)
        with pytest.raises(NothingThere):
            await subject_page(work, family.pupil_id, 2**31 - 1)
        with pytest.raises(NothingThere):
            await final_table(work, family.pupil_id, 2**31 - 1)
    await school.consent(family.mother, ConsentAnswer.WITHDRAWN, guardian_id=family.mother.id)
    async with enter(family.mother) as work:
        with pytest.raises(ConsentNeeded):
            await period_marks(work, family.pupil_id)


async def test_a_sibling_s_marks_are_one_tap_away_and_a_stranger_s_are_not(
    enter: Enter, family: Family, school: SchoolBuilder, algebra: int
) -> None:
    sister = await school.pupil(family.class_id, "Иванова", "Вера")
    parent = await school.connected_guardian(family.pupil_id, sister)
    async with enter(parent) as work:
        screen = period_screen(await period_marks(work, family.pupil_id), translator("ru"))
    labels = {button.data: button.label for row in screen.rows for button in row}
    assert "Вера" in labels[OpenChildMarks(sister).pack()]
    assert OpenChildMarks(family.other_pupil_id).pack() not in labels


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


# A subject


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


# Statements


async def test_the_screens_cost_a_fixed_number_of_statements(
    enter: Enter, school: SchoolBuilder, family: Family, marking: Marking, algebra: int, subject: int
) -> None:
    await marking.give(family.pupil_id, algebra, *["5", "3"] * 10)
    for name in ("Биология", "Литература", "История"):
        load = await school.load(family.teacher_id, family.class_id, subject=name)
        await marking.give(family.pupil_id, load, "4", "5")
    pupil = family.pupil_id
    limits = (
        (lambda work: period_marks(work, pupil), 5),
        (lambda work: subject_page(work, pupil, subject), 6),
        (lambda work: final_table(work, pupil), 4),
        (lambda work: movement(work, pupil, None, subject), 6),
        (lambda work: subject_bars(work, pupil, None), 6),
        (lambda work: attendance_bars(work, pupil, None), 5),
    )
    await marks_of(enter, family)  # That somebody is here is noted once in five minutes.
    for read, most in limits:
        with counted(school.sessions) as statements:
            async with enter(family.mother) as work:
                await read(work)
        assert len(statements) <= most, statements


# Final marks and charts


async def test_final_marks_are_a_table_of_every_year(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, subject: int, quarter: int
) -> None:
    await last_year(school, marking, family, "3")
    await final(marking, family, subject, quarter, "5")
    async with enter(family.mother) as work:
        table = await final_table(work, family.pupil_id)
    assert table.finals == {(subject, FinalKind.PERIOD, quarter): MarkValue.FIVE}
    assert [year.name for year in table.years] == ["2025/2026", "2026/2027"]


async def test_an_average_moves_from_week_to_week_beside_the_class(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, algebra: int, subject: int
) -> None:
    await marking.give(family.pupil_id, algebra, "3", day=days_after(-14))
    await marking.give(family.pupil_id, algebra, "5", day=days_after(-6))
    await classmates(school, marking, family, algebra, "5", "5", "5", "5")
    async with enter(family.mother) as work:
        chart = await movement(work, family.pupil_id, None, subject)
    assert chart.weeks == (days_after(-14), days_after(-7), MONDAY)
    assert chart.own == (Decimal("3.00"), Decimal("4.00"), Decimal("4.00"))
    # Four fives and the child's own: 23 / 5 and 24 / 5.
    assert chart.of_class == (Decimal("4.60"), Decimal("4.80"), Decimal("4.80"))
    assert movement_picture(chart, translator("ru")).startswith(PNG)


async def test_attendance_counts_the_lessons_with_a_roll(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, algebra: int
) -> None:
    lessons = [await school.lesson(algebra, number, days_after(-3)) for number in (1, 2, 3, 4)]
    async with school.sessions() as session, session.begin():
        taken = {"roll_taken_at": moscow(MONDAY, "08:00"), "roll_taken_by": family.teacher_id}
        await session.execute(update(Lesson).where(Lesson.id.in_(lessons[:3])).values(**taken))
    facts = {"pupil_id": family.pupil_id, "status": Presence.ABSENT, "rev": 1}
    await marking.add(Attendance(lesson_id=lessons[0], **facts))
    async with enter(family.mother) as work:
        chart = await attendance_bars(work, family.pupil_id, None)
    assert [(m.month, m.own, m.of_class) for m in chart.months] == [(date(2026, 11, 1), Decimal("66.7"), None)]
    assert attendance_picture(chart, translator("ru")).startswith(PNG)


async def test_held_marks_are_on_no_chart_and_in_no_average_of_the_class(
    enter: Enter, clock: FakeClock, family: Family, school: SchoolBuilder, marking: Marking, algebra: int, subject: int
) -> None:
    await marking.give(family.pupil_id, algebra, "5")
    await classmates(school, marking, family, algebra, "5", "5", "5", "5")
    lesson = await school.lesson(algebra, 5, MONDAY)
    held = await marking.mark(family.other_pupil_id, lesson, "2", "О", clock.now())
    later = clock.now() + timedelta(minutes=10)
    await marking.add(MarkNews(mark_id=held, pupil_id=family.other_pupil_id, family_due=later))
    assert (await page_of(enter, family, subject)).of_class == 5
    async with enter(family.mother) as work:
        chart = await subject_bars(work, family.pupil_id, None)
    assert [(bar.own, bar.of_class) for bar in chart.bars] == [(Decimal(5), Decimal(5))]
    assert subjects_picture(chart, translator("en")).startswith(PNG)


# On a phone


async def test_a_mother_goes_from_the_day_to_the_marks_a_subject_and_its_chart(
    mother: Phone, family: Family, marking: Marking, algebra: int
) -> None:
    await marking.give(family.pupil_id, algebra, "5", "4")
    await mother.press("Отметки")
    await mother.sees("2 четверть, 2 ноября – 30 декабря", "Алгебра: 5 4 · 4,50 · выходит 5")
    await mother.press("Алгебра")
    await mother.sees("Последняя отметка: 4 за ответ на уроке. Было 5,00, стало 4,50.")
    await mother.press("Ошибка в отметке")
    await mother.sees("В какой отметке ошибка?")
    assert "вт 10.11 · 4 · Ответ на уроке" in mother.screen.labels
    await mother.press("Назад")
    await mother.press("График")
    await mother.sees("Средний балл на конец каждой недели")
    assert (await mother.download(mother.screen)).startswith(PNG)
    await mother.press("По предметам")
    await mother.sees("Средний балл по предметам")
    await mother.press("‹ Отметки")
    await mother.sees("Алгебра: 5 4")
    await mother.press("Итоговые")
    await mother.sees("Итоговых отметок за этот год пока нет.")
    assert len([m for m in mother.messages if m.from_bot]) == 1


async def test_nothing_to_draw_is_said_in_words(mother: Phone, family: Family, marking: Marking, algebra: int) -> None:
    await mother.press("Отметки")
    await mother.press("Графики")
    await mother.sees("Рисовать пока нечего: отметок, которые учитываются в среднем, нет.")
    await mother.press("Посещаемость")
    await mother.sees("присутствующих ещё не отмечали")
