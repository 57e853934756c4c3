"""A report is answered: by a word, or by correcting the entry; the family hears once how it stands."""

import asyncio

import pytest

from core.actions.marks import ChangeMark
from core.app import App
from core.errors import AccessDenied, TextTooLong
from core.errors.entries import EntryWindowClosed
from core.marks import correcting, giving
from core.reports.answering import Outcome, answer_corrected, answer_stands
from core.reports.reading import StaffReport, open_staff_report, waiting_reports
from core.reports.writing import withdraw_report
from core.requests import deciding, keeping
from core.roll.reasons import explain
from core.terms import AbsenceReason, MarkValue, Presence, ReportAnswer, Role
from storage.models import Mark
from tests.reports.conftest import Case, Enter
from tests.roll.conftest import Class7B
from tests.support.clock import MONDAY, moscow
from tests.support.school import Person, days_after

Answered = tuple[StaffReport, Outcome]


async def stands(enter: Enter, who: Person, report: int, words: str = "Проверила: три") -> Answered:
    async with enter(who) as work:
        return await answer_stands(work, report, words)


async def test_a_word_answers_and_both_parents_hear(case: Case, seven_b: Class7B, enter: Enter) -> None:
    made = await case.say(seven_b.mother)

    report, outcome = await stands(enter, seven_b.teacher, made.report.card.id)

    told = await case.outbox("error_answered")
    assert (outcome, report.card.answer, report.may_answer) == (Outcome.DONE, ReportAnswer.STANDS, False)
    assert {row.account_id for row in told} == {seven_b.mother.account_id, seven_b.father.account_id}
    assert told[0].facts["words"] == "Проверила: три"
    assert (told[0].facts["pupil_id"], told[0].facts["marks"]) == (seven_b.ivanov, [])


async def test_what_nobody_has_heard_of_the_report_is_dropped_with_the_answer(
    case: Case, seven_b: Class7B, enter: Enter
) -> None:
    made = await case.say(seven_b.mother)
    await stands(enter, seven_b.teacher, made.report.card.id)

    assert await case.outbox("error_reported") == []


async def test_of_two_who_answer_at_once_the_first_holds(case: Case, seven_b: Class7B, enter: Enter) -> None:
    report = (await case.say(seven_b.mother)).report.card.id

    both = await asyncio.gather(
        stands(enter, seven_b.teacher, report, "Проверила"), stands(enter, seven_b.deputy, report, "Проверил завуч")
    )

    assert sorted(outcome for _, outcome in both) == [Outcome.ALREADY, Outcome.DONE]
    assert len({card.card.words for card, _ in both}) == 1
    assert len(await case.outbox("error_answered")) == 2


async def test_a_report_taken_back_is_not_answered(case: Case, seven_b: Class7B, enter: Enter) -> None:
    card = (await case.say(seven_b.mother)).report.card
    async with enter(seven_b.mother) as work:
        await withdraw_report(work, card.id, seen=card.rev)

    _, outcome = await stands(enter, seven_b.teacher, card.id)
    await case.change(seven_b.teacher, "5")

    assert outcome is Outcome.ALREADY
    assert await case.outbox("error_answered") == []


async def test_correcting_the_mark_is_the_answer(case: Case, seven_b: Class7B) -> None:
    await case.say(seven_b.mother)

    await case.change(seven_b.teacher, "5")

    [report] = await case.reports()
    told = await case.outbox("error_answered")
    assert (report.answer, report.answered_by, report.rev) == (ReportAnswer.CORRECTED, seven_b.teacher.id, 2)
    assert report.became
    assert report.became["value"] == "5"
    assert {row.account_id for row in told} == {seven_b.mother.account_id, seven_b.father.account_id}
    assert told[0].facts["marks"] == [{"mark": case.mark, "value": "5"}]
    assert told[0].due_at == moscow(MONDAY, "15:10")


async def test_a_mark_taken_away_is_an_answer_too(case: Case, seven_b: Class7B, enter: Enter) -> None:
    await case.say(seven_b.mother)

    async with enter(seven_b.teacher) as work:
        await correcting.remove(work, seven_b.lessons[0], case.mark, seen=1)

    [report] = await case.reports()
    told = await case.outbox("error_answered")
    assert report.became
    assert report.became["what"] == "removed"
    assert told[0].facts["marks"] == [{"mark": case.mark, "value": None}]


