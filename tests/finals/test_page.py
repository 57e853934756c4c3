"""The page of final marks: whose pupils, which period, what is proposed."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import update

from core.errors import AccessDenied, NothingThere
from core.errors.entries import FinalMarksEarly
from core.finals.page import Lack
from core.terms import Role
from storage.models import ClassUnit, Enrolment, GroupMember, TeachingLoad
from tests.finals.conftest import AFTER, FIRST_LESSON, Quarter, a_period
from tests.support.clock import FakeClock
from tests.support.statements import counted


async def test_a_page_proposes_by_the_schools_own_average(quarter: Quarter) -> None:
    pupil = quarter.class7b.ivanov
    await quarter.mark(pupil, "5", "4", "4", "5")
    await quarter.mark(pupil, "3", letter="К", lessons=quarter.lessons[4:])  # weighs 1.5

    line = await quarter.line(pupil)

    # 22.5 points over weights of 5.5.
    assert (line.proposal.value, line.proposal.average, line.proposal.count) == ("4", Decimal("4.09"), 5)
    assert (line.value, line.rev, line.lacks) == (None, 0, ())


async def test_too_few_marks_are_said_and_left_to_the_teacher(quarter: Quarter) -> None:
    pupil = quarter.class7b.ivanov
    await quarter.mark(pupil, "5", "5", "5", "5")

    page = await quarter.page()

    line = page.line(pupil)
    assert line is not None
    assert page.least == 5  # three hours a week
    assert (line.lacks, line.proposal.value) == ((Lack.FEW,), "5")
    assert page.settable == ()


async def test_works_without_a_mark_are_in_the_way_where_the_regulation_requires_them(quarter: Quarter) -> None:
    school = quarter.class7b.school
    await school.choose_regulation("rso")
    async with quarter.class7b.sessions() as session, session.begin():
        await session.execute(update(ClassUnit).values(class_leader_id=quarter.class7b.teacher.id))
    await quarter.work(quarter.lessons[0], "К")
    await quarter.mark(quarter.class7b.ivanov, *"55555", lessons=quarter.lessons[1:])
    await quarter.mark(quarter.class7b.petrova, *"5555", lessons=quarter.lessons[1:])
    await quarter.mark(quarter.class7b.petrova, "5", letter="К")

    page = await quarter.page()

    assert page.works_required
    assert [line.lacks for line in page.lines if line.marks] == [(Lack.WORKS,), ()]
    ivanov = page.line(quarter.class7b.ivanov)
    assert ivanov is not None
    assert ivanov.owed == ((FIRST_LESSON, "К"),)


async def test_marks_are_of_the_subject_in_the_class_a_pupil_came_from(quarter: Quarter) -> None:
    class7b = quarter.class7b
    other = await class7b.school.class_unit("7А")
    pupil = await class7b.school.pupil(other, "Новиков", "Илья")
    old_load = await class7b.school.load(class7b.teacher.id, other)
    lessons = [await class7b.school.lesson(old_load, 2, day) for day in (date(2026, 11, 9), date(2026, 11, 10))]
    await quarter.mark(pupil, "5", "5", lessons=lessons)
    await quarter.mark(pupil, "4", lessons=quarter.lessons[6:])
    await move(quarter, pupil, date(2026, 11, 16))

    line = await quarter.line(pupil)

    assert [mark.value.value for mark in line.marks] == ["5", "5", "4"]


async def move(quarter: Quarter, pupil: int, day: date) -> None:
    """From a day on the pupil is of 7Б."""
    async with quarter.class7b.sessions() as session, session.begin():
        await session.execute(
            update(Enrolment).where(Enrolment.pupil_id == pupil).values(ends=date.fromordinal(day.toordinal() - 1))
        )
        session.add(Enrolment(pupil_id=pupil, class_id=quarter.class7b.class_id, starts=day))


async def test_a_group_page_has_its_own_pupils_only(quarter: Quarter) -> None:
    class7b = quarter.class7b
    async with class7b.sessions() as session, session.begin():
        await session.execute(update(TeachingLoad).where(TeachingLoad.id == quarter.load).values(group_name="1"))
        load = await session.get_one(TeachingLoad, quarter.load)
        since = date(2026, 9, 1)
        session.add(GroupMember(load_id=load.id, subject_id=load.subject_id, pupil_id=class7b.petrova, starts=since))

    page = await quarter.page()

    assert [line.pupil_id for line in page.lines] == [class7b.petrova]
    with pytest.raises(AccessDenied):
        await quarter.set(class7b.ivanov, "5")


async def test_who_left_before_the_end_gets_no_mark_here(quarter: Quarter) -> None:
    class7b = quarter.class7b
    async with class7b.sessions() as session, session.begin():
        await session.execute(
            update(Enrolment).where(Enrolment.pupil_id == class7b.ivanov).values(ends=date(2026, 11, 13))
        )

    assert class7b.ivanov not in {line.pupil_id for line in (await quarter.page()).lines}


async def test_the_year_stands_on_the_periods(quarter: Quarter, clock: FakeClock) -> None:
    class7b = quarter.class7b
    await class7b.school.lesson(quarter.load, 1, date(2026, 9, 7))
    director = await class7b.school.connected_staff("Директорова", Role.DIRECTOR)
    await quarter.set(class7b.ivanov, "4")
    page = await quarter.year()
    line = page.line(class7b.ivanov)
    assert line is not None
    assert (line.proposal.value, line.lacks) == (None, (Lack.PERIODS,))

    clock.set("12:00", date(2026, 10, 28))
    await quarter.set(class7b.ivanov, "5", by=director, period=quarter.first)
    clock.set("12:00")
    year = await quarter.year()
    line = year.line(class7b.ivanov)
    assert line is not None
    assert (line.proposal.value, line.proposal.average, line.lacks) == ("5", Decimal("4.50"), ())
    written = await quarter.set(class7b.ivanov, "5", period=None)

    assert written.line(class7b.ivanov).value == "5"  # type: ignore[union-attr]
    assert (await quarter.rows())[class7b.ivanov].value == "4"


async def test_a_period_of_another_grade_is_no_page(quarter: Quarter) -> None:
    with pytest.raises(NothingThere):
        await quarter.page(period=999)


async def test_a_year_is_closed_in_its_last_period(quarter: Quarter) -> None:
    await a_period(quarter.class7b, "3 четверть", date(2027, 1, 11), date(2027, 3, 20))

    with pytest.raises(FinalMarksEarly):
        await quarter.set(quarter.class7b.ivanov, "5", period=None)


async def test_the_statements_do_not_grow_with_the_class(quarter: Quarter) -> None:
    school = quarter.class7b.school
    await quarter.page()
    with counted(quarter.class7b.sessions) as small:
        await quarter.page()
    with counted(quarter.class7b.sessions) as one:
        await quarter.set(quarter.class7b.ivanov, "5")
    for number in range(30):
        pupil = await school.pupil(quarter.class7b.class_id, f"Ученик{number:02}")
        await quarter.mark(pupil, *"55555")
    seen = (await quarter.page()).fingerprint

    with counted(quarter.class7b.sessions) as large:
        await quarter.put_all(seen)

    assert (len(small), len(one), len(large)) == (3, 5, 5)
    assert len(await quarter.rows()) == 31


async def test_a_page_after_the_quarter_shows_the_quarter_that_ended(quarter: Quarter, clock: FakeClock) -> None:
    clock.set("12:00", AFTER)

    assert (await quarter.page()).span.period == quarter.second
