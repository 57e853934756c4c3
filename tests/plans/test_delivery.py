"""Topics from the course plan: which plan serves, what is offered, delivering, taking back (J1)."""

import asyncio
from decimal import Decimal

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.errors import AccessDenied
from core.errors.entries import EntryWindowClosed, NotInRussian
from core.plans.delivery import deliver
from core.terms import LessonKind
from storage.models import AuditEntry, Lesson
from tests.plans.conftest import TOPICS, Plans, topics_of
from tests.roll.conftest import Class7B
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import days_after
from tests.support.statements import counted

ONE, HALF = Decimal(1), Decimal("0.5")


@pytest.fixture(autouse=True)
def in_the_first_lesson(clock: FakeClock) -> None:
    clock.set("08:40")


async def test_a_plan_of_class_and_group_comes_before_all_others(plans: Plans, seven_b: Class7B) -> None:
    grouped = await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, group="Первая")
    found: list[list[str]] = []
    for grade, group in ((7, ""), (7, "первая"), (None, ""), (None, "ПЕРВАЯ")):
        await plans.plan(f"План {len(found)}", grade=grade, group=group)
        found.append(topics_of(await plans.of(grouped)))

    assert found == [["План 0"], ["План 1"], ["План 2"], ["План 3"]]
    assert topics_of(await plans.of()) == ["План 2"]


async def test_a_joint_page_is_served_by_the_plan_of_one_of_its_classes(plans: Plans, seven_b: Class7B) -> None:
    other = await seven_b.school.class_unit("7А")
    joint = await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, other, subject="Немецкий")
    await plans.plan("Параллель", grade=7, load=joint)
    await plans.plan("Седьмой Б", load=joint)

    assert topics_of(await plans.of(joint)) == ["Седьмой Б"]


