"""The inbox: what comes first, what is counted, what is found, what it costs."""

import pytest
from sqlalchemy import insert, select, text

from core.conversations.inbox import UNREAD, unread_facts
from core.terms import Office
from storage.base import table_of
from storage.models import Conversation, Participant
from tests.conversations.conftest import Circle
from tests.support.clock import FakeClock
from tests.support.school import Person
from tests.support.statements import counted


async def unread(circle: Circle, by: Person) -> int:
    async with circle.app.work(by.address) as work:
        return int(await work.session.scalar(text(f"SELECT {UNREAD}"), unread_facts(work)) or 0)


async def test_unread_conversations_come_first_and_are_counted_until_opened(circle: Circle, clock: FakeClock) -> None:
    old = await circle.open_to(circle.leader)
    new = await circle.open_to(circle.leader, circle.uvarova, circle.uvarov)
    await circle.say(circle.mother, old, "Первое", source="1")
    await circle.say(circle.mother, old, "Второе", source="2")
    clock.forward(minutes=5)
    await circle.say(circle.uvarova, new, "Третье")
    await circle.read(circle.leader, new)

    before = await circle.inbox(circle.leader)
    await circle.read(circle.leader, old)
    after = await circle.inbox(circle.leader)

    assert [(line.id, line.unread, line.last_words) for line in before.lines] == [
        (old, 2, "Второе"),
        (new, 0, "Третье"),
    ]
    assert [(line.id, line.unread) for line in after.lines] == [(new, 0), (old, 0)]
    assert (before.count, before.unread, after.unread) == (2, 1, 0)
    assert (before.lines[0].others, before.lines[0].about) == (("Иванова М. П.",), "Иванов Пётр, 7Б")
    assert not before.lines[0].last_mine


async def test_an_empty_conversation_is_in_nobodys_list(circle: Circle) -> None:
    await circle.open_to(circle.leader)

    assert (await circle.inbox(circle.mother)).lines == (await circle.inbox(circle.leader)).lines == ()


async def test_the_homes_count_conversations_with_something_unread(circle: Circle) -> None:
    first, second = await circle.open_to(circle.leader), await circle.open_to(None)
    for number in range(2):
        await circle.say(circle.mother, first, source=f"a{number}")
    await circle.say(circle.mother, second, source="b")
    await circle.deliver()
    await circle.say(circle.leader, first, source="1")

    counts = [await unread(circle, p) for p in (circle.leader, circle.deputy, circle.mother, circle.father)]

    assert counts == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("иванова", True),
        ("ИВАНОВ пётр", True),
        ("петр", True),
        ("контрольная", True),
        ("Контрольные", True),
        ("елка", True),
        ("Уварова", False),
        ("100%", False),
        ("_", False),
    ],
)
async def test_a_conversation_is_found_by_a_name_or_a_word_in_any_form(
    circle: Circle, words: str, *, found: bool
) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.mother, talk, "Будет ли Ёлка после контрольной?")

    assert [line.id for line in (await circle.search(circle.leader, words)).lines] == ([talk] if found else [])
    assert (await circle.search(circle.physicist, words)).lines == ()


async def many(circle: Circle, count: int, each: int) -> None:
    """`count` conversations of the class leader with that many messages."""
    now = circle.app.clock.now()
    async with circle.school.sessions() as session, session.begin():
        rows = [{"key": f"x{n}", "opened_at": now, "last_at": now, "pupil_id": circle.ivanov} for n in range(count)]
        await session.execute(insert(table_of(Conversation)), rows)
        ids = list(await session.scalars(select(Conversation.id)))
        sides = [{"conversation_id": i, "staff_id": circle.leader.id, "joined_at": now, "unread": each} for i in ids]
        await session.execute(insert(table_of(Participant)), sides)
        others = [{"conversation_id": i, "office": Office.ADMINISTRATION, "joined_at": now} for i in ids]
        await session.execute(insert(table_of(Participant)), others)
        by = text(
            "INSERT INTO conversation_message (conversation_id, participant_id, body, sent_at)"
            " SELECT p.conversation_id, p.id, 'Здравствуйте, сообщение ' || n, :now"
            "   FROM participant p, generate_series(1, :each) n WHERE p.office IS NOT NULL"
        )
        await session.execute(by, {"now": now, "each": each})


async def test_a_large_inbox_costs_no_more_statements_than_a_small_one(circle: Circle) -> None:
    await many(circle, 60, 10)
    talk = (await circle.inbox(circle.leader)).lines[0].id

    await circle.inbox(circle.mother)

    costs = []
    for act in (
        lambda: circle.inbox(circle.leader),
        lambda: circle.search(circle.leader, "сообщения"),
        lambda: circle.read(circle.leader, talk),
        lambda: circle.inbox(circle.mother),
    ):
        with counted(circle.app.sessions) as statements:
            await act()
        costs.append(len(statements))

    page = await circle.inbox(circle.leader, 56)
    assert (page.count, len(page.lines)) == (60, 4)
    assert costs == [2, 2, 7, 2]
