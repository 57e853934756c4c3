"""Editing a plan line by line, copies of a grade's plan, and who may (P8)."""

import asyncio
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any

import pytest

from core.app import App, Work
from core.errors import AccessDenied, NothingThere, TextTooLong
from core.errors.plans import HoursWrong, LineDelivered
from core.plans import editing
from core.plans.editing import Edited, read_hours
from core.plans.editions import make_own
from core.plans.presence import PlanState, plans_of_school
from core.terms import LessonKind, Role
from tests.plans.conftest import TOPICS, Plans, topics_of
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person

ONE = Decimal(1)


@pytest.fixture(autouse=True)
def in_the_first_lesson(clock: FakeClock) -> None:
    clock.set("08:40")


async def by(app: App, person: Person, command: Callable[..., Awaitable[Any]], *args: Any, **kwargs: Any) -> Any:
    async with app.work(person.address) as work:
        return await command(work, *args, **kwargs)


async def test_a_line_is_added_behind_another(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    page = await plans.of()

    await by(app, seven_b.teacher, editing.add_line, seven_b.load, page.lines[1].id, " Новая\n тема ", seen=page.seen)

    lines = (await plans.of()).lines
    assert [line.topic for line in lines] == [TOPICS[0], TOPICS[1], "Новая тема", *TOPICS[2:]]
    assert [line.number for line in lines] == [1, 2, 3, 4, 5, 6]


async def test_an_answer_delivered_twice_adds_one_line(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    page = await plans.of()
    for _ in range(2):
        edited: Edited = await by(app, seven_b.teacher, editing.add_line, seven_b.load, 0, "Новая", seen=page.seen)

    assert edited.note == "already"
    assert topics_of(await plans.of()) == ["Новая", *TOPICS]


async def test_lines_change_places(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    page = await plans.of()

    await by(app, seven_b.teacher, editing.move_line, seven_b.load, page.lines[0].id, 3, seen=page.seen)

    assert topics_of(await plans.of()) == [TOPICS[1], TOPICS[2], TOPICS[0], TOPICS[3], TOPICS[4]]


async def test_a_move_pressed_on_an_older_screen_changes_nothing(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    page = await plans.of()
    first = page.lines[0].id
    await by(app, seven_b.teacher, editing.move_line, seven_b.load, first, 2, seen=page.seen)

    again = await by(app, seven_b.teacher, editing.move_line, seven_b.load, first, 2, seen=page.seen)
    other = await by(app, seven_b.teacher, editing.move_line, seven_b.load, first, 5, seen=page.seen)

    assert (again.note, other.note) == ("already", "changed")


async def test_topic_hours_kind_and_homework_are_set(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    line = (await plans.of()).lines[0].id

    await by(app, seven_b.teacher, editing.write_line_topic, seven_b.load, line, "Иначе")
    await by(app, seven_b.teacher, editing.write_line_hours, seven_b.load, line, "0,5 ч.")
    await by(app, seven_b.teacher, editing.write_line_homework, seven_b.load, line, "п. 3")
    await by(app, seven_b.teacher, editing.set_line_kind, seven_b.load, line, LessonKind.PRACTICAL)

    now = (await plans.of()).lines[0]
    assert (now.topic, now.hours, now.homework, now.kind) == ("Иначе", Decimal("0.5"), "п. 3", LessonKind.PRACTICAL)


@pytest.mark.parametrize("words", ["два", "0", "-1", "100", "", "1e9", "nan", "inf", "2 урока и ещё"])
async def test_hours_that_are_none_are_refused(words: str) -> None:
    with pytest.raises(HoursWrong):
        read_hours(words)


@pytest.mark.parametrize(("words", "hours"), [("2", "2"), ("0.5", "0.5"), ("2 ч.", "2"), ("1,5 часа", "1.5")])
async def test_hours_as_people_write_them(words: str, hours: str) -> None:
    assert read_hours(words) == Decimal(hours)


async def test_too_long_a_topic_is_refused(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    line = (await plans.of()).lines[0].id

    with pytest.raises(TextTooLong):
        await by(app, seven_b.teacher, editing.write_line_topic, seven_b.load, line, "а" * 1001)


async def test_an_undelivered_line_goes_and_the_numbers_close_up(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    page = await plans.of()

    await by(app, seven_b.teacher, editing.remove_line, seven_b.load, page.lines[1].id, seen=page.seen)

    lines = (await plans.of()).lines
    assert [(line.number, line.topic) for line in lines] == list(enumerate((TOPICS[0], *TOPICS[2:]), 1))


async def test_a_delivered_line_stays(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    await plans.give(seven_b.lessons[0], 1)
    page = await plans.of()

    with pytest.raises(LineDelivered):
        await by(app, seven_b.teacher, editing.remove_line, seven_b.load, page.lines[0].id, seen=page.seen)

    assert await plans.deliveries(seven_b.lessons[0]) == {TOPICS[0]: ONE}


async def test_a_delivery_and_a_removal_at_once_lose_nothing(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    page = await plans.of()
    line = page.lines[0].id

    await asyncio.gather(
        plans.deliver(seven_b.lessons[0], ((line, ONE),)),
        by(app, seven_b.deputy, editing.remove_line, seven_b.load, line, seen=page.seen),
        return_exceptions=True,
    )

    topic = (await plans.lesson(seven_b.lessons[0])).topic
    assert bool(topic) == bool(await plans.deliveries(seven_b.lessons[0]))


async def test_a_line_of_three_hours_becomes_three_lessons(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan("Раздел", "Дальше", hours=("2.5", "1"))
    page = await plans.of()

    await by(app, seven_b.teacher, editing.split_line, seven_b.load, page.lines[0].id, seen=page.seen)

    lines = (await plans.of()).lines
    assert [line.topic for line in lines] == ["Раздел (1 из 3)", "Раздел (2 из 3)", "Раздел (3 из 3)", "Дальше"]
    assert [line.hours for line in lines] == [1, 1, Decimal("0.5"), 1]


async def test_a_teacher_does_not_change_the_grade_s_plan_but_makes_a_copy(
    app: App, plans: Plans, seven_b: Class7B
) -> None:
    plan = await plans.plan(grade=7)
    await plans.give(seven_b.lessons[0], 1)
    line = (await plans.of()).lines[0].id
    with pytest.raises(AccessDenied):
        await by(app, seven_b.teacher, editing.write_line_topic, seven_b.load, line, "Иначе")

    page, made = await by(app, seven_b.teacher, make_own, seven_b.load, plan)
    again, twice = await by(app, seven_b.teacher, make_own, seven_b.load, plan)

    assert (made, twice) == (True, False)
    assert page.plan is not None
    assert (page.plan.class_id, topics_of(page)) == (seven_b.class_id, list(TOPICS))
    assert [line.delivered for line in again.lines] == [1, 0, 0, 0, 0]
    assert page.editable


async def test_a_copy_takes_only_the_own_class_s_deliveries_along(app: App, plans: Plans, seven_b: Class7B) -> None:
    other = await seven_b.school.class_unit("7А")
    parallel = await seven_b.school.load(seven_b.teacher.id, other)
    lesson = await seven_b.school.lesson(parallel, 5)
    plan = await plans.plan(grade=7)
    await plans.give(seven_b.lessons[0], 1)
    await plans.give(lesson, 2, load=parallel)

    await by(app, seven_b.teacher, make_own, seven_b.load, plan)

    assert [line.delivered for line in (await plans.of(parallel)).lines] == [0, 1, 0, 0, 0]
    assert await plans.deliveries(lesson) == {TOPICS[1]: ONE}


async def test_who_may_see_and_who_may_edit(app: App, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    school = seven_b.school
    director = await school.connected_staff("Директорова", Role.DIRECTOR)
    secretary = await school.connected_staff("Секретарёва", Role.SECRETARY)
    stranger = await school.connected_staff("Чужая")
    substitute = await school.connected_staff("Заменяева")
    await school.lesson(seven_b.load, 5, substitute=substitute.id)
    line = (await plans.of()).lines[0].id

    sees: list[int] = []
    edits: list[int] = []
    for person in (seven_b.teacher, seven_b.deputy, director, seven_b.leader, substitute, secretary, stranger):
        for allowed, command, args in (
            (sees, None, ()),
            (edits, editing.write_line_homework, (seven_b.load, line, f"п. {person.id}")),
        ):
            try:
                await (by(app, person, command, *args) if command else plans.of(person=person))
                allowed.append(person.id)
            except AccessDenied:
                pass

    keepers = [seven_b.teacher.id, seven_b.deputy.id, director.id]
    assert edits == keepers
    assert sees == [*keepers, seven_b.leader.id, substitute.id]


async def test_a_line_of_another_plan_is_not_there(app: App, plans: Plans, seven_b: Class7B) -> None:
    other = await seven_b.school.class_unit("7А")
    parallel = await seven_b.school.load((await seven_b.school.connected_staff("Чужая")).id, other)
    await plans.plan()
    await plans.plan(class_id=other)
    foreign = (await plans.of(parallel, seven_b.deputy)).lines[0].id

    with pytest.raises(NothingThere):
        await by(app, seven_b.teacher, editing.write_line_topic, seven_b.load, foreign, "Взлом")


async def test_the_list_of_plans_begins_with_what_is_missing(app: App, plans: Plans, seven_b: Class7B) -> None:
    await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, subject="Физика", hours="2")
    await plans.plan()

    school = await by(app, seven_b.deputy, plans_of_school)

    told = [(page.subject, page.hours, page.expected, page.state) for page in school.pages]
    assert told == [("Физика", 0, 68, PlanState.MISSING), ("Алгебра", 5, 102, PlanState.SHORT)]


async def test_only_deputies_and_the_director_list_all_plans(app: App, seven_b: Class7B) -> None:
    async def listed(work: Work) -> None:
        await plans_of_school(work)

    with pytest.raises(AccessDenied):
        await by(app, seven_b.teacher, listed)
