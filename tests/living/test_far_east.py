"""A school two hours east of the tests' clock, and a mother whose two children have lessons at different hours.

Its 19:00 is the clock's 17:00; lessons are given here by the clock.
"""

from dataclasses import dataclass

import pytest

from core.app import App
from core.marks.giving import give as give_mark
from core.marks.opening import open_marks
from core.terms import MarkValue
from tests.living.life import Life
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import Person, SchoolBuilder, days_after

pytestmark = pytest.mark.timeout(300)
"""Weeks take their time where the machine has much else to do."""

TUESDAY = days_after(1)


@dataclass(frozen=True)
class East:
    """The boy's lessons are the 1st of each day, the girl's the 4th (11:35 by the clock)."""

    app: App
    teacher: Person
    mother: Person
    boy_id: int
    girl_id: int
    boys: int
    girls: int

    async def mark(self, lesson: int, pupil: int, value: MarkValue) -> None:
        async with self.app.work(self.teacher.address) as work:
            line = (await open_marks(work, lesson)).line(pupil)
            assert line is not None
            await give_mark(work, lesson, pupil, None, value, seen=line.rev)


@pytest.fixture
async def east(app: App, clock: FakeClock, school: SchoolBuilder) -> East:
    clock.set("06:30")
    await school.update_school(time_zone="Asia/Yekaterinburg")
    await school.choose_regulation("rso")
    teacher = await school.connected_staff("Петрова")
    seven, eight = await school.class_unit("7А"), await school.class_unit("8Б")
    boy, girl = await school.pupil(seven, "Иванов", "Пётр"), await school.pupil(eight, "Иванова", "Анна")
    boys, girls = [await school.load(teacher.id, class_id) for class_id in (seven, eight)]
    lessons = {
        (load, day): await school.lesson(load, no, day)
        for day in (MONDAY, TUESDAY)
        for load, no in ((boys, 1), (girls, 4))
    }
    mother = await school.connected_guardian(boy, girl)
    return East(app, teacher, mother, boy, girl, lessons[boys, MONDAY], lessons[girls, MONDAY])


async def test_a_day_by_the_school_s_own_clock(east: East, life: Life) -> None:
    """Each child's marks wait for that child's own lessons; the night begins at 20:00 by the clock."""
    await life.until(MONDAY, "09:20")
    await east.mark(east.boys, east.boy_id, MarkValue.FIVE)
    await life.minutes(12)
    await life.until(MONDAY, "11:40")
    await east.mark(east.girls, east.girl_id, MarkValue.FOUR)
    await life.until(MONDAY, "12:25")
    await life.until(MONDAY, "19:55")
    await east.mark(east.boys, east.boy_id, MarkValue.FOUR)
    await life.minutes(15)
    await life.until(TUESDAY, "04:59")
    at_night = len(life.of(east.mother))
    await life.until(TUESDAY, "05:00")

    assert [(f"{n.at:%H:%M}", n.kind) for n in life.of(east.mother)] == [
        ("11:30", "marks"),
        ("14:25", "marks"),
        ("19:00", "evening_card"),
        ("07:00", "marks"),
    ]
    assert at_night == 3