async def test_the_next_line_is_offered_first(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    await plans.give(seven_b.lessons[0], 1)

    sheet = await plans.topic(seven_b.lessons[1])

    assert [line.number for line in sheet.offered] == [2, 3, 4, 5]


async def test_a_line_left_out_is_offered_behind_the_following_ones(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    await plans.give(seven_b.lessons[0], 3)

    sheet = await plans.topic(seven_b.lessons[1])

    assert [line.number for line in sheet.offered] == [4, 5, 1, 2]


async def test_one_line_gives_the_topic_and_leaves_a_trace(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()

    await plans.give(seven_b.lessons[0], 1)

    lesson = await plans.lesson(seven_b.lessons[0])
    assert (lesson.topic, lesson.kind, lesson.page_rev) == (TOPICS[0], LessonKind.LESSON, 1)
    async with seven_b.sessions() as session:
        trace = (await session.scalars(select(AuditEntry).where(AuditEntry.action == "page.deliver"))).one()
    assert trace.after is not None
    assert trace.after["topic"] == TOPICS[0]


async def test_two_lines_at_one_lesson_join_their_topics(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()

    await plans.give(seven_b.lessons[0], 1, 2)

    assert (await plans.lesson(seven_b.lessons[0])).topic == f"{TOPICS[0]}. {TOPICS[1]}"
    assert await plans.deliveries(seven_b.lessons[0]) == {TOPICS[0]: ONE, TOPICS[1]: ONE}


async def test_half_a_line_leaves_the_other_half_for_the_next_lesson(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    line = (await plans.of()).lines[0]

    await plans.deliver(seven_b.lessons[0], ((line.id, HALF),))

    offered = (await plans.topic(seven_b.lessons[1])).offered[0]
    assert (offered.number, offered.left) == (1, HALF)


async def test_a_line_of_many_hours_is_delivered_over_several_lessons(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan("Раздел", "Дальше", hours=("2", "1"))
    await plans.give(seven_b.lessons[0], 1)
    assert (await plans.topic(seven_b.lessons[1])).offered[0].number == 1
    await plans.give(seven_b.lessons[1], 1)

    assert (await plans.topic(seven_b.lessons[2])).offered[0].number == 2


async def test_the_line_gives_the_kind_unless_somebody_chose_one(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id == seven_b.lessons[1]).values(kind="excursion"))

    for lesson in seven_b.lessons[:2]:
        await plans.give(lesson, 4)

    kinds = [(await plans.lesson(lesson)).kind for lesson in seven_b.lessons[:2]]
    assert kinds == [LessonKind.CONTROL, LessonKind.EXCURSION]


async def test_a_control_work_of_the_plan_brings_what_the_load_guard_says(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    await plans.give(seven_b.lessons[3], 4)

    control, plain = await plans.give(seven_b.lessons[0], 4), await plans.give(seven_b.lessons[1], 1)

    assert control.page.load is not None
    assert [other.lesson_no for other in control.page.load.same_day] == [4]
    assert plain.page.load is None


async def test_another_line_takes_its_own_kind_again(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    await plans.give(seven_b.lessons[0], 4)

    await plans.give(seven_b.lessons[0], 5)

    assert (await plans.lesson(seven_b.lessons[0])).kind is LessonKind.LESSON


async def test_taking_back_clears_the_topic_of_the_plan(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    await plans.give(seven_b.lessons[0], 1)

    await plans.deliver(seven_b.lessons[0], (), seen=1)

    lesson = await plans.lesson(seven_b.lessons[0])
    assert (lesson.topic, lesson.kind) == ("", None)
    assert await plans.deliveries(seven_b.lessons[0]) == {}


async def test_taking_back_leaves_a_topic_that_was_typed(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    await plans.give(seven_b.lessons[0], 1)
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id == seven_b.lessons[0]).values(topic="Своя тема"))

    await plans.deliver(seven_b.lessons[0], (), seen=1)

    assert (await plans.lesson(seven_b.lessons[0])).topic == "Своя тема"


async def test_the_same_press_twice_writes_once(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    line = (await plans.of()).lines[0]
    await plans.deliver(seven_b.lessons[0], ((line.id, ONE),))

    again = await plans.deliver(seven_b.lessons[0], ((line.id, ONE),))

    assert again.page.note == "already"
    assert (await plans.lesson(seven_b.lessons[0])).page_rev == 1


async def test_a_colleague_s_topic_is_not_overwritten_by_an_older_screen(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    lines = (await plans.of()).lines
    await plans.deliver(seven_b.lessons[0], ((lines[0].id, ONE),), person=seven_b.leader)

    late = await plans.deliver(seven_b.lessons[0], ((lines[1].id, ONE),), seen=0)

    assert late.page.note == "changed"
    assert (await plans.lesson(seven_b.lessons[0])).topic == TOPICS[0]


async def test_two_phones_at_once_make_one_delivery(plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    lines = (await plans.of()).lines

    sheets = await asyncio.gather(
        plans.deliver(seven_b.lessons[0], ((lines[0].id, ONE),)),
        plans.deliver(seven_b.lessons[0], ((lines[1].id, ONE),), person=seven_b.leader),
    )

    assert sorted(sheet.page.note for sheet in sheets) == ["", "changed"]
    assert len(await plans.deliveries(seven_b.lessons[0])) == 1


async def test_deliveries_of_a_grade_s_plan_are_each_page_s_own(plans: Plans, seven_b: Class7B) -> None:
    other = await seven_b.school.class_unit("7А")
    parallel = await seven_b.school.load(seven_b.teacher.id, other)
    await plans.plan(grade=7)

    await plans.give(seven_b.lessons[0], 1)

    assert [line.delivered for line in (await plans.of()).lines[:2]] == [ONE, 0]
    page = await plans.of(parallel)
    assert (page.lines[0].delivered, page.lines[0].used) == (Decimal(0), True)


async def test_a_line_of_another_plan_is_refused(plans: Plans, seven_b: Class7B) -> None:
    other = await seven_b.school.class_unit("7А")
    await plans.plan()
    await plans.plan(class_id=other)
    parallel = await seven_b.school.load(seven_b.teacher.id, other)
    foreign = (await plans.of(parallel)).lines[0].id

    with pytest.raises(AccessDenied):
        await plans.deliver(seven_b.lessons[0], ((foreign, ONE),))


async def test_after_the_window_nothing_is_written(plans: Plans, seven_b: Class7B, clock: FakeClock) -> None:
    await plans.plan()
    line = (await plans.of()).lines[0]
    clock.set("23:59", days_after(60))

    with pytest.raises(EntryWindowClosed):
        await plans.deliver(seven_b.lessons[0], ((line.id, ONE),))

    assert (await plans.lesson(seven_b.lessons[0])).topic == ""


async def test_a_foreign_topic_of_the_plan_is_warned_of_where_the_school_wants_russian(
    app: App, plans: Plans, seven_b: Class7B
) -> None:
    await seven_b.school.choose_regulation("s324")
    await plans.plan("Present Simple and Past Simple tenses")
    line = (await plans.of()).lines[0]
    async with app.work(seven_b.teacher.address) as work:
        wanted = work.regulation(MONDAY).entries_in_russian
    if not wanted:
        pytest.skip("this preset does not ask for Russian")

    with pytest.raises(NotInRussian):
        await plans.deliver(seven_b.lessons[0], ((line.id, ONE),))


async def test_behind_and_ahead_are_counted_by_lessons_over(plans: Plans, seven_b: Class7B, clock: FakeClock) -> None:
    await plans.plan()
    await plans.give(seven_b.lessons[0], 1)
    clock.set("11:20")  # three lessons are over

    behind = (await plans.of()).ahead
    await plans.give(seven_b.lessons[1], 2, 3)
    await plans.give(seven_b.lessons[2], 4, 5)
    ahead = (await plans.of()).ahead

    assert (behind, ahead) == (Decimal(-2), Decimal(2))


async def test_the_lesson_in_hand_is_not_behind_yet(plans: Plans, seven_b: Class7B, clock: FakeClock) -> None:
    await plans.plan()
    await plans.give(seven_b.lessons[0], 1)
    clock.set("10:15")

    sheet = await plans.topic(seven_b.lessons[1])

    assert sheet.plan is not None
    assert sheet.plan.ahead == 0


@pytest.mark.parametrize("lines", [5, 200])
async def test_a_tap_costs_few_statements_whatever_the_plan(
    plans: Plans, seven_b: Class7B, app: App, sessions: async_sessionmaker[AsyncSession], lines: int
) -> None:
    await plans.plan(*[f"Тема {n}" for n in range(lines)])
    line = (await plans.topic(seven_b.lessons[0])).offered[0]

    with counted(sessions) as opening:
        await plans.topic(seven_b.lessons[0])
    with counted(sessions) as delivering:
        async with app.work(seven_b.teacher.address) as work:
            await deliver(work, seven_b.lessons[0], ((line.id, ONE),), seen=0)

    # Who acts, the page, the plan; and the delivery, its trace.
    assert (len(opening), len(delivering)) == (3, 5)
