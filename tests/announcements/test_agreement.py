"""The preview, the numbers, the names, the sheet and the phones agree (C2); an answer is given for each child."""

from collections import Counter

import pytest
from sqlalchemy import update

from core.actions.announcing import Part, Readers
from core.announcements import reading, sending, watching
from core.announcements.facts import Announced, OwnAnswer, Preview, Reach
from core.announcements.outcome import Count, Progress, SheetFacts
from core.announcements.reminding import remind
from core.announcements.sheet import sheet
from core.errors import ButtonOutdated
from core.outbox import Kind
from core.terms import Acknowledgement
from storage.models import Account, Enrolment
from tests.announcements.conftest import Post
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import Person, days_after

YES_NO = ("Да", "Нет")


def _both(post: Post) -> list[tuple[Part, str]]:
    return [(Part.CLASSES, str(post.of.class_id)), (Part.CLASSES, str(post.eight_a))]


async def _answer(
    post: Post, who: Person, announcement: int, answer: int | None, child: int | None = None
) -> Announced:
    async with post.app.work(who.address) as work:
        return await reading.acknowledge(work, announcement, answer, child)


async def _progress(post: Post, announcement: int) -> Progress:
    async with post.app.work(post.of.deputy.address) as work:
        return await watching.progress(work, announcement)


async def _named(post: Post, announcement: int) -> dict[Readers, int]:
    """How many people each list names: what its heading says and what it holds."""
    found = {}
    for sort in Readers:
        async with post.app.work(post.of.deputy.address) as work:
            names = await watching.names(work, announcement, sort)
        assert names.count == len(names.lines)
        found[sort] = names.count
    return found


async def _preview(post: Post, announcement: int) -> Preview:
    async with post.app.work(post.of.deputy.address) as work:
        return await sending.preview(work, announcement)


async def _sheet(post: Post, announcement: int) -> SheetFacts:
    async with post.app.work(post.of.deputy.address) as work:
        return await sheet(work, announcement)


async def test_every_number_agrees_with_what_the_phones_show(post: Post, clock: FakeClock) -> None:
    """Two classes: connected, unconnected, blocked, without consent, expelled, with a child in each class."""
    school, of = post.of.school, post.of
    await school.guardian(of.petrova, surname="Петрова")
    blocked = await school.connected_guardian(of.sidorov, surname="Глухова")
    silent = await school.connected_guardian(of.sidorov, surname="Ёжикова")
    await school.connected_guardian(post.stranger, surname="Неверова", consent=False)
    both = await school.connected_guardian(of.petrova, post.stranger, surname="Двойная")
    gone = await school.pupil(post.eight_a, "Ушедший", "Яков")
    left = await school.connected_guardian(gone, surname="Ушедшая")
    async with of.sessions() as session, session.begin():
        away = update(Account).where(Account.id == blocked.account_id)
        await session.execute(away.values(unreachable_at=moscow(MONDAY, "07:00")))
        await session.execute(update(Enrolment).where(Enrolment.pupil_id == gone).values(ends=days_after(-1)))
    announcement, rev = await post.draft(of.deputy, to=_both(post), ask=Acknowledgement.CHOICE, choices=YES_NO)

    before = await _preview(post, announcement)
    await post.confirm(of.deputy, announcement, rev)
    await post.tick()
    await of.deliver(Kind.ANNOUNCEMENT, clock.now())
    await _answer(post, of.mother, announcement, 0)
    await _answer(post, both, announcement, 1, of.petrova)
    now, named, paper = (
        await _progress(post, announcement),
        await _named(post, announcement),
        await _sheet(post, announcement),
    )

    assert before.reach == Reach(people=7, connected=4, not_connected=2, unreachable=1)
    assert [(unit.name, reach.people) for unit, reach in before.classes] == [("7Б", 6), ("8А", 2)]
    assert now.count == Count(people=7, delivered=4, read=1, answered=1, silent=3, unreachable=1, not_connected=2)
    assert named == {
        Readers.READ: 1,
        Readers.ANSWERED: 1,
        Readers.SILENT: 3,
        Readers.UNREACHABLE: 1,
        Readers.NOT_CONNECTED: 2,
    }
    told = {push.account_id for push in await post.pushes()}
    assert told == {of.mother.account_id, of.father.account_id, silent.account_id, both.account_id}
    assert left.account_id not in told
    assert paper.count == now.count
    states = Counter(line.state for part in paper.parts for line in part.lines)
    assert states == {"read": 2, "delivered": 3, "unreachable": 1, "not_connected": 2}
    assert [(unit.name, count.read, count.silent) for unit, count in now.classes] == [("7Б", 2, 2), ("8А", 0, 1)]


