"""Writing: who may, when it arrives, what is refused, what follows later."""

import asyncio
from datetime import datetime, time

import pytest
from sqlalchemy import update

from core.conversations import muting, opening, stop_words, writing
from core.errors import AccessDenied, ConsentNeeded, NothingThere, TextTooLong
from core.errors.conversations import ConversationOver, Muted, StopWordFound, TooManyMessages
from core.errors.files import FileKindForbidden, TooManyFiles
from core.files import Upload, keep
from core.outbox import Kind, Priority
from core.terms import ConsentAnswer, Delivery, Door, FileKind, Sending
from storage.models import Account, Enrolment, Link, Staff
from tests.conversations.conftest import Circle
from tests.support.clock import MOSCOW, FakeClock
from tests.support.school import Person, days_after
from tests.support.statements import counted


def local(row_at: datetime) -> str:
    return row_at.astimezone(MOSCOW).strftime("%d %H:%M")


async def put(circle: Circle, by: Person, name: str = "справка.pdf", content: bytes = b"%PDF-1", **more: str) -> int:
    async with circle.app.work(by.address) as work:
        upload = Upload(name, content, f"f-{name}", kind=FileKind.DOCUMENT, **more)
        return await keep(work, upload)


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


async def test_a_word_to_a_family_names_the_child_whose_right_is_asked_again(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)

    await circle.say(circle.leader, talk)

    (row,) = await circle.outbox()
    assert (row.account_id, row.door, row.facts["pupil_id"]) == (circle.mother.account_id, Door.FAMILY, circle.ivanov)


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


async def test_a_word_to_somebody_without_the_bot_is_kept_for_them(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.change(update(Link).where(Link.id == circle.leader.link_id).values(revoked_at=WHEN))
    said = await circle.say(circle.mother, talk)

    back = await circle.school.connect(Door.STAFF, staff_id=circle.leader.id)

    assert said.unconnected == ("Классная Анна Ивановна",)
    assert (await circle.inbox(back)).unread == 1


WHEN = datetime(2026, 11, 22, tzinfo=MOSCOW)


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


async def test_to_staff_who_left_nothing_is_written_but_the_administration_stays(circle: Circle) -> None:
    talk, office = await circle.open_to(circle.physicist), await circle.open_to(None)
    await circle.change(update(Staff).where(Staff.id == circle.physicist.id).values(dismissed=days_after(-1)))

    with pytest.raises(ConversationOver) as refused:
        await circle.say(circle.mother, talk)

    assert refused.value.facts == {"why": "alone"}
    assert (await circle.say(circle.mother, office, source="2")).arrivals


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


async def test_files_go_along_and_programs_do_not(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    paper, game = await put(circle, circle.mother), await put(circle, circle.mother, "игра.exe", b"MZ\x90")

    said = await circle.say(circle.mother, talk, "", paper)
    with pytest.raises(FileKindForbidden):
        await circle.say(circle.mother, talk, "", game, source="2")
    with pytest.raises(AccessDenied):
        await circle.say(circle.leader, talk, "", paper, source="3")
    with pytest.raises(TooManyFiles):
        await circle.say(circle.mother, talk, "", *range(1, 12), source="4")

    (row,) = await circle.outbox()
    assert row.facts["files"] == [paper]
    assert (await circle.read(circle.leader, talk)).messages[0].files == ((paper, FileKind.DOCUMENT, "справка.pdf"),)
    assert said.message_id


async def test_the_parts_of_an_album_leave_together(circle: Circle, clock: FakeClock) -> None:
    talk = await circle.open_to(circle.leader)
    first = await put(circle, circle.mother, "1.jpg", b"\xff\xd8", album="a")
    said = await circle.say(circle.mother, talk, "Фото", first)
    second = await put(circle, circle.mother, "2.jpg", b"\xff\xd8", album="a")

    async with circle.app.work(circle.mother.address) as work:
        await writing.add_file(work, said.message_id, [second])

    (row,) = await circle.outbox()
    assert row.facts["files"] == [first, second]
    assert row.due_at > clock.now()


async def test_a_part_that_comes_after_the_rest_left_follows_it(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    first = await put(circle, circle.mother, "1.jpg", b"\xff\xd8", album="a")
    said = await circle.say(circle.mother, talk, "Фото", first)
    await circle.deliver()
    second = await put(circle, circle.mother, "2.jpg", b"\xff\xd8", album="a")

    for _ in range(2):
        async with circle.app.work(circle.mother.address) as work:
            await writing.add_file(work, said.message_id, [second])

    (row,) = await circle.pending()
    assert (row.facts["files"], row.facts["body"]) == ([second], "")


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
