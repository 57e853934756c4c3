"""Conversations of staff who left: they go on by themselves, or wait and the heads know (C1)."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update

from core.conversations import handing, opening
from core.conversations.departing import hand_on_departed
from core.errors.conversations import ConversationOver
from core.outbox import Kind
from core.terms import Role
from storage.models import Link, Staff, StaffRole, TeachingLoad
from tests.conversations.conftest import Circle
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after


async def leave(circle: Circle, clock: FakeClock, who: Person, days: int = -1, at: str = "10:00") -> None:
    """Whoever leaves has worked here until that day; the bot of theirs is cut off."""
    clock.set(at)
    await circle.change(update(Staff).where(Staff.id == who.id).values(dismissed=days_after(days)))
    await circle.change(update(Link).where(Link.staff_id == who.id).values(revoked_at=clock.now()))


async def morning(circle: Circle) -> None:
    async with circle.app.work() as work:
        await hand_on_departed(work)


async def others(circle: Circle, by: Person, talk: int) -> set[str]:
    return {side.name for side in (await circle.read(by, talk)).sides if not side.mine and not side.left}


async def told(circle: Circle, to: str) -> dict[int, dict[str, object]]:
    rows = await circle.outbox(Kind.CONVERSATION_HANDED)
    return {row.account_id: row.facts for row in rows if row.facts["to"] == to}


async def test_whoever_teaches_the_pupil_the_same_now_goes_on_with_the_families(
    circle: Circle, clock: FakeClock
) -> None:
    talk = await circle.open_to(circle.physicist)
    await circle.say(circle.mother, talk, "Что с физикой?")
    physics = await _load_of(circle, circle.physicist)
    await circle.school.lesson(physics, 2, days_after(-7))
    await circle.change(update(TeachingLoad).where(TeachingLoad.id == physics).values(teacher_id=circle.singer.id))
    await leave(circle, clock, circle.physicist)

    await morning(circle)

    assert await others(circle, circle.mother, talk) == {"Певцова Анна Ивановна"}
    assert (await circle.inbox(circle.singer)).unread == 1
    assert {facts["name"] for facts in (await told(circle, "family")).values()} == {"Певцова Анна Ивановна"}
    assert await told(circle, "heads") == {}


async def test_where_nobody_took_the_lessons_the_class_leader_goes_on(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(circle.physicist)
    await circle.say(circle.mother, talk)
    await leave(circle, clock, circle.physicist)

    await morning(circle)
    await morning(circle)

    assert await others(circle, circle.mother, talk) == {"Классная Анна Ивановна"}
    assert set(await told(circle, "colleague")) == {circle.leader.account_id}
    assert [entry.after["to"] for entry in await circle.trace("conversation.hand_over") if entry.after] == [
        circle.leader.id
    ]


async def test_a_slip_in_the_workbook_moves_nothing_until_the_next_morning(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(circle.physicist)
    await circle.say(circle.mother, talk)
    clock.set("07:00")
    await morning(circle)
    await leave(circle, clock, circle.physicist, at="09:00")
    await morning(circle)
    await circle.change(update(Staff).where(Staff.id == circle.physicist.id).values(dismissed=None))
    clock.set("07:00", days_after(1))

    await morning(circle)

    assert await others(circle, circle.mother, talk) == {"Физикова Анна Ивановна"}


async def test_on_the_last_day_of_work_conversations_are_still_one_s_own(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(circle.physicist)
    await circle.say(circle.mother, talk)
    await leave(circle, clock, circle.physicist, days=0)

    await morning(circle)

    assert await others(circle, circle.mother, talk) == {"Физикова Анна Ивановна"}


async def test_without_a_successor_the_heads_hear_once_and_hand_over_in_one_go(
    circle: Circle, clock: FakeClock
) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.mother, talk)
    await leave(circle, clock, circle.leader)

    await morning(circle)
    clock.set("07:00", days_after(1))
    await morning(circle)

    heads = await told(circle, "heads")
    assert set(heads) == {p.account_id for p in (circle.deputy, circle.director, circle.administrator)}
    assert {(f["staff"], f["count"], f["unread"]) for f in heads.values()} == {(circle.leader.id, 1, 1)}
    assert len(await circle.outbox(Kind.CONVERSATION_HANDED)) == 3
    async with circle.app.work(circle.deputy.address) as work:
        assert await handing.hand_over(work, circle.leader.id, circle.singer.id) == 1
    assert (await circle.inbox(circle.singer)).unread == 1


async def test_what_a_family_writes_meanwhile_is_kept_for_the_successor_and_the_heads_hear(
    circle: Circle, clock: FakeClock
) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.leader, talk, "Здравствуйте", source="1")
    await leave(circle, clock, circle.leader)

    wrote = await circle.say(circle.mother, talk, "Кто теперь?", source="2")

    assert (wrote.awaited, wrote.arrivals) == (("Классная Анна Ивановна",), ())
    assert {facts["unread"] for facts in (await told(circle, "heads")).values()} == {1}
    async with circle.app.work(circle.administrator.address) as work:
        await handing.hand_over(work, circle.leader.id, circle.singer.id)
    assert [said.body for said in (await circle.read(circle.singer, talk)).messages] == ["Здравствуйте", "Кто теперь?"]


async def test_a_colleague_s_words_to_somebody_who_left_are_refused_as_before(circle: Circle, clock: FakeClock) -> None:
    async with circle.app.work(circle.deputy.address) as work:
        talk = await opening.open_with_colleague(work, circle.leader.id)
    await circle.say(circle.deputy, talk, source="1")
    await leave(circle, clock, circle.leader)

    with pytest.raises(ConversationOver):
        await circle.say(circle.deputy, talk, source="2")


@pytest.mark.parametrize("role", [Role.DEPUTY_HEAD, Role.DIRECTOR, Role.ADMINISTRATOR, Role.SECRETARY])
async def test_what_was_told_to_an_office_goes_to_no_class_leader_by_itself(
    circle: Circle, clock: FakeClock, role: Role
) -> None:
    talk = await circle.open_to(circle.physicist)
    await circle.say(circle.mother, talk)
    await circle.change(delete(StaffRole).where(StaffRole.staff_id == circle.physicist.id))
    async with circle.school.sessions() as session, session.begin():
        session.add(StaffRole(staff_id=circle.physicist.id, role=role))
    await leave(circle, clock, circle.physicist)

    await morning(circle)

    assert await circle.trace("conversation.hand_over") == []
    assert {facts["count"] for facts in (await told(circle, "heads")).values()} == {1}


async def test_at_night_nobody_is_told_before_the_morning(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.leader, talk, source="1")
    await leave(circle, clock, circle.leader, at="23:30")

    await circle.say(circle.mother, talk, source="2")

    heads = [row for row in await circle.outbox(Kind.CONVERSATION_HANDED) if row.facts["to"] == "heads"]
    assert {row.due_at - clock.now() for row in heads} == {timedelta(hours=7, minutes=30)}


async def _load_of(circle: Circle, teacher: Person) -> int:
    async with circle.school.sessions() as session:
        return (await session.scalars(select(TeachingLoad.id).where(TeachingLoad.teacher_id == teacher.id))).one()
