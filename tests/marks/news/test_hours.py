"""News of marks wait: for the end of lessons, of the night, of quiet hours."""

from datetime import time

from sqlalchemy import update

from storage.models import Lesson
from tests.marks.conftest import Kinds, Marker
from tests.marks.news.telling import Tick, choose, said, told_mark
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import days_after


async def test_nothing_in_the_childs_lessons(teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock) -> None:
    clock.set("08:40")
    await teacher.give(seven_b.ivanov, "5")

    assert await tick(minutes=60) == []
    clock.set("12:19")
    assert await tick() == []
    assert len(await tick(minutes=1)) == 2


async def test_the_pupil_is_first_also_after_lessons(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock
) -> None:
    pupil = await seven_b.school.connected_pupil(seven_b.ivanov)
    clock.set("08:40")
    await teacher.give(seven_b.ivanov, "5")
    clock.set("12:20")

    assert [m["account"] for m in await tick()] == [pupil.account_id]
    assert await tick(minutes=14) == []
    assert len(await tick(minutes=1)) == 2


async def test_a_cancelled_last_lesson_keeps_nobody_waiting(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock
) -> None:
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id.in_(seven_b.lessons[1:])).values(status="cancelled"))
    clock.set("09:00")
    await teacher.give(seven_b.ivanov, "5")

    assert await tick(minutes=14) == []
    assert len(await tick(minutes=1)) == 2


async def test_nothing_at_night(teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock, kinds: Kinds) -> None:
    clock.set("21:55")
    await teacher.give(seven_b.ivanov, "5", kind=kinds["К"])

    assert await tick(minutes=10) == []
    clock.set("07:00", days_after(1))
    assert len(await tick()) == 2


async def test_quiet_hours_gather_marks_into_one_message(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock
) -> None:
    await choose(seven_b, seven_b.mother, quiet_from=time(15), quiet_to=time(19))
    clock.set("15:00")
    await teacher.give(seven_b.ivanov, "5")
    assert [m["account"] for m in await tick(minutes=10)] == [seven_b.father.account_id]
    await teacher.give(seven_b.ivanov, "4", seen=1)
    assert [m["account"] for m in await tick(minutes=10)] == [seven_b.father.account_id]
    clock.set("19:00")

    assert said(await tick()) == [[("new", None, "5"), ("new", None, "4")]]


async def test_what_waits_in_quiet_hours_is_mended_silently(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock
) -> None:
    await choose(seven_b, seven_b.mother, quiet_from=time(15), quiet_to=time(19))
    clock.set("15:00")
    mark = await told_mark(teacher, seven_b, tick, "2")
    clock.set("18:55")
    await teacher.change(mark, "4")

    assert await tick(minutes=6) == []
    assert sorted(said(await tick(minutes=4))) == [[("changed", "2", "4")], [("new", None, "4")]]


async def test_quiet_hours_that_end_in_the_lessons_last_until_these_end(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock
) -> None:
    await choose(seven_b, seven_b.mother, quiet_from=time(20), quiet_to=time(9))
    lesson = await seven_b.school.lesson(seven_b.load, 1, days_after(1))
    assert lesson
    clock.set("20:00")
    await teacher.give(seven_b.ivanov, "5")
    await tick(minutes=10)

    clock.set("08:59", days_after(1))
    assert await tick() == []
    assert await tick(minutes=1) == []
    clock.set("09:15", days_after(1))
    assert [m["account"] for m in await tick()] == [seven_b.mother.account_id]


async def test_on_a_day_without_lessons(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock, kinds: Kinds
) -> None:
    clock.set("10:00", days_after(1))
    await teacher.give(seven_b.ivanov, "5", kind=kinds["К"])

    assert len(await tick(minutes=10)) == 2
