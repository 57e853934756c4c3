"""Whole plans at once: copied from a colleague or last year, over what lessons delivered."""

from datetime import date
from typing import Any

import pytest

from core.app import App
from core.errors import AccessDenied, NothingThere
from core.plans.copying import copy_plan, list_sources, preview_copy
from core.plans.editions import EditionPreview
from core.plans.pages import PagePlan
from storage.models import ClassUnit, StudyYear
from tests.plans.conftest import TOPICS, Plans, topics_of
from tests.plans.test_editing import by
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person


@pytest.fixture(autouse=True)
def in_the_first_lesson(clock: FakeClock) -> None:
    clock.set("08:40")


async def copy(app: App, person: Person, load: int, source: int, *, grade: bool = False) -> Any:
    preview: EditionPreview = await by(app, person, preview_copy, load, source, grade=grade)
    return await by(app, person, copy_plan, load, source, grade=grade, seen=preview.seen)


async def parallel_plan(plans: Plans, seven_b: Class7B, *topics: str) -> int:
    return await plans.plan(*topics, class_id=await seven_b.school.class_unit("7А"))


async def test_a_parallel_class_s_plan_is_copied(app: App, plans: Plans, seven_b: Class7B) -> None:
    source = await parallel_plan(plans, seven_b)

    page, note = await copy(app, seven_b.teacher, seven_b.load, source)

    assert note == ""
    assert isinstance(page, PagePlan)
    assert topics_of(page) == list(TOPICS)
    assert page.plan is not None
    assert page.plan.class_id == seven_b.class_id


async def test_confirming_twice_copies_once(app: App, plans: Plans, seven_b: Class7B) -> None:
    source = await parallel_plan(plans, seven_b)
    preview = await by(app, seven_b.teacher, preview_copy, seven_b.load, source, grade=False)
    for _ in range(2):
        page, note = await by(app, seven_b.teacher, copy_plan, seven_b.load, source, grade=False, seen=preview.seen)

    assert note == "already"
    assert len(page.lines) == len(TOPICS)


async def test_delivered_lines_stay_when_another_plan_is_copied_over(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan("Своя первая", "Своя вторая", TOPICS[0])
    await plans.give(seven_b.lessons[0], 1)
    await plans.give(seven_b.lessons[1], 3)
    source = await parallel_plan(plans, seven_b)

    preview = await by(app, seven_b.teacher, preview_copy, seven_b.load, source, grade=False)
    page, _ = await copy(app, seven_b.teacher, seven_b.load, source)

    assert [line.topic for line in preview.kept] == ["Своя первая"]
    assert topics_of(page) == ["Своя первая", *TOPICS]
    assert list(await plans.deliveries(seven_b.lessons[0])) == ["Своя первая"]
    assert list(await plans.deliveries(seven_b.lessons[1])) == [TOPICS[0]]


async def test_a_plan_changed_since_the_preview_is_shown_anew(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan("Своя")
    source = await parallel_plan(plans, seven_b)
    preview = await by(app, seven_b.teacher, preview_copy, seven_b.load, source, grade=False)
    await plans.give(seven_b.lessons[0], 1)

    outcome, note = await by(app, seven_b.teacher, copy_plan, seven_b.load, source, grade=False, seen=preview.seen)

    assert (type(outcome), note) == (EditionPreview, "changed")
    assert topics_of(await plans.of()) == ["Своя"]


async def test_last_year_s_plan_of_the_same_grade_is_a_source(app: App, plans: Plans, seven_b: Class7B) -> None:
    async with seven_b.sessions() as session, session.begin():
        year = StudyYear(name="2025/2026", starts=date(2025, 9, 1), ends=date(2026, 5, 26))
        session.add(year)
        await session.flush()
        unit = ClassUnit(year_id=year.id, name="7В", key="7В", grade_level=7)
        session.add(unit)
        await session.flush()
        year_id, class_id = year.id, unit.id
    await plans.plan("Прошлогодняя", class_id=class_id, year_id=year_id)
    await plans.plan("Восьмая", class_id=await seven_b.school.class_unit("8А"))

    _, sources = await by(app, seven_b.teacher, list_sources, seven_b.load)

    assert [(s.class_name, s.year, s.lines) for s in sources] == [("7В", "2025/2026", 1)]


async def test_a_deputy_makes_it_the_plan_of_the_whole_grade(app: App, plans: Plans, seven_b: Class7B) -> None:
    other = await seven_b.school.class_unit("7В")
    parallel = await seven_b.school.load(seven_b.teacher.id, other)
    source = await parallel_plan(plans, seven_b)

    await copy(app, seven_b.deputy, seven_b.load, source, grade=True)

    assert topics_of(await plans.of()) == topics_of(await plans.of(parallel)) == list(TOPICS)


async def test_a_teacher_does_not_write_the_grade_s_plan(app: App, plans: Plans, seven_b: Class7B) -> None:
    source = await parallel_plan(plans, seven_b)

    with pytest.raises(AccessDenied):
        await copy(app, seven_b.teacher, seven_b.load, source, grade=True)


async def test_a_plan_of_another_subject_is_no_source(app: App, plans: Plans, seven_b: Class7B) -> None:
    physics = await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, subject="Физика")
    source = await plans.plan(load=physics)

    with pytest.raises(NothingThere):
        await copy(app, seven_b.teacher, seven_b.load, source)
