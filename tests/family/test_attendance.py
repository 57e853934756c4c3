"""A child's attendance, counted by hand."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bots.family.screens.attendance import attendance_screen
from core.app import App
from core.diary.attendance import attendance_of_month, attendance_of_period, missed_day
from core.errors import AccessDenied, ButtonOutdated, ConsentNeeded
from core.terms import AbsenceReason, ConsentAnswer, LessonStatus, PeriodKind, Presence, Statement
from locales import translator
from storage.models import AbsenceCase, Attendance, Enrolment, Lesson, StudyPeriod
from tests.family.conftest import Enter, Family
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import SchoolBuilder, days_after
from tests.support.stage import Scene, playing, scene
from tests.support.statements import counted

Sessions = async_sessionmaker[AsyncSession]
TAKEN = datetime(2026, 11, 23, 6, tzinfo=UTC)
FRIDAY = days_after(-3)


@dataclass(frozen=True)
class Past:
    """Two loads and a case that nobody answered."""

    algebra: int
    russian: int
    case_id: int


async def put(sessions: Sessions, *rows: object) -> None:
    async with sessions() as session, session.begin():
        session.add_all(rows)


async def taken(school: SchoolBuilder, load: int, no: int, day: date) -> int:
    lesson = await school.lesson(load, no, day)
    async with school.sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id == lesson).values(roll_taken_at=TAKEN, roll_taken_by=1))
    return lesson


@pytest.fixture
async def past(school: SchoolBuilder, family: Family, sessions: Sessions, clock: FakeClock) -> Past:
    """Friday: two lessons missed by illness, that is the whole day. Monday: late, missed unexplained, present.

    A lesson without a roll, a cancelled one, and one of October stand by.
    """
    clock.set("14:00")
    algebra = await school.load(family.teacher_id, family.class_id)
    russian = await school.load(family.teacher_id, family.class_id, subject="Русский язык")
    friday = [await taken(school, algebra, 1, FRIDAY), await taken(school, russian, 2, FRIDAY)]
    monday = [await taken(school, load, no, MONDAY) for no, load in ((1, algebra), (2, russian), (3, algebra))]
    await school.lesson(algebra, 4)
    cancelled = await taken(school, algebra, 5, MONDAY)
    october = await taken(school, algebra, 1, date(2026, 10, 5))
    async with sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id == cancelled).values(status=LessonStatus.CANCELLED))
        case = AbsenceCase(pupil_id=family.pupil_id, on_date=MONDAY, first_lesson_id=monday[1], opened_at=TAKEN)
        session.add(case)
        await session.flush()
        case_id = case.id
    pupil = {"pupil_id": family.pupil_id, "rev": 1}
    ill = {"status": Presence.ABSENT, "reason": AbsenceReason.ILLNESS, **pupil}
    await put(
        sessions,
        *(Attendance(lesson_id=lesson, **ill) for lesson in friday),
        Attendance(lesson_id=monday[0], status=Presence.LATE, minutes=7, **pupil),
        Attendance(lesson_id=monday[1], status=Presence.ABSENT, case_id=case_id, **pupil),
        Attendance(lesson_id=monday[2], status=Presence.PRESENT, **pupil),
        Attendance(lesson_id=october, status=Presence.ABSENT, reason=AbsenceReason.UNEXCUSED, **pupil),
    )
    return Past(algebra, russian, case_id)


async def test_a_month_counts_lessons_with_a_roll(past: Past, family: Family, enter: Enter) -> None:
    async with enter(family.mother) as work:
        shown = await attendance_of_month(work, family.pupil_id)

    assert (shown.held, len(shown.missed), len(shown.late), shown.full_days, shown.percent) == (5, 3, 1, 1, 40)
    assert dict(shown.reasons) == {"illness": 2, "none": 1}
    assert shown.by_subject == (("Русский язык", 2, 2), ("Алгебра", 1, 3))
    assert [(day, len(lessons)) for day, lessons in shown.days.items()] == [(MONDAY, 2), (FRIDAY, 2)]
    assert shown.class_percent is None


async def test_a_day_is_missed_whole_only_with_its_last_lesson(
    past: Past, school: SchoolBuilder, family: Family, enter: Enter, sessions: Sessions, clock: FakeClock
) -> None:
    """field.md 1.2 item 13: every lesson of the day; while the day goes on it is not missed yet."""
    tuesday = MONDAY.replace(day=24)
    clock.set("09:20", tuesday)
    first, second = await taken(school, past.algebra, 1, tuesday), await school.lesson(past.russian, 2, tuesday)
    absent = {"pupil_id": family.pupil_id, "status": Presence.ABSENT, "rev": 1}
    await put(sessions, Attendance(lesson_id=first, **absent))
    async with enter(family.mother) as work:
        going_on = await attendance_of_month(work, family.pupil_id)
    await put(sessions, Attendance(lesson_id=second, **absent))

    async with enter(family.mother) as work:
        over = await attendance_of_month(work, family.pupil_id)

    assert (going_on.full_days, over.full_days) == (1, 2)
    assert (going_on.held, over.held) == (6, 7)


async def test_another_month_is_counted_by_itself(past: Past, family: Family, enter: Enter) -> None:
    async with enter(family.mother) as work:
        shown = await attendance_of_month(work, family.pupil_id, date(2026, 10, 31))

    assert (shown.held, dict(shown.reasons), shown.full_days) == (1, {"unexcused": 1}, 1)


async def test_a_period_and_the_year(past: Past, school: SchoolBuilder, family: Family, enter: Enter) -> None:
    period = StudyPeriod(
        year_id=school.year_id,
        name="1 четверть",
        kind=PeriodKind.QUARTER,
        grade_from=1,
        grade_to=9,
        starts=date(2026, 9, 1),
        ends=date(2026, 10, 23),
    )
    async with school.sessions() as session, session.begin():
        session.add(period)
        await session.flush()
        period_id = period.id
    async with enter(family.mother) as work:
        quarter = await attendance_of_period(work, family.pupil_id, period_id)
        year = await attendance_of_period(work, family.pupil_id)

    assert (quarter.held, year.held, len(year.missed)) == (1, 6, 4)


async def test_a_class_of_five_has_a_percentage(
    past: Past, school: SchoolBuilder, family: Family, enter: Enter
) -> None:
    for name in ("Анна", "Вера", "Глеб"):
        await school.pupil(family.class_id, "Новиков", name)

    async with enter(family.mother) as work:
        shown = await attendance_of_month(work, family.pupil_id)

    assert shown.class_percent == 88  # 3 missed of 5 lessons × 5 pupils


async def test_lessons_of_a_former_class_count(
    past: Past, school: SchoolBuilder, family: Family, enter: Enter, sessions: Sessions
) -> None:
    other = await school.class_unit("7А")
    async with sessions() as session, session.begin():
        stays = update(Enrolment).where(Enrolment.pupil_id == family.pupil_id)
        await session.execute(stays.values(ends=days_after(-1)))
        session.add(Enrolment(pupil_id=family.pupil_id, class_id=other, starts=MONDAY))
    await taken(school, await school.load(family.teacher_id, other), 1, MONDAY)

    async with enter(family.mother) as work:
        shown = await attendance_of_month(work, family.pupil_id)

    assert (shown.held, dict(shown.reasons), shown.year.class_name) == (3, {"illness": 2}, "7А")


async def test_a_missed_day_offers_its_case(past: Past, family: Family, enter: Enter) -> None:
    async with enter(family.mother) as work:
        shown = await missed_day(work, family.pupil_id, MONDAY)

    assert [(x.number, x.presence, x.case_id) for x in shown.lessons] == [
        (1, Presence.LATE, None),
        (2, Presence.ABSENT, past.case_id),
    ]


async def test_nothing_was_there_before_the_school(past: Past, family: Family, enter: Enter) -> None:
    async with enter(family.mother) as work:
        shown = await attendance_of_month(work, family.pupil_id, date(1999, 1, 1))

    assert (shown.held, shown.percent) == (0, None)


async def test_a_year_of_missed_days_says_once_how_many_are_left_out(past: Past, family: Family, enter: Enter) -> None:
    async with enter(family.mother) as work:
        year = await attendance_of_period(work, family.pupil_id)
    one = replace(year.missed[0], reason=AbsenceReason.UNEXCUSED)
    missed = [replace(one, day=MONDAY - timedelta(days=n), number=no) for n in range(150) for no in range(1, 8)]

    text = attendance_screen(replace(year, held=len(missed), missed=tuple(missed)), translator("ru")).text

    *shown, last = text.splitlines()
    days = sum("уроки 1, 2" in line for line in shown)
    assert last.startswith(f"…и ещё {150 - days} ")
    assert text.count("…и ещё") == 1


async def test_a_period_of_nobody_is_an_outdated_button(past: Past, family: Family, enter: Enter) -> None:
    with pytest.raises(ButtonOutdated):
        async with enter(family.mother) as work:
            await attendance_of_period(work, family.pupil_id, 999)


async def test_another_familys_child_stays_closed(
    past: Past, school: SchoolBuilder, family: Family, enter: Enter
) -> None:
    with pytest.raises(AccessDenied):
        async with enter(family.stranger) as work:
            await attendance_of_month(work, family.pupil_id)
    await school.consent(family.mother, ConsentAnswer.WITHDRAWN, guardian_id=family.mother.id)
    with pytest.raises(ConsentNeeded):
        async with enter(family.mother) as work:
            await missed_day(work, family.pupil_id, MONDAY)


async def test_a_screen_costs_six_statements(past: Past, family: Family, enter: Enter, sessions: Sessions) -> None:
    async with enter(family.mother):
        pass
    with counted(sessions) as statements:
        async with enter(family.mother) as work:
            await attendance_of_period(work, family.pupil_id)

    assert len(statements) == 6  # who asks, the look, the name, the years, the lessons, the class


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


async def test_what_is_unexplained_is_explained_from_the_attendance(
    past: Past, stage: Scene, family: Family, sessions: Sessions
) -> None:
    phone = stage.phone(family.mother)
    await phone.send("/menu")
    await phone.sees("Ещё…")
    await phone.press("Ещё…")
    await phone.sees("Посещаемость")
    await phone.press("Посещаемость")
    await phone.sees("На уроках: 2 из 5 · 40 %", "Пропущено уроков: 3, полных дней: 1", "– по болезни: 2")
    await phone.press("! пн 23.11")
    await phone.sees("Русский язык · причина не указана")

    await phone.press("Болеет")

    await phone.sees("Ответ семьи: болеет")
    async with sessions() as session:
        assert (await session.get_one(AbsenceCase, past.case_id)).statement is Statement.ILL


async def test_months_and_the_year_are_a_tap_away(past: Past, stage: Scene, family: Family) -> None:
    phone = stage.phone(family.mother)
    await phone.send("/menu")
    await phone.sees("Ещё…")
    await phone.press("Ещё…")
    await phone.sees("Посещаемость")
    await phone.press("Посещаемость")
    await phone.press("‹ октябрь")
    await phone.sees("октябрь", "На уроках: 0 из 1", "без уважительной причины: 1")

    await phone.press("Год")

    await phone.sees("2026/2027 учебный год", "На уроках: 2 из 6")
