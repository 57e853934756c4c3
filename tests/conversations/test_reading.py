"""A conversation as its sides read it, and what the writer sees of that."""

import asyncio

import pytest
from sqlalchemy import insert, select, text, update

from core.conversations import opening, reading
from core.errors import AccessDenied, NothingThere
from core.files import Upload, keep
from core.outbox import Kind
from core.terms import Delivery, Role
from storage.models import ConversationMessage, Guardianship, Outbox, Participant, StaffRole
from tests.conversations.conftest import Circle
from tests.support.clock import FakeClock
from tests.support.school import days_after

WAITING = text("""
    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
""")
"""Who stands before a lock of this database."""


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
