"""The owner of an entry is reminded the school day before the term, the deputies of what is past it."""

import pytest
from sqlalchemy import update

from core.app import App
from core.reports.answering import answer_stands
from core.reports.reminding import remind_of_reports
from storage.models import Holiday, RegulationChoice
from tests.reports.conftest import Case, Enter
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import days_after


async def tick(app: App) -> None:
    async with app.work() as work:
        await remind_of_reports(work)


async def mornings(app: App, clock: FakeClock, count: int, wall: str = "09:00") -> None:
    """A tick on each of the days after Monday."""
    for number in range(1, count + 1):
        clock.set(wall, days_after(number))
        await tick(app)


async def test_the_owner_is_reminded_once_the_day_before(app: App, case: Case, seven_b: Class7B) -> None:
    await case.say(seven_b.mother)

    await mornings(app, case.clock, 3)

    [told] = await case.outbox("error_due")
    assert (told.account_id, told.facts["count"]) == (seven_b.teacher.account_id, 1)
    assert told.due_at.date() == days_after(2)
    assert await case.outbox("error_overdue") == []


async def test_the_deputies_hear_each_school_day_of_what_is_past_its_term(
    app: App, case: Case, seven_b: Class7B
) -> None:
    await case.say(seven_b.mother)

    await mornings(app, case.clock, 7)

    told = await case.outbox("error_overdue")
    assert [row.due_at.date() for row in told] == [days_after(4), days_after(5), days_after(7)]
    assert {row.account_id for row in told} == {seven_b.deputy.account_id}


async def test_a_term_of_one_day_is_reminded_of_on_the_day_itself(app: App, case: Case, seven_b: Class7B) -> None:
    await seven_b.school.choose_regulation("default")
    await _within(seven_b, 1)
    await case.say(seven_b.mother)

    await mornings(app, case.clock, 1)

    assert len(await case.outbox("error_due")) == 1


async def test_several_reports_are_one_message(app: App, case: Case, seven_b: Class7B) -> None:
    await case.say(seven_b.mother)
    await case.say_present(seven_b.mother)

    await mornings(app, case.clock, 4)

    assert [row.facts["count"] for row in await case.outbox("error_due")] == [2]
    assert [row.facts["count"] for row in await case.outbox("error_overdue")] == [2]


@pytest.mark.parametrize("wall", ["08:59", "21:00"])
async def test_outside_the_day_nobody_is_told(app: App, case: Case, seven_b: Class7B, wall: str) -> None:
    await case.say(seven_b.mother)

    await mornings(app, case.clock, 4, wall)

    assert await case.outbox("error_due") == []
    assert await case.outbox("error_overdue") == []


async def test_a_morning_missed_is_made_up_for_once(app: App, case: Case, seven_b: Class7B) -> None:
    await case.say(seven_b.mother)
    for wall in ("13:00", "13:01", "17:00"):
        case.clock.set(wall, days_after(4))
        await tick(app)

    assert len(await case.outbox("error_overdue")) == 1


async def test_holidays_are_quiet(app: App, case: Case, seven_b: Class7B) -> None:
    year, first, last = seven_b.school.year_id, days_after(1), days_after(7)
    await seven_b.school._add(
        Holiday(year_id=year, name="Каникулы", starts=first, ends=last, grade_from=1, grade_to=11)
    )
    await case.say(seven_b.mother)

    await mornings(app, case.clock, 7)

    assert await case.outbox("error_due") == []


async def test_what_is_answered_is_not_reminded_of(app: App, case: Case, seven_b: Class7B, enter: Enter) -> None:
    made = await case.say(seven_b.mother)
    async with enter(seven_b.teacher) as work:
        await answer_stands(work, made.report.card.id, "Проверила")

    await mornings(app, case.clock, 5)

    assert await case.outbox("error_due") == []
    assert await case.outbox("error_overdue") == []


async def _within(seven_b: Class7B, days: int) -> None:
    """Let the school answer within so many working days."""
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(RegulationChoice).values(overrides={"reports_answered_within": {"value": days}}))
