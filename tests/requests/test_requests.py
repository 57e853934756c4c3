"""After the window: kept, asked for, decided once, written with both names."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import text

from core.actions import Action
from core.actions.marks import ChangeMark
from core.actions.page import WriteTopic
from core.actions.roll import Mark
from core.app import App
from core.errors import AccessDenied, JournalError, NothingThere, TextTooLong
from core.errors.entries import (
    AskerLeft,
    EntryNeedsReason,
    EntryNotCarriedOut,
    EntryOverlapped,
    EntryWindowClosed,
    LessonCancelled,
    NotInRussian,
)
from core.marks import giving
from core.page import writing
from core.requests import deciding, keeping
from core.requests.reading import EntryCard
from core.requests.registry import CARRIERS, carry_out
from core.terms import MarkValue, Presence, RequestAnswer, Role
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person

TOPIC = "Линейные уравнения"


@pytest.fixture(autouse=True)
def after_the_window(clock: FakeClock) -> None:
    clock.set("21:30")


async def refused(app: App, person: Person, action: Action, words: str = "") -> JournalError:
    """What the journal says when the entry is tried."""
    with pytest.raises(JournalError) as refusal:
        async with app.work(person.address) as work:
            await carry_out(work, action, words)
    return refusal.value


async def kept(app: App, person: Person, lesson: int, words: str = TOPIC) -> EntryCard:
    action = WriteTopic(lesson, 0)
    refusal = await refused(app, person, action, words)
    async with app.work(person.address) as work:
        return await keeping.keep(work, action, words, refusal)


async def asked(app: App, person: Person, lesson: int, words: str = TOPIC) -> EntryCard:
    card = await kept(app, person, lesson, words)
    async with app.work(person.address) as work:
        card, _ = await keeping.ask_for_entry(work, card.id, "Не было связи")
    return card


async def approve(app: App, person: Person, request: int) -> tuple[EntryCard, bool]:
    async with app.work(person.address) as work:
        return await deciding.approve(work, request)


async def topic_of(app: App, person: Person, lesson: int) -> str:
    async with app.work(person.address) as work:
        return (await writing.open_page(work, lesson)).topic


async def test_the_same_refused_entry_is_kept_once(app: App, seven_b: Class7B) -> None:
    first = await kept(app, seven_b.teacher, seven_b.lessons[0])
    again = await kept(app, seven_b.teacher, seven_b.lessons[0])
    other = await kept(app, seven_b.teacher, seven_b.lessons[0], "Другая тема")

    assert (first.id == again.id, first.id == other.id) == (True, False)


async def test_a_request_rings_at_everybody_who_may_decide_once(app: App, seven_b: Class7B) -> None:
    director = await seven_b.school.connected_staff("Директорова", Role.DIRECTOR)
    card = await asked(app, seven_b.teacher, seven_b.lessons[0])
    async with app.work(seven_b.teacher.address) as work:
        _, told = await keeping.ask_for_entry(work, card.id, "Ещё раз")

    rows = await seven_b.outbox("entry_requested")
    assert {row.account_id for row in rows} == {seven_b.deputy.account_id, director.account_id}
    assert told is None
    assert (rows[0].facts["words"], rows[0].facts["reason"]) == (TOPIC, "Не было связи")


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


async def test_whoever_decides_writes_with_a_reason_of_the_own(app: App, seven_b: Class7B) -> None:
    action = WriteTopic(seven_b.lessons[0], 0)
    refusal = await refused(app, seven_b.deputy, action, TOPIC)
    async with app.work(seven_b.deputy.address) as work:
        card = await keeping.keep(work, action, TOPIC, refusal)
    outcomes = []
    for _ in range(2):
        async with app.work(seven_b.deputy.address) as work:
            _, written = await deciding.give_reason(work, card.id, "Учитель болеет")
        outcomes.append(written)

    assert isinstance(refusal, EntryNeedsReason)
    assert outcomes == [True, False]
    async with app.work(seven_b.teacher.address) as work:
        page = await writing.open_page(work, seven_b.lessons[0])
    assert (page.topic, page.carried[0].by, page.carried[0].approved_by) == (
        TOPIC,
        "Завучева А. И.",
        "Завучева А. И.",
    )


async def test_the_teacher_cannot_give_a_reason_instead_of_asking(app: App, seven_b: Class7B) -> None:
    card = await kept(app, seven_b.teacher, seven_b.lessons[0])
    with pytest.raises(AccessDenied):
        async with app.work(seven_b.teacher.address) as work:
            await deciding.give_reason(work, card.id, "Сам себе разрешаю")


async def test_insisting_writes_once_and_marks_the_page(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    clock.set("08:40")
    card = await kept(app, seven_b.teacher, seven_b.lessons[0], "Present Simple")
    outcomes = []
    for _ in range(2):
        async with app.work(seven_b.teacher.address) as work:
            _, written = await deciding.insist(work, card.id)
        outcomes.append(written)

    assert (card.refusal, outcomes) == (NotInRussian.code, [True, False])
    async with app.work(seven_b.deputy.address) as work:
        page = await writing.open_page(work, seven_b.lessons[0])
    assert (page.topic, page.not_in_russian, page.carried) == ("Present Simple", True, ())


async def test_insisting_does_not_open_a_window(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    clock.set("20:59")
    card = await kept(app, seven_b.teacher, seven_b.lessons[0], "Present Simple")
    clock.set("21:01")
    with pytest.raises(EntryWindowClosed):
        async with app.work(seven_b.teacher.address) as work:
            await deciding.insist(work, card.id)


async def test_a_roll_is_asked_for_as_well(app: App, seven_b: Class7B) -> None:
    action = Mark(seven_b.lessons[0], seven_b.ivanov, Presence.ABSENT, 0)
    refusal = await refused(app, seven_b.teacher, action)
    async with app.work(seven_b.teacher.address) as work:
        card = await keeping.keep(work, action, "", refusal)
        card, told = await keeping.ask_for_entry(work, card.id, "Забыла отметить")
    async with app.work(seven_b.deputy.address) as work:
        shown = await deciding.open_request(work, card.id)
    await approve(app, seven_b.deputy, card.id)

    assert (told, shown.does, shown.pupil, shown.values) == (1, "roll-mark", "Иванов Пётр", ("absent",))
    async with app.work(seven_b.teacher.address) as work:
        assert (await writing.open_page(work, seven_b.lessons[0])).absent == 1


async def test_files_that_came_with_an_entry_are_there_when_it_is_carried_out(app: App, seven_b: Class7B) -> None:
    action = WriteTopic(seven_b.lessons[0], 0)
    refusal = await refused(app, seven_b.teacher, action, TOPIC)
    async with app.work(seven_b.teacher.address) as work:
        card = await keeping.keep(work, action, TOPIC, refusal, files=[7, 8])
    seen: list[tuple[int, ...]] = []
    carrier = CARRIERS[WriteTopic]

    async def noting(work: object, *_: object) -> None:
        seen.append(work.files)  # type: ignore[attr-defined]

    CARRIERS[WriteTopic] = noting
    try:
        async with app.work(seven_b.teacher.address) as work:
            await keeping.ask_for_entry(work, card.id, "Причина")
        await approve(app, seven_b.deputy, card.id)
    finally:
        CARRIERS[WriteTopic] = carrier

    assert seen == [(7, 8)]


async def test_a_reason_over_the_limit_is_refused_and_nothing_is_sent(app: App, seven_b: Class7B) -> None:
    card = await kept(app, seven_b.teacher, seven_b.lessons[0])
    with pytest.raises(TextTooLong):
        async with app.work(seven_b.teacher.address) as work:
            await keeping.ask_for_entry(work, card.id, "я" * 501)
    assert await seven_b.outbox("entry_requested") == []


async def test_a_request_outlives_a_new_phone(app: App, seven_b: Class7B) -> None:
    card = await asked(app, seven_b.teacher, seven_b.lessons[0])
    async with seven_b.sessions() as session, session.begin():
        await session.execute(
            text("UPDATE link SET revoked_at = now() WHERE id = :id"), {"id": seven_b.teacher.link_id}
        )

    _, decided = await approve(app, seven_b.deputy, card.id)

    assert decided
    assert await topic_of(app, seven_b.leader, seven_b.lessons[0]) == TOPIC


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
