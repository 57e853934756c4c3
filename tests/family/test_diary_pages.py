"""Day, week and home of a child, as the database holds them."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest
from sqlalchemy import select

from core.app import Work
from core.diary.day import Free, child_day, family_home
from core.diary.done import tick_in_list
from core.diary.homework_list import homework_list, homework_subjects
from core.diary.lesson import child_lesson
from core.diary.week import child_week
from core.errors import AccessDenied, ButtonOutdated, NothingThere
from core.terms import MarkValue, Presence, Role
from storage.models import Attendance, ClassUnit, DiaryUse, Enrolment, Homework, Lesson, StudyYear
from tests.family.conftest import FRIDAY, TUESDAY, Diary, Enter, Family
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import SchoolBuilder, days_after
from tests.support.statements import counted

Opens = Callable[[Work], Awaitable[object]]


@pytest.mark.parametrize(
    ("today", "wall", "opened"),
    [
        (MONDAY, "08:00", MONDAY),
        (MONDAY, "10:09", MONDAY),
        (MONDAY, "10:10", TUESDAY),
        (FRIDAY, "10:10", FRIDAY),  # nothing is planned after it
        (days_after(-1), "12:00", MONDAY),
    ],
)
async def test_after_the_last_lesson_the_next_school_day_opens(
    diary: Diary, enter: Enter, clock: FakeClock, today: date, wall: str, opened: date
) -> None:
    clock.set(wall, today)

    async with enter(diary.family.mother) as work:
        day = await child_day(work, diary.family.pupil_id)
        home = await family_home(work)

    assert (day.day, day.ahead) == (opened, opened != today)
    assert home.children == (day,)


async def test_a_cancelled_last_lesson_does_not_hold_today(diary: Diary, enter: Enter, clock: FakeClock) -> None:
    async with diary.sessions() as session, session.begin():
        (await session.get_one(Lesson, diary.physics[MONDAY])).status = "cancelled"  # type: ignore[assignment]
    clock.set("09:20")

    async with enter(diary.family.mother) as work:
        assert (await child_day(work, diary.family.pupil_id)).day == TUESDAY


async def test_an_asked_for_day_is_that_day_also_in_the_evening(diary: Diary, enter: Enter, clock: FakeClock) -> None:
    clock.set("20:00")

    async with enter(diary.family.mother) as work:
        day = await child_day(work, diary.family.pupil_id, MONDAY)

    assert (day.day, day.ahead) == (MONDAY, False)


async def test_a_day_of_an_earlier_year_has_the_class_and_the_holidays_of_that_year(
    diary: Diary, enter: Enter, family: Family
) -> None:
    year = StudyYear(name="2025/2026", starts=date(2025, 9, 1), ends=date(2026, 5, 26))
    await diary.write(year)
    former = ClassUnit(year_id=year.id, name="6Б", key="6Б", grade_level=6)
    await diary.write(former)
    await diary.write(
        Enrolment(pupil_id=family.pupil_id, class_id=former.id, starts=date(2025, 9, 1), ends=date(2026, 5, 31))
    )

    async with enter(family.mother) as work:
        winter = await child_day(work, family.pupil_id, date(2026, 2, 2))
        summer = await child_day(work, family.pupil_id, date(2026, 5, 29))
        before = await child_day(work, family.pupil_id, date(2010, 1, 11))

    assert (winter.class_name, winter.free) == ("6Б", Free.NOTHING_PLANNED)
    assert (summer.free, summer.year) == (Free.OUTSIDE_YEAR, (date(2025, 9, 1), date(2026, 5, 26)))
    assert before.free is Free.OUTSIDE_YEAR


async def test_a_week_shows_marks_absences_changes_and_homework(diary: Diary, enter: Enter, family: Family) -> None:
    await diary.mark(diary.algebra[MONDAY], MarkValue.FOUR)
    await diary.homework(MONDAY, FRIDAY)
    await diary.write(
        Attendance(lesson_id=diary.physics[MONDAY], pupil_id=family.pupil_id, status=Presence.ABSENT, rev=1)
    )
    async with diary.sessions() as session, session.begin():
        (await session.get_one(Lesson, diary.physics[FRIDAY])).room = "31"

    async with enter(family.mother) as work:
        week = await child_week(work, family.pupil_id, TUESDAY)

    assert [day.day for day in week.days] == [days_after(n) for n in range(6)]
    monday, friday = week.days[0], week.days[4]
    assert [m.value for m in monday.lessons[0].marks] == [MarkValue.FOUR]
    assert monday.lessons[1].presence is Presence.ABSENT
    assert [lesson.changed for lesson in friday.lessons] == [False, True]
    assert week.homework == {diary.algebra[FRIDAY]}


async def test_a_week_does_not_count_homework_as_seen(diary: Diary, enter: Enter, family: Family) -> None:
    task = await diary.homework(MONDAY, FRIDAY)

    async with enter(family.mother) as work:
        await child_week(work, family.pupil_id, MONDAY)

    async with diary.sessions() as session:
        assert (await session.get_one(Homework, task)).told_at is None


async def test_the_weekend_opens_the_week_to_come(diary: Diary, enter: Enter, clock: FakeClock) -> None:
    clock.set("12:00", days_after(-1))

    async with enter(diary.family.mother) as work:
        assert (await child_week(work, diary.family.pupil_id)).monday == MONDAY


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
async def test_days_of_another_age_are_outdated_buttons(diary: Diary, enter: Enter, family: Family, day: date) -> None:
    async with enter(family.mother) as work:
        with pytest.raises(ButtonOutdated):
            await child_week(work, family.pupil_id, day)
        with pytest.raises(ButtonOutdated):
            await homework_list(work, family.pupil_id, None, day)


async def test_a_look_is_counted_once_in_five_minutes_and_for_whom(
    diary: Diary, enter: Enter, family: Family, clock: FakeClock
) -> None:
    clock.set("08:00")
    for who, wall in ((family.mother, "08:00"), (family.father, "08:04"), (family.mother, "08:06")):
        clock.set(wall)
        async with enter(who) as work:
            await family_home(work)
    async with enter(diary.pupil) as work:
        await child_lesson(work, family.pupil_id, diary.algebra[MONDAY])

    async with diary.sessions() as session:
        looks = await session.execute(select(DiaryUse.viewer, DiaryUse.looks).order_by(DiaryUse.viewer))
        assert [tuple(row) for row in looks] == [("guardian", 2), ("pupil", 1)]


async def test_the_home_of_several_tells_when_the_next_lessons_are(
    diary: Diary, enter: Enter, family: Family, school: SchoolBuilder, clock: FakeClock
) -> None:
    sister = await school.pupil(await school.class_unit("5А"), "Иванова", "Анна")
    parent = await school.connected_guardian(family.pupil_id, sister)
    clock.set("14:00")

    async with enter(parent) as work:
        home = await family_home(work)

    brother, sister_ = home.children
    after = home.after(brother)
    assert after is not None
    assert (after.day, len(after.held), home.after(sister_)) == (TUESDAY, 2, None)
    assert [s.given_name for s in brother.siblings] == ["Анна"]


async def test_a_teacher_is_a_parent_like_any_other(
    diary: Diary, enter: Enter, family: Family, school: SchoolBuilder
) -> None:
    """Who teaches the own child's class sees in the family bot the own child, and no other pupil of it."""
    await school.connected_staff("Иванова", Role.TEACHER)
    parent = await school.connected_guardian(family.pupil_id, surname="Иванова")

    async with enter(parent) as work:
        assert [day.pupil_id for day in (await family_home(work)).children] == [family.pupil_id]
        with pytest.raises(AccessDenied):
            await child_day(work, family.other_pupil_id)


