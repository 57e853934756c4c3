"""What came of an announcement is what the phones show; reminders are rare; withdrawn is gone."""

import asyncio

import pytest
from sqlalchemy import update

from core.actions.announcing import Part, Readers
from core.announcements import reading, watching
from core.announcements.facts import State
from core.announcements.outcome import Count, Progress
from core.announcements.reminding import remind
from core.announcements.sheet import sheet
from core.announcements.withdrawing import withdraw
from core.errors import AccessDenied
from core.errors.announcements import AnnouncementOver, AnnouncementWithdrawn
from core.outbox import Kind
from core.terms import Acknowledgement, Door, Role
from storage.models import Account, Outbox, Staff
from tests.announcements.conftest import Post
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import Person, days_after
from tests.support.statements import counted


async def _progress(post: Post, person: Person, announcement: int) -> Progress:
    async with post.app.work(person.address) as work:
        return await watching.progress(work, announcement)


async def _answer(post: Post, person: Person, announcement: int, answer: int | str | None = None) -> None:
    async with post.app.work(person.address) as work:
        await reading.acknowledge(work, announcement, answer)


async def _names(post: Post, person: Person, announcement: int, readers: Readers) -> list[tuple[str, str, str]]:
    async with post.app.work(person.address) as work:
        found = await watching.names(work, announcement, readers)
    return [(line.name, line.what, ", ".join(child.name for child in line.children)) for line in found.lines]


async def _remind(post: Post, person: Person, announcement: int) -> tuple[Progress, int]:
    async with post.app.work(person.address) as work:
        seen = (await watching.progress(work, announcement)).rev
        return await remind(work, announcement, seen=seen)


async def _block(post: Post, person: Person) -> None:
    async with post.of.sessions() as session, session.begin():
        blocked = update(Account).where(Account.id == person.account_id)
        await session.execute(blocked.values(unreachable_at=moscow(MONDAY, "07:00")))


async def test_every_reader_is_counted_once_wherever_one_stands(post: Post, clock: FakeClock) -> None:
    await post.of.school.guardian(post.of.petrova, surname="Петрова")
    blocked = await post.of.school.connected_guardian(post.of.sidorov, surname="Ёжикова")
    await _block(post, blocked)
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.READ)
    await post.of.deliver(Kind.ANNOUNCEMENT, clock.now())
    await _answer(post, post.of.mother, announcement)

    with counted(post.of.sessions) as statements:
        found = await _progress(post, post.of.leader, announcement)

    assert found.count == Count(people=4, delivered=2, read=1, answered=0, silent=1, unreachable=1, not_connected=1)
    assert [(unit.name, count) for unit, count in found.classes] == [("7Б", found.count)]
    assert len(statements) <= 5


async def test_answers_are_counted_by_people_and_numbers_added_up(post: Post) -> None:
    both = await post.of.school.connected_guardian(post.of.petrova, post.stranger, surname="Двойная")
    announcement = await post.publish(post.of.deputy, to=[(Part.EVERYBODY, "")], ask=Acknowledgement.NUMBER)
    await _answer(post, both, announcement, "2")
    await _answer(post, post.of.mother, announcement, "3")

    found = await _progress(post, post.of.deputy, announcement)

    assert (found.answers, found.total) == ((("2", 1, 2), ("3", 1, 1)), 5)
    assert [(unit.name, count.read) for unit, count in found.classes] == [("7Б", 2), ("8А", 1)]


async def test_choices_that_nobody_took_stand_there_with_nought(post: Post) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.CHOICE, choices=("Да", "Нет"))
    await _answer(post, post.of.mother, announcement, 1)
    assert (await _progress(post, post.of.leader, announcement)).answers == (("Да", 0, 0), ("Нет", 1, 1))


async def test_names_say_of_whom(post: Post) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.READ)
    await _answer(post, post.of.mother, announcement)

    read = await _names(post, post.of.leader, announcement, Readers.READ)
    silent = await _names(post, post.of.leader, announcement, Readers.SILENT)

    assert read == [("Иванова Мария Петровна", "мать", "Иванов Пётр")]
    assert silent == [("Иванов Мария Петровна", "мать", "Иванов Пётр")]


async def test_a_class_leader_sees_of_the_school_s_announcement_the_own_class_alone(post: Post) -> None:
    await post.of.school.connected_guardian(post.stranger, surname="Чужая")
    announcement = await post.publish(post.of.deputy, to=[(Part.EVERYBODY, "")], ask=Acknowledgement.READ)

    found = await _progress(post, post.of.leader, announcement)

    assert (found.part, found.count.people) == (True, 2)


async def test_others_see_nothing_of_it(post: Post) -> None:
    announcement = await post.publish(post.of.leader)
    with pytest.raises(AccessDenied):
        await _progress(post, post.of.teacher, announcement)


