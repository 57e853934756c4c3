"""An announcement is written, shown, confirmed once and comes to exactly those it is for."""

import asyncio

import pytest
from sqlalchemy import update

from core.actions.announcing import Part
from core.announcements import composing, sending
from core.announcements.facts import Reach, State, Unit
from core.errors import AccessDenied, TextTooLong
from core.errors.announcements import (
    AnnouncementClassGone,
    AnnouncementEmpty,
    AnnouncementEndsEarly,
    AnnouncementToNobody,
    PublishTimePast,
)
from core.errors.dates import DatesPast
from core.outbox import Priority
from core.terms import Acknowledgement, Door, Role
from storage.models import Account, Staff
from tests.announcements.conftest import Post
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import days_after
from tests.support.statements import counted

SCHOOL = [(Part.EVERYBODY, "")]


async def test_it_comes_to_the_chats_of_the_guardians_of_the_class_and_to_nobody_else(post: Post) -> None:
    await post.of.school.connected_guardian(post.stranger, surname="Чужая")

    announcement = await post.publish(post.of.leader)

    pushes = await post.pushes()
    assert [p.account_id for p in pushes] == [post.of.mother.account_id, post.of.father.account_id]
    assert {p.priority for p in pushes} == {Priority.BROADCAST}
    assert pushes[0].facts["pupil_ids"] == [post.of.ivanov]
    assert len(await post.readers(announcement)) == 2


async def test_people_without_a_chat_are_among_its_readers(post: Post) -> None:
    grandmother = await post.of.school.guardian(post.of.petrova, surname="Петрова")

    announcement = await post.publish(post.of.leader)

    assert grandmother in {r.guardian_id for r in await post.readers(announcement)}
    assert len(await post.pushes()) == 2


async def test_a_guardian_of_two_children_gets_one_message_that_names_both(post: Post) -> None:
    both = await post.of.school.connected_guardian(post.of.petrova, post.stranger, surname="Двойная")

    announcement = await post.publish(post.of.deputy, to=SCHOOL)

    mine = [p for p in await post.pushes() if p.account_id == both.account_id]
    assert [p.facts["children"] for p in mine] == [["Анна", "Егор"]]
    assert len([r for r in await post.readers(announcement) if r.guardian_id == both.id]) == 2


async def test_staff_by_role_and_class_leaders_hear_once_in_their_own_bot_the_author_does_not(post: Post) -> None:
    to = [(Part.ROLES, Role.TEACHER), (Part.CLASS_LEADERS, ""), (Part.ROLES, Role.DEPUTY_HEAD)]

    await post.publish(post.of.deputy, to=to)

    pushes = await post.pushes()
    assert sorted(p.account_id for p in pushes) == sorted([post.of.teacher.account_id, post.of.leader.account_id])
    assert {p.door for p in pushes} == {Door.STAFF}


async def test_whoever_left_or_was_dismissed_or_gave_no_consent_gets_nothing(post: Post) -> None:
    await post.leave(post.of.ivanov, days_after(-1))
    await post.of.school.connected_guardian(post.of.petrova, surname="Петрова", consent=False)
    async with post.of.sessions() as session, session.begin():
        await session.execute(update(Staff).where(Staff.id == post.of.teacher.id).values(dismissed=days_after(-1)))

    announcement = await post.publish(
        post.of.deputy, to=[(Part.CLASSES, str(post.of.class_id)), (Part.ROLES, Role.TEACHER)]
    )

    assert [p.account_id for p in await post.pushes()] == [post.of.leader.account_id]
    assert {r.child_id for r in await post.readers(announcement) if r.guardian_id} == {post.of.petrova}


async def test_a_group_is_its_members_alone(post: Post) -> None:
    load = await post.of.school.load(post.of.teacher.id, post.of.class_id, subject="Английский", group="1")
    await post.join(load, post.of.petrova)
    mother = await post.of.school.connected_guardian(post.of.petrova, surname="Петрова")

    await post.publish(post.of.teacher, to=[(Part.GROUPS, str(load))])

    assert [p.account_id for p in await post.pushes()] == [mother.account_id]


async def test_a_grade_and_its_pupils(post: Post) -> None:
    pupil = await post.of.school.connected_pupil(post.stranger)

    await post.publish(post.of.deputy, to=[(Part.GRADES, "8"), (Part.TO, "pupils")])

    assert [p.account_id for p in await post.pushes()] == [pupil.account_id]


