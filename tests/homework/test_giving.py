"""Giving and changing homework: whose right, when, and what two phones do to each other."""

import asyncio
from collections.abc import Awaitable, Callable
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from core.app import App, Override, Work
from core.diary.children import open_child
from core.errors import AccessDenied, NotConnected, NothingThere, TextTooLong
from core.errors.dates import DatesPast
from core.errors.entries import EntryForbidden, EntryNeedsReason, EntryWindowClosed, LessonCancelled
from core.homework import changing, giving
from core.homework.day_load import overloads
from core.homework.family import child_file, child_task, tasks_for
from core.homework.giving import Given
from core.homework.tasks import lesson_tasks
from core.rules.load_guard import homework_norm, homework_over
from core.terms import LessonStatus
from storage.models import (
    AuditEntry,
    CoursePlan,
    HomeworkFile,
    Lesson,
    PlanDelivery,
    PlanLine,
    StoredFile,
    TeachingLoad,
)
from tests.homework.conftest import FRIDAY, WEDNESDAY, Physics
from tests.support.clock import FakeClock, moscow
from tests.support.school import Person
from tests.support.statements import counted


async def give(app: App, physics: Physics, body: str = "§ 5", who: Person | None = None, **more: object) -> Given:
    async with app.work((who or physics.of.teacher).address) as work:
        return await giving.give(work, physics.monday, body, **more)  # type: ignore[arg-type]


async def look(app: App, physics: Physics, person: Person, pupil: int, day: object = WEDNESDAY) -> list[str]:
    """What a family finds for a day."""
    async with app.work(person.address) as work:
        await open_child(work, pupil)
        return [child.task.body for child in await tasks_for(work, day, [pupil])]  # type: ignore[arg-type]


async def cancel(physics: Physics, lesson: int) -> None:
    async with physics.of.sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id == lesson).values(status=LessonStatus.CANCELLED))


async def test_it_is_for_everybody_and_the_next_lesson(app: App, physics: Physics) -> None:
    given = await give(app, physics)

    assert (given.task.due_on, given.task.due_lesson, given.task.chosen) == (WEDNESDAY, physics.wednesday, ())


async def test_two_deliveries_at_once_give_it_once(app: App, physics: Physics) -> None:
    both = await asyncio.gather(*[give(app, physics, source="message-7") for _ in range(2)])

    assert sorted(given.already for given in both) == [False, True]
    assert len(await physics.homework()) == 1


@pytest.mark.parametrize("who", ["mother", "stranger", "deputy"])
async def test_others_may_not_give(app: App, physics: Physics, who: str) -> None:
    person = {
        "mother": physics.of.mother,
        "deputy": physics.of.deputy,
        "stranger": await physics.of.school.connected_staff("Чужая"),
    }[who]

    with pytest.raises((AccessDenied, NotConnected)):
        await give(app, physics, who=person)

    assert await physics.homework() == []


async def test_the_class_leader_gives_too(app: App, physics: Physics) -> None:
    await give(app, physics, who=physics.of.leader)

    assert (await physics.homework())[0].given_by == physics.of.leader.id


@pytest.mark.parametrize(("wall", "refusal"), [("21:00", None), ("21:01", EntryWindowClosed)])
async def test_the_window_closes_at_nine(
    app: App, physics: Physics, clock: FakeClock, wall: str, refusal: type[Exception] | None
) -> None:
    clock.set(wall)
    if refusal is None:
        await give(app, physics)
        return
    with pytest.raises(refusal):
        await give(app, physics)


async def test_a_deputy_needs_a_reason_after_it(app: App, physics: Physics, clock: FakeClock) -> None:
    clock.set("21:01")
    with pytest.raises(EntryNeedsReason):
        await give(app, physics, who=physics.of.deputy)


async def test_let_in_later_it_carries_both_names(app: App, physics: Physics, clock: FakeClock) -> None:
    clock.set("22:00")
    async with app.work(physics.of.teacher.address) as work:
        let_in = Work(work.session, work.now, work.school, work.actor, work.trace, Override(physics.of.deputy.id, "ok"))
        await giving.give(let_in, physics.monday, "§ 5")

    async with physics.of.sessions() as session:
        line = (await session.scalars(select(AuditEntry).where(AuditEntry.action == "homework.give"))).one()
    assert (line.staff_id, line.approved_by) == (physics.of.teacher.id, physics.of.deputy.id)


async def test_grade_one_has_none(app: App, physics: Physics) -> None:
    first = await physics.of.school.class_unit("1А")
    lesson = await physics.of.school.lesson(await physics.of.school.load(physics.of.teacher.id, first, subject="Мир"))

    async with app.work(physics.of.teacher.address) as work:
        with pytest.raises(EntryForbidden):
            await giving.give(work, lesson, "нарисуй")


