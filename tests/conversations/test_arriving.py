"""When a word arrives, and at whom."""

from datetime import datetime, time

import pytest
from sqlalchemy import update

from core.conversations import opening, writing
from core.outbox import Priority
from core.terms import Delivery, Door, Sending
from storage.models import Account, Link
from tests.conversations.conftest import Circle
from tests.support.clock import MOSCOW, FakeClock, local
from tests.support.school import days_after


async def test_a_word_reaches_the_other_side_with_all_that_is_needed_to_answer(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)

    said = await circle.say(circle.mother, talk, "Добрый <b>день</b> & вечер", spans=[["bold", 0, 6, None]])

    (row,) = await circle.outbox()
    assert (row.account_id, row.door, row.priority) == (circle.leader.account_id, Door.STAFF, Priority.PERSONAL)
    assert row.subject_id == said.message_id
    assert row.facts | {"reply": "", "message": 0} == {
        "conversation": talk,
        "message": 0,
        "topic": "talk",
        "body": "Добрый <b>день</b> & вечер",
        "spans": [["bold", 0, 6, None]],
        "files": [],
        "author": "Иванова Мария Петровна",
        "what": "мать",
        "office": "",
        "about": "Иванов Пётр, 7Б",
        "lesson": "",
        "urgent": "",
        "edited": False,
        "reply": "",
    }
    assert said.arrivals == (("Классная Анна Ивановна", None),)


@pytest.mark.parametrize(
    ("wall", "day", "due"),
    [("12:00", 0, "23 12:00"), ("19:40", 0, "24 08:00"), ("19:40", 5, "30 08:00"), ("06:30", 0, "23 08:00")],
)
async def test_a_familys_word_waits_for_working_hours_and_the_family_knows_when(
    circle: Circle, clock: FakeClock, wall: str, day: int, due: str
) -> None:
    talk = await circle.open_to(circle.leader)
    clock.set(wall, days_after(day))

    said = await circle.say(circle.mother, talk)

    (row,) = await circle.outbox()
    assert local(row.due_at) == due
    waits = local(clock.now()) != due
    assert [local(at) if at else None for _, at in said.arrivals] == [due if waits else None]


async def test_the_staffs_own_quiet_hours_hold_it_longer(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(circle.leader)
    own = {"quiet_from": time(20), "quiet_to": time(9, 30)}
    await circle.change(update(Account).where(Account.id == circle.leader.account_id).values(**own))
    clock.set("20:30")

    await circle.say(circle.mother, talk)

    assert local((await circle.outbox())[0].due_at) == "24 09:30"


async def test_a_word_of_staff_waits_for_the_night_and_the_quiet_hours_of_a_family(
    circle: Circle, clock: FakeClock
) -> None:
    talk = await circle.open_to(circle.leader)
    clock.set("22:30")

    said = await circle.say(circle.leader, talk)

    assert [local(at) if at else "" for _, at in said.arrivals] == ["24 07:00"]


async def test_an_urgent_word_waits_for_nothing_and_leaves_a_trace(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(circle.leader)
    clock.set("20:00")
    await circle.say(circle.mother, talk, "Вопрос по уроку", source="1")

    said = await circle.say(circle.mother, talk, "Петя не пришёл домой", source="2", urgent="ищем ребёнка")

    first, second = await circle.outbox()
    assert [local(first.due_at), local(second.due_at)] == ["23 20:00", "23 20:00"]
    assert first.priority == second.priority == Priority.URGENT_WORD
    assert first.order_key == second.order_key
    assert said.arrivals == (("Классная Анна Ивановна", None),)
    (trace,) = await circle.trace("conversation.urgent")
    assert trace.after == {"conversation": talk, "reason": "ищем ребёнка"}


async def test_all_phones_of_both_parents_and_of_the_child_get_it(circle: Circle) -> None:
    second = await circle.school.connect(Door.FAMILY, guardian_id=circle.mother.id)
    async with circle.app.work(circle.leader.address) as work:
        talk = await opening.open_with_family(
            work, circle.ivanov, [circle.mother.id, circle.father.id], with_pupil=True
        )

    await circle.say(circle.leader, talk)

    told = {row.account_id for row in await circle.outbox()}
    assert told == {p.account_id for p in (circle.mother, second, circle.father, circle.son)}


async def test_one_parents_answer_is_seen_by_the_other(circle: Circle) -> None:
    async with circle.app.work(circle.leader.address) as work:
        (talk,) = await opening.open_with_parents_of(work, [circle.ivanov])

    await circle.say(circle.father, talk, "Буду")

    assert {row.account_id for row in await circle.outbox()} == {circle.mother.account_id, circle.leader.account_id}


async def test_every_holder_of_an_office_hears_and_the_family_sees_who_answers(circle: Circle) -> None:
    talk = await circle.open_to(None)
    await circle.say(circle.mother, talk)
    told = {row.account_id for row in await circle.outbox()}

    await circle.say(circle.deputy, talk, "Разберёмся")

    answer = (await circle.outbox())[-1]
    assert told == {p.account_id for p in (circle.deputy, circle.director, circle.administrator)}
    assert (answer.account_id, answer.facts["author"], answer.facts["office"]) == (
        circle.mother.account_id,
        "Завучева Анна Ивановна",
        "administration",
    )
    seen = await circle.read(circle.mother, talk)
    assert [said.name for said in seen.messages] == ["Иванова Мария Петровна", "Завучева Анна Ивановна"]


async def test_a_word_to_somebody_without_the_bot_is_kept_for_them(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.change(update(Link).where(Link.id == circle.leader.link_id).values(revoked_at=WHEN))
    said = await circle.say(circle.mother, talk)

    back = await circle.school.connect(Door.STAFF, staff_id=circle.leader.id)

    assert said.unconnected == ("Классная Анна Ивановна",)
    assert (await circle.inbox(back)).unread == 1


WHEN = datetime(2026, 11, 22, tzinfo=MOSCOW)


async def test_an_edit_follows_to_what_waits_and_to_what_was_read(circle: Circle) -> None:
    async with circle.app.work(circle.leader.address) as work:
        talk = await opening.open_with_family(work, circle.ivanov, [circle.mother.id], with_pupil=True)
    await circle.say(circle.leader, talk, "В пятницу", source="5")
    first, second = await circle.outbox()
    await circle.change(
        update(type(first)).where(type(first).id == first.id).values(status=Delivery.SENT, message_ref="9")
    )

    async with circle.app.work(circle.leader.address) as work:
        found = await writing.edit(work, "5", "В субботу", [])
        nothing = await writing.edit(work, "6", "Иное", [])

    rows = await circle.outbox()
    assert (found, nothing) == (talk, None)
    assert [row.facts["body"] for row in rows] == ["В субботу"] * 3
    assert [row.sending for row in rows] == [Sending.NEW, Sending.NEW, Sending.EDIT]
    assert rows[2].of_id == first.id != second.id
    seen = await circle.read(circle.mother, talk)
    assert [(said.body, said.edited) for said in seen.messages] == [("В субботу", True)]
    (trace,) = await circle.trace("conversation.edit")
    assert (trace.before, trace.after) == ({"body": "В пятницу"}, {"body": "В субботу"})
