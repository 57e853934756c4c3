"""The same number on every screen: a child's averages and attendance on the day they are counted by hand."""

from decimal import Decimal

import pytest
from sqlalchemy import select, update

from core.app import App
from core.cards.evening import send_cards
from core.diary.attendance import attendance_of_period
from core.diary.charts import attendance_bars, movement, subject_bars
from core.diary.marks_period import period_marks
from core.diary.marks_subject import subject_page
from core.diary.paper import diary_paper
from core.finals.reading import open_finals
from core.journal.reading import period_page
from core.terms import MarkValue, Presence
from documents.diary_paper import diary_pdf
from locales import translator
from storage.models import Attendance, Lesson, Outbox, TeachingLoad
from tests.family.conftest import Enter, Family
from tests.family.marking import QUARTER, Marking
from tests.support.clock import FakeClock, moscow
from tests.support.school import SchoolBuilder, days_after

# Algebra: (5·1.5 + 4 + 3 + 2·0) / 3.5 = 14.5 / 3.5 = 4.142…; plainly 12 / 3 = 4.00. Physics: (4 + 4 + 5) / 3 = 4.33.
ALGEBRA, PLAIN, PHYSICS = Decimal("4.14"), Decimal("4.00"), Decimal("4.33")
MEAN = Decimal("4.24")  # (4.14 + 4.33) / 2 = 4.235
# Four classmates in algebra: 13 / 3 three times, shown as 4.33, and 2; with 4.14: (4.33·3 + 2 + 4.14) / 5 = 3.826.
OF_CLASS = Decimal("3.8")


@pytest.fixture
async def period(school: SchoolBuilder, family: Family, clock: FakeClock) -> tuple[int, int, int]:
    """The quarter and the loads of algebra and physics, with marks; a lesson of four was missed."""
    clock.set("16:00")
    marking = await Marking.of(school)
    algebra = await school.load(family.leader.id, family.class_id)
    physics = await school.load(family.leader.id, family.class_id, subject="Физика")
    quarter = await marking.period()
    await marking.give(family.pupil_id, algebra, "5", kind="К", weight="1.5")
    await marking.give(family.pupil_id, algebra, "4", "3", "pass")
    await marking.give(family.pupil_id, algebra, "2", weight="0")
    await marking.give(family.pupil_id, algebra, "dot")
    await marking.give(family.pupil_id, physics, "4", "4", "5")
    for number, values in enumerate(("544", "544", "544", "2")):
        pupil = family.other_pupil_id if number == 0 else await school.pupil(family.class_id, "Соклассник", str(number))
        await marking.give(pupil, algebra, *values)
    async with school.sessions() as session, session.begin():
        lessons = list(await session.scalars(select(Lesson.id).where(Lesson.load_id == physics)))
        lessons.append(await session.scalar(select(Lesson.id).where(Lesson.load_id == algebra).limit(1)) or 0)
        taken = {"roll_taken_at": moscow(QUARTER[0], "09:00"), "roll_taken_by": family.leader.id}
        await session.execute(update(Lesson).where(Lesson.id.in_(lessons)).values(**taken))
        missed = {"pupil_id": family.pupil_id, "status": Presence.ABSENT, "rev": 1}
        session.add(Attendance(lesson_id=lessons[0], **missed))
    return quarter, algebra, physics


async def test_averages_agree_on_every_screen_of_family_and_staff(
    school: SchoolBuilder, family: Family, enter: Enter, period: tuple[int, int, int]
) -> None:
    quarter, algebra, _ = period
    async with school.sessions() as session:
        subject = (await session.get_one(TeachingLoad, algebra)).subject_id
    async with enter(family.mother) as work:
        page = await subject_page(work, family.pupil_id, subject, quarter)
        listed = await period_marks(work, family.pupil_id, quarter)
        line = await movement(work, family.pupil_id, quarter, subject)
        mean = await movement(work, family.pupil_id, quarter, None)
        bars = await subject_bars(work, family.pupil_id, quarter)
        paper = await diary_paper(work, family.pupil_id, quarter)
    async with enter(family.leader) as work:
        journal = await period_page(work, algebra, quarter)
        finals = await open_finals(work, algebra, quarter)
    of_journal = next(row for row in journal.lines if row.pupil_id == family.pupil_id)
    of_finals = next(row for row in finals.lines if row.pupil_id == family.pupil_id)
    assert (page.average, page.weighted, page.plain, page.likely) == (ALGEBRA, ALGEBRA, PLAIN, MarkValue.FOUR)
    assert page.marks[0].after == page.average
    assert [mark.before for mark in page.marks[:-1]] == [mark.after for mark in page.marks[1:]]
    assert {s.standing.subject: s.standing.average for s in listed.subjects} == {"Алгебра": ALGEBRA, "Физика": PHYSICS}
    assert listed.subjects == paper.marks.subjects
    assert (line.own[-1], mean.own[-1]) == (ALGEBRA, MEAN)
    assert (of_journal.weighted, of_journal.average) == (ALGEBRA, PLAIN)
    assert (of_finals.proposal.average, of_finals.proposal.value, of_finals.proposal.count) == (
        ALGEBRA,
        MarkValue.FOUR,
        3,
    )
    assert (page.of_class, line.of_class[-1]) == (OF_CLASS, OF_CLASS)
    assert {bar.subject: (bar.own, bar.of_class) for bar in bars.bars} == {
        "Алгебра": (ALGEBRA, OF_CLASS),
        "Физика": (PHYSICS, None),
    }
    assert diary_pdf(paper, translator("ru"))


