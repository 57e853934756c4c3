"""Who gets the letter how, and that one confirmation sends it once."""

import asyncio

import pytest
from sqlalchemy import select, text

from core.errors import AccessDenied, NothingThere
from core.letters.choosing import Choice, Offer, Outcome, chosen, packed
from core.letters.facts import LetterHead, LetterPupil, LetterSpan
from core.letters.printing import ask_print, job_done, job_papers, papers, print_jobs
from storage.models import AuditEntry, PrintJob
from tests.letters.conftest import Letters
from tests.support.clock import MONDAY
from tests.support.school import Person, days_after
from tests.support.statements import counted


def class_of(*ids: int, sent: int = 0) -> LetterHead:
    span = LetterSpan(1, "2 четверть", MONDAY, MONDAY)
    pupils = tuple(LetterPupil(pupil, str(pupil), "Иванов", "Пётр", sent) for pupil in ids)
    return LetterHead("Школа", 7, "7Б", "", "2026/2027", 1, span, (span,), pupils, unmarked=False, today=MONDAY)


class TestTicks:
    """A button carries all the ticks; it is good for the list it was made on."""

    def test_the_chosen_are_read_back(self) -> None:
        head = class_of(30, 10, 20)
        seen = Choice(head, ()).seen
        assert [p.id for p in chosen(head, packed(head, [10, 30]), seen).chosen] == [30, 10]

    def test_a_tick_more_and_a_tick_less(self) -> None:
        head = class_of(30, 10, 20)
        choice = chosen(head, packed(head, [10]), Choice(head, ()).seen)
        assert choice.with_pupil(20, on=True) == packed(head, [10, 20])
        assert choice.with_pupil(10, on=False) == packed(head, [])

    def test_nobody_is_chosen_at_first(self) -> None:
        assert chosen(class_of(1, 2), "", "") == Choice(class_of(1, 2), ())

    def test_a_button_of_another_list_chooses_nobody_and_says_so(self) -> None:
        before, now = class_of(1, 2), class_of(1, 2, 3)
        choice = chosen(now, packed(before, [1, 2]), Choice(before, ()).seen)
        assert (choice.chosen, choice.outcome) == ((), Outcome.LIST)

    @pytest.mark.parametrize("forged", ["zz", "-1", "ff_f", "٣"])
    def test_forged_ticks_choose_nobody(self, forged: str) -> None:
        head = class_of(1, 2)
        assert chosen(head, forged, Choice(head, ()).seen).outcome is Outcome.LIST

    def test_a_class_of_ninety_fits_a_button(self) -> None:
        head = class_of(*range(1, 91))
        assert len(packed(head, range(1, 91))) == 23


async def test_the_connected_get_it_in_the_bot_and_the_others_on_paper(klass: Letters) -> None:
    found = await klass.offer()

    assert [pupil.id for pupil in found.connected] == [klass.ivanov]
    assert [pupil.id for pupil in found.to_print] == [klass.yozhikov, klass.petrova]


async def test_the_confirmation_tells_the_guardians_and_leaves_a_trace(klass: Letters) -> None:
    sent = await klass.send(await klass.offer())

    [push] = await klass.pushes()
    assert sent.outcome is Outcome.SENT
    assert (push.account_id, push.subject_id) == (klass.mother.account_id, klass.ivanov)
    assert (push.facts["pupil_id"], push.facts["average"]) == (klass.ivanov, "3.67")
    async with klass.sessions() as session:
        trace = await session.scalar(select(AuditEntry).where(AuditEntry.action == "letters.send"))
    assert trace is not None
    assert trace.after == {"period": klass.period, "pupils": [klass.ivanov]}


async def test_the_confirmation_pressed_twice_sends_once(klass: Letters) -> None:
    found = await klass.offer()

    first, second = await klass.send(found), await klass.send(found)
    assert (first.outcome, second.outcome) == (Outcome.SENT, Outcome.MEANWHILE)
    assert len(await klass.pushes()) == 1


async def test_the_same_confirmation_on_two_phones_at_once_sends_once(klass: Letters) -> None:
    found = await klass.offer()

    outcomes = await asyncio.gather(klass.send(found), klass.send(found, klass.deputy), klass.send(found))
    assert sorted(one.outcome for one in outcomes) == [Outcome.MEANWHILE, Outcome.MEANWHILE, Outcome.SENT]
    assert len(await klass.pushes()) == 1


async def test_a_fresh_screen_says_who_has_had_it_today_and_may_send_again(klass: Letters) -> None:
    await klass.send(await klass.offer())

    found = await klass.offer()
    assert [pupil.id for pupil in found.sent_today] == [klass.ivanov]
    assert (await klass.send(found)).outcome is Outcome.SENT
    assert len(await klass.pushes()) == 2


async def test_the_next_day_nobody_asks(klass: Letters) -> None:
    await klass.send(await klass.offer())
    klass.clock.set("09:00", days_after(1))

    assert (await klass.offer()).sent_today == ()


async def test_a_pupil_who_came_meanwhile_makes_the_leader_look_again(klass: Letters) -> None:
    found = await klass.offer()
    await klass.school.pupil(klass.class_id, "Новиков", "Ян")

    assert (await klass.send(found)).outcome is Outcome.LIST
    assert await klass.pushes() == []


@pytest.mark.parametrize("who", ["teacher", "administrator"])
async def test_nobody_else_sends(klass: Letters, who: str) -> None:
    found = await klass.offer()
    person: Person = getattr(klass, who)

    with pytest.raises(AccessDenied):
        await klass.send(found, person)
    assert await klass.pushes() == []


