"""«Журнал сегодня»: what counts as filled and as late, who may look, and a word to a teacher once a day."""

import asyncio
from datetime import date, datetime, time, timedelta

import pytest

from bots.staff.screens.journal_today import journal_screen, teacher_screen
from core.actions.timeliness import JournalView
from core.errors import AccessDenied, NothingThere
from core.terms import Door, LessonKind, RemarkSubject, RemarkTone, RequestAnswer
from core.timeliness.journal import JournalDay, PagesOfDay, journal_day, teacher_pages
from core.timeliness.nudges import Outcome, nudge
from locales import translator
from storage.models import EntryRequest, Homework, Nudge, Remark
from tests.support.clock import MONDAY
from tests.support.school import Person, days_after
from tests.support.statements import counted
from tests.timeliness.conftest import Filling


async def day(filling: Filling, of: date = MONDAY, person: Person | None = None) -> JournalDay:
    async with filling.app.work((person or filling.deputy).address) as work:
        return await journal_day(work, of)


async def pages(filling: Filling, of: date = MONDAY) -> PagesOfDay:
    async with filling.app.work(filling.deputy.address) as work:
        return await teacher_pages(work, filling.teacher.id, of)


async def ask(filling: Filling, of: date = MONDAY, person: Person | None = None) -> Outcome:
    async with filling.app.work((person or filling.deputy).address) as work:
        _, outcome = await nudge(work, filling.teacher.id, of)
    return outcome


async def test_lessons_to_come_are_neither_filled_nor_open(filling: Filling) -> None:
    filling.set("08:00")

    total = (await day(filling)).total

    assert (total.lessons, total.over, total.filled, total.open, total.late) == (2, 0, 0, 0, 0)


async def test_before_the_term_a_page_is_open_and_after_it_late(filling: Filling) -> None:
    filling.set("14:00")
    before = (await day(filling)).total
    filling.set("21:01")
    after = (await day(filling)).total

    assert [(t.over, t.filled, t.open, t.late) for t in (before, after)] == [(2, 1, 1, 0), (2, 1, 1, 1)]


async def test_teachers_with_something_late_come_first(filling: Filling) -> None:
    filling.set("21:01")

    assert [(t.name, t.late) for t in (await day(filling)).teachers] == [("Иванова А. И.", 1), ("Орлова А. И.", 0)]


async def test_teachers_whose_lessons_are_ahead_come_last(filling: Filling) -> None:
    later = datetime.combine(MONDAY, time(16), filling.zone)
    await filling.change_lesson(filling.lesson, starts_at=later, ends_at=later + timedelta(minutes=45))
    filling.set("14:00")

    assert [(t.name, t.over) for t in (await day(filling)).teachers] == [("Орлова А. И.", 1), ("Иванова А. И.", 0)]


async def test_a_term_within_the_day_is_late_by_itself(filling: Filling) -> None:
    await filling.school.choose_regulation("kam")
    filling.set("12:16")

    (page,) = (await pages(filling)).pages

    assert page.late == ("homework",)
    assert page.missing == ("roll", "topic", "kind", "tasks", "homework")


async def test_marks_of_a_written_work_are_missing_once_their_term_is_over(filling: Filling) -> None:
    await filling.school.pupil(filling.class_id)
    await filling.fill(filling.lesson)
    await filling.change_lesson(filling.lesson, kind=LessonKind.CONTROL)
    found = []
    for number in (0, 8):
        filling.set("14:00", days_after(number))
        found.append((await pages(filling)).pages[0].missing)

    assert found == [(), ("marks",)]


async def test_a_class_counts_its_absent_and_both_its_lessons(filling: Filling) -> None:
    filling.set("14:00")

    [seven_b] = (await day(filling)).classes

    assert (seven_b.name, seven_b.lessons, seven_b.filled, seven_b.absent) == ("7Б", 2, 1, 0)


async def test_an_entry_let_in_after_the_term_is_flagged(filling: Filling) -> None:
    async with filling.sessions() as session, session.begin():
        now = filling.clock.now()
        session.add(
            EntryRequest(
                lesson_id=filling.lesson,
                action="tk:1:0",
                rule={},
                made_by=filling.teacher.id,
                account_id=filling.teacher.account_id,
                made_at=now,
                reason="Болел",
                asked_at=now,
                answer=RequestAnswer.APPROVED,
                decided_by=filling.deputy.id,
                decided_at=now,
            )
        )
    filling.set("21:30")

    assert (await day(filling)).total.decided == 1
    assert "внесено после срока" in teacher_screen(await pages(filling), translator("ru")).text


