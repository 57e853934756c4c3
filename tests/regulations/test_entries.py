"""The one question before an entry, asked of the journal itself: the class's day, holidays, kinds of work."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App, Override
from core.entries import ask, ask_all, require_open, working_days
from core.errors.entries import EntryForbidden, EntryNeedsReason, EntryWindowClosed
from core.roll import attendance
from core.rules.entry import Answer, EntryKind, Verdict
from core.terms import LessonStatus, Presence, Role
from core.timetable.lessons import LessonFacts
from storage.models import AuditEntry, Holiday, Lesson, WorkKind
from tests.roll.conftest import Class7B
from tests.support.clock import MONDAY, MOSCOW, FakeClock
from tests.support.school import Person, days_after
from tests.support.statements import counted


async def facts(app: App, person: Person, lesson: int) -> LessonFacts:
    async with app.work(person.address) as work:
        return (await attendance.open_roll(work, lesson)).lesson


async def asked(app: App, person: Person, lesson: LessonFacts, kind: EntryKind, work_kind: int | None = None) -> Answer:
    async with app.work(person.address) as work:
        return await ask(work, kind, lesson, work_kind)


async def work_kind(sessions: async_sessionmaker[AsyncSession], *, written: bool) -> int:
    async with sessions() as session:
        found = await session.scalar(select(WorkKind.id).where(WorkKind.written.is_(written)).limit(1))
    assert found is not None
    return found


def moscow_at(day: date, wall: str) -> datetime:
    hours, minutes = map(int, wall.split(":"))
    return datetime(day.year, day.month, day.day, hours, minutes, tzinfo=MOSCOW)


async def test_homework_in_kam_waits_an_hour_after_the_classs_last_lesson(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    """The lesson is the first; the class's last ends at 12:20, another class's later one says nothing."""
    await seven_b.school.choose_regulation("kam")
    other = await seven_b.school.load(seven_b.leader.id, await seven_b.school.class_unit("8А"), subject="Физика")
    await seven_b.school.lesson(other, 5)
    clock.set("13:20")
    lesson = await facts(app, seven_b.teacher, seven_b.lessons[0])

    in_time = await asked(app, seven_b.teacher, lesson, EntryKind.HOMEWORK)
    clock.set("13:21")
    late = await asked(app, seven_b.teacher, lesson, EntryKind.HOMEWORK)

    assert (in_time.verdict, in_time.until, in_time.clause) == (Verdict.OPEN, moscow_at(MONDAY, "13:20"), "раздел 5")
    assert late.verdict is Verdict.CLOSED


async def test_a_cancelled_last_lesson_brings_the_hour_forward(
    app: App, seven_b: Class7B, sessions: async_sessionmaker[AsyncSession]
) -> None:
    await seven_b.school.choose_regulation("kam")
    async with sessions() as session, session.begin():
        last = await session.get_one(Lesson, seven_b.lessons[3])
        last.status = LessonStatus.CANCELLED
    lesson = await facts(app, seven_b.teacher, seven_b.lessons[0])

    answer = await asked(app, seven_b.teacher, lesson, EntryKind.HOMEWORK)

    assert answer.until == moscow_at(MONDAY, "12:15")


async def test_written_works_in_the_lyceum_count_working_days_over_holidays(
    app: App, seven_b: Class7B, sessions: async_sessionmaker[AsyncSession]
) -> None:
    await seven_b.school.choose_regulation("lic68")
    await seven_b.school.update_school(days_in_week=5)
    async with sessions() as session, session.begin():
        year = seven_b.school.year_id
        session.add(Holiday(year_id=year, name="Карантин", starts=days_after(1), ends=days_after(4)))
        session.add(Holiday(year_id=year, name="Младшие", starts=days_after(7), ends=days_after(9), grade_to=4))
    control = await work_kind(sessions, written=True)
    algebra = await facts(app, seven_b.teacher, seven_b.lessons[0])
    russian_load = await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, subject="Русский Язык")
    russian = await facts(app, seven_b.teacher, await seven_b.school.lesson(russian_load, 5))

    five = await asked(app, seven_b.teacher, algebra, EntryKind.MARK, control)
    ten = await asked(app, seven_b.teacher, russian, EntryKind.MARK, control)

    assert (five.rule, five.until and five.until.date()) == ("written_marks", date(2026, 12, 4))
    assert ten.until is not None
    assert ten.until.date() == date(2026, 12, 11)


async def test_an_answer_is_marked_under_the_rule_for_answers(
    app: App, seven_b: Class7B, sessions: async_sessionmaker[AsyncSession]
) -> None:
    lesson = await facts(app, seven_b.teacher, seven_b.lessons[0])

    for kind in (None, await work_kind(sessions, written=False)):
        assert (await asked(app, seven_b.teacher, lesson, EntryKind.MARK, kind)).rule == "oral_marks"


@pytest.mark.parametrize("preset", ["default", "kam", "lic68", "rso", "s324", "proz"])
async def test_a_whole_page_is_asked_in_at_most_one_statement(
    app: App, seven_b: Class7B, sessions: async_sessionmaker[AsyncSession], preset: str
) -> None:
    await seven_b.school.choose_regulation(preset)
    control = await work_kind(sessions, written=True)
    lesson = await facts(app, seven_b.teacher, seven_b.lessons[0])

    async with app.work(seven_b.teacher.address) as work:
        with counted(sessions) as statements:
            await ask(work, EntryKind.ROLL, lesson)
            await ask(work, EntryKind.TOPIC, lesson)
        assert statements == []
        with counted(sessions) as statements:
            await ask_all(work, lesson, *EntryKind, work_kind_id=control)
        assert len(statements) == 1


async def test_the_calendar_of_working_days_is_the_schools(app: App, seven_b: Class7B) -> None:
    await seven_b.school.update_school(days_in_week=5)
    async with app.work() as work:
        with counted(app.sessions) as statements:
            calendar = await working_days(work, MONDAY)
    assert len(statements) == 1
    assert not calendar.works(days_after(5), 7)


async def test_a_deputy_and_the_director_write_after_the_term_with_a_reason_only(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    director = await seven_b.school.connected_staff("Директорова", Role.DIRECTOR)
    clock.set("21:01")
    for person in (seven_b.deputy, director):
        with pytest.raises(EntryNeedsReason):
            async with app.work(person.address) as work:
                await attendance.mark(work, seven_b.lessons[0], seven_b.ivanov, Presence.ABSENT, seen=0)


async def test_in_the_lyceum_only_the_director_decides_after_the_term(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    await seven_b.school.choose_regulation("lic68")
    clock.set("09:00", days_after(1))

    with pytest.raises(EntryWindowClosed) as caught:
        async with app.work(seven_b.teacher.address) as work:
            await attendance.mark(work, seven_b.lessons[0], seven_b.ivanov, Presence.ABSENT, seen=0)

    assert caught.value.facts["deciders"] == "director"
    assert caught.value.facts["regulation"] == "Положение лицея № 68, п. 5.1"


async def test_a_directors_override_always_leaves_a_trace(
    app: App, seven_b: Class7B, clock: FakeClock, sessions: async_sessionmaker[AsyncSession]
) -> None:
    director = await seven_b.school.connected_staff("Директорова", Role.DIRECTOR)
    clock.set("21:01")
    async with app.work(seven_b.teacher.address) as work:
        overriding = replace(work, override=Override(director.id, "Болела"))
        await attendance.mark(overriding, seven_b.lessons[0], seven_b.ivanov, Presence.ABSENT, seen=0)

    async with sessions() as session:
        traces = list(await session.scalars(select(AuditEntry).where(AuditEntry.approved_by.is_not(None))))
    assert traces
    assert {(t.staff_id, t.approved_by, t.reason) for t in traces} == {(seven_b.teacher.id, director.id, "Болела")}


async def test_no_override_lets_marks_into_grade_1(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    first = await seven_b.school.class_unit("1А")
    load = await seven_b.school.load(seven_b.teacher.id, first, subject="Математика")
    lesson = await facts(app, seven_b.teacher, await seven_b.school.lesson(load, 1))
    director = await seven_b.school.connected_staff("Директорова", Role.DIRECTOR)
    clock.set("09:00")

    for kind in (EntryKind.MARK, EntryKind.MARK_CHANGE, EntryKind.HOMEWORK):
        async with app.work(director.address) as work:
            overriding = replace(work, override=Override(director.id, "Очень надо"))
            with pytest.raises(EntryForbidden):
                await require_open(overriding, kind, lesson)
