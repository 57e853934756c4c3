"""Writing: who may, what is refused, what it costs."""

import asyncio
from datetime import time

import pytest
from sqlalchemy import delete, update

from core.conversations import muting, opening, stop_words, writing
from core.errors import AccessDenied, ConsentNeeded, NothingThere, TextTooLong
from core.errors.conversations import ConversationOver, Muted, StopWordFound, TooManyMessages
from core.outbox import Kind
from core.terms import ConsentAnswer, Door
from storage.models import Enrolment, Guardianship
from tests.conversations.conftest import Circle
from tests.support.clock import FakeClock, local
from tests.support.school import days_after
from tests.support.statements import counted


async def test_a_word_to_a_family_names_the_child_whose_right_is_asked_again(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)

    await circle.say(circle.leader, talk)

    (row,) = await circle.outbox()
    assert (row.account_id, row.door, row.facts["pupil_id"]) == (circle.mother.account_id, Door.FAMILY, circle.ivanov)


async def test_a_message_delivered_twice_is_written_once(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    first = await circle.say(circle.mother, talk, source="7")

    again = await circle.say(circle.mother, talk, source="7")

    assert (again.message_id, again.again, first.again) == (first.message_id, True, False)
    assert len(await circle.outbox()) == 1
    assert (await circle.inbox(circle.leader)).unread == 1


async def test_the_same_message_twice_at_once_is_written_once(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)

    both = await asyncio.gather(*(circle.say(circle.mother, talk, source="7") for _ in range(2)))

    assert len({said.message_id for said in both}) == 1
    assert (await circle.inbox(circle.leader)).unread == 1


async def test_nobody_writes_where_they_have_no_place(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)

    for stranger in (circle.uvarova, circle.father, circle.physicist, circle.director):
        with pytest.raises(AccessDenied):
            await circle.say(stranger, talk)
    with pytest.raises(NothingThere):
        await circle.say(circle.mother, talk + 1)


async def test_a_consent_taken_back_ends_reading_writing_and_hearing(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.school.consent(circle.mother, ConsentAnswer.WITHDRAWN, guardian_id=circle.mother.id)

    for act in (circle.say, circle.read):
        with pytest.raises(ConsentNeeded):
            await act(circle.mother, talk)
    said = await circle.say(circle.leader, talk)

    assert (said.arrivals, said.unconnected) == ((), ("Иванова Мария Петровна",))
    assert await circle.outbox() == []


async def test_of_a_pupil_who_left_the_history_stays_and_nothing_new_is_written(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.mother, talk, "До свидания")
    await circle.change(update(Enrolment).where(Enrolment.pupil_id == circle.ivanov).values(ends=days_after(-1)))

    for person in (circle.mother, circle.leader):
        seen = await circle.read(person, talk)
        assert [said.body for said in seen.messages] == ["До свидания"]
        assert (seen.may_write, seen.why_not) == (False, "left")
        with pytest.raises(ConversationOver) as refused:
            await circle.say(person, talk, source="9")
        assert refused.value.facts == {"why": "left"}


async def test_nobody_writes_to_a_family_that_is_this_pupil_s_no_more(circle: Circle) -> None:
    async with circle.app.work(circle.leader.address) as work:
        (talk,) = await opening.open_with_parents_of(work, [circle.uvarov])
    await circle.change(delete(Guardianship).where(Guardianship.guardian_id == circle.uvarova.id))

    with pytest.raises(ConversationOver) as refused:
        await circle.say(circle.leader, talk)

    assert refused.value.facts == {"why": "alone"}


async def test_more_than_twenty_messages_in_ten_minutes_are_too_many(circle: Circle, clock: FakeClock) -> None:
    first, second = await circle.open_to(circle.leader), await circle.open_to(None)
    clock.set("12:00")
    for number in range(20):
        await circle.say(circle.mother, first if number % 2 else second, source=f"{number}")
        clock.forward(seconds=1)

    with pytest.raises(TooManyMessages) as refused:
        await circle.say(circle.mother, first, source="20")
    clock.set("12:10")
    again = await circle.say(circle.mother, first, source="0")
    clock.forward(seconds=1)
    late = await circle.say(circle.mother, first, source="20")

    assert local(refused.value.facts["until"]) == "23 12:10"
    assert again.again
    assert not late.again
    assert not (await circle.say(circle.leader, first, source="1")).again


async def test_a_forbidden_word_is_not_sent_nor_as_the_reason_of_urgency(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    async with circle.app.work(circle.administrator.address) as work:
        await stop_words.add_stop_words(work, "Дурак, идиот*")

    for body, urgent in (("Сам ДУРАК!", ""), ("Прошу", "они идиоты")):
        with pytest.raises(StopWordFound):
            await circle.say(circle.mother, talk, body, urgent=urgent)
    assert not (await circle.say(circle.mother, talk, "Подурачились и хватит")).again


@pytest.mark.parametrize(("body", "error"), [("", NothingThere), ("   ", NothingThere), ("я" * 4001, TextTooLong)])
async def test_no_words_and_too_many_are_refused(circle: Circle, body: str, error: type[Exception]) -> None:
    talk = await circle.open_to(circle.leader)

    with pytest.raises(error):
        await circle.say(circle.mother, talk, body)


async def test_one_word_to_many_families_is_one_message_in_each_and_little_work(circle: Circle) -> None:
    async with circle.app.work(circle.leader.address) as work:
        talks = await opening.open_with_parents_of(work, [circle.ivanov, circle.uvarov])

    with counted(circle.app.sessions) as statements:
        async with circle.app.work(circle.leader.address) as work:
            said = await writing.write_to_all(work, talks, "Собрание", [], source="5")
    async with circle.app.work(circle.leader.address) as work:
        again = await writing.write_to_all(work, talks, "Собрание", [], source="5")
        await writing.edit(work, "5", "Собрание в 18:00", [])

    assert len(statements) <= 8
    assert [w.conversation_id for w in said] == list(talks)
    assert [w.message_id for w in again] == [w.message_id for w in said]
    assert {row.account_id for row in await circle.outbox()} == {
        p.account_id for p in (circle.mother, circle.father, circle.uvarova)
    }
    assert {row.facts["body"] for row in await circle.outbox()} == {"Собрание в 18:00"}


async def test_writing_costs_a_fixed_number_of_statements(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    for number in range(5):
        await circle.say(circle.leader, talk, source=f"{number}")

    with counted(circle.app.sessions) as statements:
        await circle.say(circle.mother, talk, source="9")

    assert len(statements) <= 8


async def test_somebody_silenced_writes_nothing_and_who_writes_to_them_hears_of_it(
    circle: Circle, clock: FakeClock
) -> None:
    talk = await circle.open_to(circle.leader)
    clock.set("12:00")
    async with circle.app.work(circle.deputy.address) as work:
        await muting.mute(work, "guardian", circle.mother.id, work.at(days_after(1), time(18)), "Оскорбления")

    with pytest.raises(Muted) as refused:
        await circle.say(circle.mother, talk)
    said = await circle.say(circle.leader, talk)

    assert refused.value.facts["reason"] == "Оскорбления"
    assert local(refused.value.facts["until"]) == "24 18:00"
    assert [(name, local(until)) for name, until in said.silent] == [("Иванова Мария Петровна", "24 18:00")]
    assert (await circle.outbox(Kind.MESSAGE))[-1].account_id == circle.mother.account_id
    seen = await circle.read(circle.mother, talk)
    assert (seen.may_write, seen.why_not) == (False, "muted")
    clock.set("18:00", days_after(1))
    assert not (await circle.say(circle.mother, talk)).again