@pytest.mark.parametrize("entry", ["topic", "homework", "remark"])
async def test_an_entry_that_is_not_in_russian_is_marked(filling: Filling, entry: str) -> None:
    rows: dict[str, Homework | Remark] = {
        "homework": Homework(
            lesson_id=filling.lesson,
            due_on=days_after(1),
            body="Read the text",
            given_by=filling.teacher.id,
            given_at=filling.clock.now(),
            not_in_russian=True,
        ),
        "remark": Remark(
            lesson_id=filling.lesson,
            about=RemarkSubject.PROGRESS,
            tone=RemarkTone.PRAISE,
            body="Well done",
            given_by=filling.teacher.id,
            given_at=filling.clock.now(),
            not_in_russian=True,
        ),
    }
    if entry in rows:
        async with filling.sessions() as session, session.begin():
            session.add(rows[entry])
    else:
        await filling.change_lesson(filling.lesson, topic="Present Simple", not_in_russian=True)
    filling.set("14:00")

    seen = await day(filling)

    assert (seen.total.foreign, [(t.name, t.foreign) for t in seen.teachers if t.foreign]) == (
        1,
        [("Иванова А. И.", 1)],
    )
    screen = journal_screen(seen, JournalView.TEACHERS, 0, translator("ru"))
    assert "Уроков с записью не на русском: 1" in screen.text
    assert any(label.startswith("○! Иванова") for row in screen.rows for label in [button.label for button in row])
    assert "запись не на русском" in teacher_screen(await pages(filling), translator("ru")).text


async def test_a_teacher_may_not_look(filling: Filling) -> None:
    with pytest.raises(AccessDenied):
        await day(filling, person=filling.teacher)
    with pytest.raises(AccessDenied):
        await ask(filling, person=filling.teacher)


async def test_nobody_is_nobody(filling: Filling) -> None:
    async with filling.app.work(filling.deputy.address) as work:
        with pytest.raises(NothingThere):
            await teacher_pages(work, 999, MONDAY)


async def test_a_word_is_sent_once_a_day_whoever_sends_it(filling: Filling) -> None:
    director = await filling.school.connect(Door.STAFF, staff_id=filling.deputy.id)
    filling.set("14:05")

    assert [await ask(filling), await ask(filling, person=director)] == [Outcome.SENT, Outcome.ALREADY]

    (message,) = await filling.outbox()
    assert (message.kind, message.account_id) == ("journal_nudge", filling.teacher.account_id)
    assert message.facts["lessons"][0]["parts"] == ["roll", "topic", "homework"]
    nudged = (await pages(filling)).nudged
    assert nudged is not None
    assert (nudged.at.strftime("%H:%M"), nudged.by) == ("14:05", "Петров А. И.")


async def test_two_presses_at_once_send_one_word(filling: Filling) -> None:
    filling.set("14:05")

    outcomes = await asyncio.gather(*(ask(filling) for _ in range(4)))

    assert sorted(outcomes) == sorted([Outcome.SENT, *[Outcome.ALREADY] * 3])
    assert len(await filling.outbox()) == 1


async def test_tomorrow_is_another_day(filling: Filling) -> None:
    filling.set("14:05")
    await ask(filling)
    filling.set("09:00", days_after(1))

    assert await ask(filling) is Outcome.SENT


async def test_there_is_nothing_to_ask_of_who_has_entered_everything(filling: Filling) -> None:
    await filling.fill(filling.lesson)
    filling.set("14:05")

    assert await ask(filling) is Outcome.NOTHING
    assert await filling.outbox() == []


async def test_a_teacher_without_a_bot_is_said_to_be_so(filling: Filling) -> None:
    stranger = await filling.school.staff("Ёлкин")
    await filling.school.lesson(await filling.school.load(stranger, filling.class_id, subject="Химия"), 2)
    filling.set("14:05")

    async with filling.app.work(filling.deputy.address) as work:
        _, outcome = await nudge(work, stranger, MONDAY)

    assert outcome is Outcome.UNCONNECTED
    async with filling.sessions() as session:
        assert await session.get(Nudge, (stranger, MONDAY)) is None


async def test_a_word_written_at_night_waits_for_the_morning(filling: Filling) -> None:
    filling.set("23:10")
    await ask(filling)

    (message,) = await filling.outbox()
    assert message.due_at.astimezone(filling.zone).strftime("%d %H:%M") == "24 07:00"


async def test_a_bigger_school_asks_the_database_no_more_often(filling: Filling) -> None:
    for number in range(10):
        unit = await filling.school.class_unit(f"5{chr(1040 + number)}")
        load = await filling.school.load(filling.teacher.id, unit)
        for lesson_no in (1, 2, 3):
            await filling.school.lesson(load, lesson_no)
    filling.set("14:00")

    with counted(filling.sessions) as statements:
        await day(filling)
    assert len(statements) <= 8, statements
    with counted(filling.sessions) as statements:
        await ask(filling)
    assert len(statements) <= 8, statements
