"""The inbox, search, reading and what the writer sees of it."""

import asyncio

import pytest
from sqlalchemy import insert, select, text, update

from core.conversations import opening, reading
from core.conversations.inbox import UNREAD, unread_facts
from core.errors import AccessDenied, NothingThere
from core.files import Upload, keep
from core.outbox import Kind
from core.terms import Delivery, Office, Role
from storage.base import table_of
from storage.models import Conversation, ConversationMessage, Guardianship, Outbox, Participant, StaffRole
from tests.conversations.conftest import Circle
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after
from tests.support.statements import counted

WAITING = text("""
    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
""")
"""Who stands before a lock of this database."""


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


async def test_who_wrote_sees_it_delivered_and_read(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(circle.leader)
    clock.set("20:00")
    await circle.say(circle.mother, talk)

    async def seen() -> tuple[bool, bool, str]:
        (said,) = (await circle.read(circle.mother, talk)).messages
        return said.delivered, said.read, said.arrives_at.strftime("%d %H:%M") if said.arrives_at else ""

    waiting = await seen()
    await circle.deliver()
    delivered = await seen()
    await circle.read(circle.leader, talk)

    assert [waiting, delivered, await seen()] == [
        (False, False, "24 08:00"),
        (True, False, ""),
        (True, True, ""),
    ]


async def test_read_by_one_parent_of_two_is_not_read_by_both(circle: Circle) -> None:
    async with circle.app.work(circle.leader.address) as work:
        both = [circle.mother.id, circle.father.id]
        talk = await opening.open_with_family(work, circle.ivanov, both, with_pupil=False)
    await circle.say(circle.leader, talk)
    seen = []
    for parent in (circle.mother, circle.father):
        await circle.read(parent, talk)
        (said,) = (await circle.read(circle.leader, talk)).messages
        seen.append((said.read, said.unread_by, said.readers))

    assert seen == [(True, 1, 2), (True, 0, 2)]


async def test_an_answer_reads_what_was_delivered_and_not_what_still_waits(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(circle.leader)
    clock.set("17:00")
    await circle.say(circle.mother, talk, "Днём", source="1")
    await circle.deliver()
    clock.set("19:00")
    await circle.say(circle.mother, talk, "Вечером", source="2")

    await circle.say(circle.leader, talk, "Ответ на дневное")

    said = (await circle.read(circle.mother, talk)).messages
    assert [(one.body, one.read) for one in said[:2]] == [("Днём", True), ("Вечером", False)]
    assert (await circle.inbox(circle.leader)).unread == 1


async def test_what_was_read_in_the_journal_comes_to_that_phone_no_more(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(None)
    clock.set("20:00")
    await circle.say(circle.mother, talk)

    await circle.read(circle.deputy, talk)

    waiting = {row.account_id for row in await circle.pending()}
    assert waiting == {circle.director.account_id, circle.administrator.account_id}


async def test_older_messages_are_leafed_through(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    for number in range(8):
        await circle.say(circle.mother, talk, f"{number}", source=f"{number}")

    newest = await circle.read(circle.leader, talk)
    older = await circle.read(circle.leader, talk, newest.messages[0].id)

    assert [said.body for said in newest.messages] == list("234567")
    assert [said.body for said in older.messages] == list("01")
    assert (newest.older, older.older) == (True, False)


async def test_the_sides_say_who_they_are_and_when_they_are_reached(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.mother, talk)
    clock.set("19:00")

    seen = await circle.read(circle.mother, talk)

    mine, other = seen.sides
    assert (mine.kind, mine.name, mine.what, mine.mine, mine.reads_at) == (
        "guardian",
        "Иванова Мария Петровна",
        "мать",
        True,
        None,
    )
    assert (other.kind, other.person_id, other.connected) == ("staff", circle.leader.id, True)
    assert other.reads_at is not None
    assert other.reads_at.strftime("%d %H:%M") == "24 08:00"
    assert (seen.may_write, seen.complaint, seen.may_mute) == (True, False, ())
    assert (await circle.read(circle.leader, talk)).may_mute == (mine.participant,)


async def test_a_strangers_conversation_is_opened_by_nobody(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.mother, talk)

    for stranger in (
        circle.father,
        circle.uvarova,
        circle.son,
        circle.physicist,
        circle.director,
        circle.administrator,
    ):
        with pytest.raises(AccessDenied):
            await circle.read(stranger, talk)
    with pytest.raises(NothingThere):
        await circle.read(circle.mother, talk + 1)


async def test_a_guardian_no_more_has_no_more_conversations_about_the_child(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.leader, talk)
    sister = await circle.school.pupil(circle.class_id, "Иванова", "Анна")
    tie = update(Guardianship).where(Guardianship.guardian_id == circle.mother.id)
    await circle.change(tie.values(pupil_id=sister))

    with pytest.raises(AccessDenied):
        await circle.read(circle.mother, talk)
    assert (await circle.inbox(circle.mother)).lines == ()


async def test_a_role_taken_away_closes_the_office(circle: Circle) -> None:
    talk = await circle.open_to(None)
    await circle.say(circle.mother, talk)
    role = update(StaffRole).where(StaffRole.staff_id == circle.administrator.id)
    await circle.change(role.values(role=Role.TEACHER))

    assert (await circle.inbox(circle.deputy)).count == 1
    with pytest.raises(AccessDenied):
        await circle.read(circle.administrator, talk)


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


async def test_a_word_written_while_the_conversation_is_opened_stays_unread(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.mother, talk, source="0")

    async with asyncio.timeout(30), circle.app.work(circle.mother.address) as writing_now:
        session = writing_now.session
        side = await session.scalar(select(Participant.id).where(Participant.guardian_id == circle.mother.id))
        facts = {"conversation_id": talk, "participant_id": side, "body": "Второе", "sent_at": writing_now.now}
        await session.execute(insert(ConversationMessage).values(facts))
        others = (Participant.conversation_id == talk, Participant.id != side)
        await session.execute(update(Participant).where(*others).values(unread=Participant.unread + 1))
        reader = asyncio.create_task(circle.read(circle.leader, talk))
        while not await session.scalar(WAITING):
            await session.execute(text("SELECT pg_stat_clear_snapshot(), pg_sleep(0.01)"))
    await reader

    assert (await circle.inbox(circle.leader)).unread == 1


async def test_many_who_write_and_read_at_once_leave_the_counter_true(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)

    await asyncio.gather(
        *(circle.say(circle.mother, talk, source=f"{number}") for number in range(6)),
        *(circle.read(circle.leader, talk) for _ in range(4)),
    )

    async with circle.school.sessions() as session:
        side = (await session.scalars(select(Participant).where(Participant.staff_id == circle.leader.id))).one()
        ids = list(await session.scalars(select(ConversationMessage.id).order_by(ConversationMessage.id)))
    assert side.unread == len([i for i in ids if i > side.read_to])


async def test_the_files_of_a_conversation_are_for_its_sides(circle: Circle) -> None:

    talk = await circle.open_to(circle.leader)
    async with circle.app.work(circle.mother.address) as work:
        paper = await keep(work, Upload("справка.pdf", b"%PDF-1", "f1"))
    await circle.say(circle.mother, talk, "Справка", paper)

    async with circle.app.work(circle.leader.address) as work:
        page = await reading.file_of(work, talk, paper)
        with pytest.raises(NothingThere):
            await reading.file_of(work, talk, paper + 1)
    async with circle.app.work(circle.director.address) as work:
        with pytest.raises(AccessDenied):
            await reading.file_of(work, talk, paper)

    assert (page.name, page.content) == ("справка.pdf", b"%PDF-1")


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


async def test_management_reads_only_what_was_complained_of_even_of_colleagues(circle: Circle) -> None:
    async with circle.app.work(circle.leader.address) as work:
        talk = await opening.open_with_colleague(work, circle.physicist.id)
    await circle.say(circle.leader, talk, "Между нами")

    with pytest.raises(AccessDenied):
        await circle.read(circle.director, talk)
    assert (await circle.inbox(circle.physicist)).lines[0].about == ""


async def test_a_message_that_could_not_be_delivered_stands_as_not_delivered(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.leader, talk)
    failed = update(Outbox).where(Outbox.kind == Kind.MESSAGE).values(status=Delivery.FAILED, error="blocked")
    await circle.change(failed)

    (said,) = (await circle.read(circle.leader, talk)).messages

    assert (said.delivered, said.read, said.arrives_at) == (False, False, None)


async def test_the_lesson_spoken_of_is_named(circle: Circle) -> None:
    async with circle.app.work(circle.mother.address) as work:
        talk = await opening.open_with_staff(work, circle.ivanov, circle.leader.id, circle.lesson)

    assert (await circle.read(circle.mother, talk)).lesson == f"Алгебра, {days_after(0):%d.%m}"
