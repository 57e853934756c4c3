"""Families hear of a day once in the evening before, at once on the day, never at night, and of nothing undone."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from core.rules.telling import families_hear_at, last_day_to_tell, staff_hear_at
from core.substitution import commands
from storage.models import Account, Outbox
from tests.substitution.conftest import TUESDAY, Changed
from tests.substitution.test_commands import run
from tests.support.clock import MONDAY, MOSCOW, moscow
from tests.support.school import days_after

FRIDAY, SATURDAY = days_after(4), days_after(5)
"""Tuesday's lessons are made on Monday's clock unless a test moves it."""


@pytest.fixture(autouse=True)
async def pushes_alone(changed: Changed) -> None:
    """What an evening card does to them is in test_family_cards.py."""
    await changed.no_cards()


def what(row: Outbox) -> list[tuple[str, int | None]]:
    return [(line["what"], line["number"]) for line in row.facts["lines"]]


async def test_tomorrow_s_changes_wait_for_the_evening_and_are_one_message_an_account(changed: Changed) -> None:
    changed.clock.set("10:00")
    await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)
    await run(changed, commands.cancel, changed.second, seen=0)

    await changed.tick("17:59")
    assert await changed.outbox() == []
    await changed.tick("18:00")
    await changed.tick("18:01")

    rows = await changed.outbox()
    assert sorted(r.account_id for r in rows) == sorted([changed.mother.account_id, changed.pupil.account_id])
    assert what(rows[0]) == [("changed", 1), ("cancelled", 2)]
    assert rows[0].facts["lines"][0]["teacher"] == "Танцева А. И."
    assert all(c.told_at for c in await changed.changes())


async def test_what_is_undone_before_anybody_was_told_tells_nothing(changed: Changed) -> None:
    changed.clock.set("10:00")
    cancelled = await run(changed, commands.cancel, changed.first, seen=0)
    await run(changed, commands.restore, changed.first, seen=cancelled.one.seen)

    await changed.tick("18:00")

    assert await changed.outbox() == []
    assert all(c.told_at for c in await changed.changes())


async def test_a_change_of_today_is_told_at_once(changed: Changed) -> None:
    changed.clock.set("08:00", TUESDAY)
    await run(changed, commands.change_room, changed.second, "25", seen=0)

    await changed.tick()
    assert await changed.outbox() == []
    changed.clock.forward(minutes=1)
    await changed.tick()

    [row, _] = await changed.outbox()
    [line] = row.facts["lines"]
    assert (line["what"], line["room"], line["planned_room"]) == ("changed", "25", "31")
    assert row.priority == 0


async def test_a_change_made_in_the_evening_is_told_then_and_one_made_at_night_in_the_morning(
    changed: Changed,
) -> None:
    changed.clock.set("21:30")
    await run(changed, commands.cancel, changed.first, seen=0)
    await changed.tick("21:31")
    assert len(await changed.outbox()) == 2
    await changed.deliver()

    changed.clock.set("23:10")
    await run(changed, commands.cancel, changed.second, seen=0)
    await changed.tick("23:30")
    await changed.tick("06:59", TUESDAY)
    assert await changed.outbox() == []
    await changed.tick("07:00", TUESDAY)

    [row, _] = await changed.outbox()
    assert row.facts["again"] is True
    assert what(row) == [("cancelled", 1), ("cancelled", 2)]


async def test_a_correction_replaces_what_was_not_sent_yet(changed: Changed) -> None:
    changed.clock.set("18:30")
    cancelled = await run(changed, commands.cancel, changed.first, seen=0)
    await changed.tick("18:32")
    await run(changed, commands.restore, changed.first, seen=cancelled.one.seen)

    await changed.tick("18:35")

    assert await changed.outbox() == []
    assert len(await changed.outbox("lessons_changed", "superseded")) == 2


async def test_what_was_told_is_corrected(changed: Changed) -> None:
    changed.clock.set("18:30")
    cancelled = await run(changed, commands.cancel, changed.first, seen=0)
    await changed.tick("18:32")
    await changed.deliver()
    await run(changed, commands.restore, changed.first, seen=cancelled.one.seen)

    await changed.tick("18:35")

    [row, _] = await changed.outbox()
    assert (what(row), row.facts["again"]) == ([("restored", 1)], True)


async def test_a_move_is_told_in_the_evening_before_each_of_its_days(changed: Changed) -> None:
    changed.clock.set("10:00")
    await run(changed, commands.move, changed.first, FRIDAY, 6, seen=0)

    await changed.tick("18:00")
    [row] = await changed.to(changed.mother)
    assert what(row) == [("away", 1)]
    assert row.facts["lines"][0]["to"] == [FRIDAY.isoformat(), 6]
    await changed.deliver()
    await changed.tick("18:00", FRIDAY - timedelta(days=2))
    assert await changed.outbox() == []
    await changed.tick("18:00", FRIDAY - timedelta(days=1))

    [row] = await changed.to(changed.mother)
    assert what(row) == [("added", 6)]
    assert row.facts["lines"][0]["from"] == [TUESDAY.isoformat(), 1]


async def test_a_lesson_added_and_taken_away_again_is_said_to_be_gone(changed: Changed) -> None:
    changed.clock.set("10:00")
    moved = await run(changed, commands.move, changed.first, FRIDAY, 6, seen=0)
    await changed.tick("18:00", FRIDAY - timedelta(days=1))
    await changed.deliver()
    await run(changed, commands.move, changed.first, days_after(8), 1, seen=moved.one.seen)

    await changed.tick("18:05", FRIDAY - timedelta(days=1))

    [row] = await changed.to(changed.mother)
    assert what(row) == [("gone", None)]


async def test_monday_s_changes_are_told_on_sunday_evening(changed: Changed) -> None:
    monday = days_after(7)
    lesson = await changed.school.lesson(changed.load, 1, monday)
    changed.clock.set("12:00", FRIDAY)
    await run(changed, commands.cancel, lesson, seen=0)

    await changed.tick("18:00", FRIDAY)
    await changed.tick("18:00", SATURDAY)
    assert await changed.outbox() == []
    await changed.tick("18:00", days_after(6))

    assert len(await changed.outbox()) == 2


async def test_a_change_of_a_lesson_that_is_over_tells_no_family(changed: Changed) -> None:
    changed.clock.set("12:00", TUESDAY)
    await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    await changed.tick("12:30", TUESDAY)

    assert await changed.outbox() == []


async def test_only_consented_families_of_the_class_or_group_hear(changed: Changed) -> None:
    other = await changed.school.pupil(changed.other_class, "Петрова", "Анна")
    await changed.school.connected_guardian(other, surname="Петрова")
    silent = await changed.school.pupil(changed.class_id, "Сидоров", "Лев")
    await changed.school.connected_guardian(silent, surname="Сидорова", consent=False)
    changed.clock.set("10:00")
    await run(changed, commands.cancel, changed.first, seen=0)

    await changed.tick("18:00")

    assert {r.account_id for r in await changed.outbox()} == {changed.mother.account_id, changed.pupil.account_id}


async def test_two_children_of_one_family_are_two_messages(changed: Changed) -> None:
    sister = await changed.school.pupil(changed.class_id, "Иванова", "Ольга")
    both = await changed.school.connected_guardian(changed.ivanov, sister, surname="Иванов")
    await changed.no_cards()
    changed.clock.set("10:00")
    await run(changed, commands.cancel, changed.first, seen=0)

    await changed.tick("18:00")

    assert sorted(r.facts["pupil"] for r in await changed.to(both)) == ["Иванов Пётр", "Иванова Ольга"]


async def test_days_missed_while_nothing_ran_are_past_and_told_to_nobody(changed: Changed) -> None:
    changed.clock.set("10:00")
    await run(changed, commands.cancel, changed.first, seen=0)

    await changed.tick("09:00", days_after(2))

    assert await changed.outbox() == []
    assert all(c.told_at for c in await changed.changes())


async def test_a_busy_deputy_holds_the_first_change_back_for_five_minutes_at_most(changed: Changed) -> None:
    changed.clock.set("18:30")
    rooms = ["21", "22", "23", "24", "25"]
    seen = 0
    for room in rooms:
        outcome = await run(changed, commands.change_room, changed.first, room, seen=seen)
        seen = outcome.one.seen
        changed.clock.forward(seconds=50)
        await changed.tick()
    assert await changed.outbox() == []

    await run(changed, commands.change_room, changed.first, "27", seen=seen)
    changed.clock.forward(seconds=50)
    await changed.tick()

    [row] = await changed.to(changed.mother)
    assert row.facts["lines"][0]["room"] == "27"


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("06:59", None),
        ("07:00", MONDAY),
        ("17:59", MONDAY),
        ("18:00", TUESDAY),
        ("21:59", TUESDAY),
        ("22:00", None),
    ],
)
def test_which_days_are_told_of_at_an_hour(now: str, told: object) -> None:
    assert last_day_to_tell(moscow(MONDAY, now).astimezone(MOSCOW)) == told


@pytest.mark.parametrize(
    ("made", "hear"),
    [
        ("10:00", (MONDAY, "18:00")),
        ("18:40", (MONDAY, "18:40")),
        ("22:10", (TUESDAY, "07:00")),
    ],
)
def test_when_families_will_hear_of_tomorrow(made: str, hear: tuple[object, str]) -> None:
    moment = families_hear_at(TUESDAY, moscow(MONDAY, made).astimezone(MOSCOW))
    assert moment is not None
    assert (moment.date(), moment.strftime("%H:%M")) == hear


@pytest.mark.parametrize(
    ("now", "starts", "heard"),
    [
        ("10:00", (TUESDAY, "08:30"), (MONDAY, "10:01")),
        ("23:00", (TUESDAY, "08:30"), (TUESDAY, "07:00")),
        ("06:30", (MONDAY, "06:50"), (MONDAY, "06:30")),
        ("08:29", (MONDAY, "08:30"), (MONDAY, "08:29")),
    ],
)
def test_when_the_staff_hear(now: str, starts: tuple[object, str], heard: tuple[object, str]) -> None:
    moment = staff_hear_at(moscow(*starts).astimezone(MOSCOW), moscow(MONDAY, now).astimezone(MOSCOW))  # type: ignore[arg-type]
    assert (moment.date(), moment.strftime("%H:%M")) == heard


@pytest.fixture
async def calm_mother(changed: Changed) -> None:
    """The mother does not want to hear of tomorrow's changes."""
    async with changed.sessions() as session, session.begin():
        mother = update(Account).where(Account.id == changed.mother.account_id)
        await session.execute(mother.values(timetable_news=False))


@pytest.mark.usefixtures("calm_mother")
async def test_who_does_not_want_to_hear_of_tomorrow_does_not(changed: Changed) -> None:
    changed.clock.set("10:00")
    await run(changed, commands.cancel, changed.first, seen=0)
    await changed.tick("18:00")

    assert [row.account_id for row in await changed.outbox()] == [changed.pupil.account_id]


@pytest.mark.usefixtures("calm_mother")
async def test_today_s_changes_come_whatever_was_chosen(changed: Changed) -> None:
    changed.clock.set("08:00", TUESDAY)
    await run(changed, commands.cancel, changed.second, seen=0)
    changed.clock.forward(minutes=1)
    await changed.tick()

    assert changed.mother.account_id in {row.account_id for row in await changed.outbox()}
