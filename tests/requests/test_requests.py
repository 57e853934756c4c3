"""After the window: kept as it was made, asked for or insisted on."""

import pytest
from sqlalchemy import text

from core.actions.page import WriteTopic
from core.actions.roll import Mark
from core.app import App
from core.errors import AccessDenied, TextTooLong
from core.errors.entries import EntryNeedsReason, EntryWindowClosed, NotInRussian
from core.page import writing
from core.requests import deciding, keeping
from core.requests.registry import CARRIERS
from core.terms import Presence, Role
from tests.requests.asking import TOPIC, approve, asked, kept, refused, topic_of
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock


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
