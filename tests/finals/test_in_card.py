"""Final marks in the evening card of who hears of marks, or of good ones, only there."""

from datetime import date

import pytest
from sqlalchemy import select, update

from core.app import App
from core.cards.evening import send_cards
from core.delivery.queue import claim
from core.finals.telling import tell_final_marks
from core.notice_choices import set_mark_notices
from core.terms import Door, MarkNotices
from locales import translator
from notifications.rendering import render
from storage.models import Account, Outbox
from tests.finals.conftest import Quarter
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import days_after


class Evening:
    """The mother hears of marks in her card of 19:00; the ticks look when they are asked to."""

    def __init__(self, app: App, clock: FakeClock, quarter: Quarter) -> None:
        self.app, self.clock, self.quarter = app, clock, quarter
        self.mother = quarter.class7b.mother

    async def choose(self, mode: MarkNotices) -> None:
        async with self.quarter.class7b.sessions() as session, session.begin():
            mine = update(Account).where(Account.id == self.mother.account_id)
            await session.execute(mine.values(mark_notices=mode))

    async def look(self, wall: str, day: date = MONDAY) -> None:
        self.clock.set(wall, day)
        for tick in (tell_final_marks, send_cards):
            async with self.app.work() as work:
                await tick(work)

    async def rows(self, *statuses: str) -> list[Outbox]:
        """The mother's, oldest first."""
        async with self.quarter.class7b.sessions() as session:
            mine = select(Outbox).where(Outbox.account_id == self.mother.account_id).order_by(Outbox.id)
            return [row for row in await session.scalars(mine) if row.status in (statuses or ("pending",))]

    async def cards(self) -> list[str]:
        rows = [row for row in await self.rows() if row.kind == "evening_card"]
        return [render(row.kind, row.facts, translator("ru")).text for row in rows]

    async def lose(self) -> None:
        """The messenger was away until it was too late for the card."""
        async with self.quarter.class7b.sessions() as session, session.begin():
            await session.execute(update(Outbox).where(Outbox.kind == "evening_card").values(status="expired"))


@pytest.fixture
async def evening(app: App, clock: FakeClock, quarter: Quarter) -> Evening:
    clock.set("14:00")
    found = Evening(app, clock, quarter)
    await found.choose(MarkNotices.EVENING)
    return found


async def test_the_card_brings_them_and_no_message_of_their_own_comes(evening: Evening, quarter: Quarter) -> None:
    await quarter.set(quarter.class7b.ivanov, "4")

    for wall in ("14:10", "19:00", "19:01", "22:00"):
        await evening.look(wall)

    (card,) = await evening.cards()
    assert "Итоговые, 2 четверть: Алгебра <b>4</b>" in card.splitlines()
    assert [row.kind for row in await evening.rows()] == ["evening_card"]


async def test_one_changed_after_the_card_is_corrected_by_the_next(evening: Evening, quarter: Quarter) -> None:
    await quarter.set(quarter.class7b.ivanov, "3")
    for wall in ("14:10", "19:00"):
        await evening.look(wall)
    await quarter.set(quarter.class7b.ivanov, "4", seen=1)

    await evening.look("19:11")
    await evening.look("19:00", days_after(1))

    first, second = await evening.cards()
    assert "Алгебра <b>3</b>" in first
    assert "Итоговые, 2 четверть: Алгебра <b>4</b> (было 3)" in second.splitlines()


async def test_one_changed_just_before_the_card_waits_for_the_next(evening: Evening, quarter: Quarter) -> None:
    await quarter.set(quarter.class7b.ivanov, "2")
    await evening.look("14:10")
    evening.clock.set("18:55")
    await quarter.set(quarter.class7b.ivanov, "4", seen=1)

    await evening.look("19:00")
    await evening.look("19:06")
    await evening.look("19:00", days_after(1))

    said = [card for card in await evening.cards() if "Итоговые" in card]
    assert len(said) == 1
    assert "Алгебра <b>4</b>" in said[0]
    assert "было" not in said[0]


async def test_good_ones_come_in_the_card_of_who_hears_only_of_low_ones_at_once(
    evening: Evening, quarter: Quarter
) -> None:
    await evening.choose(MarkNotices.LOW)
    await quarter.set(quarter.class7b.ivanov, "5")

    for wall in ("14:10", "19:00"):
        await evening.look(wall)

    assert [row.kind for row in await evening.rows()] == ["evening_card"]
    assert "Алгебра <b>5</b>" in (await evening.cards())[0]


async def test_what_a_lost_card_had_is_in_the_next(evening: Evening, quarter: Quarter) -> None:
    await quarter.set(quarter.class7b.ivanov, "4")
    for wall in ("14:10", "19:00"):
        await evening.look(wall)
    await evening.lose()

    await evening.look("19:00", days_after(1))

    (card,) = await evening.cards()
    assert "Алгебра <b>4</b>" in card


async def test_where_no_card_was_written_they_come_by_themselves(evening: Evening, quarter: Quarter) -> None:
    await quarter.set(quarter.class7b.ivanov, "4")
    await evening.look("14:10")
    evening.clock.set("07:00", days_after(1))

    async with evening.app.work() as work:
        due = (await claim(work, Door.FAMILY, 10)).due

    assert "final_marks" in [one.kind for one in due if one.account_id == evening.mother.account_id]


@pytest.mark.parametrize(("mode", "kinds"), [(MarkNotices.AT_ONCE, ["final_marks"]), (MarkNotices.OFF, [])])
async def test_a_new_choice_is_obeyed_at_once(
    evening: Evening, quarter: Quarter, mode: MarkNotices, kinds: list[str]
) -> None:
    await quarter.set(quarter.class7b.ivanov, "4")
    await evening.look("14:10")

    async with evening.app.work(evening.mother.address) as work:
        await set_mark_notices(work, mode)

    async with evening.app.work() as work:
        due = (await claim(work, Door.FAMILY, 10)).due
    assert [one.kind for one in due if one.account_id == evening.mother.account_id] == kinds
