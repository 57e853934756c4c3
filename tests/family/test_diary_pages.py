"""Week, lesson, homework and «что завтра» of a child, as the database holds them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import Work
from core.diary.day import Free, child_day, family_home
from core.diary.done import tick, tick_in_list
from core.diary.homework_list import homework_list, homework_subjects
from core.diary.lesson import child_lesson
from core.diary.week import child_week
from core.errors import AccessDenied, ButtonOutdated, NothingThere
from core.terms import MarkValue, Presence, RemarkSubject, RemarkTone, Role
from storage.models import (
    Attendance,
    ClassUnit,
    DiaryUse,
    Enrolment,
    Homework,
    HomeworkDone,
    Lesson,
    LessonWork,
    Mark,
    Remark,
    StudyYear,
    WorkKind,
)
from tests.family.conftest import Enter, Family
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import Person, SchoolBuilder, days_after
from tests.support.statements import counted

Sessions = async_sessionmaker[AsyncSession]
Opens = Callable[[Work], Awaitable[object]]
TUESDAY, FRIDAY = days_after(1), days_after(4)


@dataclass
class Diary:
    """Algebra and physics (lessons 1 and 2) from Monday to Friday, and a pupil with a phone."""

    family: Family
    sessions: Sessions
    pupil: Person
    algebra: dict[date, int]
    physics: dict[date, int]

    async def write(self, *rows: object) -> None:
        async with self.sessions() as session, session.begin():
            session.add_all(rows)

    async def homework(self, given: date, due: date, body: str = "№ 5") -> int:
        row = Homework(
            lesson_id=self.algebra[given],
            due_lesson_id=self.algebra[due],
            due_on=due,
            body=body,
            given_by=self.family.teacher_id,
            given_at=moscow(given, "08:50"),
        )
        await self.write(row)
        return row.id

    async def mark(self, lesson_id: int, value: MarkValue, pupil_id: int | None = None) -> int:
        async with self.sessions() as session, session.begin():
            kind = await session.scalar(select(WorkKind).where(WorkKind.control).order_by(WorkKind.id).limit(1))
            assert kind is not None
            row = Mark(
                lesson_id=lesson_id,
                pupil_id=pupil_id or self.family.pupil_id,
                kind_id=kind.id,
                value=value,
                given_by=self.family.teacher_id,
                given_at=moscow(days_after(-3), "09:00"),
            )
            session.add(row)
        return row.id


@pytest.fixture
async def diary(school: SchoolBuilder, family: Family, sessions: Sessions) -> Diary:
    days = [days_after(n) for n in range(5)]
    first = await school.load(family.teacher_id, family.class_id)
    second = await school.load(family.teacher_id, family.class_id, subject="Физика")
    algebra = {day: await school.lesson(first, 1, day) for day in days}
    physics = {day: await school.lesson(second, 2, day) for day in days}
    return Diary(family, sessions, await school.connected_pupil(family.pupil_id), algebra, physics)


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


async def test_a_lesson_tells_remarks_works_and_marks_of_the_child_only(
    diary: Diary, enter: Enter, family: Family
) -> None:
    lesson = diary.algebra[MONDAY]
    given = {"lesson_id": lesson, "given_by": family.teacher_id, "given_at": moscow(MONDAY, "08:40")}
    praise = {"about": RemarkSubject.PROGRESS, "tone": RemarkTone.PRAISE, **given}
    await diary.write(
        Remark(pupil_id=family.pupil_id, body="Молодец", **praise),
        Remark(pupil_id=None, body="Всем спасибо", **praise),
        Remark(pupil_id=family.other_pupil_id, body="чужое", **praise),
        Remark(pupil_id=family.pupil_id, body="отозвано", withdrawn_at=moscow(MONDAY, "09:00"), **praise),
    )
    mark = await diary.mark(lesson, MarkValue.FIVE)
    await diary.mark(lesson, MarkValue.TWO, family.other_pupil_id)

    async with enter(family.mother) as work:
        shown = (await child_lesson(work, family.pupil_id, lesson)).lesson

    assert [(remark.body, remark.personal) for remark in shown.remarks] == [("Молодец", True), ("Всем спасибо", False)]
    assert [(m.id, m.value) for m in shown.marks] == [(mark, MarkValue.FIVE)]


async def test_an_announced_work_shows_before_the_lesson(diary: Diary, enter: Enter, family: Family) -> None:
    async with diary.sessions() as session, session.begin():
        control = await session.scalar(select(WorkKind).where(WorkKind.control).order_by(WorkKind.id).limit(1))
        assert control is not None
        made = {"announced_by": family.teacher_id, "announced_at": moscow(MONDAY, "08:00")}
        session.add(LessonWork(lesson_id=diary.algebra[FRIDAY], kind_id=control.id, **made))

    async with enter(family.mother) as work:
        friday = await child_day(work, family.pupil_id, FRIDAY)

    assert [[(w.name, w.control) for w in lesson.works] for lesson in friday.lessons] == [[(control.name, True)], []]


async def test_a_lesson_has_the_homework_given_and_due_at_it(diary: Diary, enter: Enter, family: Family) -> None:
    due = await diary.homework(MONDAY, TUESDAY)
    given = await diary.homework(TUESDAY, FRIDAY)

    async with enter(family.mother) as work:
        shown = await child_lesson(work, family.pupil_id, diary.algebra[TUESDAY])

    assert ([x.task.id for x in shown.due], [x.task.id for x in shown.given]) == ([due], [given])


async def test_a_lesson_of_another_class_or_child_is_refused(
    diary: Diary, enter: Enter, family: Family, school: SchoolBuilder
) -> None:
    other = await school.lesson(await school.load(family.teacher_id, await school.class_unit("8А"), subject="Химия"))

    async with enter(family.mother) as work:
        with pytest.raises(NothingThere):
            await child_lesson(work, family.pupil_id, other)
        with pytest.raises(AccessDenied):
            await child_lesson(work, family.other_pupil_id, diary.algebra[MONDAY])


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


async def test_homework_lies_ahead_by_date_and_behind_by_week(diary: Diary, enter: Enter, family: Family) -> None:
    near = await diary.homework(MONDAY, TUESDAY)
    far = await diary.homework(TUESDAY, FRIDAY)

    async with enter(family.mother) as work:
        ahead = await homework_list(work, family.pupil_id)
        week = await homework_list(work, family.pupil_id, day=FRIDAY)
        past = await homework_list(work, family.pupil_id, day=days_after(-3))

    assert [x.task.id for x in ahead.tasks] == [near, far]
    assert (week.first, week.last, len(week.tasks)) == (MONDAY, days_after(6), 2)
    assert (past.last, past.tasks) == (days_after(-1), ())


async def test_homework_can_be_had_of_one_subject(diary: Diary, enter: Enter, family: Family) -> None:
    await diary.homework(MONDAY, TUESDAY)

    async with enter(family.mother) as work:
        subjects = (await homework_subjects(work, family.pupil_id)).subjects
        counts = [len((await homework_list(work, family.pupil_id, subject)).tasks) for subject, _ in subjects]
        four_weeks = await homework_list(work, family.pupil_id, subjects[0][0], FRIDAY)
        with pytest.raises(NothingThere):
            await homework_list(work, family.pupil_id, 2**31 - 1)

    assert ([name for _, name in subjects], counts) == (["Алгебра", "Физика"], [1, 0])
    assert (four_weeks.last - four_weeks.first).days == 27


async def test_a_dot_is_owed(diary: Diary, enter: Enter, family: Family) -> None:
    dot = await diary.mark(diary.algebra[MONDAY], MarkValue.DOT)
    await diary.mark(diary.algebra[MONDAY], MarkValue.TWO)
    await diary.mark(diary.algebra[MONDAY], MarkValue.DOT, family.other_pupil_id)

    async with enter(family.mother) as work:
        debts = (await homework_list(work, family.pupil_id)).debts

    assert [(debt.mark_id, debt.subject, debt.day) for debt in debts] == [(dot, "Алгебра", MONDAY)]


async def test_the_pupil_ticks_and_nobody_else_sees_it(diary: Diary, enter: Enter, family: Family) -> None:
    first, second = await diary.homework(MONDAY, TUESDAY), await diary.homework(MONDAY, TUESDAY, "№ 6")

    async with enter(diary.pupil) as work:
        ticked = await tick_in_list(work, family.pupil_id, first, done=True)
        again = await tick(work, family.pupil_id, first, done=True)
    async with enter(diary.pupil) as work:
        kept = await homework_list(work, family.pupil_id)
    async with enter(family.mother) as work:
        parent = await homework_list(work, family.pupil_id)

    assert [(x.task.id, x.done) for x in ticked.tasks] == [(second, False), (first, True)]
    assert [(x.task.id, x.done) for x in kept.tasks] == [(second, False), (first, True)]
    assert again.done is True
    assert [x.done for x in parent.tasks] == [None, None]
    assert not parent.own


async def test_a_tick_can_be_taken_back(diary: Diary, enter: Enter, family: Family) -> None:
    task = await diary.homework(MONDAY, TUESDAY)

    async with enter(diary.pupil) as work:
        await tick(work, family.pupil_id, task, done=True)
        await tick(work, family.pupil_id, task, done=False)
        await tick(work, family.pupil_id, task, done=False)

    async with diary.sessions() as session:
        assert await session.scalar(select(HomeworkDone.homework_id)) is None


async def test_parents_do_not_tick(diary: Diary, enter: Enter, family: Family) -> None:
    task = await diary.homework(MONDAY, TUESDAY)

    for wrong in (tick, tick_in_list):
        async with enter(family.mother) as work:
            with pytest.raises(AccessDenied):
                await wrong(work, family.pupil_id, task, done=True)

    async with diary.sessions() as session:
        assert await session.scalar(select(HomeworkDone.homework_id)) is None


async def test_a_homework_of_another_class_is_not_ticked(
    diary: Diary, enter: Enter, family: Family, school: SchoolBuilder
) -> None:
    stranger = await school.connected_pupil(await school.pupil(await school.class_unit("8А"), "Чужой"))
    task = await diary.homework(MONDAY, TUESDAY)

    async with enter(stranger) as work:
        with pytest.raises(NothingThere):
            await tick_in_list(work, stranger.id, task, done=True)


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


async def test_a_home_of_several_children_counts_no_look(
    diary: Diary, enter: Enter, family: Family, school: SchoolBuilder
) -> None:
    parent = await school.connected_guardian(family.pupil_id, family.other_pupil_id, surname="Третья")

    async with enter(parent) as work:
        await family_home(work)

    async with diary.sessions() as session:
        assert await session.scalar(select(DiaryUse.pupil_id)) is None


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
