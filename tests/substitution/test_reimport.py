"""The workbook brought in anew undoes no one-off change, and takes no lesson away that carries entries."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from core.app import App
from core.substitution import commands
from core.substitution.commands import Outcome
from core.terms import Door, Role
from storage.models import Homework, LessonChange, LessonWork, StaffRole
from tests.support.school import Person, SchoolBuilder
from tests.workbook.books import load
from tests.workbook.test_lessons import stands, wednesday_goes_to_friday, wednesday_lesson

OLEG = 2
"""Сидоров, who teaches nothing on Wednesday's first hour."""


@pytest.fixture
async def deputy(app: App, school: SchoolBuilder) -> Person:
    """The small school's Алёна Фёдорова, with a phone."""
    await load(app)
    async with app.work() as work:
        staff = await work.session.scalar(select(StaffRole.staff_id).where(StaffRole.role == Role.DEPUTY_HEAD))
    assert staff is not None
    return await school.connect(Door.STAFF, staff_id=staff)


async def substitute(app: App, deputy: Person, lesson: int) -> Outcome:
    async with app.work(deputy.address) as work:
        return await commands.assign(work, lesson, OLEG, seen=0, insists=True)


async def test_a_substitution_outlives_a_new_timetable(app: App, deputy: Person) -> None:
    lesson = await wednesday_lesson(app)
    given = await substitute(app, deputy, lesson)

    await load(app, wednesday_goes_to_friday())

    assert given.note == ""
    async with app.work(deputy.address) as work:
        again = await commands.assign(work, lesson, OLEG, seen=given.one.seen)
    assert again.note == "already"


async def test_a_change_undone_does_not_keep_a_lesson_in_the_old_timetable(app: App, deputy: Person) -> None:
    lesson = await wednesday_lesson(app)
    given = await substitute(app, deputy, lesson)
    async with app.work(deputy.address) as work:
        await commands.unassign(work, lesson, seen=given.one.seen)

    await load(app, wednesday_goes_to_friday())

    assert not await stands(app, lesson)
    async with app.work() as work:
        assert (await work.session.scalars(select(LessonChange))).all() == []


@pytest.mark.parametrize("entry", ["homework", "homework due", "an announced work"])
async def test_a_lesson_with_an_entry_on_its_page_stays(app: App, entry: str) -> None:
    await load(app)
    lesson, other = await wednesday_lesson(app), await wednesday_lesson(app, date(2026, 11, 18))
    written = datetime(2026, 11, 20, tzinfo=UTC)
    given = {"due_on": date(2026, 12, 2), "given_by": 1, "given_at": written, "body": "п. 12"}
    rows = {
        "homework": Homework(lesson_id=lesson, **given),
        "homework due": Homework(lesson_id=other, due_lesson_id=lesson, **given),
        "an announced work": LessonWork(lesson_id=lesson, kind_id=1, announced_by=1, announced_at=written),
    }
    async with app.work() as work:
        work.session.add(rows[entry])

    await load(app, wednesday_goes_to_friday())

    assert await stands(app, lesson)
