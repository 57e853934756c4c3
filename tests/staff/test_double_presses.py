"""Two presses at the same moment, as two people or one impatient thumb make them."""

import asyncio

from core.app import App
from core.roll import attendance
from core.roll.sheet import RollSheet
from core.terms import Presence
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class
from tests.support.clock import FakeClock
from tests.support.school import Person


async def sheet_of(app: App, person: Person, lesson: int) -> RollSheet:
    async with app.work(person.address) as work:
        return await attendance.open_roll(work, lesson)


async def take(app: App, person: Person, sheet: RollSheet) -> str:
    async with app.work(person.address) as work:
        return (await attendance.take_roll(work, sheet.lesson.id, seen=sheet.fingerprint)).note


async def reopen(app: App, person: Person, sheet: RollSheet) -> str:
    async with app.work(person.address) as work:
        return (await attendance.reopen_roll(work, sheet.lesson.id, rev=sheet.lesson.roll_rev)).note


async def test_of_those_who_finish_a_roll_at_once_one_does_it(
    app: App,
    seven_b: Class7B,  # noqa: F811 - pytest's way to name a fixture
    clock: FakeClock,
) -> None:
    clock.set("08:35")
    people = [seven_b.teacher, seven_b.leader, seven_b.teacher]
    for _ in range(3):
        sheet = await sheet_of(app, seven_b.teacher, seven_b.lessons[0])
        taken = await asyncio.gather(*(take(app, person, sheet) for person in people))
        assert sorted(taken) == ["", "already", "already"]

        sheet = await sheet_of(app, seven_b.teacher, seven_b.lessons[0])
        undone = await asyncio.gather(*(reopen(app, person, sheet) for person in people))
        assert sorted(undone) == ["", "already", "already"]


async def test_a_roll_finished_while_a_colleague_marks_is_the_list_with_the_mark_or_no_roll(
    app: App,
    seven_b: Class7B,  # noqa: F811 - pytest's way to name a fixture
    clock: FakeClock,
) -> None:
    clock.set("08:35")
    lesson = seven_b.lessons[0]
    sheet = await sheet_of(app, seven_b.teacher, lesson)
    marked = asyncio.Event()

    async def mark_slowly() -> None:
        async with app.work(seven_b.leader.address) as work:
            await attendance.mark(work, lesson, seven_b.ivanov, Presence.ABSENT, seen=0)
            marked.set()
            await asyncio.sleep(0.2)

    async def finish() -> str:
        await marked.wait()
        return await take(app, seven_b.teacher, sheet)

    _, note = await asyncio.gather(mark_slowly(), finish())

    assert note == "outdated"
    assert not (await sheet_of(app, seven_b.teacher, lesson)).lesson.roll_taken
