"""News of marks in a family of two children, and on days that are not like Monday."""

from core.app import App
from core.marks import giving
from core.terms import MarkValue
from storage.models import Lesson
from tests.marks.conftest import Marker
from tests.marks.news.telling import Tick
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock, moscow
from tests.support.school import Person, days_after


async def second_shift(seven_b: Class7B) -> tuple[int, Person, int]:
    """Аня of 2А, who learns on Monday from 13:30 to 17:00: her id, her mother (Пётр's too), her lesson."""
    school = seven_b.school
    class_id = await school.class_unit("2А", seven_b.leader.id)
    anna = await school.pupil(class_id, "Иванова", "Анна")
    mother = await school.connected_guardian(seven_b.ivanov, anna, surname="Иванова")
    load = await school.load(seven_b.teacher.id, class_id, subject="Чтение")
    lesson = await school.lesson(load, 1)
    async with seven_b.sessions() as session, session.begin():
        row = await session.get_one(Lesson, lesson)
        row.starts_at, row.ends_at = moscow(row.on_date, "13:30"), moscow(row.on_date, "17:00")
    return anna, mother, lesson


async def test_each_child_s_marks_wait_for_that_child_s_lessons_only(
    app: App,
    teacher: Marker,
    seven_b: Class7B,
    tick: Tick,
    clock: FakeClock,
) -> None:
    anna, mother, lesson = await second_shift(seven_b)
    clock.set("14:00")
    await teacher.give(seven_b.ivanov, "5")
    async with app.work(seven_b.teacher.address) as work:
        await giving.give(work, lesson, anna, None, MarkValue.FOUR, seen=0)

    early = [m["pupil_id"] for m in await tick(minutes=10) if m["account"] == mother.account_id]
    clock.set("16:59")
    in_lessons = await tick()
    clock.set("17:00")
    late = [m["pupil_id"] for m in await tick() if m["account"] == mother.account_id]

    assert (early, in_lessons, late) == ([seven_b.ivanov], [], [anna])


async def test_saturday_s_lessons_are_lessons(
    app: App,
    seven_b: Class7B,
    tick: Tick,
    clock: FakeClock,
) -> None:
    first, *_, last = [await seven_b.school.lesson(seven_b.load, number, days_after(5)) for number in (1, 2, 3)]
    clock.set("08:40", days_after(5))
    await Marker(app, seven_b.teacher, first).give(seven_b.ivanov, "5")

    in_lessons = await tick(minutes=60)
    async with seven_b.sessions() as session:
        over = (await session.get_one(Lesson, last)).ends_at
    clock.forward(seconds=(over - clock.now()).total_seconds())

    assert in_lessons == []
    assert len(await tick()) == 2
