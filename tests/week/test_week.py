"""The class leader's week: what is read, what may be corrected, by whom and until when."""

from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.errors import AccessDenied, NothingThere
from core.errors.dates import DatesTooLong
from core.errors.entries import EntryNeedsReason, EntryWindowClosed
from core.notices.by_school import Entered, end_absence, enter_absence
from core.roll import attendance
from core.roll.reasons import explain
from core.roll.week import WeekAttendance, correct, pupil_week, week_attendance
from core.rules.entry import Verdict
from core.terms import AbsenceReason, Presence, Role
from storage.models import AbsenceNotice, Attendance, AuditEntry, Enrolment
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class over a week
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import Person, days_after
from tests.support.statements import counted

ILLNESS, EXCUSED, UNEXCUSED = AbsenceReason
TUESDAY, FRIDAY, SUNDAY = days_after(1), days_after(4), days_after(6)
Sessions = async_sessionmaker[AsyncSession]


@dataclass
class Week:
    """Ivanov missed Monday and Tuesday, Petrova was late on Monday."""

    app: App
    clock: FakeClock
    sessions: Sessions
    of: Class7B
    tuesday: int

    async def read(self, person: Person | None = None, day: date | None = None) -> WeekAttendance:
        async with self.app.work((person or self.of.leader).address) as work:
            return await week_attendance(work, self.of.class_id, day)

    async def reasons(self) -> list[AbsenceReason | None]:
        """Of Ivanov's missed lessons in their order."""
        async with self.sessions() as session:
            missed = select(Attendance.reason).where(
                Attendance.pupil_id == self.of.ivanov, Attendance.status == Presence.ABSENT
            )
            return list(await session.scalars(missed.order_by(Attendance.lesson_id)))

    async def notices(self) -> list[tuple[date, date | None, bool]]:
        """First day, last day and whether it still stands, in the order of writing."""
        async with self.sessions() as session:
            rows = await session.scalars(select(AbsenceNotice).order_by(AbsenceNotice.id))
            return [(n.starts, n.ends, n.withdrawn_at is None) for n in rows]

    async def explain(self, reason: AbsenceReason, person: Person | None = None, last: date = SUNDAY) -> bool:
        async with self.app.work((person or self.of.leader).address) as work:
            return await explain(work, self.of.class_id, self.of.ivanov, MONDAY, last, reason)

    async def enter(self, starts: date, ends: date | None, reason: AbsenceReason = ILLNESS) -> Entered:
        async with self.app.work(self.of.leader.address) as work:
            return await enter_absence(work, self.of.class_id, self.of.ivanov, starts, ends, reason)


async def missing(app: App, by: Person, lesson: int, pupil: int, presence: Presence = Presence.ABSENT) -> None:
    async with app.work(by.address) as work:
        await attendance.mark(work, lesson, pupil, presence, seen=0)


@pytest.fixture
async def week(app: App, clock: FakeClock, sessions: Sessions, seven_b: Class7B) -> Week:  # noqa: F811
    tuesday = await seven_b.school.lesson(seven_b.load, 1, TUESDAY)
    clock.set("14:00")
    await missing(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)
    await missing(app, seven_b.teacher, seven_b.lessons[1], seven_b.ivanov)
    await missing(app, seven_b.teacher, seven_b.lessons[0], seven_b.petrova, Presence.LATE)
    clock.set("14:00", TUESDAY)
    await missing(app, seven_b.teacher, tuesday, seven_b.ivanov)
    return Week(app, clock, sessions, seven_b, tuesday)


async def test_the_week_lists_who_missed_what_unexplained_first(week: Week) -> None:
    found = await week.read()

    assert [(p.name, p.missed, p.unexplained) for p in found.pupils] == [("Иванов Пётр", 3, 3), ("Петрова Анна", 0, 0)]
    assert [lesson.lesson_no for lesson in found.pupils[0].lessons] == [1, 2, 1]
    assert (found.monday, found.lessons) == (MONDAY, 5)


async def test_a_pupil_whose_absences_are_explained_goes_down_the_list(week: Week) -> None:
    async with week.app.work(week.of.leader.address) as work:
        await explain(work, week.of.class_id, week.of.ivanov, MONDAY, SUNDAY, ILLNESS)
    week.clock.set("14:30", TUESDAY)
    await missing(week.app, week.of.teacher, week.tuesday, week.of.sidorov)

    assert [p.name for p in (await week.read()).pupils] == ["Ёжиков Лев", "Иванов Пётр", "Петрова Анна"]


