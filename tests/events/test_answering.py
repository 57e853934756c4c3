"""What families answer about an event: the last word, by whom and until when."""

import pytest
from sqlalchemy import func, select

from core.app import App
from core.errors import AccessDenied, NothingThere
from core.errors.events import EventOver
from core.events.answering import answer_event, family_event
from core.events.keeping import kept_event, set_asks, set_kind
from core.terms import EventKind
from storage.models import AuditEntry, ClassEventAnswer
from tests.events.telling import COMING, NOT_COMING, Sessions, put
from tests.family.conftest import Family
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder, days_after
from tests.support.statements import counted


async def test_the_last_word_of_the_family_stands_and_leaves_a_trace(
    app: App,
    family: Family,
    sessions: Sessions,
) -> None:
    event = await put(app, family, asks=True)
    for person, answer in ((family.mother, COMING), (family.mother, COMING), (family.father, NOT_COMING)):
        async with app.work(person.address) as work:
            found = await answer_event(work, event, family.pupil_id, answer)
            assert found.answer is answer

    async with app.work(family.leader.address) as work:
        answers = (await kept_event(work, event)).answers
    assert answers is not None
    assert (answers.coming, answers.not_coming, answers.silent) == ((), ("Иванов Пётр",), ("Сидоров Олег",))
    async with sessions() as session:
        traced = await session.scalars(select(AuditEntry.after["answer"]).where(AuditEntry.action == "event.answer"))
        assert list(traced) == ["coming", "not_coming"]
        assert await session.scalar(select(func.count()).select_from(ClassEventAnswer)) == 1


async def test_nobody_answers_for_another_s_child_or_of_another_class(
    app: App,
    family: Family,
    school: SchoolBuilder,
) -> None:
    event = await put(app, family, asks=True)
    elsewhere = await school.pupil(await school.class_unit("8А"), "Чужой")
    outsider = await school.connected_guardian(elsewhere, surname="Чужая")

    with pytest.raises(AccessDenied):
        async with app.work(family.stranger.address) as work:
            await answer_event(work, event, family.pupil_id, COMING)
    with pytest.raises(NothingThere):
        async with app.work(outsider.address) as work:
            await answer_event(work, event, elsewhere, COMING)
    with pytest.raises(AccessDenied):
        async with app.work(outsider.address) as work:
            await family_event(work, event, family.pupil_id)


async def test_an_answer_is_taken_only_while_it_is_asked_for(
    app: App,
    family: Family,
    clock: FakeClock,
) -> None:
    quiet, event = await put(app, family, "26 ноября 12:00 Чаепитие"), await put(app, family, asks=True)
    with pytest.raises(EventOver):
        async with app.work(family.mother.address) as work:
            await answer_event(work, quiet, family.pupil_id, COMING)
    clock.set("12:00", days_after(3))

    with pytest.raises(EventOver):
        async with app.work(family.mother.address) as work:
            await answer_event(work, event, family.pupil_id, COMING)


async def test_an_old_button_changes_nothing_about_an_event(app: App, family: Family) -> None:
    event = await put(app, family, asks=True)

    async with app.work(family.leader.address) as work:
        kept = await set_kind(work, event, EventKind.DUTY, seen=1)
    async with app.work(family.leader.address) as work:
        again = await set_asks(work, event, on=True, seen=1)

    assert (kept.note, kept.event.kind, again.note) == ("changed", EventKind.TRIP, "already")


async def test_answering_and_putting_cost_a_fixed_number_of_statements(
    app: App,
    family: Family,
    school: SchoolBuilder,
    sessions: Sessions,
) -> None:
    for number in range(15):
        pupil = await school.pupil(family.class_id, f"Ученик{number:02}")
        await school.connected_guardian(pupil, surname=f"Мать{number:02}")
    async with app.work(family.leader.address):
        pass
    with counted(sessions) as putting:
        event = await put(app, family)
    async with app.work(family.leader.address) as work:
        await set_asks(work, event, on=True, seen=1)
    async with app.work(family.mother.address):
        pass
    with counted(sessions) as answering:
        async with app.work(family.mother.address) as work:
            await answer_event(work, event, family.pupil_id, COMING)

    assert len(putting) <= 12
    assert len(answering) <= 6
