"""Families hear of events, answer them, and are kept right about them (P11)."""

from datetime import date

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.errors import AccessDenied, NothingThere
from core.errors.events import EventOver
from core.events.answering import answer_event, family_event
from core.events.keeping import add_event, change_event, kept_event, set_asks, set_kind, withdraw_event
from core.events.telling import remind_of_events
from core.rules.event_kind import guessed_kind
from core.rules.weeks import month_of, months_beside
from core.terms import EventAnswer, EventKind
from storage.models import AuditEntry, ClassEventAnswer, Outbox
from tests.family.conftest import Enter, Family, enter, family  # noqa: F401 - the same family
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder, days_after
from tests.support.statements import counted

Sessions = async_sessionmaker[AsyncSession]
TRIP = "26 ноября 10:00 Экскурсия в музей"
COMING, NOT_COMING = EventAnswer.COMING, EventAnswer.NOT_COMING


async def put(app: App, family: Family, words: str = TRIP, *, asks: bool = False) -> int:  # noqa: F811
    async with app.work(family.leader.address) as work:
        event = (await add_event(work, family.class_id, words)).put
        assert event is not None
        if asks:
            await set_asks(work, event, on=True, seen=1)
    return event


async def told(sessions: Sessions, kind: str, status: str = "pending") -> list[Outbox]:
    async with sessions() as session:
        rows = select(Outbox).where(Outbox.kind == kind, Outbox.status == status, Outbox.sending == "new")
        return list(await session.scalars(rows.order_by(Outbox.id)))


async def deliver(sessions: Sessions, clock: FakeClock) -> None:
    """As if the worker had sent all that waits."""
    async with sessions() as session, session.begin():
        sent = {"status": "sent", "sent_at": clock.now(), "message_ref": "7"}
        await session.execute(update(Outbox).where(Outbox.status == "pending").values(**sent))


async def remind(app: App) -> None:
    async with app.work() as work:
        await remind_of_events(work)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Родительское собрание", EventKind.MEETING),
        ("ЭКСКУРСИЯ в музей космонавтики", EventKind.TRIP),
        ("Поход", EventKind.TRIP),
        ("Дежурство по школе: Иванов, Петрова", EventKind.DUTY),
        ("Собрание перед походом", EventKind.MEETING),
        ("День здоровья", EventKind.OTHER),
        ("Невыездное", EventKind.OTHER),
        ("", EventKind.OTHER),
    ],
)
def test_the_words_say_what_it_is(title: str, kind: EventKind) -> None:
    assert guessed_kind(title) is kind