async def test_a_dot_settled_by_the_work_is_corrected(case: Case, seven_b: Class7B, enter: Enter) -> None:
    await case.change(seven_b.teacher, "dot")
    await case.say(seven_b.mother, "Работу сдали")

    async with enter(seven_b.teacher) as work:
        await giving.give(work, seven_b.lessons[0], seven_b.ivanov, None, MarkValue.FOUR, seen=2)

    [report] = await case.reports()
    assert (report.stood["value"], report.answer) == ("dot", ReportAnswer.CORRECTED)


async def test_a_comment_alone_answers_nothing(case: Case, seven_b: Class7B, enter: Enter) -> None:
    await case.say(seven_b.mother)

    async with enter(seven_b.teacher) as work:
        await correcting.comment(work, seven_b.lessons[0], case.mark, "Две ошибки")

    [report] = await case.reports()
    assert report.answer is None


async def test_corrected_anew_before_anybody_heard_the_last_value_is_told_once(case: Case, seven_b: Class7B) -> None:
    await case.say(seven_b.mother)
    await case.change(seven_b.teacher, "4")
    case.clock.forward(minutes=3)

    await case.change(seven_b.teacher, "5", seen=2)

    [report] = await case.reports()
    told = await case.outbox("error_answered")
    assert report.became
    assert report.became["value"] == "5"
    assert [row.facts["marks"][0]["value"] for row in told] == ["5", "5"]
    assert told[0].due_at == moscow(MONDAY, "15:13")


async def test_a_slip_put_back_leaves_the_report_open(case: Case, seven_b: Class7B) -> None:
    await case.say(seven_b.mother)
    await case.change(seven_b.teacher, "2")

    await case.change(seven_b.teacher, "3", seen=2)

    [report] = await case.reports()
    assert (report.answer, report.became, report.answered_by) == (None, None, None)
    assert await case.outbox("error_answered") == []


async def test_what_changes_after_the_answer_was_heard_is_no_answer_any_more(case: Case, seven_b: Class7B) -> None:
    await case.say(seven_b.mother)
    await case.change(seven_b.teacher, "5")
    await seven_b.deliver("error_answered", moscow(MONDAY, "15:11"))

    await case.change(seven_b.teacher, "4", seen=2)

    [report] = await case.reports()
    assert report.became
    assert report.became["value"] == "5"
    assert [row.status for row in await case.outbox("error_answered")] == ["sent", "sent"]


async def test_a_pupil_who_reported_hears_and_so_do_the_parents(case: Case, seven_b: Class7B) -> None:
    pupil = await seven_b.school.connected_pupil(seven_b.ivanov)
    await case.say(pupil)

    await case.change(seven_b.teacher, "5")

    heard = {row.account_id for row in await case.outbox("error_answered")}
    assert heard == {pupil.account_id, seven_b.mother.account_id, seven_b.father.account_id}


async def test_a_presence_corrected_today_is_told_at_once_and_only_once(case: Case, seven_b: Class7B) -> None:
    await case.say_present(seven_b.mother)

    await case.stand(seven_b.teacher, Presence.PRESENT)

    [report] = await case.reports()
    told = await case.outbox("error_answered")
    assert report.became
    assert report.became["what"] == "present"
    assert {row.priority for row in told} == {0}
    assert await case.outbox("absence_corrected") == []


async def test_an_absence_nobody_reported_is_corrected_as_ever(case: Case, seven_b: Class7B) -> None:
    await case.stand(seven_b.teacher, Presence.PRESENT)

    assert len(await case.outbox("absence_corrected")) == 2


async def test_the_class_leader_corrects_an_absence_the_next_day(case: Case, seven_b: Class7B) -> None:
    await case.say_present(seven_b.mother)
    case.clock.set("10:00", days_after(1))

    await case.stand(seven_b.leader, Presence.LATE)

    [report] = await case.reports()
    told = await case.outbox("error_answered")
    assert (report.answered_by, report.became and report.became["what"]) == (seven_b.leader.id, "late")
    assert {row.priority for row in told} == {3}


async def test_a_reason_alone_is_offered_for_an_answer(case: Case, seven_b: Class7B, enter: Enter) -> None:
    made = await case.say_present(seven_b.mother, "Он болел, справка есть")
    async with enter(seven_b.leader) as work:
        await explain(work, seven_b.class_id, seven_b.ivanov, MONDAY, MONDAY, AbsenceReason.ILLNESS)
    async with enter(seven_b.leader) as work:
        seen = await open_staff_report(work, made.report.card.id)
        report, outcome = await answer_corrected(work, made.report.card.id, seen=seen.card.rev)

    assert (seen.card.open, seen.card.changed, seen.may_answer) == (True, True, True)
    assert (outcome, report.card.became and report.card.became.reason) == (Outcome.DONE, "illness")


