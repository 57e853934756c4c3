"""The parents hear the evening after, if it is so still; only they; nobody twice."""

from datetime import date

import pytest
from sqlalchemy import update

from core.failing.telling import tell_parents
from core.terms import ConsentAnswer, Delivery
from storage.models import Account, Enrolment, Link
from tests.failing.conftest import Failing
from tests.support.clock import MONDAY, moscow
from tests.support.school import days_after
from tests.support.statements import counted

TUESDAY = days_after(1)


async def test_both_parents_hear_and_the_pupil_does_not(failing: Failing) -> None:
    await failing.look()
    await failing.tell("18:00", TUESDAY)

    assert await failing.heard() == [failing.mother.account_id, failing.father.account_id]
    push = (await failing.pushes())[0]
    assert (push.facts["pupil_id"], push.facts["pupil"]) == (failing.ivanov, "Иванов Пётр")
    assert [line["average"] for line in push.facts["subjects"]] == ["2.33"]
    [notice] = await failing.notices()
    assert (notice.told_at, notice.facts["reached"]) == (moscow(TUESDAY, "18:00"), 2)


async def test_not_before_its_evening_and_once(failing: Failing) -> None:
    await failing.look()
    await failing.tell("17:59", TUESDAY)
    assert await failing.pushes() == []
    await failing.tell("18:00", TUESDAY)
    await failing.tell("18:01", TUESDAY)
    assert len(await failing.pushes()) == 2


async def test_who_caught_up_is_dropped_silently_and_may_be_found_again(failing: Failing) -> None:
    await failing.look()
    await failing.catch_up(failing.ivanov)
    await failing.tell("18:00", TUESDAY)

    [notice] = await failing.notices()
    assert notice.dropped_at is not None
    assert await failing.pushes() == []

    await failing.marking.give(failing.ivanov, failing.physics, "2", "2", day=TUESDAY)
    await failing.look(day=days_after(2))
    assert len(await failing.notices()) == 2
    assert (await failing.notices())[1].facts["subjects"][0]["since"] == "2026-11-25"


async def test_they_are_told_how_it_stands_now(failing: Failing) -> None:
    await failing.look()
    await failing.marking.give(failing.ivanov, failing.algebra, "1")
    await failing.tell("18:00", TUESDAY)

    assert (await failing.pushes())[0].facts["subjects"][0]["average"] == "2.00"
    assert (await failing.notices())[0].facts["subjects"][0]["average"] == "2.00"


async def test_an_evening_missed_waits_for_the_next_one(failing: Failing) -> None:
    await failing.look()
    await failing.tell("22:30", TUESDAY)
    await failing.tell("09:00", days_after(2))
    assert await failing.pushes() == []
    await failing.tell("18:00", days_after(2))
    assert len(await failing.pushes()) == 2


async def test_the_period_may_end_meanwhile(failing: Failing) -> None:
    last = date(2026, 12, 30)
    await failing.look(day=last)
    await failing.tell("18:00", date(2026, 12, 31))

    push = (await failing.pushes())[0]
    assert (push.facts["period"], push.facts["days_left"]) == ("2 четверть", -1)


async def test_who_left_the_school_is_dropped(failing: Failing) -> None:
    await failing.look()
    async with failing.sessions() as session, session.begin():
        left = update(Enrolment).where(Enrolment.pupil_id == failing.ivanov)
        await session.execute(left.values(ends=MONDAY))
    await failing.tell("18:00", TUESDAY)

    assert await failing.pushes() == []
    assert (await failing.notices())[0].dropped_at is not None


async def test_who_was_moved_to_another_class_is_told_of_by_the_marks_of_the_old_one(failing: Failing) -> None:
    other = await failing.school.class_unit("7В")
    await failing.look()
    async with failing.sessions() as session, session.begin():
        left = update(Enrolment).where(Enrolment.pupil_id == failing.ivanov)
        await session.execute(left.values(ends=MONDAY))
        session.add(Enrolment(pupil_id=failing.ivanov, class_id=other, starts=TUESDAY))
    await failing.tell("18:00", TUESDAY)
    assert len(await failing.pushes()) == 2


@pytest.mark.parametrize("what", ["withdrawn", "blocked", "cut off"])
async def test_a_parent_without_the_right_or_the_reach_hears_nothing(failing: Failing, what: str) -> None:
    await failing.look()
    if what == "withdrawn":
        await failing.school.consent(failing.mother, ConsentAnswer.WITHDRAWN, guardian_id=failing.mother.id)
    async with failing.sessions() as session, session.begin():
        now = failing.clock.now()
        if what == "blocked":
            await session.execute(
                update(Account).where(Account.id == failing.mother.account_id).values(unreachable_at=now)
            )
        if what == "cut off":
            await session.execute(update(Link).where(Link.id == failing.mother.link_id).values(revoked_at=now))
    await failing.tell("18:00", TUESDAY)
    assert await failing.heard() == [failing.father.account_id]


async def test_nobody_to_tell_is_closed_and_said_to_nobody(failing: Failing) -> None:
    await failing.look(day=date(2026, 12, 16))
    await failing.tell("18:00", date(2026, 12, 17))

    of_petrova = (await failing.notices())[1]
    assert (of_petrova.pupil_id, of_petrova.facts["reached"]) == (failing.petrova, 0)
    assert of_petrova.told_at is not None
    assert await failing.heard() == [failing.mother.account_id, failing.father.account_id]


async def test_it_waits_for_quiet_hours_by_itself_as_every_personal_message(failing: Failing) -> None:
    await failing.look()
    await failing.tell("18:00", TUESDAY)
    assert {(row.priority, row.status) for row in await failing.pushes()} == {(3, Delivery.PENDING)}


async def test_statements_are_the_same_however_many_are_due(failing: Failing) -> None:
    async def asked(day: date) -> int:
        failing.clock.set("18:00", day)
        with counted(failing.sessions) as seen:
            async with failing.app.work() as work:
                await tell_parents(work)
        return len(seen)

    await failing.look()
    few = await asked(TUESDAY)
    lesson = await failing.school.lesson(failing.algebra, 5, MONDAY)
    for number in range(30):
        pupil = await failing.school.pupil(failing.class_id, f"Двойкин{number}")
        await failing.school.connected_guardian(pupil)
        for _ in range(2):
            await failing.marking.mark(pupil, lesson, "2", "О", moscow(MONDAY, "12:00"))
    await failing.look(day=days_after(2))
    many = await asked(days_after(3))

    assert len(await failing.pushes()) == 32
    assert many == few <= 8
