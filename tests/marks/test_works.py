"""Works announced in advance, weights of their own, and what the load guard says."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from decimal import Decimal

import pytest
from sqlalchemy import update

from core.app import App
from core.errors import AccessDenied
from core.errors.entries import EntryWindowClosed, LessonCancelled
from core.errors.marks import WeightWrong, WorkHasMarks
from core.marks import works
from core.marks.sheet import MarkSheet
from core.rules.load_guard import ControlLoad, OtherControl
from storage.models import Lesson
from tests.marks.conftest import Kinds, Marker, Trace
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after

TOMORROW = days_after(1)


@dataclass
class Planner:
    """A person who announces works; each call is a unit of work of its own."""

    app: App
    person: Person

    async def announce(self, lesson: int, kind: int) -> MarkSheet:
        async with self.app.work(self.person.address) as work:
            return await works.announce(work, lesson, kind)

    async def call_off(self, lesson: int, kind: int) -> MarkSheet:
        async with self.app.work(self.person.address) as work:
            return await works.call_off(work, lesson, kind)

    async def weigh(self, lesson: int, kind: int, weight: str | None, seen: str | None = None) -> MarkSheet:
        async with self.app.work(self.person.address) as work:
            return await works.set_weight(
                work, lesson, kind, Decimal(weight) if weight else None, seen=Decimal(seen) if seen else None
            )

    async def of(self, lesson: int) -> list[tuple[str, Decimal]]:
        async with self.app.work(self.person.address) as work:
            sheet = await works.open_works(work, lesson)
        return [(kind.letter, sheet.weight(kind)) for kind in sheet.kinds if kind.id in sheet.works]


@pytest.fixture
def planner(app: App, seven_b: Class7B) -> Planner:
    return Planner(app, seven_b.teacher)


@pytest.fixture
async def ahead(seven_b: Class7B) -> int:
    """Tomorrow's lesson."""
    return await seven_b.school.lesson(seven_b.load, 1, TOMORROW)


async def test_a_work_is_announced_in_advance_once(planner: Planner, kinds: Kinds, ahead: int, trace: Trace) -> None:
    first = await planner.announce(ahead, kinds["К"])
    again = await planner.announce(ahead, kinds["К"])

    assert (first.note, again.note, list(again.works)) == ("", "already", [kinds["К"]])
    assert await planner.of(ahead) == [("К", Decimal("1.5"))]
    assert len(await trace("work.announce")) == 1


async def test_a_work_is_called_off_unless_it_has_marks(
    planner: Planner, teacher: Marker, seven_b: Class7B, kinds: Kinds, ahead: int
) -> None:
    await planner.announce(ahead, kinds["К"])
    await planner.call_off(ahead, kinds["К"])
    await teacher.give(seven_b.ivanov, kind=kinds["К"])

    assert (await planner.call_off(ahead, kinds["К"])).note == "already"
    assert await planner.of(ahead) == []
    with pytest.raises(WorkHasMarks):
        await planner.call_off(seven_b.lessons[0], kinds["К"])


async def test_a_lesson_weighs_a_work_its_own_way(
    planner: Planner, seven_b: Class7B, kinds: Kinds, trace: Trace
) -> None:
    lesson = seven_b.lessons[0]
    await planner.weigh(lesson, kinds["О"], "2")

    sheet = await planner.weigh(lesson, kinds["О"], "0.5", seen="2")

    answer = sheet.find_kind(kinds["О"])
    assert answer is not None
    assert sheet.weight(answer) == Decimal("0.5")
    assert (await planner.weigh(lesson, kinds["О"], "3", seen="2")).note == "changed"
    assert (await planner.weigh(lesson, kinds["О"], "0.5", seen="2")).note == "already"
    assert (await planner.weigh(lesson, kinds["О"], None, seen="0.5")).note == ""
    assert [(line.before or {})["weight"] for line in await trace("work.weigh")] == ["1.00", "2.00", "0.50"]


