"""What a family said covers an absence as long as it lasts; whoever comes and vanishes is missing anew."""

import pytest

from core.app import App
from core.notices import writing
from core.notices.cards import open_notices
from core.roll import absences
from core.rules.dates import DateRange
from core.terms import AbsenceReason, Presence, Statement
from tests.roll.conftest import Class7B
from tests.roll.test_absences import absent_case, state
from tests.roll.test_marking import mark, sheet_of, take
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import days_after


@pytest.fixture(autouse=True)
def at_the_first_lesson(clock: FakeClock) -> None:
    clock.set("08:35")


async def rung(seven_b: Class7B) -> int:
    """How many absences the mother's phone was to hear of."""
    return sum(row.account_id == seven_b.mother.account_id for row in await seven_b.outbox("absence"))


@pytest.mark.parametrize("said", [Statement.ILL, Statement.FAMILY])
async def test_an_answer_does_not_cover_the_absence_after_the_child_came(
    app: App, seven_b: Class7B, clock: FakeClock, said: Statement
) -> None:
    case_id = await absent_case(app, seven_b)
    await take(app, seven_b.teacher, seven_b.lessons[0])
    await state(app, seven_b.mother, case_id, said)
    clock.set("09:30")
    await take(app, seven_b.teacher, seven_b.lessons[1], all_present=True)
    clock.set("10:35")

    await mark(app, seven_b.teacher, seven_b.lessons[2], seven_b.ivanov)

    line = (await sheet_of(app, seven_b.teacher, seven_b.lessons[2])).line(seven_b.ivanov)
    assert line is not None
    assert (line.presence, line.reason) == (Presence.ABSENT, None)
    assert await rung(seven_b) == 2


async def test_a_notice_given_beforehand_covers_its_day_also_after_the_child_came(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    async with app.work(seven_b.mother.address) as work:
        await writing.give_notice(work, seven_b.ivanov, DateRange(MONDAY, MONDAY), AbsenceReason.EXCUSED, "к врачу")
    await take(app, seven_b.teacher, seven_b.lessons[0], all_present=True)
    clock.set("09:30")

    await take(app, seven_b.teacher, seven_b.lessons[1])

    assert await rung(seven_b) == 0


async def test_a_notice_taken_back_explains_the_next_lesson_no_more(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    async with app.work(seven_b.mother.address) as work:
        given = await writing.give_notice(work, seven_b.ivanov, DateRange(MONDAY, MONDAY), AbsenceReason.ILLNESS)
    await take(app, seven_b.teacher, seven_b.lessons[0])
    async with app.work(seven_b.mother.address) as work:
        await writing.withdraw(work, given.card.id, given.card.rev)
    clock.set("09:30")

    await take(app, seven_b.teacher, seven_b.lessons[1])

    assert await rung(seven_b) == 1


async def test_an_illness_told_the_next_day_does_not_reach_into_it(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    case_id = await absent_case(app, seven_b)
    clock.set("08:35", days_after(1))
    tuesday = await seven_b.school.lesson(seven_b.load, 1, days_after(1))
    await take(app, seven_b.teacher, tuesday)
    second = await seven_b.school.lesson(seven_b.load, 2, days_after(1))

    await state(app, seven_b.mother, case_id, Statement.ILL)

    clock.set("09:30", days_after(1))
    assert (await sheet_of(app, seven_b.teacher, second)).absent == []


@pytest.mark.parametrize(("said", "promised"), [(Statement.LATE, True), (Statement.ILL, False)])
async def test_a_child_promised_late_who_comes_is_no_mistake(
    app: App, seven_b: Class7B, clock: FakeClock, said: Statement, promised: bool
) -> None:
    case_id = await absent_case(app, seven_b)
    await seven_b.deliver("absence", clock.now())
    await state(app, seven_b.mother, case_id, said)

    await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov, Presence.LATE, seen=1)

    assert {row.facts["promised"] for row in await seven_b.outbox("absence_corrected")} == {promised}


async def test_an_illness_that_ended_keeps_its_days(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    await state(app, seven_b.mother, await absent_case(app, seven_b), Statement.ILL)
    clock.set("08:35", days_after(2))

    async with app.work() as work:
        await absences.recovered(work, seven_b.ivanov, days_after(2))
    async with app.work(seven_b.mother.address) as work:
        (card,) = (await open_notices(work, seven_b.ivanov)).notices

    assert (card.starts, card.ends, card.withdrawn) == (MONDAY, days_after(1), False)
