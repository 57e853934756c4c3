"""Complaints: who may read for them, who closes them, who hears of it."""

import pytest

from core.conversations import complaints, opening
from core.errors import AccessDenied, NothingThere, TextTooLong
from core.outbox import Kind
from tests.conversations.conftest import Circle, mute
from tests.support.clock import FakeClock
from tests.support.school import Person


async def complain(circle: Circle, by: Person, talk: int, said: str = "Мне грубят") -> int:
    async with circle.app.work(by.address) as work:
        return await complaints.complain(work, talk, said)


async def test_a_complaint_lets_the_management_read_and_both_sides_know(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.leader, talk, "Нехорошие слова")

    number = await complain(circle, circle.mother, talk)
    again = await complain(circle, circle.mother, talk, "И ещё")

    assert again == number
    told = {row.account_id: row.facts for row in await circle.outbox(Kind.MESSAGE_COMPLAINT)}
    assert set(told) == {p.account_id for p in (circle.leader, circle.deputy, circle.director)}
    assert "said" not in told[circle.leader.account_id]
    assert told[circle.director.account_id]["said"] == "Мне грубят"
    seen = await circle.read(circle.director, talk)
    assert [said.body for said in seen.messages] == ["Нехорошие слова"]
    assert (seen.may_write, seen.why_not, seen.mine, seen.complaint_id) == (False, "watching", 0, number)
    with pytest.raises(AccessDenied):
        await circle.read(circle.administrator, talk)
    with pytest.raises(AccessDenied):
        await circle.say(circle.director, talk)
    await circle.read(circle.director, talk)
    assert [(t.staff_id, t.subject_id) for t in await circle.trace("conversation.read_on_complaint")] == [
        (circle.director.id, str(talk))
    ] * 2
    assert (await circle.read(circle.mother, talk)).complaint


async def test_a_complaint_is_closed_once_with_an_outcome_for_both_sides(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.leader, talk)
    number = await complain(circle, circle.mother, talk)
    await circle.deliver()

    async with circle.app.work(circle.deputy.address) as work:
        for _ in range(2):
            assert await complaints.close_complaint(work, number, "Беседа проведена") == talk
        lines, count = await complaints.complaints(work)

    told = await circle.pending(Kind.MESSAGE_COMPLAINT)
    assert {row.account_id for row in told} == {circle.mother.account_id, circle.leader.account_id}
    assert {row.facts["said"] for row in told} == {"Беседа проведена"}
    assert (count, lines[0].outcome, lines[0].by, lines[0].about) == (
        1,
        "Беседа проведена",
        "Иванова Мария Петровна",
        "Иванов Пётр, 7Б",
    )
    assert (await circle.read(circle.director, talk)).complaint_id is None


async def test_what_is_said_after_a_complaint_was_closed_is_not_the_management_s(
    circle: Circle, clock: FakeClock
) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.leader, talk, "Грубость", source="1")
    number = await complain(circle, circle.mother, talk)
    async with circle.app.work(circle.deputy.address) as work:
        await complaints.close_complaint(work, number, "Беседа проведена")
    clock.set("12:00")
    await circle.say(circle.mother, talk, "Спасибо", source="2")

    seen = await circle.read(circle.director, talk)
    again = await complain(circle, circle.mother, talk, "Опять")
    reopened = await circle.read(circle.director, talk)

    assert again != number
    assert [said.body for said in seen.messages] == ["Грубость"]
    assert [said.body for said in reopened.messages] == ["Грубость", "Спасибо"]


async def test_strangers_complain_of_nothing_and_the_silenced_may(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.leader, talk)
    await mute(circle, circle.leader, "guardian", circle.mother.id)

    with pytest.raises(AccessDenied):
        await complain(circle, circle.father, talk)
    with pytest.raises(NothingThere):
        await complain(circle, circle.mother, talk, " ")
    with pytest.raises(TextTooLong):
        await complain(circle, circle.mother, talk, "я" * 501)
    assert await complain(circle, circle.mother, talk)


async def test_a_deputy_closes_no_complaint_of_a_conversation_of_ones_own(circle: Circle) -> None:
    async with circle.app.work(circle.deputy.address) as work:
        (talk,) = await opening.open_with_parents_of(work, [circle.uvarov])
    await circle.say(circle.deputy, talk)
    number = await complain(circle, circle.uvarova, talk)

    async with circle.app.work(circle.deputy.address) as work:
        with pytest.raises(AccessDenied):
            await complaints.close_complaint(work, number, "Всё в порядке")
    async with circle.app.work(circle.director.address) as work:
        assert await complaints.close_complaint(work, number, "Разобрались") == talk