async def test_urgent_overtakes(post: Post) -> None:
    await post.publish(post.of.leader, urgent="Прорвало трубу")

    assert {p.priority for p in await post.pushes()} == {Priority.URGENT_WORD}


async def test_ticks_at_once_publish_it_once(post: Post) -> None:
    announcement, rev = await post.draft(post.of.leader)
    await post.confirm(post.of.leader, announcement, rev)

    await asyncio.gather(post.tick(), post.tick(), post.tick())
    await post.tick()

    assert len(await post.pushes()) == 2
    assert len(await post.readers(announcement)) == 2


async def test_a_failure_in_the_middle_leaves_nothing_and_the_next_tick_does_it_all(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    announcement, rev = await post.draft(post.of.leader)
    await post.confirm(post.of.leader, announcement, rev)
    with monkeypatch.context() as patch:
        patch.setattr("core.announcements.publishing.record", _fail)
        with pytest.raises(RuntimeError):
            await post.tick()
    assert (await post.pushes(), await post.readers(announcement)) == ([], [])

    await post.tick()

    assert len(await post.pushes()) == 2


async def test_confirmed_on_two_phones_it_goes_once(post: Post) -> None:
    announcement, rev = await post.draft(post.of.leader)

    notes = [
        sent.note
        for sent in await asyncio.gather(
            post.confirm(post.of.leader, announcement, rev), post.confirm(post.of.leader, announcement, rev)
        )
    ]
    await post.tick()

    assert sorted(notes) == ["", "already"]
    assert len(await post.pushes()) == 2


async def test_a_draft_changed_meanwhile_is_not_sent(post: Post) -> None:
    announcement, rev = await post.draft(post.of.leader)
    async with post.app.work(post.of.leader.address) as work:
        await composing.set_words(work, announcement, "Другое", [], source="message-2")

    sent = await post.confirm(post.of.leader, announcement, rev)
    await post.tick()

    assert (sent.note, await post.pushes()) == ("changed", [])


async def test_it_waits_for_its_time(post: Post, clock: FakeClock) -> None:
    announcement, rev = await post.draft(post.of.leader, at=moscow(MONDAY, "18:00"))
    await post.confirm(post.of.leader, announcement, rev)
    await post.tick()
    early = await post.pushes()

    clock.set("18:00")
    await post.tick()

    assert (early, len(await post.pushes())) == ([], 2)


async def test_to_nobody_it_is_refused(post: Post) -> None:
    announcement, rev = await post.draft(post.of.leader, to=[])
    with pytest.raises(AnnouncementToNobody):
        await post.confirm(post.of.leader, announcement, rev)


async def test_without_words_it_is_refused(post: Post) -> None:
    announcement, rev = await post.draft(post.of.leader, body="")
    with pytest.raises(AnnouncementEmpty):
        await post.confirm(post.of.leader, announcement, rev)


async def test_to_a_class_just_dissolved_it_is_refused_by_name(post: Post) -> None:
    announcement, rev = await post.draft(post.of.deputy, to=[(Part.CLASSES, str(post.eight_a))])
    await post.leave(post.stranger, days_after(-1))

    with pytest.raises(AnnouncementClassGone) as refused:
        await post.confirm(post.of.deputy, announcement, rev)

    assert refused.value.facts == {"names": "8А"}


async def test_a_class_dissolved_after_the_confirmation_is_told_to_the_author(post: Post) -> None:
    await post.of.school.guardian(post.stranger, surname="Чужая")
    announcement, rev = await post.draft(post.of.deputy, to=[(Part.CLASSES, str(post.eight_a))])
    await post.confirm(post.of.deputy, announcement, rev)
    await post.leave(post.stranger, days_after(-1))

    await post.tick()

    told = await post.pushes("announcement_to_nobody")
    assert [p.account_id for p in told] == [post.of.deputy.account_id]


async def test_a_time_that_passed_before_the_confirmation_is_refused(post: Post, clock: FakeClock) -> None:
    announcement, rev = await post.draft(post.of.leader, at=moscow(MONDAY, "09:00"))
    clock.set("09:01")
    with pytest.raises(PublishTimePast):
        await post.confirm(post.of.leader, announcement, rev)


async def test_a_past_time_and_day_are_not_taken(post: Post) -> None:
    with pytest.raises(PublishTimePast):
        await post.draft(post.of.leader, at=moscow(MONDAY, "07:59"))
    with pytest.raises(DatesPast):
        await post.draft(post.of.leader, ends=days_after(-1))


async def test_an_end_before_the_start_is_refused(post: Post) -> None:
    with pytest.raises(AnnouncementEndsEarly):
        await post.draft(post.of.leader, at=moscow(days_after(2), "08:00"), ends=days_after(1))


async def test_five_thousand_characters_are_refused(post: Post) -> None:
    with pytest.raises(TextTooLong):
        await post.draft(post.of.leader, body="а" * 5000)


@pytest.mark.parametrize(
    "to", [(Part.EVERYBODY, ""), (Part.GRADES, "8"), (Part.ALL_STAFF, ""), (Part.ROLES, Role.TEACHER)]
)
async def test_a_teacher_writes_to_no_more_than_the_own_classes(post: Post, to: tuple[Part, str]) -> None:
    with pytest.raises(AccessDenied):
        await post.draft(post.of.teacher, to=[to])


async def test_nor_to_a_class_of_others(post: Post) -> None:
    with pytest.raises(AccessDenied):
        await post.draft(post.of.teacher, to=[(Part.CLASSES, str(post.eight_a))])
    async with post.app.work(post.of.leader.address) as work:
        with pytest.raises(AccessDenied):
            await composing.draft(work, post.eight_a)


async def test_another_author_s_draft_is_closed(post: Post) -> None:
    announcement, _ = await post.draft(post.of.leader)
    async with post.app.work(post.of.deputy.address) as work:
        with pytest.raises(AccessDenied):
            await composing.open_draft(work, announcement)


async def test_the_preview_counts_people_by_how_they_can_be_reached(post: Post) -> None:
    await post.of.school.guardian(post.of.petrova, surname="Петрова")
    async with post.of.sessions() as session, session.begin():
        blocked = update(Account).where(Account.id == post.of.father.account_id)
        await session.execute(blocked.values(unreachable_at=moscow(MONDAY, "07:00")))
    announcement, _ = await post.draft(post.of.leader, ask=Acknowledgement.READ)

    async with post.app.work(post.of.leader.address) as work:
        with counted(post.of.sessions) as statements:
            found = await sending.preview(work, announcement)

    assert found.reach == Reach(people=3, connected=1, not_connected=1, unreachable=1)
    assert found.classes == ((Unit(post.of.class_id, "7Б"), found.reach),)
    assert len(statements) <= 4


async def test_a_new_announcement_pressed_twice_is_one_draft(post: Post) -> None:
    async def press() -> int:
        async with post.app.work(post.of.leader.address) as work:
            return (await composing.draft(work, post.of.class_id)).id

    assert len(set(await asyncio.gather(press(), press()))) == 1


async def test_the_same_message_is_written_once_and_typed_words_win(post: Post) -> None:
    announcement, rev = await post.draft(post.of.leader)
    async with post.app.work(post.of.leader.address) as work:
        again = await composing.set_words(work, announcement, "Собрание в среду", [], source="message-1")
        other = await composing.set_words(work, announcement, "Иначе", [], source="message-2")
    assert (again.rev, other.rev, other.body) == (rev, rev + 1, "Иначе")


async def test_a_draft_thrown_away_is_gone_and_one_sent_is_not(post: Post) -> None:
    announcement, rev = await post.draft(post.of.leader)
    sent, sent_rev = await post.draft(post.of.leader, source="message-3")
    await post.confirm(post.of.leader, sent, sent_rev)

    async with post.app.work(post.of.leader.address) as work:
        dropped = await composing.drop(work, announcement, seen=rev)
        kept = await composing.drop(work, sent, seen=sent_rev + 1)
        listed = await composing.mine(work)

    assert (dropped, kept) == (True, False)
    assert [(line.id, line.state) for line in listed.lines] == [(sent, State.WAITING)]


async def test_an_author_dismissed_before_its_time_says_nothing(post: Post, clock: FakeClock) -> None:
    announcement, rev = await post.draft(post.of.leader, at=moscow(days_after(2), "09:00"))
    await post.confirm(post.of.leader, announcement, rev)
    async with post.of.sessions() as session, session.begin():
        await session.execute(update(Staff).where(Staff.id == post.of.leader.id).values(dismissed=days_after(1)))

    clock.forward(days=3)
    await post.tick()

    assert await post.pushes() == []


def _fail(*_: object, **__: object) -> None:
    raise RuntimeError
