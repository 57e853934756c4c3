"""The school is looked through once a school day; the class leader and the teachers hear first."""

from datetime import date

import pytest
from sqlalchemy import select, update

from core.app import App
from core.failing.finding import find_failing
from core.terms import Role
from storage.models import ClassUnit, Enrolment, FailingNotice, Holiday, MarkNews
from tests.failing.conftest import Failing
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import SchoolBuilder, days_after
from tests.support.statements import counted


async def found(failing: Failing) -> list[int]:
    return [notice.pupil_id for notice in await failing.notices()]


async def test_who_is_below_the_threshold_is_found_and_told_of_the_evening_after(failing: Failing) -> None:
    await failing.look()

    [notice] = await failing.notices()
    assert (notice.pupil_id, notice.tell_at) == (failing.ivanov, moscow(days_after(1), "18:00"))
    [subject] = notice.facts["subjects"]
    assert (subject["subject"], subject["average"], subject["likely"], subject["dots"]) == ("Алгебра", "2.33", "2", 0)
    assert subject["since"] == "2026-11-23"
    assert notice.facts["period"]["name"] == "2 четверть"


async def test_work_owed_is_found_only_near_the_period_s_end(failing: Failing) -> None:
    await failing.look(day=date(2026, 12, 15))
    assert await found(failing) == [failing.ivanov]

    await failing.look(day=date(2026, 12, 16))
    assert await found(failing) == [failing.ivanov, failing.petrova]


@pytest.mark.parametrize(("wall", "count"), [("14:59", 0), ("15:00", 1), ("21:59", 1), ("22:00", 0)])
async def test_in_the_afternoon_made_up_for_until_the_night(failing: Failing, wall: str, count: int) -> None:
    await failing.look(wall)
    assert len(await failing.notices()) == count


async def test_once_a_day_whoever_comes_first(failing: Failing) -> None:
    await failing.look()
    await failing.look("15:10")

    assert len(await failing.notices()) == 1
    assert await failing.heard("failing_class") == [failing.leader.account_id]


async def test_not_on_a_sunday_nor_in_holidays(failing: Failing) -> None:
    await failing.marking.add(
        Holiday(year_id=failing.school.year_id, name="Карантин", starts=MONDAY, ends=MONDAY, grade_from=7, grade_to=7)
    )
    await failing.look(day=days_after(6))
    await failing.look()
    assert await failing.notices() == []


async def test_the_class_leader_hears_at_once_of_all_the_teacher_of_the_own(failing: Failing) -> None:
    await failing.look(day=date(2026, 12, 16))

    [to_leader] = await failing.pushes("failing_class")
    assert to_leader.account_id == failing.leader.account_id
    assert [(line["pupil"], line["alone"]) for line in to_leader.facts["pupils"]] == [
        ("Иванов Пётр", False),
        ("Петрова Анна", True),
    ]
    [to_teacher] = await failing.pushes("failing_pages")
    assert to_teacher.account_id == failing.teacher.account_id
    [page] = to_teacher.facts["pages"]
    assert (page["load"], page["classes"]) == (failing.algebra, "7Б")
    assert [line["pupil"] for line in page["pupils"]] == ["Иванов Пётр"]
    assert await failing.pushes() == []


async def test_one_message_for_many(failing: Failing) -> None:
    other = await failing.school.class_unit("8А")
    fedorov = await failing.school.pupil(other, "Фёдоров", "Иван")
    load = await failing.school.load(failing.teacher.id, other)
    await failing.marking.give(fedorov, load, "2", "2")

    await failing.look()

    [push] = await failing.pushes("failing_pages")
    assert [page["classes"] for page in push.facts["pages"]] == ["7Б", "8А"]


async def test_a_class_without_a_leader_is_found_too(failing: Failing) -> None:
    async with failing.sessions() as session, session.begin():
        await session.execute(update(ClassUnit).values(class_leader_id=None))
    await failing.look()
    assert await found(failing) == [failing.ivanov]
    assert await failing.pushes("failing_class") == []


async def test_a_pupil_of_yesterday_s_other_class_is_the_new_leader_s(failing: Failing) -> None:
    new_leader = await failing.school.connected_staff("Новая")
    other = await failing.school.class_unit("7В", new_leader.id)
    async with failing.sessions() as session, session.begin():
        moved = update(Enrolment).where(Enrolment.pupil_id == failing.ivanov)
        await session.execute(moved.values(ends=days_after(-1)))
        session.add(Enrolment(pupil_id=failing.ivanov, class_id=other, starts=MONDAY))

    await failing.look()

    [push] = await failing.pushes("failing_class")
    assert (push.account_id, push.facts["class"]) == (new_leader.account_id, "7В")


async def test_who_has_left_is_not_looked_for(failing: Failing) -> None:
    async with failing.sessions() as session, session.begin():
        left = update(Enrolment).where(Enrolment.pupil_id == failing.ivanov)
        await session.execute(left.values(ends=days_after(-1)))
    await failing.look()
    assert await failing.notices() == []


async def test_in_a_period_without_lessons_nobody_fails(app: App, clock: FakeClock, school: SchoolBuilder) -> None:
    await school.pupil(await school.class_unit("7Б"))
    clock.set("15:00")
    async with app.work() as work:
        await find_failing(work)

    async with school.sessions() as session:
        assert await session.scalar(select(FailingNotice.id)) is None


async def test_a_mark_still_held_is_not_counted(failing: Failing) -> None:
    lesson = await failing.school.lesson(failing.physics, 5, MONDAY)
    failing.clock.set("14:55")
    mark = await failing.marking.mark(failing.yozhikov, lesson, "2", "О", failing.clock.now())
    second = await failing.marking.mark(failing.yozhikov, lesson, "2", "О", failing.clock.now())
    due = moscow(MONDAY, "15:05")
    for held in (mark, second):
        await failing.marking.add(MarkNews(mark_id=held, pupil_id=failing.yozhikov, pupil_due=due, family_due=due))
    await failing.look()
    assert await found(failing) == [failing.ivanov]


async def test_a_week_after_the_parents_were_told_it_is_said_again(failing: Failing) -> None:
    await failing.look()
    await failing.tell("18:00", days_after(1))

    await failing.look(day=days_after(7))
    assert len(await failing.notices()) == 1
    await failing.look(day=days_after(8))

    _, second = await failing.notices()
    assert second.tell_at == moscow(days_after(9), "18:00")
    assert second.facts["subjects"][0]["since"] == "2026-11-23"
    assert len(await failing.pushes("failing_class")) == 2


async def test_while_parents_are_to_be_told_nobody_is_found_anew(failing: Failing) -> None:
    await failing.look()
    await failing.look(day=days_after(1))
    assert len(await failing.notices()) == 1


async def test_statements_are_the_same_however_many_pupils(failing: Failing) -> None:
    await failing.school.connected_staff("Директорова", Role.DIRECTOR)

    async def asked(day: date) -> int:
        with counted(failing.sessions) as seen:
            await failing.look(day=day)
        return len(seen)

    few = await asked(MONDAY)
    lesson = await failing.school.lesson(failing.algebra, 5, MONDAY)
    for number in range(30):
        pupil = await failing.school.pupil(failing.class_id, f"Двойкин{number}")
        await failing.school.connected_guardian(pupil)
        for _ in range(2):
            await failing.marking.mark(pupil, lesson, "2", "О", moscow(MONDAY, "12:00"))
    many = await asked(days_after(1))

    assert len(await failing.notices()) == 31
    assert many == few <= 14