def test_months_have_neighbours_over_the_year_s_end() -> None:
    assert month_of(date(2026, 12, 31)) == (date(2026, 12, 1), date(2026, 12, 31))
    assert month_of(date(2028, 2, 1)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert months_beside(date(2026, 12, 1)) == (date(2026, 11, 1), date(2027, 1, 1))


async def test_every_family_of_the_class_hears_once_after_a_grace(
    app: App,
    family: Family,  # noqa: F811
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family)

    rows = await told(sessions, "class_event")

    assert {row.account_id for row in rows} == {p.account_id for p in (family.mother, family.father, family.stranger)}
    assert {(row.facts["pupil_id"], row.facts["kind"]) for row in rows} == {
        (family.pupil_id, "trip"),
        (family.other_pupil_id, "trip"),
    }
    assert all(row.due_at > clock.now() for row in rows)
    assert {row.subject_id for row in rows} == {event}


async def test_at_night_families_hear_in_the_morning(
    app: App,
    family: Family,  # noqa: F811
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    clock.set("23:10")
    await put(app, family)
    clock.set("07:00", days_after(1))

    assert {row.due_at for row in await told(sessions, "class_event")} == {clock.now()}


async def test_a_parents_meeting_does_not_ring_on_a_pupil_s_phone(
    app: App,
    family: Family,  # noqa: F811
    school: SchoolBuilder,
    sessions: Sessions,
) -> None:
    pupil = await school.connected_pupil(family.pupil_id)
    await put(app, family, "25 ноября 18:00 Родительское собрание")
    await put(app, family)

    titles = [r.facts["title"] for r in await told(sessions, "class_event") if r.account_id == pupil.account_id]

    assert titles == ["Экскурсия в музей"]


async def test_a_slip_mended_at_once_is_never_seen(app: App, family: Family, sessions: Sessions) -> None:  # noqa: F811
    event = await put(app, family, asks=True)
    async with app.work(family.leader.address) as work:
        await change_event(work, event, "27 ноября 11:00 Экскурсия в театр", seen=2)

    rows = await told(sessions, "class_event")

    assert {(row.facts["title"], row.facts["starts"], row.facts["asks"]) for row in rows} == {
        ("Экскурсия в театр", "2026-11-27T11:00:00", True)
    }
    assert await told(sessions, "class_event_changed") == []


async def test_who_had_heard_hears_of_another_time_and_the_old_words_are_edited(
    app: App,
    family: Family,  # noqa: F811
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family)
    await deliver(sessions, clock)
    async with app.work(family.leader.address) as work:
        await change_event(work, event, "27 ноября 11:00 Экскурсия в музей", seen=1)

    news = await told(sessions, "class_event_changed")

    assert {row.facts["what"] for row in news} == {"changed"}
    assert len(news) == 3
    async with sessions() as session:
        edits = await session.scalars(select(Outbox.facts).where(Outbox.sending == "edit"))
        assert {facts["starts"] for facts in edits} == {"2026-11-27T11:00:00"}


async def test_other_words_for_the_same_ring_nobody(
    app: App,
    family: Family,  # noqa: F811
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family)
    await deliver(sessions, clock)
    async with app.work(family.leader.address) as work:
        await change_event(work, event, "26 ноября 10:00 Экскурсия в музей космонавтики", seen=1)

    assert await told(sessions, "class_event_changed") == []


async def test_an_event_taken_back_is_taken_from_the_phones_and_told(
    app: App,
    family: Family,  # noqa: F811
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family)
    await deliver(sessions, clock)
    async with app.work(family.leader.address) as work:
        await withdraw_event(work, event, seen=1)

    assert {row.facts["what"] for row in await told(sessions, "class_event_changed")} == {"withdrawn"}
    async with sessions() as session:
        deletions = select(func.count()).where(Outbox.sending == "delete")
        assert await session.scalar(deletions) == 3
    with pytest.raises(NothingThere):
        async with app.work(family.mother.address) as work:
            await family_event(work, event, family.pupil_id)


async def test_an_event_taken_back_before_anybody_heard_is_silent(
    app: App,
    family: Family,  # noqa: F811
    sessions: Sessions,
) -> None:
    event = await put(app, family)
    async with app.work(family.leader.address) as work:
        await withdraw_event(work, event, seen=1)

    assert await told(sessions, "class_event") == await told(sessions, "class_event_changed") == []


async def test_the_last_word_of_the_family_stands_and_leaves_a_trace(
    app: App,
    family: Family,  # noqa: F811
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
    family: Family,  # noqa: F811
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
    family: Family,  # noqa: F811
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


async def test_the_reminder_asks_once_and_leaves_out_who_does_not_come(
    app: App,
    family: Family,  # noqa: F811
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family, asks=True)
    async with app.work(family.stranger.address) as work:
        await answer_event(work, event, family.other_pupil_id, NOT_COMING)
    clock.set("17:59", days_after(2))
    await remind(app)
    assert await told(sessions, "class_event_reminder") == []
    clock.set("18:00", days_after(2))
    for _ in range(2):
        await remind(app)

    rows = await told(sessions, "class_event_reminder")

    assert [row.account_id for row in rows] == [family.mother.account_id, family.father.account_id]


async def test_what_the_evening_card_says_anyway_needs_no_reminder(
    app: App,
    family: Family,  # noqa: F811
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    await put(app, family)
    clock.set("18:00", days_after(2))
    await remind(app)

    assert await told(sessions, "class_event_reminder") == []


async def test_a_missed_evening_is_made_up_for_in_the_morning(
    app: App,
    family: Family,  # noqa: F811
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    await put(app, family)
    clock.set("03:00", days_after(3))
    await remind(app)
    assert await told(sessions, "class_event_reminder") == []
    clock.set("07:05", days_after(3))
    await remind(app)

    assert len(await told(sessions, "class_event_reminder")) == 3


async def test_an_event_moved_on_is_reminded_of_again(
    app: App,
    family: Family,  # noqa: F811
    sessions: Sessions,
    clock: FakeClock,
) -> None:
    event = await put(app, family, asks=True)
    clock.set("18:00", days_after(2))
    await remind(app)
    await deliver(sessions, clock)
    async with app.work(family.leader.address) as work:
        await change_event(work, event, "30 ноября 10:00 Экскурсия в музей", seen=2)
    clock.set("18:00", days_after(6))
    await remind(app)

    assert len(await told(sessions, "class_event_reminder")) == 3


async def test_an_old_button_changes_nothing_about_an_event(app: App, family: Family) -> None:  # noqa: F811
    event = await put(app, family, asks=True)

    async with app.work(family.leader.address) as work:
        kept = await set_kind(work, event, EventKind.DUTY, seen=1)
    async with app.work(family.leader.address) as work:
        again = await set_asks(work, event, on=True, seen=1)

    assert (kept.note, kept.event.kind, again.note) == ("changed", EventKind.TRIP, "already")


async def test_answering_and_putting_cost_a_fixed_number_of_statements(
    app: App,
    family: Family,  # noqa: F811
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
