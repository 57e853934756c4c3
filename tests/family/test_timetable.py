"""A child's timetable, calendar and programme."""

from collections.abc import AsyncIterator
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bots.family.screens.programme import programme_screen
from bots.family.screens.timetable import week_screen
from core.app import App
from core.diary.programme import child_programme, subject_topics
from core.diary.timetable import child_calendar, child_week
from core.errors import AccessDenied, ButtonOutdated, NothingThere
from core.terms import LessonStatus
from locales import translator
from storage.models import (
    Bell,
    ClassEvent,
    CoursePlan,
    GroupMember,
    Holiday,
    Lesson,
    PlanDelivery,
    PlanLine,
    TeachingLoad,
)
from tests.family.conftest import Enter, Family
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import WRITTEN, SchoolBuilder, days_after
from tests.support.stage import Scene, playing, scene
from tests.support.statements import counted

Sessions = async_sessionmaker[AsyncSession]


async def put(sessions: Sessions, *rows: object) -> None:
    async with sessions() as session, session.begin():
        session.add_all(rows)


async def change(sessions: Sessions, lesson_id: int, **values: object) -> None:
    async with sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id == lesson_id).values(**values))


@pytest.fixture
async def algebra(school: SchoolBuilder, family: Family) -> int:
    return await school.load(family.teacher_id, family.class_id)


async def test_a_week_shows_lessons_where_they_stand_now(
    school: SchoolBuilder, family: Family, enter: Enter, algebra: int, sessions: Sessions
) -> None:
    await school.lesson(algebra, 1)
    cancelled = await school.lesson(algebra, 2)
    moved = await school.lesson(algebra, 1, days_after(1))
    await school.lesson(algebra, 1, days_after(7))
    await change(sessions, cancelled, status=LessonStatus.CANCELLED)
    await change(sessions, moved, on_date=days_after(2), room="31")

    async with enter(family.mother) as work:
        week = await child_week(work, family.pupil_id, days_after(5))

    assert [(x.day, x.number, x.cancelled, x.moved, x.other_room) for x in week.lessons] == [
        (MONDAY, 1, False, False, False),
        (MONDAY, 2, True, False, False),
        (days_after(2), 1, False, True, True),
    ]
    assert (week.monday, len(week.days)) == (MONDAY, 6)


async def test_only_the_own_group_and_holidays_of_the_grade(
    school: SchoolBuilder, family: Family, enter: Enter, sessions: Sessions
) -> None:
    other = await school.load(family.teacher_id, family.class_id, subject="Английский", group="2")
    await school.lesson(other)
    first = {"year_id": school.year_id, "grade_from": 1, "grade_to": 1}
    await put(
        sessions,
        Holiday(name="Зимние", starts=days_after(2), ends=days_after(3), year_id=school.year_id),
        Holiday(name="Для первых", starts=days_after(1), ends=days_after(1), **first),
    )

    async with enter(family.mother) as work:
        week = await child_week(work, family.pupil_id)

    assert week.lessons == ()
    assert [h.name for h in week.holidays] == ["Зимние"]
    assert week.holiday(days_after(3)) is not None


async def test_an_event_below_its_day_does_not_repeat_it(
    school: SchoolBuilder, family: Family, enter: Enter, sessions: Sessions
) -> None:
    made = {"class_id": family.class_id, "made_by": family.leader.id, "made_at": WRITTEN}
    meeting = moscow(days_after(2), "18:00")
    day_off, trip = moscow(days_after(3), "00:00"), moscow(days_after(4), "00:00")
    await put(
        sessions,
        ClassEvent(title="Собрание", starts_at=meeting, ends_at=meeting + timedelta(hours=1), **made),
        ClassEvent(title="День здоровья", starts_at=day_off, ends_at=day_off + timedelta(days=1), **made),
        ClassEvent(title="Поход", starts_at=trip, ends_at=trip + timedelta(days=2), **made),
    )

    async with enter(family.mother) as work:
        screen = week_screen(await child_week(work, family.pupil_id), translator("ru"))

    told = [line for line in screen.text.split("\n") if line.startswith("◆")]
    assert told[:3] == ["◆ 18:00–19:00: Собрание", "◆ День здоровья", "◆ пт 27.11 – сб 28.11: Поход"]


async def test_the_calendar_counts_the_days_until_the_holidays(
    school: SchoolBuilder, family: Family, enter: Enter, sessions: Sessions
) -> None:
    bell = {"year_id": school.year_id, "shift": 1, "lesson_no": 1}
    await put(
        sessions,
        Holiday(name="Праздник", starts=days_after(3), ends=days_after(3), year_id=school.year_id),
        Holiday(name="Зимние", starts=days_after(38), ends=days_after(48), year_id=school.year_id),
        Bell(starts=time(8, 30), ends=time(9, 15), **bell),
        Bell(starts=time(9), ends=time(9, 40), weekday=1, **bell),
    )

    async with enter(family.mother) as work:
        shown = await child_calendar(work, family.pupil_id)

    assert shown.next_holiday is not None
    assert shown.next_holiday.name == "Зимние"
    assert shown.bells == ((1, time(9), time(9, 40)),)


async def test_an_absurd_week_is_an_outdated_button(family: Family, enter: Enter) -> None:
    with pytest.raises(ButtonOutdated):
        async with enter(family.mother) as work:
            await child_week(work, family.pupil_id, date(1900, 1, 1))
    with pytest.raises(AccessDenied):
        async with enter(family.stranger) as work:
            await child_week(work, family.pupil_id)