async def test_a_cancelled_lesson_takes_none(app: App, physics: Physics) -> None:
    await cancel(physics, physics.monday)
    with pytest.raises(LessonCancelled):
        await give(app, physics)


@pytest.mark.parametrize(("length", "fits"), [(4000, True), (4001, False)])
async def test_four_thousand_characters_fit(app: App, physics: Physics, length: int, *, fits: bool) -> None:
    if fits:
        await give(app, physics, "я" * length)
        return
    with pytest.raises(TextTooLong):
        await give(app, physics, "я" * length)


async def test_nothing_at_all_is_no_homework(app: App, physics: Physics) -> None:
    with pytest.raises(NothingThere):
        await give(app, physics, "  ")


async def test_it_moves_with_its_lesson_and_past_a_cancelled_one(app: App, physics: Physics) -> None:
    await give(app, physics)
    await cancel(physics, physics.wednesday)

    assert await look(app, physics, physics.of.mother, physics.of.ivanov) == []
    assert await look(app, physics, physics.of.mother, physics.of.ivanov, FRIDAY) == ["§ 5"]


async def test_a_moved_lesson_takes_it_along(app: App, physics: Physics) -> None:
    await give(app, physics)
    thursday = FRIDAY.replace(day=FRIDAY.day - 1)
    async with physics.of.sessions() as session, session.begin():
        moved = {"on_date": thursday, "starts_at": moscow(thursday, "08:30"), "ends_at": moscow(thursday, "09:15")}
        await session.execute(update(Lesson).where(Lesson.id == physics.wednesday).values(**moved))

    assert await look(app, physics, physics.of.mother, physics.of.ivanov, thursday) == ["§ 5"]


async def test_a_pupil_of_another_class_is_not_chosen(app: App, physics: Physics) -> None:
    task = (await give(app, physics)).task
    other = await physics.of.school.pupil(await physics.of.school.class_unit("8А"))

    async with app.work(physics.of.teacher.address) as work:
        with pytest.raises(AccessDenied):
            await changing.set_pupil(work, task.id, other, chosen=True, seen=task.rev)


async def test_narrowed_after_it_was_seen_the_others_hear(app: App, physics: Physics) -> None:
    task = (await give(app, physics)).task
    await look(app, physics, physics.of.mother, physics.of.ivanov)

    async with app.work(physics.of.teacher.address) as work:
        changed = await changing.set_pupil(work, task.id, physics.of.petrova, chosen=True, seen=task.rev)
    rows = await physics.of.outbox("homework_withdrawn")
    assert {(row.account_id, row.facts["pupil_id"]) for row in rows} == {
        (physics.of.mother.account_id, physics.of.ivanov),
        (physics.of.father.account_id, physics.of.ivanov),
    }

    async with app.work(physics.of.teacher.address) as work:
        await changing.set_everybody(work, task.id, seen=changed.task.rev)
    assert [row.status for row in await physics.of.outbox("homework_withdrawn")] == ["superseded"] * 2
    assert await physics.of.outbox("homework_changed") == []


Change = Callable[[Work, int], Awaitable[changing.Changed]]


@pytest.mark.parametrize(
    "change",
    [
        lambda work, task: changing.rewrite(work, task, "иначе", seen=1),
        lambda work, task: changing.set_minutes(work, task, 45, seen=1),
        lambda work, task: changing.withdraw(work, task, seen=1),
        lambda work, task: changing.write_due(work, task, "27.11", seen=1),
    ],
    ids=["words", "minutes", "withdraw", "due"],
)
async def test_a_change_is_made_once_and_not_over_a_colleagues(app: App, physics: Physics, change: Change) -> None:
    task = (await give(app, physics)).task
    async with app.work(physics.of.leader.address) as work:
        await changing.set_minutes(work, task.id, 20, seen=1)

    async with app.work(physics.of.teacher.address) as work:
        late = await change(work, task.id)

    row = (await physics.homework())[0]
    assert (late.note, row.body, row.minutes, row.withdrawn_at, row.rev) == ("changed", "§ 5", 20, None, 2)


async def test_the_past_is_no_day_for_it(app: App, physics: Physics) -> None:
    task = (await give(app, physics)).task
    async with app.work(physics.of.teacher.address) as work:
        with pytest.raises(DatesPast):
            await changing.write_due(work, task.id, "20.11", seen=task.rev)


