"""A child's marks of a period as the family reads them."""

from datetime import date

import pytest

from bots.family.screens.marks_period import period_screen
from bots.family.screens.marks_subject import subject_screen
from core.actions.diary import OpenChildMarks
from core.diary.charts import attendance_bars, movement, subject_bars
from core.diary.marks_period import final_table, period_marks
from core.diary.marks_subject import subject_page
from core.errors import AccessDenied, ConsentNeeded, NothingThere
from core.terms import ConsentAnswer
from locales import translator
from storage.models import MarkedSubject
from tests.family.child_marks.looking import marks_of, page_of
from tests.family.conftest import Enter, Family
from tests.family.marking import Marking
from tests.support.school import SchoolBuilder, days_after
from tests.support.statements import counted


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