async def test_statements_are_few(family: Family, enter: Enter, sessions: Sessions) -> None:
    for parent in (family.mother, family.father):
        async with enter(parent):
            pass
    with counted(sessions) as week:
        async with enter(family.mother) as work:
            await child_week(work, family.pupil_id)
    with counted(sessions) as programme:
        async with enter(family.father) as work:
            await child_programme(work, family.pupil_id)

    assert (len(week), len(programme)) == (7, 4)


@pytest.fixture
async def plan(
    school: SchoolBuilder, family: Family, algebra: int, sessions: Sessions, clock: FakeClock
) -> tuple[int, ...]:
    """Four lines of algebra, two hours the second; two lessons over delivered the first and half of the second."""
    clock.set("18:00")
    lessons = [await school.lesson(algebra, no) for no in (1, 2, 3)]
    await school.lesson(algebra, 1, days_after(1))
    async with sessions() as session, session.begin():
        load = await session.get_one(TeachingLoad, algebra)
        course = CoursePlan(year_id=school.year_id, subject_id=load.subject_id, grade_level=7)
        session.add(course)
        await session.flush()
        lines = [
            PlanLine(plan_id=course.id, number=n, topic=f"Тема {n}", hours=Decimal(hours))
            for n, hours in ((1, 1), (2, 2), (3, 1), (4, 1))
        ]
        session.add_all(lines)
        await session.flush()
        session.add_all(
            PlanDelivery(lesson_id=lesson, line_id=line.id, hours=1)
            for lesson, line in zip(lessons, lines[:2], strict=False)
        )
    for number, lesson in enumerate(lessons[:2], 1):
        await change(sessions, lesson, topic=f"Тема {number}")
    return tuple(lessons)


async def test_the_programme_says_how_far_it_has_come(
    plan: tuple[int, ...], family: Family, enter: Enter, algebra: int
) -> None:
    async with enter(family.mother) as work:
        (subject,) = (await child_programme(work, family.pupil_id)).subjects

    assert (subject.held, subject.lessons, subject.total, subject.delivered) == (3, 4, Decimal(5), Decimal(2))
    assert (subject.ahead, subject.last_topic, subject.next_topic) == (Decimal(-1), "Тема 2", "Тема 2")


async def test_a_subject_without_a_plan_counts_its_lessons(
    school: SchoolBuilder, family: Family, enter: Enter, algebra: int, clock: FakeClock
) -> None:
    await school.lesson(algebra, 1)
    await school.lesson(algebra, 1, days_after(1))
    clock.set("18:00")

    async with enter(family.mother) as work:
        (subject,) = (await child_programme(work, family.pupil_id)).subjects

    assert (subject.total, subject.held, subject.lessons, subject.next_topic) == (None, 1, 2, "")


@pytest.mark.parametrize(("pages", "named"), [(("1",), ["Труд"]), (("", "мальчики"), ["Труд", "Труд (мальчики)"])])
async def test_a_group_is_named_where_a_subject_has_several_pages(
    school: SchoolBuilder, family: Family, enter: Enter, sessions: Sessions, pages: tuple[str, ...], named: list[str]
) -> None:
    for group in pages:
        load = await school.load(family.teacher_id, family.class_id, subject="Труд", group=group)
        if group:
            async with sessions() as session:
                subject = await session.scalar(select(TeachingLoad.subject_id).where(TeachingLoad.id == load))
            since = {"pupil_id": family.pupil_id, "starts": date(2026, 9, 1)}
            await put(sessions, GroupMember(load_id=load, subject_id=subject, **since))

    async with enter(family.mother) as work:
        screen = programme_screen(await child_programme(work, family.pupil_id), translator("ru"))

    assert [button.label for button in screen.rows[0]] == named


async def test_the_topics_of_a_page_of_others_are_not_there(
    plan: tuple[int, ...], school: SchoolBuilder, family: Family, enter: Enter
) -> None:
    other = await school.load(family.teacher_id, await school.class_unit("8А"))

    with pytest.raises(NothingThere):
        async with enter(family.mother) as work:
            await subject_topics(work, family.pupil_id, other)


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


async def test_timetable_and_programme_on_the_phone(
    plan: tuple[int, ...], stage: Scene, family: Family, school: SchoolBuilder, sessions: Sessions
) -> None:
    await put(
        sessions,
        Holiday(name="Зимние", starts=days_after(38), ends=days_after(48), year_id=school.year_id),
        Bell(shift=1, lesson_no=1, starts=time(8, 30), ends=time(9, 15), year_id=school.year_id),
    )
    phone = stage.phone(family.mother)
    await phone.send("/menu")
    await phone.sees("Ещё…")
    await phone.press("Ещё…")
    await phone.sees("Расписание")
    await phone.press("Расписание")
    await phone.sees("пн 23.11 · сегодня", "1. 08:30 Алгебра · каб. 12 · Петрова А. И.", "Уроков нет.")
    await phone.press("с пн 30.11 ›")
    await phone.sees("пн 30.11")
    await phone.press("Каникулы, звонки, события")
    await phone.sees("До каникул «Зимние» 38 дней", "1. 08:30–09:15", "Пока ничего не назначено.")
    await phone.press("Назад")
    await phone.sees("Ещё…")
    await phone.press("Ещё…")
    await phone.sees("Программа")
    await phone.press("Программа")
    await phone.sees("Пройдено 2 из 5 ч. · по плану", "Последняя тема (пн 23.11): Тема 2", "Дальше: Тема 2")

    await phone.press("Алгебра")

    await phone.sees("Дальше по плану", "• Тема 3", "Пройдено", "пн 23.11 – Тема 1")
