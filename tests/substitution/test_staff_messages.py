"""The substitute, the replaced teacher and the class leader hear at once, in one message each."""

from core.substitution import away, commands
from storage.models import CoursePlan, PlanLine
from tests.substitution.conftest import TUESDAY, Changed
from tests.substitution.test_commands import run
from tests.support.clock import moscow

KIND = "lessons_changed_staff"


async def test_the_three_concerned_hear_of_a_substitution_with_the_plan_s_next_topic(changed: Changed) -> None:
    async with changed.sessions() as session, session.begin():
        plan = CoursePlan(year_id=changed.school.year_id, subject_id=1, class_id=changed.class_id)
        session.add(plan)
        await session.flush()
        session.add(PlanLine(plan_id=plan.id, number=1, topic="Линейные уравнения"))
    changed.clock.set("10:00")

    await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    rows = await changed.outbox(KIND)
    concerned = [changed.algebra, changed.dance, changed.leader]
    assert sorted(r.account_id for r in rows) == sorted(p.account_id for p in concerned)
    assert {r.facts["lines"][0]["topic"] for r in rows} == {"Линейные уравнения"}
    assert {r.due_at for r in rows} == {moscow(changed.clock.now().date(), "10:01")}


async def test_what_is_undone_within_a_minute_tells_nobody(changed: Changed) -> None:
    given = await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    await run(changed, commands.unassign, changed.first, seen=given.one.seen)

    assert await changed.outbox(KIND) == []


async def test_lessons_given_one_by_one_are_one_message(changed: Changed) -> None:
    await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)
    await run(changed, commands.assign, changed.third, changed.dance.id, seen=0)

    [row] = await changed.to(changed.dance, KIND)
    assert [line["lesson"] for line in row.facts["lines"]] == [changed.first, changed.third]


async def test_at_night_the_staff_hear_in_the_morning(changed: Changed) -> None:
    changed.clock.set("23:00")

    await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    assert {r.due_at for r in await changed.outbox(KIND)} == {moscow(TUESDAY, "07:00")}


async def test_whoever_makes_the_change_needs_no_message(changed: Changed) -> None:
    await run(changed, commands.assign, changed.first, changed.deputy.id, seen=0)

    assert await changed.to(changed.deputy, KIND) == []


async def test_all_lessons_to_one_is_one_message(changed: Changed) -> None:
    async with changed.app.work(changed.deputy.address) as work:
        held = await away.give_all(work, changed.algebra.id, changed.dance.id, TUESDAY, TUESDAY)

    assert held.given == 2
    [row] = await changed.to(changed.dance, KIND)
    assert len(row.facts["lines"]) == 2


async def test_a_change_of_that_very_day_does_not_wait_for_the_end_of_quiet_hours(changed: Changed) -> None:
    changed.clock.set("10:00")
    await run(changed, commands.cancel, changed.first, seen=0)
    assert {row.priority for row in await changed.to(changed.algebra, KIND)} == {3}

    changed.clock.set("07:30", TUESDAY)
    await run(changed, commands.cancel, changed.second, seen=0)
    assert {row.priority for row in await changed.to(changed.physics, KIND)} == {0}
