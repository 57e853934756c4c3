"""Families hear of final marks: held, gathered, corrected."""

from datetime import date

import pytest
from sqlalchemy import update

from core.app import App
from core.delivery.queue import claim
from core.finals.telling import tell_final_marks
from core.outbox import Kind
from core.terms import Door, MarkNotices
from locales import translator
from notifications.rendering import render
from storage.models import Account, Outbox
from tests.finals.conftest import Quarter
from tests.support.clock import FakeClock, moscow
from tests.support.statements import counted

EVENING_OF_LESSONS = "14:00"
"""After the class's fourth lesson of Monday."""


@pytest.fixture(autouse=True)
def after_lessons(quarter: Quarter, clock: FakeClock) -> None:
    clock.set(EVENING_OF_LESSONS)


async def tick(app: App) -> None:
    async with app.work() as work:
        await tell_final_marks(work)


async def told(quarter: Quarter, status: str = "pending") -> list[Outbox]:
    return [row for row in await quarter.class7b.outbox(Kind.FINAL_MARKS) if row.status == status]


def said(row: Outbox) -> list[tuple[str, str | None, str | None]]:
    return [(line["subject"], line["value"], line["before"]) for line in row.facts["finals"]]


async def choose(quarter: Quarter, account: int, mode: MarkNotices) -> None:
    async with quarter.class7b.sessions() as session, session.begin():
        await session.execute(update(Account).where(Account.id == account).values(mark_notices=mode))


async def test_nobody_hears_while_the_mark_is_held(quarter: Quarter, app: App, clock: FakeClock) -> None:
    await quarter.set(quarter.class7b.ivanov, "4")
    clock.forward(minutes=9)

    await tick(app)

    assert await told(quarter) == []


async def test_both_parents_hear_once_when_the_hold_is_over(quarter: Quarter, app: App, clock: FakeClock) -> None:
    class7b = quarter.class7b
    await quarter.set(class7b.ivanov, "4")
    clock.forward(minutes=10)

    await tick(app)
    await tick(app)

    rows = await told(quarter)
    assert {row.account_id for row in rows} == {class7b.mother.account_id, class7b.father.account_id}
    assert [said(row) for row in rows] == [[("Алгебра", "4", None)]] * 2
    assert {row.facts["pupil_id"] for row in rows} == {class7b.ivanov}


async def test_a_slip_mended_meanwhile_is_never_told(quarter: Quarter, app: App, clock: FakeClock) -> None:
    pupil = quarter.class7b.ivanov
    await quarter.set(pupil, "2")
    clock.forward(minutes=5)
    await quarter.set(pupil, "4", seen=1)
    clock.forward(minutes=6)
    await tick(app)
    assert await told(quarter) == []
    clock.forward(minutes=4)

    await tick(app)

    assert [said(row) for row in await told(quarter)] == [[("Алгебра", "4", None)]] * 2


async def test_a_mark_taken_back_within_the_hold_is_nothing(quarter: Quarter, app: App, clock: FakeClock) -> None:
    await quarter.set(quarter.class7b.ivanov, "2")
    await quarter.set(quarter.class7b.ivanov, None, seen=1)
    clock.forward(minutes=10)

    await tick(app)

    assert await told(quarter) == []


async def test_a_change_says_what_was_told_before(quarter: Quarter, app: App, clock: FakeClock) -> None:
    class7b = quarter.class7b
    await quarter.set(class7b.ivanov, "3")
    clock.forward(minutes=10)
    await tick(app)
    await class7b.deliver(Kind.FINAL_MARKS, clock.now())
    await quarter.set(class7b.ivanov, "4", seen=1)
    clock.forward(minutes=10)

    await tick(app)

    assert [said(row) for row in await told(quarter)] == [[("Алгебра", "4", "3")]] * 2


async def test_several_subjects_are_one_message(quarter: Quarter, app: App, clock: FakeClock) -> None:
    class7b = quarter.class7b
    other = await class7b.school.load(class7b.teacher.id, class7b.class_id, subject="Физика")
    await quarter.set(class7b.ivanov, "4")
    clock.forward(minutes=6)
    quarter.class7b.load, algebra = other, quarter.class7b.load
    await quarter.set(class7b.ivanov, "5")
    quarter.class7b.load = algebra
    clock.forward(minutes=5)
    await tick(app)
    assert await told(quarter) == []
    clock.forward(minutes=5)

    await tick(app)

    assert [said(row) for row in await told(quarter)] == [[("Алгебра", "4", None), ("Физика", "5", None)]] * 2


