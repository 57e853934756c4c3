"""A journal page: who stands in it, what stands in the cells, and what it costs to read."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from bots.staff.screens.journal import class_screen
from core.app import App
from core.errors import AccessDenied, NothingThere
from core.journal.page import JournalLine, JournalPage
from core.journal.pages import ClassShelf
from core.journal.reading import month_page, period_page
from core.terms import AbsenceReason, MarkValue
from locales import translator
from storage.models import GroupMember, StudyPeriod, TeachingLoad
from tests.journal.conftest import THIRD, Month
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person
from tests.support.statements import counted

NOVEMBER = date(2026, 11, 1)


async def page_for(app: App, person: Person, load: int, month: date | None = NOVEMBER) -> JournalPage:
    async with app.work(person.address) as work:
        return await month_page(work, load, month)


def line(page: JournalPage, pupil: int) -> JournalLine:
    return next(found for found in page.lines if found.pupil_id == pupil)


async def put(class7b: Class7B, load: int, pupil: int) -> None:
    """Into a group since September."""
    async with class7b.sessions() as session, session.begin():
        subject = await session.scalar(select(TeachingLoad.subject_id).where(TeachingLoad.id == load))
        session.add(GroupMember(load_id=load, subject_id=subject, pupil_id=pupil, starts=date(2026, 9, 1)))


async def test_columns_are_lessons_by_date_and_number(app: App, month: Month) -> None:
    page = await page_for(app, month.class7b.teacher, month.class7b.load)

    assert [(lesson.day.day, lesson.lesson_no) for lesson in page.lessons] == [
        (9, 2),
        (16, 2),
        (20, 2),
        (23, 1),
        (23, 2),
        (23, 3),
        (23, 4),
    ]


async def test_rows_are_in_class_list_order_with_short_names(app: App, month: Month) -> None:
    page = await page_for(app, month.class7b.teacher, month.class7b.load)

    assert [found.short_name for found in page.lines] == ["Абрамов О.", "Ёжиков Л.", "Иванов П.", "Петрова А."]


async def test_several_marks_absences_and_reasons_stand_in_the_cells(app: App, month: Month) -> None:
    ivanov, lesson = month.class7b.ivanov, month.lessons[0]
    await month.mark(lesson, ivanov, "4", "К")
    await month.mark(lesson, ivanov, "5")
    await month.mark(lesson, ivanov, "2", removed=True)
    await month.absent(month.lessons[1], ivanov, "absent", "illness")
    await month.absent(month.lessons[2], ivanov, "late")

    first, second, third = line(await page_for(app, month.class7b.teacher, month.class7b.load), ivanov).cells[:3]

    assert first.marks == (MarkValue.FIVE, MarkValue.FOUR)
    assert (second.absent, second.reason) == (True, AbsenceReason.ILLNESS)
    assert third.late


async def test_averages_are_plain_and_by_the_weights_of_this_very_lesson(app: App, month: Month) -> None:
    ivanov = month.class7b.ivanov
    await month.mark(month.lessons[0], ivanov, "3", "К")
    await month.mark(month.lessons[1], ivanov, "5")
    await month.weigh(month.lessons[0], "К", "3")

    found = line(await page_for(app, month.class7b.teacher, month.class7b.load), ivanov)

    assert (found.average, found.weighted) == (Decimal("4.00"), Decimal("3.50"))


async def test_a_column_names_its_works_with_their_weights(app: App, month: Month) -> None:
    await month.weigh(month.lessons[0], "К", None)
    await month.mark(month.lessons[1], month.class7b.ivanov, "5")

    page = await page_for(app, month.class7b.teacher, month.class7b.load)

    control, answer = page.lessons[0].works[0], page.lessons[1].works[0]
    assert (control.letter, control.weight, control.told) == ("К", Decimal("1.50"), True)
    assert not answer.told


async def test_who_came_in_the_middle_of_the_month_is_shown_for_the_days_enrolled(app: App, month: Month) -> None:
    found = line(await page_for(app, month.class7b.teacher, month.class7b.load), month.newcomer)

    assert [cell.enrolled for cell in found.cells[:3]] == [False, True, True]


async def test_cancelled_and_substituted_lessons_say_so(app: App, month: Month) -> None:
    await month.change(month.lessons[0], status="cancelled")
    await month.change(month.lessons[1], teacher_id=month.class7b.leader.id)

    page = await page_for(app, month.class7b.teacher, month.class7b.load)

    assert page.lessons[0].cancelled
    assert page.lessons[1].substitute == "Руководителева А. И."


async def test_a_group_s_page_holds_the_group_only_and_classes_may_be_joined(app: App, month: Month) -> None:
    school, class7b = month.class7b.school, month.class7b
    other = await school.class_unit("7А")
    mate = await school.pupil(other, "Мартынов", "Ким")
    load = await school.load(class7b.teacher.id, class7b.class_id, other, subject="Немецкий язык", group="1")
    await school.lesson(load, 1, THIRD)
    for pupil in (mate, class7b.petrova):
        await put(class7b, load, pupil)

    page = await page_for(app, class7b.teacher, load)

    assert page.head.classes == ("7А", "7Б")
    assert [(found.name, found.class_name) for found in page.lines] == [
        ("Мартынов Ким", "7А"),
        ("Петрова Анна", "7Б"),
    ]


async def test_a_study_period_is_a_page_too_and_another_grade_s_is_not_there(app: App, month: Month) -> None:
    class7b = month.class7b
    async with class7b.sessions() as session, session.begin():
        ours, theirs = (
            StudyPeriod(
                year_id=class7b.school.year_id,
                name=name,
                kind="quarter",
                grade_from=low,
                grade_to=high,
                starts=date(2026, 11, 10),
                ends=date(2026, 12, 30),
            )
            for name, low, high in (("2 четверть", 1, 9), ("полугодие", 10, 11))
        )
        session.add_all([ours, theirs])
        await session.flush()
        periods = (ours.id, theirs.id)

    async with app.work(class7b.teacher.address) as work:
        page = await period_page(work, class7b.load, periods[0])
        with pytest.raises(NothingThere):
            await period_page(work, class7b.load, periods[1])

    assert (page.span.name, len(page.lessons)) == ("2 четверть", 6)
    assert page.head.months == (NOVEMBER,)


async def test_without_a_month_the_nearest_with_lessons_is_shown(app: App, month: Month, clock: FakeClock) -> None:
    clock.set("10:00", date(2027, 1, 12))

    page = await page_for(app, month.class7b.teacher, month.class7b.load, None)

    assert page.span.month == NOVEMBER


async def test_class_leader_deputy_and_substitute_may_open_it_and_nobody_else(app: App, month: Month) -> None:
    class7b = month.class7b
    substitute = await class7b.school.connected_staff("Заменова")
    stranger = await class7b.school.connected_staff("Чужая")
    await month.change(month.lessons[2], teacher_id=substitute.id)

    for person in (class7b.leader, class7b.deputy, substitute):
        assert (await page_for(app, person, class7b.load)).lines
    with pytest.raises(AccessDenied):
        await page_for(app, stranger, class7b.load)


@pytest.mark.parametrize("more", [0, 30])
async def test_a_page_takes_four_statements_whatever_its_size(app: App, month: Month, more: int) -> None:
    class7b = month.class7b
    for number in range(more):
        pupil = await class7b.school.pupil(class7b.class_id, f"Фамилия{number}")
        await month.mark(month.lessons[0], pupil, "4")
    await page_for(app, class7b.teacher, class7b.load)

    with counted(class7b.sessions) as statements:
        await page_for(app, class7b.teacher, class7b.load)

    assert len(statements) == 4


@pytest.mark.parametrize(("opens", "said"), [(True, "ни одной страницы"), (False, "на группы не делится")])
def test_a_class_without_pages_and_one_without_groups_are_called_so(*, opens: bool, said: str) -> None:
    screen = class_screen(ClassShelf(1, "1А", (), opens), 0, translator("ru"))

    assert said in screen.text
