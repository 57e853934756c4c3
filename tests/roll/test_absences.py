"""One absence rings once; a correction is silent in time and said aloud later; silence reaches the class leader."""

import pytest
from sqlalchemy import update

from core.app import App
from core.errors import AccessDenied
from core.roll import absences, absent_today, answers, attendance
from core.terms import AbsenceReason, ConsentAnswer, Presence, Statement
from storage.models import Link
from tests.roll.conftest import Class7B
from tests.roll.test_marking import mark, sheet_of, take
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after


@pytest.fixture(autouse=True)
def at_the_first_lesson(clock: FakeClock) -> None:
    clock.set("08:35")


async def state(app: App, person: Person, case_id: int, statement: Statement) -> answers.CaseAnswered:
    async with app.work(person.address) as work:
        return await answers.state_reason(work, case_id, statement)


async def tick(app: App) -> None:
    async with app.work() as work:
        await absences.escalate_silent(work)


async def absent_case(app: App, seven_b: Class7B) -> int:
    """Ivanov misses the first lesson; the id of his case."""
    sheet = await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)
    line = sheet.line(seven_b.ivanov)
    assert line is not None
    assert line.case_id is not None
    return line.case_id


async def test_an_absence_rings_every_connected_parent_after_the_grace(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    await absent_case(app, seven_b)

    rows = await seven_b.outbox("absence")
    assert {row.account_id for row in rows} == {seven_b.mother.account_id, seven_b.father.account_id}
    assert {(row.due_at - clock.now()).total_seconds() for row in rows} == {60}
    assert rows[0].facts["subject"] == "Алгебра"


async def test_done_shortens_the_grace_and_undo_restores_it(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    await absent_case(app, seven_b)
    sheet = await take(app, seven_b.teacher, seven_b.lessons[0])
    assert {(row.due_at - clock.now()).total_seconds() for row in await seven_b.outbox("absence")} == {10}

    async with app.work(seven_b.teacher.address) as work:
        reopened = await attendance.reopen_roll(work, seven_b.lessons[0], rev=sheet.lesson.roll_rev)

    assert not reopened.lesson.roll_taken
    assert {(row.due_at - clock.now()).total_seconds() for row in await seven_b.outbox("absence")} == {60}


async def test_a_correction_within_the_grace_is_never_heard(app: App, seven_b: Class7B) -> None:
    await absent_case(app, seven_b)
    await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov, Presence.PRESENT, seen=1)

    assert {row.status for row in await seven_b.outbox("absence")} == {"superseded"}
    assert await seven_b.outbox("absence_corrected") == []


async def test_a_later_correction_is_told_to_those_who_heard(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    await absent_case(app, seven_b)
    await seven_b.deliver("absence", clock.now())

    await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov, Presence.LATE, seen=1)

    corrections = await seven_b.outbox("absence_corrected")
    assert {row.account_id for row in corrections} == {seven_b.mother.account_id, seven_b.father.account_id}


async def test_the_next_lessons_of_the_same_absence_do_not_ring(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    await absent_case(app, seven_b)
    await take(app, seven_b.teacher, seven_b.lessons[0])
    clock.set("09:30")
    await take(app, seven_b.teacher, seven_b.lessons[1])

    line = (await sheet_of(app, seven_b.teacher, seven_b.lessons[1])).line(seven_b.ivanov)
    assert line is not None
    assert line.presence is Presence.ABSENT
    assert len(await seven_b.outbox("absence")) == 2


async def test_who_came_and_went_missing_again_rings_anew(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    await absent_case(app, seven_b)
    await take(app, seven_b.teacher, seven_b.lessons[0])
    clock.set("09:30")
    await take(app, seven_b.teacher, seven_b.lessons[1], all_present=True)
    clock.set("10:35")
    await mark(app, seven_b.teacher, seven_b.lessons[2], seven_b.ivanov)

    assert len(await seven_b.outbox("absence")) == 4


async def test_an_earlier_lesson_entered_later_joins_the_absence(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    clock.set("09:30")
    await mark(app, seven_b.teacher, seven_b.lessons[1], seven_b.ivanov)
    await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)

    assert len(await seven_b.outbox("absence")) == 2


async def test_the_parent_s_answer_reaches_the_class_leader_and_the_rolls(app: App, seven_b: Class7B) -> None:
    case_id = await absent_case(app, seven_b)
    await state(app, seven_b.mother, case_id, Statement.ILL)

    line = (await sheet_of(app, seven_b.teacher, seven_b.lessons[0])).line(seven_b.ivanov)
    assert line is not None
    assert (line.reason, line.statement) == (AbsenceReason.ILLNESS, "ill")
    told = await seven_b.outbox("absence_answered")
    assert [(row.account_id, row.facts["statement"]) for row in told] == [(seven_b.leader.account_id, "ill")]


async def test_an_illness_stays_known_the_next_day(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    case_id = await absent_case(app, seven_b)
    await state(app, seven_b.mother, case_id, Statement.ILL)
    clock.set("08:35", days_after(1))
    tomorrow = await seven_b.school.lesson(seven_b.load, 1, days_after(1))

    await take(app, seven_b.teacher, tomorrow)

    line = (await sheet_of(app, seven_b.teacher, tomorrow)).line(seven_b.ivanov)
    assert line is not None
    assert (line.presence, line.reason) == (Presence.ABSENT, AbsenceReason.ILLNESS)
    assert len(await seven_b.outbox("absence")) == 2


async def test_the_same_answer_twice_is_told_once(app: App, seven_b: Class7B) -> None:
    case_id = await absent_case(app, seven_b)
    await state(app, seven_b.mother, case_id, Statement.ILL)
    await state(app, seven_b.father, case_id, Statement.ILL)
    assert len(await seven_b.outbox("absence_answered")) == 1


async def test_an_answer_changed_and_changed_back_is_told_each_time(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    case_id = await absent_case(app, seven_b)
    for said in (Statement.ILL, Statement.LATE, Statement.ILL):
        await state(app, seven_b.mother, case_id, said)
        clock.forward(seconds=5)

    assert [row.facts["statement"] for row in await seven_b.outbox("absence_answered")] == ["ill", "late", "ill"]


async def test_an_answer_of_the_next_day_still_reaches_the_class_leader(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    case_id = await absent_case(app, seven_b)
    clock.set("07:30", days_after(1))

    await state(app, seven_b.mother, case_id, Statement.FAMILY)

    (told,) = await seven_b.outbox("absence_answered")
    assert told.expires_at > clock.now()


async def test_a_correction_of_the_next_day_still_reaches_the_parents(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    await seven_b.school.choose_regulation("rso")
    await absent_case(app, seven_b)
    await seven_b.deliver("absence", clock.now())
    clock.set("07:30", days_after(1))

    await mark(app, seven_b.leader, seven_b.lessons[0], seven_b.ivanov, Presence.PRESENT, seen=1)

    told = await seven_b.outbox("absence_corrected")
    assert len(told) == 2
    assert all(row.expires_at > clock.now() for row in told)


async def test_who_does_not_know_does_not_replace_what_the_other_parent_knows(app: App, seven_b: Class7B) -> None:
    case_id = await absent_case(app, seven_b)
    await state(app, seven_b.mother, case_id, Statement.ILL)

    case = await state(app, seven_b.father, case_id, Statement.UNKNOWN)
    changed = await state(app, seven_b.mother, case_id, Statement.UNKNOWN)

    assert (case.statement, changed.statement) == (Statement.ILL, Statement.UNKNOWN)
    assert [row.facts["statement"] for row in await seven_b.outbox("absence_answered")] == ["ill", "unknown"]


async def test_another_family_cannot_answer(app: App, seven_b: Class7B) -> None:
    case_id = await absent_case(app, seven_b)
    stranger = await seven_b.school.connected_guardian(seven_b.petrova)
    with pytest.raises(AccessDenied):
        await state(app, stranger, case_id, Statement.ILL)


async def test_a_pupil_does_not_answer_for_the_parents(app: App, seven_b: Class7B) -> None:
    case_id = await absent_case(app, seven_b)
    himself = await seven_b.school.connected_pupil(seven_b.ivanov)
    with pytest.raises(AccessDenied):
        await state(app, himself, case_id, Statement.ILL)


async def test_silence_reaches_the_class_leader_once(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    await absent_case(app, seven_b)
    await seven_b.deliver("absence", clock.now())
    clock.forward(minutes=19)
    await tick(app)
    assert await seven_b.outbox("absence_unexplained") == []

    clock.forward(minutes=1)
    await tick(app)
    await tick(app)

    assert len(await seven_b.outbox("absence_unexplained")) == 1


async def test_a_family_that_nobody_can_reach_is_told_to_the_class_leader_at_once(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.petrova)
    clock.forward(minutes=1)
    await tick(app)

    (told,) = await seven_b.outbox("absence_unexplained")
    assert told.facts["why"] == "unreached"


async def test_an_alarm_that_no_class_leader_hears_reaches_the_deputies(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(Link).where(Link.id == seven_b.leader.link_id).values(revoked_at=clock.now()))
    case_id = await absent_case(app, seven_b)

    await state(app, seven_b.mother, case_id, Statement.UNKNOWN)
    await state(app, seven_b.mother, case_id, Statement.ILL)

    (told,) = await seven_b.outbox("absence_answered")
    assert (told.facts["statement"], told.account_id) == ("unknown", seven_b.deputy.account_id)


async def test_without_consent_nobody_is_rung(app: App, seven_b: Class7B) -> None:
    await seven_b.school.consent(seven_b.mother, ConsentAnswer.WITHDRAWN, guardian_id=seven_b.mother.id)
    await absent_case(app, seven_b)
    assert [row.account_id for row in await seven_b.outbox("absence")] == [seven_b.father.account_id]


async def test_a_child_promised_late_who_never_comes_is_told_to_the_class_leader(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    case_id = await absent_case(app, seven_b)
    await take(app, seven_b.teacher, seven_b.lessons[0])
    await state(app, seven_b.mother, case_id, Statement.LATE)
    clock.set("09:30")
    await tick(app)
    assert await seven_b.outbox("absence_unexplained") == []

    await take(app, seven_b.teacher, seven_b.lessons[1])
    await tick(app)

    (told,) = await seven_b.outbox("absence_unexplained")
    assert told.facts["why"] == "late"


async def test_yesterday_s_absence_alarms_nobody(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    await seven_b.school.choose_regulation("rso")
    clock.set("08:35", days_after(1))
    await absent_case(app, seven_b)
    clock.forward(minutes=30)
    await tick(app)
    assert await seven_b.outbox("absence_unexplained") == []


async def test_an_illness_ends_when_the_child_is_back(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    await state(app, seven_b.mother, await absent_case(app, seven_b), Statement.ILL)
    for day in (1, 2):
        clock.set("08:35", days_after(day))
        lesson = await seven_b.school.lesson(seven_b.load, 1, days_after(day))
        sheet = await take(app, seven_b.teacher, lesson, all_present=day == 1)

    assert sheet.absent == []


@pytest.mark.parametrize(
    ("reason", "left"), [(AbsenceReason.ILLNESS, "superseded"), (AbsenceReason.UNEXCUSED, "pending")]
)
async def test_a_good_reason_given_within_the_grace_spares_the_parents_the_bell(
    app: App, seven_b: Class7B, clock: FakeClock, reason: AbsenceReason, left: str
) -> None:
    await absent_case(app, seven_b)
    async with app.work(seven_b.leader.address) as work:
        await absent_today.set_reason(work, seven_b.class_id, seven_b.ivanov, work.today, reason)

    assert {row.status for row in await seven_b.outbox("absence")} == {left}
