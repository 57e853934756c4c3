"""Tomorrow's changes stand in the evening card where one is still to come, and only there."""

from datetime import time

import pytest
from sqlalchemy import update

from core.cards.evening import send_cards
from core.substitution import commands
from storage.models import Account, Outbox
from tests.substitution.conftest import TUESDAY, Changed
from tests.substitution.test_commands import run
from tests.substitution.test_families import what
from tests.support.clock import MONDAY
from tests.support.school import Person


async def evening(changed: Changed, wall: str) -> None:
    """Both ticks look; what they wrote is sent."""
    changed.clock.set(wall)
    await changed.tick(wall)
    async with changed.app.work() as work:
        await send_cards(work)
    await changed.deliver()


async def came(changed: Changed, person: Person) -> list[Outbox]:
    """What a person was sent of changes, cards included."""
    cards = await changed.outbox("evening_card", "sent")
    pushes = await changed.outbox("lessons_changed", "sent")
    return [row for row in [*cards, *pushes] if row.account_id == person.account_id]


def in_card(row: Outbox) -> list[tuple[str, int]]:
    [child] = row.facts["children"]
    return [(line["what"], line["number"]) for line in child["evening"]["changes"]]


async def choose(changed: Changed, **values: object) -> None:
    async with changed.sessions() as session, session.begin():
        await session.execute(update(Account).where(Account.id == changed.mother.account_id).values(**values))


async def test_the_card_tells_and_nothing_else_does(changed: Changed) -> None:
    changed.clock.set("10:00")
    await run(changed, commands.cancel, changed.first, seen=0)

    for wall in ("18:00", "18:30", "19:00", "19:01", "21:00"):
        await evening(changed, wall)

    [card] = await came(changed, changed.mother)
    assert (card.kind, in_card(card)) == ("evening_card", [("cancelled", 1)])
    [push] = await came(changed, changed.pupil)
    assert (push.kind, push.created_at.hour) == ("lessons_changed", 15)


async def test_a_later_change_of_the_evening_says_how_the_day_stands_now(changed: Changed) -> None:
    changed.clock.set("10:00")
    cancelled = await run(changed, commands.cancel, changed.first, seen=0)
    await evening(changed, "19:00")
    changed.clock.set("20:00")
    await run(changed, commands.restore, changed.first, seen=cancelled.one.seen)
    await run(changed, commands.cancel, changed.second, seen=0)

    await evening(changed, "20:01")

    [_, push] = await came(changed, changed.mother)
    assert (what(push), push.facts["again"]) == ([("restored", 1), ("cancelled", 2)], True)


async def test_what_a_card_told_is_corrected_also_for_who_wants_no_changes(changed: Changed) -> None:
    await choose(changed, timetable_news=False)
    changed.clock.set("10:00")
    cancelled = await run(changed, commands.cancel, changed.first, seen=0)
    await evening(changed, "19:00")
    changed.clock.set("20:00")
    await run(changed, commands.cancel, changed.second, seen=0)
    await evening(changed, "20:01")
    assert len(await came(changed, changed.mother)) == 1

    changed.clock.set("20:10")
    await run(changed, commands.restore, changed.first, seen=cancelled.one.seen)
    await evening(changed, "20:11")

    [_, push] = await came(changed, changed.mother)
    assert what(push) == [("restored", 1), ("cancelled", 2)]


async def test_after_an_early_card_a_push_tells(changed: Changed) -> None:
    await choose(changed, evening_at=time(17))
    await evening(changed, "17:00")
    changed.clock.set("17:30")
    await run(changed, commands.cancel, changed.first, seen=0)

    await evening(changed, "18:00")

    [_, push] = await came(changed, changed.mother)
    assert (what(push), push.facts["again"]) == ([("cancelled", 1)], False)


@pytest.mark.parametrize("written", [True, False])
async def test_what_no_card_brought_comes_in_the_morning(changed: Changed, *, written: bool) -> None:
    """The messenger, or the whole server, was away for the evening."""
    changed.clock.set("10:00")
    await run(changed, commands.cancel, changed.first, seen=0)
    await changed.tick("18:00")
    if written:
        changed.clock.set("19:00", MONDAY)
        async with changed.app.work() as work:
            await send_cards(work)
        async with changed.sessions() as session, session.begin():
            await session.execute(update(Outbox).where(Outbox.kind == "evening_card").values(status="expired"))
    await changed.deliver()

    await changed.tick("06:59", TUESDAY)
    assert await changed.outbox() == []
    await changed.tick("07:00", TUESDAY)
    await changed.tick("07:01", TUESDAY)

    [row] = await changed.outbox()
    assert (row.account_id, what(row)) == (changed.mother.account_id, [("cancelled", 1)])
