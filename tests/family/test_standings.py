"""How pupils stand in their subjects, for screens and cards, in one statement."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import update

from core.app import App
from core.diary.marks import Standing, standings
from core.terms import MarkValue
from storage.models import Enrolment, Mark, MarkNews
from tests.family.conftest import Family
from tests.family.marking import QUARTER, Marking
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import SchoolBuilder, days_after
from tests.support.statements import counted


@pytest.fixture
async def marking(school: SchoolBuilder, clock: FakeClock) -> Marking:
    clock.set("20:00")
    return await Marking.of(school)


async def of(app: App, *pupils: int) -> dict[int, tuple[Standing, ...]]:
    async with app.work() as work:
        return await standings(work, pupils, *QUARTER)


async def test_a_subject_has_its_marks_average_and_likely_mark(
    app: App, school: SchoolBuilder, family: Family, marking: Marking
) -> None:
    algebra = await school.load(family.teacher_id, family.class_id)
    await marking.give(family.pupil_id, algebra, "5", "4", "3")
    await marking.give(family.pupil_id, algebra, "5", kind="К", weight="2")
    await marking.give(family.pupil_id, algebra, "dot")

    (standing,) = (await of(app, family.pupil_id))[family.pupil_id]

    assert [value for value, _ in standing.marks] == ["5", "4", "3", "5", "dot"]
    assert standing.days == tuple(days_after(n - 14) for n in range(5))
    assert (standing.average, standing.likely, standing.dots) == (Decimal("4.40"), MarkValue.FOUR, 1)
    assert (standing.subject, standing.load_ids, standing.teacher_ids) == ("Алгебра", (algebra,), (family.teacher_id,))
    assert standing.until(days_after(-13)) == standing.marks[:2]


async def test_a_dot_counts_as_two_where_the_school_says_so(
    app: App, school: SchoolBuilder, family: Family, marking: Marking
) -> None:
    await school.update_school(dot_counts_as_two=True)
    algebra = await school.load(family.teacher_id, family.class_id)
    await marking.give(family.pupil_id, algebra, "5", "dot")
    (standing,) = (await of(app, family.pupil_id))[family.pupil_id]
    assert standing.average == Decimal("3.50")


async def test_subjects_without_marks_stand_too_and_a_stranger_s_group_does_not(
    app: App, school: SchoolBuilder, family: Family, marking: Marking
) -> None:
    own = await school.load(family.teacher_id, family.class_id, subject="Английский", group="1")
    await school.load(family.teacher_id, family.class_id, subject="Английский", group="2")
    await school.load(family.teacher_id, family.class_id, subject="Биология")
    await school.load(family.teacher_id, await school.class_unit("8А"), subject="Химия")
    await marking.group(own, family.pupil_id)
    found = (await of(app, family.pupil_id))[family.pupil_id]
    assert [(s.subject, s.load_ids, s.average, s.likely) for s in found][:1] == [("Английский", (own,), None, None)]
    assert [s.subject for s in found] == ["Английский", "Биология"]


async def test_marks_of_the_class_left_yesterday_stay_with_the_subject(
    app: App, school: SchoolBuilder, family: Family, marking: Marking
) -> None:
    before = await school.load(family.teacher_id, family.class_id)
    await marking.give(family.pupil_id, before, "5")
    new_class, new_teacher = await school.class_unit("7В"), await school.staff("Новая")
    after = await school.load(new_teacher, new_class)
    async with school.sessions() as session, session.begin():
        await session.execute(
            update(Enrolment).where(Enrolment.pupil_id == family.pupil_id).values(ends=MONDAY - timedelta(days=1))
        )
    await marking.add(Enrolment(pupil_id=family.pupil_id, class_id=new_class, starts=MONDAY))
    await marking.give(family.pupil_id, after, "3", day=MONDAY)

    (standing,) = (await of(app, family.pupil_id))[family.pupil_id]

    assert (standing.average, standing.load_ids, standing.teacher_ids) == (Decimal("4.00"), (after,), (new_teacher,))


async def test_held_and_removed_marks_are_not_counted(
    app: App, clock: FakeClock, school: SchoolBuilder, family: Family, marking: Marking
) -> None:
    algebra = await school.load(family.teacher_id, family.class_id)
    _, removed = await marking.give(family.pupil_id, algebra, "5", "2")
    lesson = await school.lesson(algebra, 5, MONDAY)
    held = await marking.mark(family.pupil_id, lesson, "2", "О", clock.now())
    later = clock.now() + timedelta(minutes=10)
    await marking.add(MarkNews(mark_id=held, pupil_id=family.pupil_id, family_due=later))
    async with school.sessions() as session, session.begin():
        await session.execute(update(Mark).where(Mark.id == removed).values(removed_at=clock.now()))
    assert [s.average for s in (await of(app, family.pupil_id))[family.pupil_id]] == [5]


async def test_many_pupils_cost_one_statement(
    app: App, school: SchoolBuilder, family: Family, marking: Marking
) -> None:
    algebra = await school.load(family.teacher_id, family.class_id)
    await marking.give(family.pupil_id, algebra, "5")
    async with app.work() as work:
        with counted(school.sessions) as statements:
            found = await standings(work, [family.pupil_id, family.other_pupil_id], *QUARTER)
    assert len(statements) == 1
    assert [found[p][0].average for p in (family.pupil_id, family.other_pupil_id)] == [5, None]
