"""Readers open, answer and change their answers, at both doors; the board keeps what is valid."""

import asyncio

import pytest
from sqlalchemy import text

from core.actions.announcing import Part
from core.announcements import composing, reading
from core.announcements.board import FAMILY_WAITING, STAFF_WAITING, authors, board
from core.announcements.facts import Announced, Board
from core.announcements.withdrawing import withdraw
from core.errors import ButtonOutdated, ConsentNeeded, NothingThere
from core.errors.announcements import AnnouncementOver, AnnouncementWithdrawn, NumberWrong
from core.files import Upload, keep
from core.terms import Acknowledgement, Role
from tests.announcements.conftest import Post
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after
from tests.support.statements import counted

YES_NO = ("Да", "Нет")


async def _open(post: Post, person: Person, announcement: int) -> Announced:
    async with post.app.work(person.address) as work:
        return await reading.announcement(work, announcement)


async def _answer(post: Post, person: Person, announcement: int, answer: int | str | None = None) -> Announced:
    async with post.app.work(person.address) as work:
        return await reading.acknowledge(work, announcement, answer)


async def _board(post: Post, person: Person, author: int | None = None) -> Board:
    async with post.app.work(person.address) as work:
        return await board(work, author=author)


async def test_opening_what_asks_nothing_is_reading_it(post: Post) -> None:
    announcement = await post.publish(post.of.leader)

    await _open(post, post.of.mother, announcement)

    assert [r.read_at is not None for r in await post.readers(announcement)] == [True, False]


async def test_opening_what_asks_for_a_word_is_not_an_answer(post: Post) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.READ)

    found = await _open(post, post.of.mother, announcement)

    assert (found.read_at, found.may_answer) == (None, True)


async def test_one_press_answers_for_every_child_of_the_person(post: Post) -> None:
    both = await post.of.school.connected_guardian(post.of.petrova, post.stranger, surname="Двойная")
    announcement = await post.publish(
        post.of.deputy, to=[(Part.EVERYBODY, "")], ask=Acknowledgement.CHOICE, choices=YES_NO
    )

    await _answer(post, both, announcement, 0)

    rows = [r for r in await post.readers(announcement) if r.guardian_id == both.id]
    assert [r.answer for r in rows] == ["Да", "Да"]


async def test_an_answer_changes_until_the_end_and_no_longer(post: Post, clock: FakeClock) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.CHOICE, choices=YES_NO, ends=days_after(1))
    await _answer(post, post.of.mother, announcement, 0)

    changed = await _answer(post, post.of.mother, announcement, 1)
    clock.forward(days=2)
    with pytest.raises(AnnouncementOver):
        await _answer(post, post.of.mother, announcement, 0)

    assert changed.answer == "Нет"
    assert (await _open(post, post.of.mother, announcement)).answer == "Нет"


async def test_the_same_press_twice_and_at_once_is_one_answer(post: Post) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.READ)

    found = await asyncio.gather(*(_answer(post, post.of.mother, announcement) for _ in range(2)))

    assert sorted(one.note for one in found) == ["", "already"]


@pytest.mark.parametrize("words", ["двое", "-1", "2,5", "99999", "", "²"])
async def test_a_number_typed_wrong_is_refused(post: Post, words: str) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.NUMBER)
    with pytest.raises(NumberWrong):
        await _answer(post, post.of.mother, announcement, words)


async def test_a_number_is_kept_and_a_reply_to_the_message_gives_it(post: Post) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.NUMBER)

    found = await _answer(post, post.of.mother, announcement, " 02 ")

    assert found.answer == "2"
    assert {p.facts["reply"] for p in await post.pushes()} == {f"oq:{announcement}"}


async def test_a_choice_that_is_not_offered_is_refused(post: Post) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.CHOICE, choices=YES_NO)
    with pytest.raises(ButtonOutdated):
        await _answer(post, post.of.mother, announcement, 2)


async def test_taken_back_it_takes_no_answer_and_opens_no_more(post: Post) -> None:
    announcement = await post.publish(post.of.leader, ask=Acknowledgement.READ)
    async with post.app.work(post.of.leader.address) as work:
        await withdraw(work, announcement, seen=(await reading.announcement(work, announcement)).rev)

    for act in (_open(post, post.of.mother, announcement), _answer(post, post.of.mother, announcement)):
        with pytest.raises(AnnouncementWithdrawn):
            await act
    assert (await _board(post, post.of.mother)).lines == ()


