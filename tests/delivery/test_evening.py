"""The evening deadline: reminders to teachers, the report to deputies."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.roll.reminders import remind_of_rolls
from core.rules.evening import Evening, evening_step
from core.terms import Door, LessonStatus, Role
from storage.models import Lesson, Outbox
from tests.delivery.rows import rows
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder, days_after

Sessions = async_sessionmaker[AsyncSession]


@dataclass(frozen=True)
class Evenings:
    """A teacher with two lessons of today without a roll, and a deputy."""

    app: App
    clock: FakeClock
    sessions: Sessions
    teacher: Person
    deputy: Person
    load: int
    lessons: tuple[int, int]

    async def at(self, *walls: str) -> Sequence[Outbox]:
        """What the outbox holds after ticks at these times."""
        for wall in walls:
            self.clock.set(wall)
            await tick(self.app)
        return await rows(self.sessions)

    async def change_lesson(self, lesson: int, **values: Any) -> None:
        async with self.sessions() as session, session.begin():
            await session.execute(update(Lesson).where(Lesson.id == lesson).values(**values))


async def tick(app: App) -> None:
    async with app.work() as work:
        await remind_of_rolls(work)


@pytest.fixture
async def evening(app: App, clock: FakeClock, school: SchoolBuilder, sessions: Sessions) -> Evenings:
    teacher = await school.connect(Door.STAFF, staff_id=await school.staff("Иванова"))
    deputy = await school.connect(Door.STAFF, staff_id=await school.staff("Петров", Role.DEPUTY_HEAD))
    load = await school.load(teacher.id, await school.class_unit("7Б"))
    lessons = (await school.lesson(load, 1), await school.lesson(load, 3))
    return Evenings(app, clock, sessions, teacher, deputy, load, lessons)


def told(messages: Sequence[Outbox]) -> list[tuple[str, int]]:
    return [(m.kind, m.account_id) for m in messages]


@pytest.mark.parametrize(
    ("wall", "step"),
    [
        ("07:00", None),
        ("17:59", None),
        ("18:00", Evening.FIRST_REMINDER),
        ("20:29", Evening.FIRST_REMINDER),
        ("20:30", Evening.SECOND_REMINDER),
        ("20:59", Evening.SECOND_REMINDER),
        ("21:00", Evening.OVERDUE_REPORT),
        ("23:59", Evening.OVERDUE_REPORT),
    ],
)
def test_the_steps_of_the_evening(wall: str, step: Evening | None) -> None:
    assert evening_step(time.fromisoformat(wall), time(18), time(20, 30), time(21)) == step


async def test_nobody_is_reminded_before_six(evening: Evenings) -> None:
    assert await evening.at("13:00", "17:59") == []


async def test_at_six_a_teacher_gets_one_message_with_every_open_roll(evening: Evenings) -> None:
    (message,) = await evening.at("18:00", "18:01", "19:00")

    assert told([message]) == [("roll_reminder", evening.teacher.account_id)]
    assert [line["lesson"] for line in message.facts["lessons"]] == list(evening.lessons)
    assert message.expires_at.astimezone(evening.clock.now().tzinfo).strftime("%H:%M") == "18:00"  # 21:00 in Moscow


async def test_the_second_reminder_comes_to_who_still_has_something_open(evening: Evenings) -> None:
    assert len(await evening.at("18:00", "20:30", "20:45")) == 2


async def test_who_took_every_roll_gets_nothing(evening: Evenings) -> None:
    for lesson in evening.lessons:
        await evening.change_lesson(lesson, roll_taken_at=evening.clock.now(), roll_taken_by=evening.teacher.id)

    assert await evening.at("18:00", "20:30", "21:00") == []


async def test_at_nine_the_deputies_alone_get_what_is_missing_by_teacher(
    evening: Evenings, school: SchoolBuilder
) -> None:
    director = await school.connect(Door.STAFF, staff_id=await school.staff("Сидоров", Role.DIRECTOR))

    (message,) = await evening.at("21:00")

    assert told([message]) == [("roll_overdue", evening.deputy.account_id)]
    assert director.account_id != message.account_id
    assert [(m["teacher"], len(m["lessons"])) for m in message.facts["missing"]] == [("Иванова А. И.", 2)]


async def test_the_whole_evening_is_two_reminders_and_a_report(evening: Evenings) -> None:
    messages = await evening.at("17:00", "18:00", "18:15", "20:30", "20:31", "21:00", "21:01", "23:00")

    assert Counter(m.kind for m in messages) == {"roll_reminder": 2, "roll_overdue": 1}


async def test_a_missed_reminder_is_made_up_for_while_it_makes_sense(evening: Evenings) -> None:
    assert told(await evening.at("20:10")) == [("roll_reminder", evening.teacher.account_id)]


async def test_reminders_missed_past_the_report_are_skipped(evening: Evenings) -> None:
    assert told(await evening.at("22:00")) == [("roll_overdue", evening.deputy.account_id)]


async def test_the_next_day_begins_anew(evening: Evenings) -> None:
    await evening.at("21:00")
    evening.clock.set("18:00", days_after(1))
    await tick(evening.app)

    assert len(await rows(evening.sessions)) == 1


async def test_a_cancelled_lesson_is_not_missing(evening: Evenings) -> None:
    await evening.change_lesson(evening.lessons[0], status=LessonStatus.CANCELLED)

    (message,) = await evening.at("18:00")
    assert [line["lesson"] for line in message.facts["lessons"]] == [evening.lessons[1]]


async def test_a_lesson_not_over_is_not_missing(evening: Evenings, school: SchoolBuilder) -> None:
    await school.update_school(first_reminder=time(9))

    (message,) = await evening.at("10:45")
    assert [line["lesson"] for line in message.facts["lessons"]] == [evening.lessons[0]]


async def test_a_substitute_is_reminded_of_the_substitution(evening: Evenings, school: SchoolBuilder) -> None:
    substitute = await school.connect(Door.STAFF, staff_id=await school.staff("Орлова"))
    lesson = await school.lesson(evening.load, 5, substitute=substitute.id)

    messages = await evening.at("18:00")
    own = {m.account_id: [line["lesson"] for line in m.facts["lessons"]] for m in messages}
    assert own[substitute.account_id] == [lesson]
    assert lesson not in own[evening.teacher.account_id]


async def test_a_teacher_without_an_account_is_in_the_report(evening: Evenings, school: SchoolBuilder) -> None:
    stranger = await school.staff("Ёлкин")
    await school.lesson(await school.load(stranger, await school.class_unit("8А"), subject="Физика"), 2)

    (message,) = await evening.at("21:00")
    assert [m["teacher"] for m in message.facts["missing"]] == ["Ёлкин А. И.", "Иванова А. И."]


async def test_two_processes_remind_once(evening: Evenings) -> None:
    evening.clock.set("18:00")
    await asyncio.gather(*(tick(evening.app) for _ in range(6)))

    assert len(await rows(evening.sessions)) == 1


async def test_a_tick_that_failed_is_done_again(evening: Evenings) -> None:
    evening.clock.set("18:00")

    async def interrupted() -> None:
        async with evening.app.work() as work:
            await remind_of_rolls(work)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await interrupted()

    assert len(await evening.at("18:01")) == 1