async def test_the_plan_s_homework_is_given_in_one_tap_and_once(app: App, physics: Physics) -> None:
    async with physics.of.sessions() as session, session.begin():
        subject_id = (await session.get_one(TeachingLoad, physics.load)).subject_id
        plan = CoursePlan(year_id=physics.of.school.year_id, subject_id=subject_id, class_id=physics.of.class_id)
        session.add(plan)
        await session.flush()
        line = PlanLine(plan_id=plan.id, number=1, topic="Сила", homework="§ 9")
        session.add(line)
        await session.flush()
        session.add(PlanDelivery(lesson_id=physics.monday, line_id=line.id, hours=Decimal(1)))
        line_id = line.id

    async with app.work(physics.of.teacher.address) as work:
        offered = (await lesson_tasks(work, physics.monday)).planned
        await giving.give_planned(work, physics.monday, line_id)
    async with app.work(physics.of.teacher.address) as work:
        again = await giving.give_planned(work, physics.monday, line_id)

    assert ([p.body for p in offered], again.already, len(await physics.homework())) == (["§ 9"], True, 1)


async def test_no_byte_of_anothers_homework(app: App, physics: Physics) -> None:
    task = (await give(app, physics)).task
    async with physics.of.sessions() as session, session.begin():
        for number in (1, 2):
            session.add(
                StoredFile(
                    name="a", mime="b", size=1, content=b"x", created_at=moscow(WEDNESDAY, "09:00"), source=str(number)
                )
            )
        await session.flush()
        ids = list(await session.scalars(select(StoredFile.id).order_by(StoredFile.id)))
        session.add(HomeworkFile(homework_id=task.id, file_id=ids[0]))
    async with app.work(physics.of.teacher.address) as work:
        await changing.set_pupil(work, task.id, physics.of.petrova, chosen=True, seen=task.rev)
    other = await physics.of.school.connected_guardian(physics.of.petrova, surname="Петрова")

    async with app.work(physics.of.mother.address) as work:
        for read in (
            child_task(work, physics.of.ivanov, task.id),
            child_file(work, physics.of.ivanov, task.id, ids[0]),
        ):
            with pytest.raises(NothingThere):
                await read
        with pytest.raises(AccessDenied):
            await child_file(work, physics.of.petrova, task.id, ids[0])
    async with app.work(other.address) as work:
        assert (await child_file(work, physics.of.petrova, task.id, ids[0]))[1].content == b"x"
        with pytest.raises(NothingThere):
            await child_file(work, physics.of.petrova, task.id, ids[1])


async def test_somebody_elses_file_cannot_be_given(app: App, physics: Physics) -> None:
    async with physics.of.sessions() as session, session.begin():
        file = StoredFile(
            name="a", mime="b", size=1, content=b"x", created_at=moscow(WEDNESDAY, "09:00"),
            account_id=physics.of.mother.account_id, source="1",
        )  # fmt: skip
        session.add(file)
        await session.flush()
        file_id = file.id

    with pytest.raises(AccessDenied):
        await give(app, physics, files=[file_id])

    assert await physics.homework() == []


@pytest.mark.parametrize(
    ("grade", "norm"), [(1, 60), (2, 90), (3, 90), (4, 120), (5, 120), (6, 150), (8, 150), (9, 210), (11, 210)]
)
def test_the_norm_of_a_grade(grade: int, norm: int) -> None:
    assert (homework_norm(grade), homework_over(grade, norm), homework_over(grade, norm + 1)) == (norm, 0, 1)


async def test_the_guard_counts_what_one_pupil_has(app: App, physics: Physics) -> None:
    """Two groups of a subject are never one pupil's; what is for one pupil is."""
    for minutes, chosen in ((100, None), (60, physics.of.ivanov), (60, physics.of.petrova)):
        task = (await give(app, physics, f"задание на {minutes} минут, {chosen}")).task
        async with app.work(physics.of.teacher.address) as work:
            found = await changing.set_minutes(work, task.id, minutes, seen=task.rev)
            if chosen:
                await changing.set_pupil(work, task.id, chosen, chosen=True, seen=found.task.rev)

    async with app.work(physics.of.teacher.address) as work:
        over = await overloads(work, found.lesson, WEDNESDAY)

    assert [(load.class_name, load.minutes, load.norm) for load in over] == [("7Б", 160, 150)]


async def test_taps_cost_a_fixed_number_of_statements(app: App, physics: Physics) -> None:
    await give(app, physics)
    with counted(physics.of.sessions) as opened:
        async with app.work(physics.of.teacher.address) as work:
            await lesson_tasks(work, physics.monday)
    with counted(physics.of.sessions) as given:
        await give(app, physics, "§ 6")
    await look(app, physics, physics.of.mother, physics.of.ivanov)
    with counted(physics.of.sessions) as seen:
        await look(app, physics, physics.of.mother, physics.of.ivanov)

    assert (len(opened), len(given), len(seen)) == (3, 6, 3)
