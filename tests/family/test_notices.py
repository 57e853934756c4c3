"""A family tells beforehand that the child will be absent."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.errors import AccessDenied, ButtonOutdated, ConsentNeeded, TextTooLong
from core.errors.dates import DatesPast, NoticeOver
from core.notices.cards import NoticeCard, open_notice, open_notices
from core.notices.writing import NoticeResult, Outcome, change_dates, change_note, change_reason, give_notice, withdraw
from core.rules.dates import DateRange
from core.terms import AbsenceReason, ConsentAnswer, Delivery, Presence, Statement
from storage.models import AbsenceCase, AbsenceNotice, Attendance, AuditEntry, Outbox
from tests.family.conftest import Enter, Family
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import Person, SchoolBuilder, days_after
from tests.support.statements import counted

Sessions = async_sessionmaker[AsyncSession]
TODAY = DateRange(MONDAY, MONDAY)
WEEK = DateRange(MONDAY, days_after(4))
ILLNESS, EXCUSED = AbsenceReason.ILLNESS, AbsenceReason.EXCUSED


async def given(enter: Enter, family: Family, span: DateRange = TODAY, who: Person | None = None) -> NoticeCard:
    async with enter(who or family.mother) as work:
        return (await give_notice(work, family.pupil_id, span, ILLNESS)).card


async def pushes(sessions: Sessions, kind: str) -> list[Outbox]:
    """What waits or was sent to the class leader."""
    async with sessions() as session:
        rows = await session.scalars(
            select(Outbox).where(Outbox.kind == kind, Outbox.status != Delivery.SUPERSEDED).order_by(Outbox.id)
        )
        return list(rows)


async def sent(sessions: Sessions) -> None:
    """As if the worker had sent all that waits."""
    async with sessions() as session, session.begin():
        await session.execute(update(Outbox).values(status=Delivery.SENT))


async def test_a_notice_is_kept_and_the_class_leader_is_told(family: Family, enter: Enter, sessions: Sessions) -> None:
    card = await given(enter, family, WEEK)

    assert (card.starts, card.ends, card.reason, card.mine) == (MONDAY, days_after(4), ILLNESS, True)
    [push] = await pushes(sessions, "absence_notice")
    assert push.account_id == family.leader.account_id
    assert (push.facts["pupil"], push.facts["class"], push.facts["author"]) == ("Иванов Пётр", "7Б", "Мария Петровна")
    async with sessions() as session:
        [entry] = await session.scalars(select(AuditEntry).where(AuditEntry.action == "notice.give"))
    assert (entry.guardian_id, entry.subject_id) == (family.mother.id, str(card.id))


async def test_pressing_twice_writes_once(family: Family, enter: Enter, sessions: Sessions) -> None:
    async def press() -> NoticeResult:
        async with enter(family.mother) as work:
            return await give_notice(work, family.pupil_id, TODAY, ILLNESS)

    outcomes = {r.outcome for r in await asyncio.gather(press(), press())}

    assert outcomes == {Outcome.DONE, Outcome.ALREADY}
    async with sessions() as session:
        assert await session.scalar(select(func.count()).select_from(AbsenceNotice)) == 1


async def test_days_already_told_show_the_standing_notice(family: Family, enter: Enter) -> None:
    standing = await given(enter, family, WEEK)

    async with enter(family.father) as work:
        result = await give_notice(work, family.pupil_id, TODAY, EXCUSED)

    assert (result.outcome, result.card.id, result.card.mine) == (Outcome.OVERLAPS, standing.id, False)


async def test_both_parents_see_the_notice_and_who_wrote_it(family: Family, enter: Enter) -> None:
    await given(enter, family)

    async with enter(family.father) as work:
        absences = await open_notices(work, family.pupil_id)

    [card] = absences.notices
    assert (card.author, card.mine, card.may_write) == ("Мария Петровна", False, True)


async def test_a_pupil_sees_but_may_not_write(family: Family, enter: Enter, school: SchoolBuilder) -> None:
    card = await given(enter, family)
    pupil = await school.connected_pupil(family.pupil_id)

    async with enter(pupil) as work:
        absences = await open_notices(work, family.pupil_id)
        with pytest.raises(AccessDenied):
            await give_notice(work, family.pupil_id, TODAY, ILLNESS)
        with pytest.raises(AccessDenied):
            await withdraw(work, card.id, card.rev)

    assert (absences.may_write, absences.notices[0].may_write) == (False, False)


async def test_strangers_reach_nothing(family: Family, enter: Enter) -> None:
    card = await given(enter, family)

    async with enter(family.stranger) as work:
        for attempt in (
            open_notice(work, card.id),
            open_notices(work, family.pupil_id),
            give_notice(work, family.pupil_id, TODAY, ILLNESS),
            withdraw(work, card.id, card.rev),
            change_reason(work, card.id, card.rev, EXCUSED),
        ):
            with pytest.raises(AccessDenied):
                await attempt


async def test_a_withdrawn_consent_closes_old_buttons(family: Family, enter: Enter, school: SchoolBuilder) -> None:
    card = await given(enter, family)
    await school.consent(family.mother, ConsentAnswer.WITHDRAWN, guardian_id=family.mother.id)

    async with enter(family.mother) as work:
        with pytest.raises(ConsentNeeded):
            await withdraw(work, card.id, card.rev)


@pytest.mark.parametrize(
    ("span", "refusal"),
    [(DateRange(days_after(-1), MONDAY), DatesPast), (DateRange(days_after(-3), days_after(-3)), DatesPast)],
)
async def test_yesterday_cannot_be_told_beforehand(
    family: Family, enter: Enter, span: DateRange, refusal: type[Exception]
) -> None:
    async with enter(family.mother) as work:
        with pytest.raises(refusal):
            await give_notice(work, family.pupil_id, span, ILLNESS)


async def test_a_forged_reason_and_a_long_note_are_refused(family: Family, enter: Enter) -> None:
    async with enter(family.mother) as work:
        with pytest.raises(ButtonOutdated):
            await give_notice(work, family.pupil_id, TODAY, AbsenceReason.UNEXCUSED)
        with pytest.raises(TextTooLong):
            await give_notice(work, family.pupil_id, TODAY, EXCUSED, "а" * 501)


async def test_a_change_is_written_and_told(family: Family, enter: Enter, sessions: Sessions) -> None:
    card = await given(enter, family)
    await sent(sessions)

    async with enter(family.mother) as work:
        result = await change_dates(work, card.id, card.rev, WEEK)

    assert (result.outcome, result.card.ends, result.card.rev) == (Outcome.DONE, days_after(4), card.rev + 1)
    [push] = await pushes(sessions, "absence_notice_changed")
    assert (push.facts["change"], push.facts["ends"]) == ("changed", days_after(4).isoformat())


async def test_an_absence_going_on_can_be_prolonged(family: Family, enter: Enter, clock: FakeClock) -> None:
    card = await given(enter, family, DateRange(MONDAY, days_after(2)))
    clock.set("08:00", days_after(1))

    async with enter(family.mother) as work:
        result = await change_dates(work, card.id, card.rev, DateRange(MONDAY, days_after(4)))

    assert result.outcome is Outcome.DONE


async def test_of_two_changes_at_once_the_second_sees_the_first(family: Family, enter: Enter) -> None:
    card = await given(enter, family)

    async def by(who: Person, note: str) -> NoticeResult:
        async with enter(who) as work:
            return await change_note(work, card.id, card.rev, note)

    results = await asyncio.gather(by(family.mother, "от мамы"), by(family.father, "от папы"))

    done = next(r for r in results if r.outcome is Outcome.DONE)
    stale = next(r for r in results if r.outcome is Outcome.STALE)
    assert stale.card.note == done.card.note
    assert stale.card.rev == card.rev + 1


async def test_an_old_button_after_a_withdrawal_changes_nothing(
    family: Family, enter: Enter, sessions: Sessions
) -> None:
    card = await given(enter, family)
    await sent(sessions)

    async with enter(family.mother) as work:
        first = await withdraw(work, card.id, card.rev)
    async with enter(family.father) as work:
        again = await withdraw(work, card.id, card.rev)

    assert (first.outcome, again.outcome, again.card.withdrawn) == (Outcome.DONE, Outcome.ALREADY, True)
    assert [p.facts["change"] for p in await pushes(sessions, "absence_notice_changed")] == ["withdrawn"]


async def test_what_the_class_leader_has_not_heard_yet_is_not_told_when_withdrawn(
    family: Family, enter: Enter, sessions: Sessions
) -> None:
    card = await given(enter, family)

    async with enter(family.mother) as work:
        await withdraw(work, card.id, card.rev)

    assert await pushes(sessions, "absence_notice") == []
    assert await pushes(sessions, "absence_notice_changed") == []


async def test_after_a_withdrawal_the_days_are_free_again(family: Family, enter: Enter) -> None:
    card = await given(enter, family)
    async with enter(family.mother) as work:
        await withdraw(work, card.id, card.rev)

    assert (await given(enter, family)).id != card.id


async def test_days_that_passed_cannot_be_withdrawn(family: Family, enter: Enter, clock: FakeClock) -> None:
    card = await given(enter, family)
    clock.set("08:00", days_after(1))

    async with enter(family.mother) as work:
        with pytest.raises(NoticeOver):
            await withdraw(work, card.id, card.rev)


async def test_what_the_class_leader_wrote_stays_the_class_leaders(
    family: Family, enter: Enter, sessions: Sessions, clock: FakeClock
) -> None:
    async with sessions() as session, session.begin():
        row = AbsenceNotice(
            pupil_id=family.pupil_id,
            starts=MONDAY,
            ends=None,
            reason=ILLNESS,
            staff_id=family.leader.id,
            created_at=clock.now(),
            rev=1,
        )
        session.add(row)
    async with enter(family.mother) as work:
        card = await open_notice(work, row.id)
        with pytest.raises(AccessDenied):
            await withdraw(work, row.id, 1)

    assert (card.by_school, card.may_write, card.author) == (True, False, "Классная А. И.")


async def test_the_list_forgets_what_is_long_over(family: Family, enter: Enter, clock: FakeClock) -> None:
    await given(enter, family)
    clock.moment += timedelta(days=31)

    async with enter(family.mother) as work:
        assert (await open_notices(work, family.pupil_id)).notices == ()


async def test_a_notice_for_today_answers_the_alert_of_today(
    family: Family, enter: Enter, school: SchoolBuilder, sessions: Sessions, clock: FakeClock
) -> None:
    lesson_id = await school.lesson(await school.load(family.teacher_id, family.class_id))
    async with sessions() as session, session.begin():
        case = AbsenceCase(pupil_id=family.pupil_id, on_date=MONDAY, first_lesson_id=lesson_id, opened_at=clock.now())
        session.add(case)
        await session.flush()
        session.add(
            Attendance(lesson_id=lesson_id, pupil_id=family.pupil_id, status=Presence.ABSENT, case_id=case.id, rev=1)
        )

    await given(enter, family)

    async with sessions() as session:
        answered = await session.get_one(AbsenceCase, case.id)
        mark = await session.get_one(Attendance, (lesson_id, family.pupil_id))
    assert (answered.statement, answered.stated_by, mark.reason) == (Statement.ILL, family.mother.id, ILLNESS)


async def test_a_notice_takes_few_statements(family: Family, enter: Enter, sessions: Sessions) -> None:
    async with enter(family.mother):
        pass  # that she was here is noted every few minutes, not with every tap

    with counted(sessions) as statements:
        await given(enter, family, DateRange(days_after(1), days_after(1)))

    assert len(statements) <= 8, statements