async def ask(klass: Letters, found: Offer, *, everybody: bool = False) -> Offer:
    """Press «Нет принтера» on the overview."""
    where = klass.class_id, klass.period, found.choice.who, found.seen
    async with klass.app.work(klass.leader.address) as work:
        return await ask_print(work, *where, everybody=everybody)


async def asked_job(klass: Letters, *pupils: int) -> int:
    """A job for these pupils of the class who have no bot."""
    await ask(klass, await klass.offer(*pupils))
    return (await job_of(klass)).id


async def job_of(klass: Letters) -> PrintJob:
    async with klass.sessions() as session:
        return (await session.scalars(select(PrintJob))).one()


async def test_the_paper_holds_those_without_the_bot(klass: Letters) -> None:
    found = await klass.offer()
    where = klass.class_id, klass.period, found.choice.who, found.choice.seen
    async with klass.app.work(klass.leader.address) as work:
        paper = await papers(work, *where, everybody=False)

    assert [letter.pupil.id for letter in paper.letters] == [klass.yozhikov, klass.petrova]


async def test_a_print_job_reaches_the_administrators_once(klass: Letters) -> None:
    found = await klass.offer()

    asked = await asyncio.gather(ask(klass, found), ask(klass, found))

    assert sorted(one.outcome for one in asked) == [Outcome.ALREADY, Outcome.ASKED]
    [push] = await klass.pushes("print_asked")
    assert push.account_id == klass.administrator.account_id
    assert (push.facts["class"], push.facts["count"], push.facts["by"]) == ("7Б", 2, "Руководителева А. И.")


async def test_asking_and_finishing_cost_eight_statements_each(klass: Letters) -> None:
    found = await klass.offer()
    with counted(klass.sessions) as asking:
        await ask(klass, found)
    async with klass.app.work(klass.administrator.address) as work:
        job = (await print_jobs(work)).jobs[0].id
    with counted(klass.sessions) as finishing:
        async with klass.app.work(klass.administrator.address) as work:
            await job_done(work, job)

    assert len(asking) <= 8, asking
    assert len(finishing) <= 8, finishing


async def test_nothing_is_printed_for_nobody(klass: Letters) -> None:
    found = await klass.offer(klass.ivanov)

    asked = await ask(klass, found)

    assert asked.outcome is Outcome.NONE
    assert await klass.pushes("print_asked") == []


async def test_without_a_connected_administrator_the_leader_is_told_so(klass: Letters) -> None:
    async with klass.sessions() as session, session.begin():
        await session.execute(text("DELETE FROM staff_role WHERE role = 'administrator'"))

    asked = await ask(klass, await klass.offer())

    assert (asked.outcome, asked.administrators) == (Outcome.ASKED, False)


async def test_the_administrator_prints_and_the_leader_hears_once(klass: Letters) -> None:
    job = await asked_job(klass)
    async with klass.app.work(klass.administrator.address) as work:
        found = await job_papers(work, job)
    async with klass.app.work(klass.administrator.address) as work:
        done = await job_done(work, job)
    async with klass.app.work(klass.administrator.address) as work:
        again = await job_done(work, job)

    assert (found.job.count, found.job.asked_by) == (2, "Руководителева А. И.")
    assert [letter.pupil.id for letter in found.letters] == [klass.yozhikov, klass.petrova]
    assert (done.count, again.count) == (0, 0)
    [push] = await klass.pushes("print_done")
    assert push.account_id == klass.leader.account_id


async def test_what_is_printed_is_as_of_now(klass: Letters) -> None:
    job = await asked_job(klass)
    await klass.marking.give(klass.petrova, klass.algebra, "5")

    async with klass.app.work(klass.administrator.address) as work:
        found = await job_papers(work, job)

    assert [subject.name for subject in found.letters[1].subjects if subject.counts[0]] == ["Алгебра"]


async def test_a_job_of_pupils_who_left_the_class_holds_the_rest(klass: Letters) -> None:
    job = await asked_job(klass)
    async with klass.sessions() as session, session.begin():
        await session.execute(
            text("UPDATE enrolment SET ends = :day WHERE pupil_id = :pupil"),
            {"day": days_after(-1), "pupil": klass.petrova},
        )

    async with klass.app.work(klass.administrator.address) as work:
        found = await job_papers(work, job)

    assert (found.job.count, [letter.pupil.id for letter in found.letters]) == (1, [klass.yozhikov])


async def test_a_job_done_is_printed_no_more(klass: Letters) -> None:
    job = await asked_job(klass)
    async with klass.app.work(klass.administrator.address) as work:
        await job_done(work, job)

    async with klass.app.work(klass.administrator.address) as work:
        with pytest.raises(NothingThere):
            await job_papers(work, job)


async def test_only_administrators_see_what_is_to_print(klass: Letters) -> None:
    job = await asked_job(klass)

    async with klass.app.work(klass.teacher.address) as work:
        with pytest.raises(AccessDenied):
            await print_jobs(work)
        with pytest.raises(AccessDenied):
            await job_papers(work, job)
        with pytest.raises(AccessDenied):
            await job_papers(work, job + 1)
    async with klass.app.work(klass.leader.address) as work:
        with pytest.raises(AccessDenied):
            await job_done(work, job)


async def test_after_it_is_done_the_same_may_be_asked_again(klass: Letters) -> None:
    found = await klass.offer()
    await ask(klass, found)
    async with klass.app.work(klass.administrator.address) as work:
        await job_done(work, (await print_jobs(work)).jobs[0].id)

    assert (await ask(klass, found)).outcome is Outcome.ASKED


async def test_a_guardian_whose_bot_is_blocked_gets_paper(klass: Letters) -> None:
    async with klass.sessions() as session, session.begin():
        await session.execute(text("UPDATE account SET unreachable_at = now()"))

    assert (await klass.offer()).connected == ()
