"""Conversations in other hands: of who leaves, of a new class leader, of a question passed on."""

import pytest
from sqlalchemy import select, update

from core.conversations import handing, opening
from core.errors import AccessDenied, NotConnected, NothingThere
from core.outbox import Kind
from core.terms import Delivery, Topic
from storage.models import ClassUnit, Conversation, Participant, Staff
from tests.conversations.conftest import Circle
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after


async def hand(circle: Circle, by: Person, former: Person, heir: Person) -> int:
    async with circle.app.work(by.address) as work:
        return await handing.hand_over(work, former.id, heir.id)


async def test_whoever_leaves_hands_all_conversations_over_and_the_families_are_told_once(
    circle: Circle, clock: FakeClock
) -> None:
    talks = [await circle.open_to(circle.leader), await circle.open_to(circle.leader, circle.uvarova, circle.uvarov)]
    clock.set("19:00")
    await circle.say(circle.mother, talks[0], "Кто теперь ведёт алгебру?")
    await circle.say(circle.uvarova, talks[1], "Добрый день")
    await circle.change(update(Staff).where(Staff.id == circle.leader.id).values(dismissed=days_after(-1)))

    async with circle.app.work(circle.administrator.address) as work:
        assert [(c.name, n) for c, n in await handing.to_hand_over(work)] == [("Классная Анна Ивановна", 2)]
    moved = await hand(circle, circle.administrator, circle.leader, circle.physicist)
    again = await hand(circle, circle.administrator, circle.leader, circle.physicist)

    assert (moved, again) == (2, 0)
    assert all(row.status is Delivery.SUPERSEDED for row in await circle.outbox(Kind.MESSAGE))
    told = {row.account_id: row.facts for row in await circle.outbox(Kind.CONVERSATION_HANDED)}
    assert set(told) == {p.account_id for p in (circle.physicist, circle.mother, circle.uvarova)}
    assert told[circle.physicist.account_id] | {"count": 2, "unread": 2} == told[circle.physicist.account_id]
    assert told[circle.mother.account_id]["name"] == "Физикова Анна Ивановна"
    assert told[circle.mother.account_id]["pupil_ids"] == [circle.ivanov]
    assert (await circle.inbox(circle.physicist)).unread == 2
    seen = await circle.read(circle.physicist, talks[0])
    assert [said.body for said in seen.messages] == ["Кто теперь ведёт алгебру?"]
    assert (await circle.say(circle.physicist, talks[0], "Я")).arrivals
    assert await circle.open_to(circle.physicist) == talks[0]


async def test_conversations_that_both_had_go_on_side_by_side(circle: Circle) -> None:
    old, own = await circle.open_to(circle.leader), await circle.open_to(circle.physicist)
    await circle.say(circle.mother, old, source="1")
    await circle.say(circle.mother, own, source="2")

    assert await hand(circle, circle.leader, circle.leader, circle.physicist) == 1

    assert (await circle.inbox(circle.physicist)).count == 2
    assert await circle.open_to(circle.physicist) == own
    new = await circle.open_to(circle.leader)
    assert new not in (old, own)
    await circle.say(circle.mother, new, source="3")
    assert await hand(circle, circle.deputy, circle.physicist, circle.leader) == 2
    async with circle.school.sessions() as session:
        assert len(set(await session.scalars(select(Conversation.key)))) == 3


async def test_a_new_class_leader_leaves_the_conversations_where_they_are(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.mother, talk)
    await circle.change(
        update(ClassUnit).where(ClassUnit.id == circle.class_id).values(class_leader_id=circle.singer.id)
    )

    assert (await circle.read(circle.leader, talk)).may_write
    with pytest.raises(AccessDenied):
        await circle.read(circle.singer, talk)


async def test_only_the_person_and_the_administration_hand_over(circle: Circle) -> None:
    for by in (circle.physicist, circle.mother):
        with pytest.raises((AccessDenied, NotConnected)):
            await hand(circle, by, circle.leader, circle.physicist)
    with pytest.raises(NothingThere):
        await hand(circle, circle.deputy, circle.leader, circle.leader)
    await circle.change(update(Staff).where(Staff.id == circle.singer.id).values(dismissed=days_after(-1)))
    with pytest.raises(NothingThere):
        await hand(circle, circle.leader, circle.leader, circle.singer)


async def test_the_class_leader_passes_a_question_on_to_the_administrators(circle: Circle) -> None:
    async with circle.app.work(circle.mother.address) as work:
        talk = await opening.open_help(work, Topic.HELP)
    await circle.say(circle.mother, talk, "Не приходит код")

    async with circle.app.work(circle.leader.address) as work:
        passed = [await handing.pass_on(work, talk) for _ in range(2)]
    await circle.say(circle.administrator, talk, "Отправила новый")

    assert passed == [True, False]
    (row,) = await circle.outbox(Kind.CONVERSATION_HANDED)
    assert (row.account_id, row.facts["body"]) == (circle.administrator.account_id, "Не приходит код")
    async with circle.school.sessions() as session:
        sides = list(await session.scalars(select(Participant).where(Participant.conversation_id == talk)))
    assert len(sides) == 3
    with pytest.raises(AccessDenied):
        await handing_by(circle, circle.leader, await circle.open_to(circle.leader))


async def handing_by(circle: Circle, by: Person, talk: int) -> bool:
    async with circle.app.work(by.address) as work:
        return await handing.pass_on(work, talk)