async def test_strangers_find_nothing(post: Post) -> None:
    announcement = await post.publish(post.of.leader)
    other = await post.of.school.connected_guardian(post.stranger, surname="Чужая")
    unasked = await post.of.school.connected_guardian(post.of.petrova, surname="Петрова", consent=False)

    with pytest.raises(NothingThere):
        await _open(post, other, announcement)
    with pytest.raises(NothingThere):
        await _open(post, post.of.teacher, announcement)
    with pytest.raises(ConsentNeeded):
        await _open(post, unasked, announcement)


async def test_a_draft_or_one_that_waits_is_not_on_any_board(post: Post) -> None:
    announcement, _ = await post.draft(post.of.leader)

    assert (await _board(post, post.of.mother)).lines == ()
    with pytest.raises(NothingThere):
        await _open(post, post.of.mother, announcement)


async def test_the_board_has_what_waits_first_then_the_newest(post: Post, clock: FakeClock) -> None:
    first = await post.publish(post.of.leader, ask=Acknowledgement.READ)
    clock.forward(minutes=1)
    second = await post.publish(post.of.leader, source="message-2")
    clock.forward(minutes=1)
    third = await post.publish(post.of.deputy, to=[(Part.EVERYBODY, "")], source="message-3")

    with counted(post.of.sessions) as statements:
        found = await _board(post, post.of.mother)

    assert [line.id for line in found.lines] == [first, third, second]
    assert (found.count, found.waiting) == (3, 1)
    assert len(statements) <= 3


async def test_the_board_is_chosen_by_who_wrote(post: Post) -> None:
    await post.publish(post.of.leader)
    second = await post.publish(post.of.deputy, to=[(Part.EVERYBODY, "")], source="message-3")

    async with post.app.work(post.of.mother.address) as work:
        found = await authors(work)
    chosen = await _board(post, post.of.mother, author=post.of.deputy.id)

    assert [(author.name, author.count) for author in found] == [("Завучева А. И.", 1), ("Руководителева А. И.", 1)]
    assert [line.id for line in chosen.lines] == [second]


async def test_what_is_over_leaves_the_board(post: Post, clock: FakeClock) -> None:
    await post.publish(post.of.leader, ends=days_after(0))
    clock.forward(days=1)
    assert (await _board(post, post.of.mother)).count == 0


async def test_a_class_leader_has_on_the_board_what_the_class_was_told(post: Post) -> None:
    announcement = await post.publish(post.of.deputy, to=[(Part.EVERYBODY, "")])
    found = await _board(post, post.of.leader)
    assert [(line.id, line.waits, line.read) for line in found.lines] == [(announcement, False, True)]


async def test_the_homes_count_what_waits_for_an_answer(post: Post) -> None:
    await post.publish(post.of.deputy, to=[(Part.EVERYBODY, ""), (Part.ROLES, Role.TEACHER)], ask=Acknowledgement.READ)
    await post.publish(post.of.leader, source="message-2")

    async with post.app.work(post.of.mother.address) as work:
        family = text(f"SELECT {FAMILY_WAITING}")
        facts = reading.reader_of(work)
        waiting = await work.session.scalar(
            family, {"today": work.today, **{k: facts[k] for k in ("guardians", "pupils", "children")}}
        )
    async with post.app.work(post.of.teacher.address) as work:
        staff = await work.session.scalar(
            text(f"SELECT {STAFF_WAITING}"), {"staff": post.of.teacher.id, "today": work.today}
        )

    assert (waiting, staff) == (1, 1)


async def test_its_files_open_to_its_readers_alone(post: Post) -> None:
    async with post.app.work(post.of.leader.address) as work:
        draft = await composing.draft(work, post.of.class_id)
        kept = await keep(work, Upload("Памятка.pdf", b"words", "message-9"))
        draft = await composing.add_files(work, draft.id, [kept])
    await post.confirm(post.of.leader, draft.id, draft.rev)
    await post.tick()
    other = await post.of.school.connected_guardian(post.stranger, surname="Чужая")

    async with post.app.work(post.of.mother.address) as work:
        page = await reading.announcement_file(work, draft.id, kept)
    async with post.app.work(other.address) as work:
        with pytest.raises(NothingThere):
            await reading.announcement_file(work, draft.id, kept)

    assert page.name == "Памятка.pdf"
    assert {tuple(p.facts["files"]) for p in await post.pushes()} == {(kept,)}