async def test_two_at_once_weigh_once(planner: Planner, seven_b: Class7B, kinds: Kinds) -> None:
    lesson = seven_b.lessons[0]
    sheets = await asyncio.gather(*(planner.weigh(lesson, kinds["О"], weight) for weight in ("2", "3")))
    assert sorted(sheet.note for sheet in sheets) == ["", "changed"]


async def test_a_weight_beyond_the_scale_is_refused(planner: Planner, seven_b: Class7B, kinds: Kinds) -> None:
    with pytest.raises(WeightWrong):
        await planner.weigh(seven_b.lessons[0], kinds["О"], "10.5")


async def test_nothing_is_announced_for_a_cancelled_lesson_or_after_the_term(
    planner: Planner, seven_b: Class7B, kinds: Kinds, ahead: int, clock: FakeClock
) -> None:
    clock.set("09:00", days_after(10))
    with pytest.raises(EntryWindowClosed):
        await planner.announce(ahead, kinds["К"])
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(Lesson).values(status="cancelled"))
    with pytest.raises(LessonCancelled):
        await planner.announce(ahead, kinds["К"])


async def test_strangers_announce_nothing(app: App, seven_b: Class7B, kinds: Kinds, ahead: int) -> None:
    stranger = Planner(app, await seven_b.school.connected_staff("Чужая"))
    with pytest.raises(AccessDenied):
        await stranger.announce(ahead, kinds["К"])


Guard = Callable[[int], Awaitable[ControlLoad | None]]


@pytest.fixture
def guard(teacher: Marker, kinds: Kinds) -> Guard:
    """What is said when a control work is chosen at a lesson."""

    async def said(lesson: int) -> ControlLoad | None:
        teacher.lesson = lesson
        return (await teacher.open(kinds["К"])).load

    return said


async def test_a_second_control_work_of_the_day_is_told(
    app: App, seven_b: Class7B, kinds: Kinds, ahead: int, guard: Guard
) -> None:
    physicist = await seven_b.school.connected_staff("Физикова")
    physics = await seven_b.school.load(physicist.id, seven_b.class_id, subject="Физика")
    other = await seven_b.school.lesson(physics, 3, TOMORROW)
    await Planner(app, physicist).announce(other, kinds["К"])

    load = await guard(ahead)

    assert load is not None
    assert load.same_day == (OtherControl("7Б", "Физика", 3),)


async def test_the_other_group_s_control_work_is_nobody_s_second(
    app: App, seven_b: Class7B, kinds: Kinds, guard: Guard
) -> None:
    school = seven_b.school
    loads = [await school.load(seven_b.teacher.id, seven_b.class_id, subject="Английский", group=g) for g in "12"]
    mine, theirs = [await school.lesson(load, 2, TOMORROW) for load in loads]
    await Planner(app, seven_b.teacher).announce(theirs, kinds["К"])

    load = await guard(mine)

    assert load is not None
    assert load.same_day == ()


async def test_control_works_above_a_tenth_of_the_lessons_are_told(
    planner: Planner, seven_b: Class7B, kinds: Kinds, ahead: int, guard: Guard
) -> None:
    first = await guard(ahead)
    await planner.announce(seven_b.lessons[0], kinds["К"])
    second = await guard(ahead)

    assert first is not None
    assert second is not None
    assert (first.works, first.lessons, first.too_many) == (1, 5, False)
    assert (second.works, second.limit, second.too_many) == (2, 1, True)


@pytest.mark.parametrize(("lessons", "limit"), [(170, 17), (68, 6), (34, 3), (5, 1)])
def test_the_tenth_of_the_lessons(lessons: int, limit: int) -> None:
    assert ControlLoad((), limit, lessons).limit == limit
    assert not ControlLoad((), limit, lessons).too_many
    assert ControlLoad((), limit + 1, lessons).too_many


async def test_an_answer_at_the_lesson_needs_no_guard(teacher: Marker) -> None:
    assert (await teacher.open()).load is None