async def test_another_week_holds_its_own_absences_only(week: Week) -> None:
    assert (await week.read(day=days_after(-7))).pupils == ()


async def test_a_reason_for_the_whole_week_stands_beside_every_missed_lesson(week: Week) -> None:
    assert await week.explain(ILLNESS)

    assert await week.reasons() == [ILLNESS] * 3


async def test_a_reason_for_one_day_leaves_the_others(week: Week) -> None:
    await week.explain(EXCUSED, last=MONDAY)

    assert await week.reasons() == [EXCUSED, EXCUSED, None]


async def test_the_same_reason_again_changes_and_traces_nothing(week: Week) -> None:
    await week.explain(ILLNESS)

    assert not await week.explain(ILLNESS)
    async with week.sessions() as session:
        traced = await session.scalars(select(AuditEntry).where(AuditEntry.action == "attendance.reason"))
        assert len(traced.all()) == 3


async def test_the_week_after_the_term_closes_the_class_leader_out(week: Week) -> None:
    week.clock.set("09:00", days_after(8))

    with pytest.raises(EntryWindowClosed):
        await week.explain(ILLNESS)

    assert await week.reasons() == [None] * 3


async def test_the_earliest_day_decides_whether_a_span_is_open(week: Week) -> None:
    week.clock.set("09:00", days_after(8))

    async with week.app.work(week.of.leader.address) as work:
        assert await explain(work, week.of.class_id, week.of.ivanov, TUESDAY, TUESDAY, ILLNESS)


async def test_a_closed_day_says_so_on_the_pupil_s_page(week: Week) -> None:
    week.clock.set("09:00", days_after(8))

    async with week.app.work(week.of.leader.address) as work:
        page = await pupil_week(work, week.of.class_id, week.of.ivanov, MONDAY)

    assert {day: answer.verdict for day, answer in page.answers.items()} == {
        MONDAY: Verdict.CLOSED,
        TUESDAY: Verdict.OPEN,
    }


async def test_a_deputy_sees_any_week_and_writes_none_within_the_term(week: Week) -> None:
    assert len((await week.read(week.of.deputy)).pupils) == 2
    assert not (await week.read(week.of.deputy)).may_edit

    async with week.app.work(week.of.deputy.address) as work:
        with pytest.raises(AccessDenied):
            await explain(work, week.of.class_id, week.of.ivanov, TUESDAY, TUESDAY, ILLNESS)


async def test_a_subject_teacher_has_no_way_in(week: Week) -> None:
    with pytest.raises(AccessDenied):
        await week.read(week.of.teacher)
    with pytest.raises(AccessDenied):
        await week.explain(ILLNESS, week.of.teacher)


async def test_a_pupil_of_another_class_is_out_of_reach(week: Week) -> None:
    other = await week.of.school.class_unit("8А")
    stranger = await week.of.school.pupil(other, "Чужаков")

    async with week.app.work(week.of.leader.address) as work:
        with pytest.raises(AccessDenied):
            await explain(work, week.of.class_id, stranger, MONDAY, SUNDAY, ILLNESS)
        with pytest.raises(AccessDenied):
            await pupil_week(work, week.of.class_id, stranger, MONDAY)
        with pytest.raises(AccessDenied):
            await enter_absence(work, week.of.class_id, stranger, MONDAY, None, ILLNESS)


async def test_lessons_of_the_class_before_stay_with_its_leader(week: Week) -> None:
    """Who changed class on Tuesday is explained there for Tuesday only."""
    new_leader = await week.of.school.connected_staff("Новоклассова")
    other = await week.of.school.class_unit("7А", new_leader.id)
    async with week.sessions() as session, session.begin():
        stay = (await session.scalars(select(Enrolment).where(Enrolment.pupil_id == week.of.ivanov))).one()
        stay.ends = MONDAY
        await session.flush()
        session.add(Enrolment(pupil_id=week.of.ivanov, class_id=other, starts=TUESDAY))

    await week.explain(ILLNESS)

    assert await week.reasons() == [ILLNESS, ILLNESS, None]


