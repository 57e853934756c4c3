"""Who decides about an entry after its window, once, and what becomes of it."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import text

from core.actions.marks import ChangeMark
from core.app import App
from core.errors import AccessDenied, NothingThere
from core.errors.entries import AskerLeft, EntryNotCarriedOut, EntryOverlapped, LessonCancelled
from core.marks import giving
from core.page import writing
from core.requests import deciding, keeping
from core.requests.reading import EntryCard
from core.terms import MarkValue, RequestAnswer, Role
from tests.requests.asking import TOPIC, approve, asked, kept, refused, topic_of
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock


async def test_approving_writes_with_both_names_on_the_page_and_in_the_trace(app: App, seven_b: Class7B) -> None:
    card = await asked(app, seven_b.teacher, seven_b.lessons[0])

    await approve(app, seven_b.deputy, card.id)

    async with app.work(seven_b.leader.address) as work:
        page = await writing.open_page(work, seven_b.lessons[0])
        trace = (
            await work.session.execute(
                text("SELECT staff_id, approved_by, reason FROM audit_entry WHERE action = 'page.topic'")
            )
        ).one()
    entry = page.carried[0]
    assert page.topic == TOPIC
    assert (entry.does, entry.by, entry.approved_by) == ("topic", "Алгебраистова А. И.", "Завучева А. И.")
    assert tuple(trace) == (seven_b.teacher.id, seven_b.deputy.id, "Не было связи")
    assert len(await seven_b.outbox("entry_decided")) == 1


async def test_two_deciders_at_once_come_to_one_outcome(app: App, seven_b: Class7B) -> None:
    director = await seven_b.school.connected_staff("Директорова", Role.DIRECTOR)
    card = await asked(app, seven_b.teacher, seven_b.lessons[0])

    async def refuse() -> tuple[EntryCard, bool]:
        async with app.work(director.address) as work:
            return await deciding.refuse(work, card.id)

    (one, first), (two, second) = await asyncio.gather(approve(app, seven_b.deputy, card.id), refuse())

    assert sorted([first, second]) == [False, True]
    assert one.answer == two.answer
    assert one.decided_by == two.decided_by != ""
    written = await topic_of(app, seven_b.teacher, seven_b.lessons[0])
    assert bool(written) is (one.answer is RequestAnswer.APPROVED)


async def test_pressing_twice_and_approving_after_a_refusal_change_nothing(app: App, seven_b: Class7B) -> None:
    card = await asked(app, seven_b.teacher, seven_b.lessons[0])
    async with app.work(seven_b.deputy.address) as work:
        await deciding.refuse(work, card.id, "Уже поздно")

    later, decided = await approve(app, seven_b.deputy, card.id)

    assert (later.answer, later.comment, decided) == (RequestAnswer.REFUSED, "Уже поздно", False)
    assert await topic_of(app, seven_b.teacher, seven_b.lessons[0]) == ""
    assert len(await seven_b.outbox("entry_decided")) == 1


async def test_who_may_not_decide_does_not(app: App, seven_b: Class7B) -> None:
    card = await asked(app, seven_b.teacher, seven_b.lessons[0])
    for person in (seven_b.teacher, seven_b.leader):
        with pytest.raises(AccessDenied):
            await approve(app, person, card.id)
    with pytest.raises(AccessDenied):
        async with app.work(seven_b.leader.address) as work:
            await keeping.kept_entry(work, card.id)


async def test_in_lic68_only_the_director_decides(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    await seven_b.school.choose_regulation("lic68")
    clock.set("09:00", date(2026, 11, 24))
    director = await seven_b.school.connected_staff("Директорова", Role.DIRECTOR)
    card = await asked(app, seven_b.teacher, seven_b.lessons[0])

    with pytest.raises(AccessDenied):
        await approve(app, seven_b.deputy, card.id)
    _, decided = await approve(app, director, card.id)

    assert decided
    assert {row.account_id for row in await seven_b.outbox("entry_requested")} == {director.account_id}


async def test_a_draft_that_nobody_asked_for_is_not_to_be_decided(app: App, seven_b: Class7B) -> None:
    card = await kept(app, seven_b.teacher, seven_b.lessons[0])
    with pytest.raises(NothingThere):
        await approve(app, seven_b.deputy, card.id)


async def test_an_asker_who_left_or_lost_the_page_gets_nothing_written(app: App, seven_b: Class7B) -> None:
    gone = await asked(app, seven_b.teacher, seven_b.lessons[0])
    async with seven_b.sessions() as session, session.begin():
        await session.execute(
            text("UPDATE staff SET dismissed = :day WHERE id = :id"),
            {"day": date(2026, 11, 22), "id": seven_b.teacher.id},
        )
    with pytest.raises(EntryNotCarriedOut) as left:
        await approve(app, seven_b.deputy, gone.id)
    async with seven_b.sessions() as session, session.begin():
        other = await seven_b.school.staff("Новая")
        await session.execute(text("UPDATE staff SET dismissed = NULL WHERE id = :id"), {"id": seven_b.teacher.id})
        await session.execute(text("UPDATE teaching_load SET teacher_id = :id"), {"id": other})
        await session.execute(text("UPDATE lesson SET teacher_id = :id"), {"id": other})
    with pytest.raises(EntryNotCarriedOut) as lost:
        await approve(app, seven_b.deputy, gone.id)

    assert isinstance(left.value.facts["cause"], AskerLeft)
    assert isinstance(lost.value.facts["cause"], AccessDenied)


async def test_what_was_overtaken_stays_open_and_says_so(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    card = await asked(app, seven_b.teacher, seven_b.lessons[0])
    theirs = await asked(app, seven_b.leader, seven_b.lessons[0], "Степени")
    await approve(app, seven_b.deputy, theirs.id)

    with pytest.raises(EntryNotCarriedOut) as overtaken:
        await approve(app, seven_b.deputy, card.id)

    assert isinstance(overtaken.value.facts["cause"], EntryOverlapped)
    async with app.work(seven_b.deputy.address) as work:
        waiting = (await deciding.open_requests(work)).waiting
    assert [request.id for request in waiting] == [card.id]
    assert await topic_of(app, seven_b.teacher, seven_b.lessons[0]) == "Степени"


async def test_a_lesson_cancelled_meanwhile_takes_nothing(app: App, seven_b: Class7B) -> None:
    card = await asked(app, seven_b.teacher, seven_b.lessons[0])
    async with seven_b.sessions() as session, session.begin():
        await session.execute(text("UPDATE lesson SET status = 'cancelled'"))

    with pytest.raises(EntryNotCarriedOut) as cancelled:
        await approve(app, seven_b.deputy, card.id)

    assert isinstance(cancelled.value.facts["cause"], LessonCancelled)


async def test_a_decided_correction_still_says_whose_mark_and_not_what_stands_there_now(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    director = await seven_b.school.connected_staff("Директорова", Role.DIRECTOR)
    lesson = seven_b.lessons[0]
    clock.set("09:00")
    async with app.work(seven_b.teacher.address) as work:
        line = (await giving.give(work, lesson, seven_b.ivanov, None, MarkValue.FIVE, seen=0)).line(seven_b.ivanov)
    assert line is not None
    change = ChangeMark(lesson, line.marks[0].id, MarkValue.TWO, 1)
    clock.set("21:30")
    refusal = await refused(app, seven_b.teacher, change)
    async with app.work(seven_b.teacher.address) as work:
        card = await keeping.keep(work, change, "", refusal)
        asked_for, _ = await keeping.ask_for_entry(work, card.id, "Ошиблась")
    await approve(app, seven_b.deputy, card.id)

    again, decided = await approve(app, director, card.id)

    assert (asked_for.pupil, asked_for.formerly) == ("Иванов Пётр", "5")
    assert (decided, again.pupil, again.values, again.formerly) == (False, "Иванов Пётр", ("2",), "")
