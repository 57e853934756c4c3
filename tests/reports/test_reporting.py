"""A family reports a wrong entry: who may, once at a time, until when it is answered, taken back."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import select

from core.errors import AccessDenied, ButtonOutdated, ConsentNeeded, JournalError, NotConnected, TextTooLong
from core.errors.entries import NothingToCorrect
from core.marks import correcting, giving
from core.reports.answering import answer_stands
from core.reports.reading import child_reports, open_report
from core.reports.writing import (
    Made,
    attendance_to_report,
    mark_to_report,
    report_mark,
    withdraw_report,
)
from core.terms import ConsentAnswer, MarkValue
from storage.models import AuditEntry, Holiday
from tests.reports.conftest import Case, Enter
from tests.roll.conftest import Class7B
from tests.support.clock import MONDAY
from tests.support.school import days_after


async def test_a_report_keeps_what_stood_and_reaches_the_teacher_and_the_deputy(case: Case, seven_b: Class7B) -> None:
    await case.say(seven_b.mother)

    [report] = await case.reports()
    told = await case.outbox("error_reported")
    assert report.stood["what"] == "mark"
    assert (report.stood["value"], report.said, report.guardian_id) == ("3", "Была пятёрка", seven_b.mother.id)
    assert [row.account_id for row in told] == [seven_b.teacher.account_id, seven_b.deputy.account_id]


async def test_the_report_stands_in_the_trace(case: Case, seven_b: Class7B) -> None:
    await case.say(seven_b.mother)

    async with seven_b.sessions() as session:
        [line] = list(await session.scalars(select(AuditEntry).where(AuditEntry.action == "report.make")))
    assert (line.guardian_id, line.after and line.after["said"]) == (seven_b.mother.id, "Была пятёрка")


@pytest.mark.parametrize(
    ("holiday", "days_in_week", "said_on", "due"),
    [
        (None, 6, MONDAY, date(2026, 11, 26)),
        (None, 6, date(2026, 11, 26), date(2026, 11, 30)),
        (None, 5, date(2026, 11, 26), date(2026, 12, 1)),
        ((date(2026, 11, 25), date(2026, 11, 29)), 6, MONDAY, date(2026, 12, 1)),
        ((date(2026, 12, 31), date(2027, 1, 10)), 6, date(2026, 12, 30), date(2027, 1, 13)),
    ],
    ids=["three days on", "over a sunday", "over a free saturday", "over holidays", "over new year"],
)
async def test_the_term_is_counted_in_working_days(
    case: Case,
    seven_b: Class7B,
    holiday: tuple[date, date] | None,
    days_in_week: int,
    said_on: date,
    due: date,
) -> None:
    await seven_b.school.update_school(days_in_week=days_in_week)
    if holiday:
        year = seven_b.school.year_id
        await seven_b.school._add(
            Holiday(year_id=year, name="Каникулы", starts=holiday[0], ends=holiday[1], grade_from=1, grade_to=11)
        )
    case.clock.set("15:00", said_on)

    made = await case.say(seven_b.mother)

    assert made.report.card.due_on == due


async def test_the_same_message_twice_is_one_report_told_once(case: Case, seven_b: Class7B) -> None:
    first = await case.say(seven_b.mother)

    again = await case.say(seven_b.mother)

    assert (first.made, again.made) == (Made.NEW, Made.SAME)
    assert again.report.card.id == first.report.card.id
    assert len(await case.outbox("error_reported")) == 2


async def test_a_message_that_comes_again_after_the_answer_reports_nothing_anew(
    case: Case, seven_b: Class7B, enter: Enter
) -> None:
    made = await case.say(seven_b.mother)
    async with enter(seven_b.teacher) as work:
        await answer_stands(work, made.report.card.id, "Проверила")

    again = await case.say(seven_b.mother)

    assert (again.made, len(await case.reports())) == (Made.SAME, 1)


async def test_the_other_parent_meets_the_open_report(case: Case, seven_b: Class7B) -> None:
    await case.say(seven_b.mother)

    other = await case.say(seven_b.father, "Там пять")

    assert (other.made, other.report.card.said, other.report.mine) == (Made.OTHERS, "Была пятёрка", False)


async def test_both_parents_at_once_make_one_report(case: Case, seven_b: Class7B) -> None:
    both = await asyncio.gather(case.say(seven_b.mother), case.say(seven_b.father, "Там пять"))

    assert sorted(made.made for made in both) == [Made.NEW, Made.OTHERS]
    assert len(await case.reports()) == 1


async def test_after_the_answer_the_entry_may_be_reported_anew(case: Case, seven_b: Class7B, enter: Enter) -> None:
    made = await case.say(seven_b.mother)
    async with enter(seven_b.teacher) as work:
        await answer_stands(work, made.report.card.id, "Проверила")

    again = await case.say(seven_b.mother, "Посмотрите, пожалуйста, тетрадь")

    assert again.made is Made.NEW
    assert len(await case.reports()) == 2


async def test_a_pupil_reports_too(case: Case, seven_b: Class7B) -> None:
    pupil = await seven_b.school.connected_pupil(seven_b.ivanov)

    made = await case.say(pupil)

    assert (made.report.card.by, made.report.mine, made.report.may_withdraw) == ("", True, True)


async def test_the_same_lesson_s_mark_and_attendance_are_two_reports(case: Case, seven_b: Class7B) -> None:
    await case.say(seven_b.mother)
    made = await case.say_present(seven_b.mother)

    assert (made.made, made.report.card.stood.what) == (Made.NEW, "absent")
    assert len(await case.reports()) == 2


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        ("stranger", AccessDenied),
        ("nobody", NotConnected),
        ("withdrawn", ConsentNeeded),
    ],
)
async def test_nobody_reports_about_somebody_elses_child(
    case: Case, seven_b: Class7B, who: str, refusal: type[JournalError]
) -> None:
    people = {
        "stranger": await seven_b.school.connected_guardian(seven_b.petrova, surname="Петрова"),
        "nobody": await seven_b.school.connected_guardian(surname="Никто"),
        "withdrawn": seven_b.father,
    }
    await seven_b.school.consent(seven_b.father, ConsentAnswer.WITHDRAWN, guardian_id=seven_b.father.id)

    with pytest.raises(refusal):
        await case.say(people[who])

    assert await case.reports() == []


async def test_another_child_s_mark_is_no_mark_of_mine(case: Case, seven_b: Class7B, enter: Enter) -> None:
    stranger = await seven_b.school.connected_guardian(seven_b.petrova, surname="Петрова")

    async with enter(stranger) as work:
        with pytest.raises(NothingToCorrect):
            await report_mark(work, seven_b.petrova, case.mark, "Не моё")


async def test_a_mark_still_held_cannot_be_reported(case: Case, seven_b: Class7B, enter: Enter) -> None:
    async with enter(seven_b.teacher) as work:
        sheet = await giving.give(work, seven_b.lessons[0], seven_b.ivanov, None, MarkValue.TWO, seen=1)
    line = sheet.line(seven_b.ivanov)
    assert line is not None

    async with enter(seven_b.mother) as work:
        with pytest.raises(NothingToCorrect):
            await mark_to_report(work, seven_b.ivanov, line.marks[-1].id)


async def test_a_mark_taken_away_cannot_be_reported(case: Case, seven_b: Class7B, enter: Enter) -> None:
    async with enter(seven_b.teacher) as work:
        await correcting.remove(work, seven_b.lessons[0], case.mark, seen=1)

    with pytest.raises(NothingToCorrect):
        await case.say(seven_b.mother)


async def test_a_lesson_without_a_roll_or_of_another_class_cannot_be_reported(
    case: Case, seven_b: Class7B, enter: Enter
) -> None:
    other = await seven_b.school.load(seven_b.leader.id, await seven_b.school.class_unit("8А"))
    foreign = await seven_b.school.lesson(other, 5)
    for lesson in (seven_b.lessons[3], foreign, 999):
        async with enter(seven_b.mother) as work:
            with pytest.raises(NothingToCorrect):
                await attendance_to_report(work, seven_b.ivanov, lesson)


async def test_words_over_the_limit_are_refused(case: Case, seven_b: Class7B) -> None:
    with pytest.raises(TextTooLong):
        await case.say(seven_b.mother, "а" * 501)

    assert (await case.say(seven_b.mother, "а" * 500)).made is Made.NEW


async def test_a_report_taken_back_waits_for_nobody(case: Case, seven_b: Class7B, enter: Enter) -> None:
    made = await case.say(seven_b.mother)

    async with enter(seven_b.father) as work:
        report, done = await withdraw_report(work, made.report.card.id, seen=made.report.card.rev)

    assert (done, report.card.open, report.may_withdraw) == (True, False, False)
    assert await case.outbox("error_reported") == []


async def test_taking_back_twice_or_what_was_answered_changes_nothing(
    case: Case, seven_b: Class7B, enter: Enter
) -> None:
    made = await case.say(seven_b.mother)
    card = made.report.card
    async with enter(seven_b.teacher) as work:
        await answer_stands(work, card.id, "Проверила")

    async with enter(seven_b.mother) as work:
        report, done = await withdraw_report(work, card.id, seen=card.rev)

    assert (done, report.card.withdrawn_at) == (False, None)


async def test_a_pupil_takes_back_only_the_own_report(case: Case, seven_b: Class7B, enter: Enter) -> None:
    pupil = await seven_b.school.connected_pupil(seven_b.ivanov)
    card = (await case.say(seven_b.mother)).report.card

    async with enter(pupil) as work:
        assert not (await open_report(work, card.id)).may_withdraw
        with pytest.raises(ButtonOutdated):
            await withdraw_report(work, card.id, seen=card.rev)


async def test_somebody_elses_report_is_closed(case: Case, seven_b: Class7B, enter: Enter) -> None:
    stranger = await seven_b.school.connected_guardian(seven_b.petrova, surname="Петрова")
    card = (await case.say(seven_b.mother)).report.card

    for look in (
        lambda work: open_report(work, card.id),
        lambda work: withdraw_report(work, card.id, seen=card.rev),
        lambda work: child_reports(work, seven_b.ivanov),
    ):
        async with enter(stranger) as work:
            with pytest.raises(AccessDenied):
                await look(work)


async def test_both_parents_see_where_it_stands_what_waits_first(case: Case, seven_b: Class7B, enter: Enter) -> None:
    first = await case.say(seven_b.mother)
    async with enter(seven_b.teacher) as work:
        await answer_stands(work, first.report.card.id, "Проверила")
    case.clock.set("15:00", days_after(1))
    await case.say_present(seven_b.father)

    for who in (seven_b.mother, seven_b.father):
        async with enter(who) as work:
            found = await child_reports(work, seven_b.ivanov)
        assert [(card.open, card.stood.what) for card in found.reports] == [(True, "absent"), (False, "mark")]