async def test_the_week_s_card_ends_where_the_chart_does(
    app: App, school: SchoolBuilder, family: Family, period: tuple[int, int, int], clock: FakeClock
) -> None:
    lesson = await school.lesson(period[1], 5, days_after(2))
    async with school.sessions() as session, session.begin():
        taken = {"roll_taken_at": moscow(days_after(2), "12:30"), "roll_taken_by": family.leader.id}
        await session.execute(update(Lesson).where(Lesson.id == lesson).values(**taken))
    clock.set("19:00", days_after(5))
    async with app.work() as work:
        await send_cards(work)
    async with school.sessions() as session:
        told = select(Outbox.facts).where(Outbox.account_id == family.mother.account_id, Outbox.kind == "week_card")
        facts = (await session.scalars(told)).one()
    assert Decimal(facts["children"][0]["week"]["chart"][-1]) == MEAN


async def test_attendance_agrees_on_every_screen(family: Family, enter: Enter, period: tuple[int, int, int]) -> None:
    """Three physics lessons and one of algebra with a roll, one missed: 75 %."""
    async with enter(family.mother) as work:
        screen = await attendance_of_period(work, family.pupil_id, period[0])
        chart = await attendance_bars(work, family.pupil_id, period[0])
        paper = await diary_paper(work, family.pupil_id, period[0])
    assert (screen.held, len(screen.missed), screen.percent, screen.full_days) == (4, 1, 75, 0)
    assert [(m.month.month, m.own) for m in chart.months] == [(11, Decimal("75.0"))]
    assert (paper.attendance.held, paper.attendance.missed) == (screen.held, screen.missed)
    # Five pupils of four lessons, one missed: 19 / 20.
    assert screen.class_percent == 95
    assert [m.of_class for m in chart.months] == [Decimal("95.0")]


async def test_an_absence_noted_before_the_roll_lowers_no_number_of_the_class(
    school: SchoolBuilder, family: Family, enter: Enter, period: tuple[int, int, int]
) -> None:
    lesson = await school.lesson(period[2], 5, days_after(0))
    async with school.sessions() as session, session.begin():
        session.add(Attendance(lesson_id=lesson, pupil_id=family.other_pupil_id, status=Presence.ABSENT, rev=1))
    async with enter(family.mother) as work:
        screen = await attendance_of_period(work, family.pupil_id, period[0])
        chart = await attendance_bars(work, family.pupil_id, period[0])
    assert (screen.class_percent, [m.of_class for m in chart.months]) == (95, [Decimal("95.0")])


async def test_a_class_of_two_has_no_number_anywhere(
    school: SchoolBuilder, family: Family, enter: Enter, clock: FakeClock
) -> None:
    clock.set("16:00")
    marking = await Marking.of(school)
    load, quarter = await school.load(family.leader.id, family.class_id), await marking.period()
    await marking.give(family.pupil_id, load, "5")
    await marking.give(family.other_pupil_id, load, "2", day=days_after(-10))
    async with school.sessions() as session:
        subject = (await session.get_one(TeachingLoad, load)).subject_id
    async with enter(family.mother) as work:
        page = await subject_page(work, family.pupil_id, subject, quarter)
        line = await movement(work, family.pupil_id, quarter, subject)
        bars = await subject_bars(work, family.pupil_id, quarter)
        attended = await attendance_of_period(work, family.pupil_id, quarter)
    assert (page.of_class, set(line.of_class), bars.bars[0].of_class, attended.class_percent) == (
        None,
        {None},
        None,
        None,
    )