async def test_a_choice_is_made_for_each_child(post: Post) -> None:
    both = await post.of.school.connected_guardian(post.of.petrova, post.stranger, surname="Двойная")
    announcement = await post.publish(post.of.deputy, to=_both(post), ask=Acknowledgement.CHOICE, choices=YES_NO)

    half = await _answer(post, both, announcement, 0, post.of.petrova)
    waits = (await _progress(post, announcement)).count.silent
    whole = await _answer(post, both, announcement, 1, post.stranger)
    await _answer(post, post.of.mother, announcement, 0)
    await _answer(post, post.of.father, announcement, 0)
    found = await _progress(post, announcement)

    assert (half.read_at, half.each) == (
        None,
        (OwnAnswer(post.of.petrova, "Анна", "Да"), OwnAnswer(post.stranger, "Егор", None)),
    )
    assert waits == 3
    assert [child.answer for child in whole.each] == ["Да", "Нет"]
    assert found.answers == (("Да", 3, 2), ("Нет", 1, 1))
    assert (found.count.answered, found.count.silent) == (3, 0)


async def test_one_press_still_answers_for_all_children(post: Post) -> None:
    both = await post.of.school.connected_guardian(post.of.petrova, post.stranger, surname="Двойная")
    announcement = await post.publish(post.of.deputy, to=_both(post), ask=Acknowledgement.CHOICE, choices=YES_NO)

    said = await _answer(post, both, announcement, 1)

    assert (said.answer, [child.answer for child in said.each]) == ("Нет", ["Нет", "Нет"])


async def test_nobody_answers_for_somebody_else_s_child(post: Post) -> None:
    announcement = await post.publish(post.of.deputy, to=_both(post), ask=Acknowledgement.CHOICE, choices=YES_NO)
    with pytest.raises(ButtonOutdated):
        await _answer(post, post.of.mother, announcement, 0, post.stranger)


async def test_a_reminder_of_a_choice_names_the_children_too(post: Post) -> None:
    both = await post.of.school.connected_guardian(post.of.petrova, post.stranger, surname="Двойная")
    announcement = await post.publish(post.of.deputy, to=_both(post), ask=Acknowledgement.CHOICE, choices=YES_NO)
    seen = (await _progress(post, announcement)).rev

    async with post.app.work(post.of.deputy.address) as work:
        await remind(work, announcement, seen=seen)

    told = {push.account_id: push.facts["children"] for push in await post.pushes("announcement_reminder")}
    assert told[both.account_id] == ["Анна", "Егор"]
    assert told[post.of.mother.account_id] == []


@pytest.mark.parametrize(
    ("hour", "urgent", "ends", "unheard"),
    [("22:30", "", 0, True), ("22:30", "", 1, False), ("22:30", "мороз", 0, False), ("05:00", "", 0, False)],
)
async def test_the_author_is_told_of_a_night_after_which_it_is_over(
    post: Post, clock: FakeClock, hour: str, urgent: str, ends: int, *, unheard: bool
) -> None:
    clock.set(hour, MONDAY)
    announcement, _ = await post.draft(post.of.deputy, to=_both(post), urgent=urgent, ends=days_after(ends))
    assert (await _preview(post, announcement)).unheard is unheard