async def test_what_still_waits_in_quiet_hours_is_written_anew(quarter: Quarter, app: App, clock: FakeClock) -> None:
    class7b = quarter.class7b
    await quarter.set(class7b.ivanov, "3")
    clock.forward(minutes=10)
    await tick(app)
    await quarter.set(class7b.ivanov, "4", seen=1)
    clock.forward(minutes=10)

    await tick(app)

    assert [said(row) for row in await told(quarter)] == [[("Алгебра", "4", None)]] * 2
    assert len(await told(quarter, "superseded")) == 2


async def test_not_in_the_childs_lessons_and_not_at_night(quarter: Quarter, app: App, clock: FakeClock) -> None:
    clock.set("08:00")
    await quarter.set(quarter.class7b.ivanov, "4")
    for wall, day in (("08:30", 23), ("12:19", 23), ("22:30", 23), ("06:59", 24)):
        clock.set(wall, date(2026, 11, day))
        await tick(app)
        assert await told(quarter) == []
    clock.set("07:00", date(2026, 11, 24))

    await tick(app)

    assert len(await told(quarter)) == 2


async def test_each_hears_as_chosen(quarter: Quarter, app: App, clock: FakeClock) -> None:
    class7b = quarter.class7b
    pupil = await class7b.school.connected_pupil(class7b.ivanov)
    await choose(quarter, class7b.mother.account_id, MarkNotices.EVENING)
    await choose(quarter, class7b.father.account_id, MarkNotices.LOW)
    await choose(quarter, pupil.account_id, MarkNotices.OFF)
    await quarter.set(class7b.ivanov, "4")
    clock.forward(minutes=10)

    await tick(app)

    rows = await told(quarter)
    assert {row.account_id for row in rows} == {class7b.mother.account_id, class7b.father.account_id}
    assert {row.due_at for row in rows} == {moscow(date(2026, 11, 23), "22:00")}
    """They wait for the card of 19:00, which takes them along (test_in_card.py)."""


async def test_who_wants_low_marks_hears_of_a_three(quarter: Quarter, app: App, clock: FakeClock) -> None:
    class7b = quarter.class7b
    await choose(quarter, class7b.father.account_id, MarkNotices.LOW)
    await quarter.set(class7b.ivanov, "3")
    clock.forward(minutes=10)

    await tick(app)

    assert class7b.father.account_id in {row.account_id for row in await told(quarter)}


async def test_a_class_is_told_in_a_fixed_number_of_statements(quarter: Quarter, app: App, clock: FakeClock) -> None:
    class7b = quarter.class7b
    for number in range(30):
        pupil = await class7b.school.pupil(class7b.class_id, f"Ученик{number:02}")
        await class7b.school.connected_guardian(pupil)
        await quarter.mark(pupil, *"44444")
    await quarter.put_all((await quarter.page()).fingerprint)
    clock.forward(minutes=10)

    with counted(class7b.sessions) as seen:
        await tick(app)

    assert len(await told(quarter)) == 30
    assert len(seen) == 7


async def test_the_message_reads_well(quarter: Quarter) -> None:
    period = [quarter.second, "2 четверть"]
    facts = {
        "pupil_id": 7,
        "pupil": "Иванов Пётр",
        "finals": [
            {"id": 1, "subject": "Алгебра", "period": period, "value": "4", "before": None},
            {"id": 2, "subject": "Физика", "period": period, "value": "not_assessed", "before": "3"},
            {"id": 3, "subject": "Химия", "period": period, "value": None, "before": "5"},
            {"id": 4, "subject": "Алгебра", "period": None, "value": "5", "before": None},
        ],
    }

    screen = render(Kind.FINAL_MARKS, facts, translator("ru"))

    assert screen.text == (
        "<b>Иванов Пётр</b>: итоговые отметки\n<b>2 четверть</b>\nАлгебра — <b>4</b>\nФизика — <b>н/а</b> (было 3)\n"
        "Химия — отметка убрана (было 5)\n<b>Год</b>\nАлгебра — <b>5</b>"
    )
    assert [button.data for row in screen.rows for button in row] == [f"Vm:7:{quarter.second}"]


async def test_a_mark_changed_while_its_message_waits_out_quiet_hours_never_leaves_as_it_was(
    quarter: Quarter, app: App, clock: FakeClock
) -> None:
    pupil = quarter.class7b.ivanov
    await quarter.set(pupil, "2")
    clock.forward(minutes=10)
    await tick(app)
    clock.set("06:55", date(2026, 11, 24))
    await quarter.set(pupil, "4", seen=1)
    clock.set("07:01", date(2026, 11, 24))
    async with app.work() as work:
        left = (await claim(work, Door.FAMILY, 10)).due
    assert left == []

    clock.set("07:05", date(2026, 11, 24))
    await tick(app)

    assert [said(row) for row in await told(quarter)] == [[("Алгебра", "4", None)]] * 2