async def test_a_single_lesson_is_corrected_for_the_own_class(week: Week) -> None:
    async with week.app.work(week.of.leader.address) as work:
        _, note = await correct(work, week.of.class_id, week.of.lessons[0], week.of.ivanov, Presence.LATE, seen=1)
    assert note == ""

    found = await week.read()
    assert [lesson.presence for lesson in found.pupils[0].lessons] == [Presence.LATE, Presence.ABSENT, Presence.ABSENT]


async def test_a_correction_over_a_newer_entry_writes_nothing(week: Week) -> None:
    async with week.app.work(week.of.leader.address) as work:
        _, note = await correct(work, week.of.class_id, week.of.lessons[0], week.of.ivanov, Presence.LATE, seen=7)

    assert note == "changed"


async def test_an_illness_explains_what_was_missed_and_what_is_to_come(week: Week) -> None:
    assert await week.enter(MONDAY, FRIDAY) is Entered.DONE

    assert await week.reasons() == [ILLNESS] * 3
    wednesday = await week.of.school.lesson(week.of.load, 1, days_after(2))
    week.clock.set("08:35", days_after(2))
    async with week.app.work(week.of.teacher.address) as work:
        line = (await attendance.open_roll(work, wednesday)).line(week.of.ivanov)
    assert line is not None
    assert (line.expected, line.known) == (Presence.ABSENT, ILLNESS)


async def test_the_same_illness_twice_is_one(week: Week) -> None:
    await week.enter(MONDAY, None)

    assert await week.enter(MONDAY, None) is Entered.ALREADY
    assert await week.notices() == [(MONDAY, None, True)]


async def test_other_days_replace_what_the_school_had_written(week: Week) -> None:
    await week.enter(MONDAY, None)
    await week.enter(MONDAY, TUESDAY)

    assert await week.notices() == [(MONDAY, None, False), (MONDAY, TUESDAY, True)]


async def test_an_illness_of_days_closed_for_good_goes_nowhere_by_itself(week: Week) -> None:
    week.clock.set("09:00", days_after(9))

    with pytest.raises(EntryWindowClosed):
        await week.enter(MONDAY, FRIDAY)

    assert await week.notices() == []


async def test_an_endless_range_is_refused(week: Week) -> None:
    with pytest.raises(DatesTooLong):
        await week.enter(MONDAY, days_after(90))


async def test_a_pupil_who_is_back_ends_the_illness_with_yesterday(week: Week) -> None:
    await week.enter(MONDAY, None)
    [known] = (await week.read()).pupils[0].known

    async with week.app.work(week.of.leader.address) as work:
        assert await end_absence(work, week.of.class_id, known.id, known.rev, MONDAY) is Entered.DONE
    async with week.app.work(week.of.leader.address) as work:
        assert await end_absence(work, week.of.class_id, known.id, known.rev, MONDAY) is Entered.ALREADY

    assert await week.notices() == [(MONDAY, MONDAY, True)]


async def test_ending_an_illness_seen_in_an_older_state_is_refused(week: Week) -> None:
    await week.enter(MONDAY, None)
    [known] = (await week.read()).pupils[0].known

    async with week.app.work(week.of.leader.address) as work:
        with pytest.raises(NothingThere):
            await end_absence(work, week.of.class_id, known.id, known.rev + 1, MONDAY)


async def test_a_director_needs_a_reason_after_the_term(week: Week) -> None:
    director = await week.of.school.connected_staff("Директорова", Role.DIRECTOR)
    week.clock.set("09:00", days_after(9))

    with pytest.raises(EntryNeedsReason):
        await week.explain(ILLNESS, director)


async def test_a_full_class_ill_for_a_week_asks_as_often_as_one_pupil(week: Week, sessions: Sessions) -> None:
    for number in range(20):
        pupil = await week.of.school.pupil(week.of.class_id, f"Ученик{number}")
        await missing(week.app, week.of.teacher, week.tuesday, pupil)

    with counted(sessions) as statements:
        await week.read()
    assert len(statements) <= 4, statements
    with counted(sessions) as statements:
        async with week.app.work(week.of.leader.address) as work:
            await pupil_week(work, week.of.class_id, week.of.ivanov, MONDAY)
    assert len(statements) <= 8, statements
