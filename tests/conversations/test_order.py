"""Silences, stop words, complaints, drafts and conversations in other hands."""

from datetime import time, timedelta

import pytest
from sqlalchemy import select, update

from core.conversations import complaints, drafts, handing, muting, opening, stop_words
from core.conversations.facts import MutedPerson, Who
from core.errors import AccessDenied, NotConnected, NothingThere, TextTooLong
from core.errors.conversations import MuteWrong, StopWordWrong
from core.errors.files import FileKindForbidden, TooManyFiles
from core.files import Upload
from core.outbox import Kind
from core.terms import Delivery, Topic
from storage.models import ClassUnit, Conversation, Participant, Staff
from tests.conversations.conftest import Circle
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after


async def mute(
    circle: Circle, by: Person, kind: Who, person_id: int, days: int = 1, why: str = "Грубость"
) -> MutedPerson:
    async with circle.app.work(by.address) as work:
        return await muting.mute(work, kind, person_id, work.at(days_after(days), time(18)), why)


async def complain(circle: Circle, by: Person, talk: int, said: str = "Мне грубят") -> int:
    async with circle.app.work(by.address) as work:
        return await complaints.complain(work, talk, said)


async def hand(circle: Circle, by: Person, former: Person, heir: Person) -> int:
    async with circle.app.work(by.address) as work:
        return await handing.hand_over(work, former.id, heir.id)


@pytest.mark.parametrize(
    ("by", "kind", "whom", "allowed"),
    [
        ("leader", "guardian", "mother", True),
        ("leader", "pupil", "son", True),
        ("leader", "staff", "physicist", False),
        ("singer", "guardian", "mother", False),
        ("administrator", "guardian", "mother", False),
        ("deputy", "staff", "physicist", True),
        ("deputy", "staff", "deputy", False),
        ("director", "pupil", "son", True),
        ("mother", "guardian", "uvarova", False),
    ],
)
async def test_a_class_leader_silences_the_own_class_and_the_management_anybody(
    circle: Circle, by: str, kind: Who, whom: str, *, allowed: bool
) -> None:
    if allowed:
        assert (await mute(circle, getattr(circle, by), kind, getattr(circle, whom).id)).kind == kind
        return
    with pytest.raises((AccessDenied, NotConnected)):
        await mute(circle, getattr(circle, by), kind, getattr(circle, whom).id)


async def test_whoever_is_silenced_is_told_once_why_and_until_when(circle: Circle) -> None:
    first = await mute(circle, circle.leader, "guardian", circle.mother.id)
    again = await mute(circle, circle.leader, "guardian", circle.mother.id)

    assert again == first
    (row,) = await circle.outbox(Kind.MUTED)
    assert (row.account_id, row.facts["reason"], row.facts["name"]) == (
        circle.mother.account_id,
        "Грубость",
        "Классная А. И.",
    )
    assert (first.name, first.what, first.by) == ("Иванова Мария Петровна", "мать", "Классная А. И.")
    assert len(await circle.trace("conversation.mute")) == 1


async def test_a_silence_is_lifted_and_what_the_management_said_stands(circle: Circle) -> None:
    own = await mute(circle, circle.leader, "guardian", circle.mother.id)
    theirs = await mute(circle, circle.director, "guardian", circle.mother.id, 3)

    async with circle.app.work(circle.leader.address) as work:
        shown, count = await muting.muted(work)
        with pytest.raises(AccessDenied):
            await muting.lift(work, theirs.mute_id)
    async with circle.app.work(circle.deputy.address) as work:
        await muting.lift(work, theirs.mute_id)
        await muting.lift(work, theirs.mute_id)

    assert own.mute_id != theirs.mute_id
    assert ([m.mute_id for m in shown], count) == ([theirs.mute_id], 1)
    assert [row.facts["lifted"] for row in await circle.outbox(Kind.MUTED)] == [False, False, True]
    talk = await circle.open_to(circle.leader)
    assert (await circle.say(circle.mother, talk)).message_id


@pytest.mark.parametrize(
    ("days", "why", "what"), [(-1, "Грубость", "until"), (31, "Грубость", "until"), (1, " ", "reason")]
)
async def test_a_silence_has_a_reason_and_an_end(circle: Circle, days: int, why: str, what: str) -> None:
    with pytest.raises(MuteWrong) as refused:
        await mute(circle, circle.leader, "guardian", circle.mother.id, days, why)

    assert refused.value.facts["what"] == what


async def test_stop_words_are_kept_by_those_who_answer_for_the_journal(circle: Circle) -> None:
    async with circle.app.work(circle.deputy.address) as work:
        added = await stop_words.add_stop_words(work, "Идиот*, дурак\nДУРАК")
        left = await stop_words.remove_stop_word(work, "ДУРАК")
        with pytest.raises(StopWordWrong):
            await stop_words.add_stop_words(work, "хорошо, 2x2")
    async with circle.app.work(circle.leader.address) as work:
        with pytest.raises(AccessDenied):
            await stop_words.stop_words(work)

    assert (added, left) == (("дурак", "идиот*"), ("идиот*",))


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


async def test_words_to_nobody_are_kept_until_they_are_sent_once(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    async with circle.app.work(circle.mother.address) as work:
        number = await drafts.keep_draft(work, "Петя болен", [], None, "5")
        same = await drafts.keep_draft(work, "Петя болен", [], None, "5")
        first = await drafts.send_draft(work, number, talk)
        again = await drafts.send_draft(work, number, talk)
        assert (await drafts.draft(work, number)).used
    async with circle.app.work(circle.father.address) as work:
        with pytest.raises(NothingThere):
            await drafts.draft(work, number)

    assert same == number
    assert (first.again, again.again, again.message_id) == (False, True, first.message_id)


async def test_the_parts_of_an_album_are_one_draft(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    async with circle.app.work(circle.mother.address) as work:
        kept = {
            await drafts.keep_draft(
                work, "Фото" if n == 0 else "", [], Upload(f"{n}.jpg", b"\xff\xd8", f"m{n}", "a"), f"{n}", "a"
            )
            for n in range(3)
        }
        (number,) = kept
        files = (await drafts.draft(work, number)).files
        said = await drafts.send_draft(work, number, talk)
        with pytest.raises(FileKindForbidden):
            await drafts.keep_draft(work, "", [], Upload("x.exe", b"MZ", "m9"), "9")

    seen = (await circle.read(circle.leader, talk)).messages[0]
    assert (seen.id, seen.body, tuple(f[0] for f in seen.files)) == (said.message_id, "Фото", files)


async def test_a_draft_of_too_many_files_is_refused(circle: Circle) -> None:
    async with circle.app.work(circle.mother.address) as work:
        for n in range(10):
            await drafts.keep_draft(work, "", [], Upload(f"{n}.jpg", b"\xff\xd8", f"m{n}", "a"), f"{n}", "a")
        with pytest.raises(TooManyFiles):
            await drafts.keep_draft(work, "", [], Upload("10.jpg", b"\xff\xd8", "m10", "a"), "10", "a")


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


async def test_a_silence_ends_by_itself(circle: Circle, clock: FakeClock) -> None:
    await mute(circle, circle.leader, "guardian", circle.mother.id)
    clock.moment += timedelta(days=2)

    async with circle.app.work(circle.leader.address) as work:
        assert await muting.muted(work) == ((), 0)