async def test_a_reminder_goes_to_the_silent_once_a_day(post: Post, clock: FakeClock) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.READ)
    await _answer(post, post.of.mother, announcement)

    first = await _remind(post, post.of.leader, announcement)
    second = await _remind(post, post.of.leader, announcement)
    clock.forward(days=1)
    third = await _remind(post, post.of.leader, announcement)

    assert [(found.note, people) for found, people in (first, second, third)] == [("", 1), ("already", 0), ("", 1)]
    assert [p.account_id for p in await post.pushes("announcement_reminder")] == [post.of.father.account_id] * 2


async def test_two_presses_at_once_remind_once(post: Post) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.READ)
    await asyncio.gather(*(_remind(post, post.of.leader, announcement) for _ in range(2)))
    assert len(await post.pushes("announcement_reminder")) == 2


async def test_nobody_is_reminded_after_the_end(post: Post, clock: FakeClock) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.READ, ends=days_after(0))
    clock.forward(days=1)
    with pytest.raises(AnnouncementOver):
        await _remind(post, post.of.leader, announcement)


async def _withdraw(post: Post, person: Person, announcement: int, seen: int | None = None) -> Progress:
    async with post.app.work(person.address) as work:
        rev = seen or (await watching.progress(work, announcement)).rev
        return await withdraw(work, announcement, seen=rev)


async def test_withdrawn_before_the_tick_it_never_leaves(post: Post) -> None:
    announcement, rev = await post.draft(post.of.leader)
    await post.confirm(post.of.leader, announcement, rev)

    found = await _withdraw(post, post.of.leader, announcement)
    await post.tick()

    assert (found.state, await post.pushes()) == (State.WITHDRAWN, [])


async def test_withdrawn_afterwards_it_is_taken_from_the_phones(post: Post) -> None:
    announcement = await post.publish(post.of.leader)
    async with post.of.sessions() as session, session.begin():
        sent = update(Outbox).where(Outbox.account_id == post.of.mother.account_id)
        await session.execute(sent.values(status="sent", message_ref="17"))

    await _withdraw(post, post.of.leader, announcement)
    again = await _withdraw(post, post.of.leader, announcement)

    rows = [(p.account_id, str(p.sending), str(p.status)) for p in await post.pushes()]
    assert rows == [
        (post.of.mother.account_id, "new", "sent"),
        (post.of.father.account_id, "new", "superseded"),
        (post.of.mother.account_id, "delete", "pending"),
    ]
    assert again.note == "already"
    with pytest.raises(AnnouncementWithdrawn):
        await _remind(post, post.of.leader, announcement)


async def test_a_class_leader_does_not_withdraw_the_school_s(post: Post) -> None:
    announcement = await post.publish(post.of.deputy, to=[(Part.EVERYBODY, "")])
    with pytest.raises(AccessDenied):
        await _withdraw(post, post.of.leader, announcement)


async def test_the_sheet_has_every_reader_and_the_same_numbers(post: Post) -> None:
    await post.of.school.guardian(post.of.petrova, surname="Петрова")
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.CHOICE, choices=("Да", "Нет"))
    await _answer(post, post.of.mother, announcement, 0)

    async with post.app.work(post.of.leader.address) as work:
        found = await sheet(work, announcement)

    (part,) = found.parts
    assert [(line.child, line.answer, line.state) for line in part.lines] == [
        ("Иванов Пётр", "Да", "read"),
        ("Иванов Пётр", None, "sent"),
        ("Петрова Анна", None, "not_connected"),
    ]
    assert found.count == (await _progress(post, post.of.leader, announcement)).count


async def test_somebody_connected_later_has_it_on_the_board_and_is_reminded(post: Post) -> None:
    announcement = await post.publish(
        post.of.leader, ask=Acknowledgement.READ, to=[(Part.CLASSES, str(post.of.class_id))]
    )
    guardian = await post.of.school.guardian(post.of.petrova, surname="Поздняя")
    second = await post.publish(post.of.leader, ask=Acknowledgement.READ, source="message-2")
    later = await post.of.school.connect(Door.FAMILY, guardian_id=guardian)
    await post.of.school.consent(later, guardian_id=guardian)

    async with post.app.work(post.of.leader.address) as work:
        found = await watching.names(work, second, Readers.SILENT)
    _, reminded = await _remind(post, post.of.leader, second)

    assert [line.state for line in found.lines] == ["sent", "sent", "board"]
    assert (reminded, (await _progress(post, post.of.leader, announcement)).count.people) == (3, 2)


async def test_whoever_left_since_waits_for_no_answer(post: Post) -> None:
    announcement = await post.publish(
        post.of.deputy,
        to=[(Part.CLASSES, str(post.of.class_id)), (Part.ROLES, Role.TEACHER)],
        ask=Acknowledgement.READ,
    )
    await post.leave(post.of.ivanov, days_after(-1))
    async with post.of.sessions() as session, session.begin():
        await session.execute(update(Staff).where(Staff.id == post.of.teacher.id).values(dismissed=days_after(-1)))

    found, reminded = await _remind(post, post.of.deputy, announcement)

    assert (found.count.silent, reminded) == (1, 1)
    assert [p.account_id for p in await post.pushes("announcement_reminder")] == [post.of.leader.account_id]