async def test_both_parents_see_the_same(diary: Diary, enter: Enter, family: Family) -> None:
    await diary.mark(diary.algebra[MONDAY], MarkValue.FOUR)
    await diary.homework(MONDAY, TUESDAY)
    seen = []
    for parent in (family.mother, family.father):
        async with enter(parent) as work:
            week = await child_week(work, family.pupil_id, MONDAY)
            seen.append((week, (await homework_list(work, family.pupil_id)).debts, await family_home(work)))

    assert seen[0] == seen[1]


async def test_a_child_transferred_yesterday_has_both_classes(
    diary: Diary, enter: Enter, family: Family, school: SchoolBuilder
) -> None:
    new = await school.class_unit("7В")
    await school.lesson(await school.load(family.teacher_id, new, subject="Химия"), 1, TUESDAY)
    async with diary.sessions() as session, session.begin():
        old = await session.scalar(select(Enrolment).where(Enrolment.pupil_id == family.pupil_id))
        assert old is not None
        old.ends = MONDAY
        session.add(Enrolment(pupil_id=family.pupil_id, class_id=new, starts=TUESDAY))
        await session.flush()

    async with enter(family.mother) as work:
        week = await child_week(work, family.pupil_id, MONDAY)
        lesson = await child_lesson(work, family.pupil_id, diary.algebra[MONDAY])
        with pytest.raises(NothingThere):
            await child_lesson(work, family.pupil_id, diary.algebra[TUESDAY])

    assert [day.class_name for day in week.days[:2]] == ["7Б", "7В"]
    assert [[x.subject for x in day.lessons] for day in week.days[:2]] == [["Алгебра", "Физика"], ["Химия"]]
    assert lesson.day.class_name == "7Б"


@pytest.mark.parametrize("more", [0, 20])
async def test_every_page_takes_few_statements_however_much_stands_on_it(
    diary: Diary, enter: Enter, family: Family, more: int
) -> None:
    for number in range(more + 1):
        await diary.homework(MONDAY, TUESDAY, f"№ {number}")
        await diary.mark(diary.algebra[TUESDAY], MarkValue.DOT)
    async with enter(diary.pupil) as work:
        tasks = (await homework_list(work, family.pupil_id)).tasks
    pages: dict[str, tuple[int, Opens]] = {
        "day": (8, lambda work: child_day(work, family.pupil_id)),
        "a day": (7, lambda work: child_day(work, family.pupil_id, TUESDAY)),
        "week": (6, lambda work: child_week(work, family.pupil_id, MONDAY)),
        "lesson": (7, lambda work: child_lesson(work, family.pupil_id, diary.algebra[TUESDAY])),
        "homework": (6, lambda work: homework_list(work, family.pupil_id)),
        "tick": (7, lambda work: tick_in_list(work, family.pupil_id, tasks[0].task.id, done=True)),
        "subjects": (4, lambda work: homework_subjects(work, family.pupil_id)),
    }
    taken = {}
    for name, (_, opens) in pages.items():
        with counted(diary.sessions) as statements:
            async with enter(diary.pupil) as work:
                await opens(work)
        taken[name] = len(statements)

    assert taken == {name: limit for name, (limit, _) in pages.items()}
    assert len(tasks) == more + 1