async def test_nothing_corrected_is_not_told_as_corrected(case: Case, seven_b: Class7B, enter: Enter) -> None:
    card = (await case.say(seven_b.mother)).report.card

    async with enter(seven_b.teacher) as work:
        report, outcome = await answer_corrected(work, card.id, seen=card.rev)

    assert (outcome, report.card.open) == (Outcome.UNCHANGED, True)


async def test_a_correction_let_in_after_the_window_answers_as_the_asker_s(
    app: App, case: Case, seven_b: Class7B, enter: Enter
) -> None:
    await case.say(seven_b.mother)
    case.clock.set("10:00", days_after(30))
    change = ChangeMark(seven_b.lessons[0], case.mark, MarkValue.FIVE, 1)
    async with enter(seven_b.teacher) as work:
        with pytest.raises(EntryWindowClosed) as refused:
            await correcting.change(work, change.lesson, change.mark, change.value, seen=change.rev)
    async with enter(seven_b.teacher) as work:
        card = await keeping.keep(work, change, "", refused.value)
        await keeping.ask_for_entry(work, card.id, "Ошиблась")
    async with enter(seven_b.deputy) as work:
        await deciding.approve(work, card.id)

    [report] = await case.reports()
    async with seven_b.sessions() as session:
        mark = await session.get(Mark, case.mark)
    assert mark
    assert (mark.value, mark.approved_by) == ("5", seven_b.deputy.id)
    assert (report.answer, report.answered_by) == (ReportAnswer.CORRECTED, seven_b.teacher.id)


async def test_who_sees_a_report_and_who_answers_it(case: Case, seven_b: Class7B, enter: Enter) -> None:
    report = (await case.say(seven_b.mother)).report.card.id
    director = await seven_b.school.connected_staff("Директорова", Role.DIRECTOR)
    may = {}
    for who in (seven_b.teacher, seven_b.leader, seven_b.deputy, director):
        async with enter(who) as work:
            may[who.id] = (await open_staff_report(work, report)).may_answer

    assert may == {seven_b.teacher.id: True, seven_b.leader.id: False, seven_b.deputy.id: True, director.id: True}


async def test_a_substitute_and_whoever_gave_the_mark_see_it_too(case: Case, seven_b: Class7B, enter: Enter) -> None:
    substitute = await seven_b.school.connected_staff("Заменова")
    async with seven_b.sessions() as session, session.begin():
        mark = await session.get(Mark, case.mark)
        assert mark is not None
        mark.given_by = substitute.id
    report = (await case.say(seven_b.mother)).report.card.id

    async with enter(substitute) as work:
        seen = await open_staff_report(work, report)

    assert (seen.may_answer, seen.may_look) == (True, False)
    assert substitute.account_id in {row.account_id for row in await case.outbox("error_reported")}


async def test_another_teacher_sees_nothing_and_answers_nothing(case: Case, seven_b: Class7B, enter: Enter) -> None:
    card = (await case.say(seven_b.mother)).report.card
    other = await seven_b.school.connected_staff("Другова")
    other_leader = await seven_b.school.connected_staff("Чужова")
    await seven_b.school.class_unit("8А", other_leader.id)

    for who in (other, other_leader):
        async with enter(who) as work:
            assert (await waiting_reports(work)).reports == ()
            for attempt in (
                lambda w: open_staff_report(w, card.id),
                lambda w: answer_stands(w, card.id, "Всё верно"),
                lambda w: answer_corrected(w, card.id, seen=card.rev),
            ):
                with pytest.raises(AccessDenied):
                    await attempt(work)


async def test_a_class_leader_may_not_say_that_a_mark_is_right(case: Case, seven_b: Class7B, enter: Enter) -> None:
    card = (await case.say(seven_b.mother)).report.card

    with pytest.raises(AccessDenied):
        await stands(enter, seven_b.leader, card.id)


async def test_an_explanation_over_the_limit_is_refused(case: Case, seven_b: Class7B, enter: Enter) -> None:
    card = (await case.say(seven_b.mother)).report.card

    with pytest.raises(TextTooLong):
        await stands(enter, seven_b.teacher, card.id, "а" * 501)


async def test_what_is_overdue_comes_first(case: Case, seven_b: Class7B, enter: Enter) -> None:
    await case.say(seven_b.mother)
    case.clock.set("15:00", days_after(2))
    await case.say_present(seven_b.father)
    case.clock.set("15:00", days_after(4))

    async with enter(seven_b.deputy) as work:
        found = await waiting_reports(work)

    assert [(card.mark_id is not None, card.overdue(found.today)) for card in found.reports] == [
        (True, True),
        (False, False),
    ]
