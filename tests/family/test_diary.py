"""A child's day as the family sees it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.diary.day import DiaryDay, Free, child_day, family_home
from core.errors import AccessDenied, ButtonOutdated, ConsentNeeded, NotConnected
from core.terms import AbsenceReason, ConsentAnswer, LessonStatus, Presence
from storage.models import Attendance, Enrolment, GroupMember, Holiday, Lesson, TeachingLoad
from tests.family.conftest import Enter, Family
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import SchoolBuilder, days_after
from tests.support.statements import counted

Sessions = async_sessionmaker[AsyncSession]
SUNDAY = date(2026, 11, 22)


async def write(sessions: Sessions, *rows: object) -> None:
    async with sessions() as session, session.begin():
        session.add_all(rows)


async def change(sessions: Sessions, lesson_id: int, **values: object) -> None:
    async with sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id == lesson_id).values(**values))


async def day_of(enter: Enter, family: Family, day: date = MONDAY) -> DiaryDay:
    async with enter(family.mother) as work:
        return await child_day(work, family.pupil_id, day)


async def algebra(school: SchoolBuilder, family: Family) -> int:
    return await school.load(family.teacher_id, family.class_id)


async def test_lessons_come_in_order_with_time_room_and_teacher(
    school: SchoolBuilder, family: Family, enter: Enter
) -> None:
    load = await algebra(school, family)
    await school.lesson(load, 2, room="5")
    await school.lesson(load, 1)

    day = await day_of(enter, family)

    assert [(x.lesson_no, x.room) for x in day.lessons] == [(1, "12"), (2, "5")]
    first = day.lessons[0]
    assert (f"{first.starts_at:%H:%M}", first.subject, first.teacher) == ("08:30", "Алгебра", "Петрова А. И.")
    assert (day.class_name, day.free, day.may_write, day.several) == ("7Б", None, True, False)


async def test_lessons_of_another_class_and_day_are_not_shown(
    school: SchoolBuilder, family: Family, enter: Enter
) -> None:
    other = await school.load(family.teacher_id, await school.class_unit("8А"))
    await school.lesson(other)
    await school.lesson(await algebra(school, family), day=days_after(1))

    assert (await day_of(enter, family)).lessons == ()


async def test_only_the_childs_group_is_shown(
    school: SchoolBuilder, family: Family, enter: Enter, sessions: Sessions
) -> None:
    first = await school.load(family.teacher_id, family.class_id, subject="Английский", group="1")
    second = await school.load(family.teacher_id, family.class_id, subject="Английский", group="2")
    await school.lesson(first, room="21")
    await school.lesson(second, room="22")
    async with sessions() as session, session.begin():
        subject_id = (await session.get_one(TeachingLoad, second)).subject_id
    await write(
        sessions,
        GroupMember(
            load_id=first,
            subject_id=subject_id,
            pupil_id=family.pupil_id,
            starts=date(2026, 9, 1),
            ends=date(2026, 11, 1),
        ),
        GroupMember(load_id=second, subject_id=subject_id, pupil_id=family.pupil_id, starts=date(2026, 11, 2)),
    )

    assert [x.room for x in (await day_of(enter, family)).lessons] == ["22"]


async def test_changes_are_told(school: SchoolBuilder, family: Family, enter: Enter, sessions: Sessions) -> None:
    load = await algebra(school, family)
    cancelled = await school.lesson(load, 1)
    other_room = await school.lesson(load, 2)
    await school.lesson(load, 3, substitute=family.leader.id)
    moved_away = await school.lesson(load, 4)
    moved_here = await school.lesson(load, 5, days_after(1))
    await change(sessions, cancelled, status=LessonStatus.CANCELLED)
    await change(sessions, other_room, room="31")
    await change(sessions, moved_away, on_date=days_after(2))
    await change(sessions, moved_here, on_date=MONDAY)

    day = await day_of(enter, family)

    assert [x.cancelled for x in day.lessons] == [True, False, False, False]
    assert (day.lessons[1].room, day.lessons[1].planned_room) == ("31", "12")
    assert (day.lessons[2].substituted, day.lessons[2].teacher) == (True, "Классная А. И.")
    assert (day.lessons[3].moved, day.lessons[3].origin_date) == (True, days_after(1))
    assert [(x.id, x.on_date) for x in day.away] == [(moved_away, days_after(2))]


async def test_presence_is_known_only_when_the_roll_is_taken(
    school: SchoolBuilder, family: Family, enter: Enter, sessions: Sessions
) -> None:
    load = await algebra(school, family)
    lessons = [await school.lesson(load, no) for no in (1, 2, 3, 4)]
    taken = {"roll_taken_at": datetime(2026, 11, 23, 6, tzinfo=UTC), "roll_taken_by": family.teacher_id}
    for lesson_id in lessons[:3]:
        await change(sessions, lesson_id, **taken)
    pupil = {"pupil_id": family.pupil_id, "rev": 1}
    await write(
        sessions,
        Attendance(lesson_id=lessons[1], status=Presence.ABSENT, reason=AbsenceReason.ILLNESS, **pupil),
        Attendance(lesson_id=lessons[2], status=Presence.LATE, minutes=7, **pupil),
    )

    day = await day_of(enter, family)

    assert [x.presence for x in day.lessons] == [Presence.PRESENT, Presence.ABSENT, Presence.LATE, None]
    assert (day.lessons[1].reason, day.lessons[2].minutes, day.absent) == (AbsenceReason.ILLNESS, 7, 1)


@pytest.mark.parametrize(
    ("day", "free"),
    [
        (MONDAY, Free.NOTHING_PLANNED),
        (SUNDAY, Free.DAY_OFF),
        (date(2026, 11, 5), Free.HOLIDAY),
        (date(2026, 8, 31), Free.OUTSIDE_YEAR),
        (date(2027, 7, 1), Free.OUTSIDE_YEAR),
    ],
)
async def test_a_day_without_lessons_says_why(
    school: SchoolBuilder, family: Family, enter: Enter, sessions: Sessions, day: date, free: Free
) -> None:
    holiday = Holiday(year_id=school.year_id, name="Осенние каникулы", starts=date(2026, 11, 2), ends=date(2026, 11, 8))
    younger = Holiday(year_id=school.year_id, name="Для первых", starts=MONDAY, ends=MONDAY, grade_from=1, grade_to=1)
    await write(sessions, holiday, younger)

    shown = await day_of(enter, family, day)

    assert shown.free is free
    assert shown.holiday == ("Осенние каникулы" if free is Free.HOLIDAY else "")


async def test_after_leaving_the_class_there_is_no_class(family: Family, enter: Enter, sessions: Sessions) -> None:
    async with sessions() as session, session.begin():
        left = update(Enrolment).where(Enrolment.pupil_id == family.pupil_id).values(ends=days_after(7))
        await session.execute(left)

    assert (await day_of(enter, family, days_after(8))).free is Free.NOT_ENROLLED


async def test_the_home_tells_where_the_child_is_now(
    school: SchoolBuilder, family: Family, enter: Enter, clock: FakeClock
) -> None:
    load = await algebra(school, family)
    await school.lesson(load, 1)
    await school.lesson(load, 2)
    clock.set("08:40")

    async with enter(family.mother) as work:
        child = (await family_home(work)).children[0]

    assert child.current is not None
    assert child.upcoming is not None
    assert (child.current.lesson_no, child.upcoming.lesson_no) == (1, 2)
    assert replace(child, now=moscow(MONDAY, "12:00")).current is None


@pytest.mark.parametrize("count", [2, 5])
async def test_the_home_takes_seven_statements_however_many_children(
    school: SchoolBuilder, family: Family, enter: Enter, sessions: Sessions, count: int
) -> None:
    await school.lesson(await algebra(school, family))
    children = [await school.pupil(family.class_id, given_name=f"Ребёнок{n}") for n in range(count)]
    parent = await school.connected_guardian(*children)

    with counted(sessions) as statements:
        async with enter(parent) as work:
            home = await family_home(work)

    assert len(home.children) == count
    assert len([s for s in statements if "UPDATE account" not in s]) == 7


async def test_somebody_elses_child_is_refused(family: Family, enter: Enter) -> None:
    async with enter(family.stranger) as work:
        with pytest.raises(AccessDenied):
            await child_day(work, family.pupil_id)


async def test_a_stranger_is_not_connected(family: Family, enter: Enter, school: SchoolBuilder) -> None:
    nobody = replace(family.mother, address=replace(family.mother.address, chat="999"))
    async with enter(nobody) as work:
        with pytest.raises(NotConnected):
            await child_day(work, family.pupil_id)


async def test_a_withdrawn_consent_closes_the_day(family: Family, enter: Enter, school: SchoolBuilder) -> None:
    await school.consent(family.mother, ConsentAnswer.WITHDRAWN, guardian_id=family.mother.id)

    async with enter(family.mother) as work:
        with pytest.raises(ConsentNeeded):
            await child_day(work, family.pupil_id)
        home = await family_home(work)

    assert (home.children, home.waiting) == ((), 1)


async def test_a_pupil_sees_the_own_day_and_may_not_write(family: Family, enter: Enter, school: SchoolBuilder) -> None:
    pupil = await school.connected_pupil(family.pupil_id)

    async with enter(pupil) as work:
        day = await child_day(work, family.pupil_id)

    assert (day.pupil_id, day.may_write) == (family.pupil_id, False)


async def test_a_day_of_another_age_is_an_outdated_button(family: Family, enter: Enter) -> None:
    with pytest.raises(ButtonOutdated):
        await day_of(enter, family, date(1, 1, 1))
