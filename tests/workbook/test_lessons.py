"""Laid out again: lessons with entries, moved, substituted or cancelled ones are not touched."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select, update

from core.app import App
from core.terms import LessonStatus, Presence
from storage.models import Attendance, GroupMember, Lesson, LoadClass, TeachingLoad
from tests.workbook.books import Sheets, load, only, small

FRIDAY = date(2026, 11, 27)
"""The demo clock says Monday the 23rd: this lesson is ahead."""
PAST = date(2026, 11, 18)


def wednesday_goes_to_friday() -> Sheets:
    """7Б's algebra of Wednesday stands on Friday, second lesson."""
    sheets = only("Расписание")
    rows = sheets["Расписание"]
    rows[4][1], rows[4][2] = "пт", 2
    return sheets


async def wednesday_lesson(app: App, day: date = date(2026, 11, 25)) -> int:
    async with app.work() as work:
        where = (Lesson.origin_date == day, LoadClass.class_id == 3, Lesson.origin_no == 1)
        return (
            await work.session.scalars(
                select(Lesson.id).join(LoadClass, LoadClass.load_id == Lesson.load_id).where(*where)
            )
        ).one()


async def stands(app: App, lesson_id: int) -> bool:
    async with app.work() as work:
        return await work.session.get(Lesson, lesson_id) is not None


async def change(app: App, lesson_id: int, **values: Any) -> None:
    async with app.work() as work:
        await work.session.execute(update(Lesson).where(Lesson.id == lesson_id).values(**values))


async def test_a_new_timetable_moves_lessons_without_entries(app: App) -> None:
    await load(app)
    lesson = await wednesday_lesson(app)

    report = await load(app, wednesday_goes_to_friday())

    assert not await stands(app, lesson)
    assert report.changes.lessons.removed == 35
    assert report.changes.lessons.new == 34


TOUCHES: dict[str, Callable[[], dict[str, Any]]] = {
    "a roll": lambda: {"roll_taken_at": datetime(2026, 11, 23, tzinfo=UTC), "roll_taken_by": 1, "roll_rev": 1},
    "a roll taken back": lambda: {"roll_rev": 2},
    "a move": lambda: {"on_date": FRIDAY, "lesson_no": 4},
    "a substitution": lambda: {"teacher_id": 2, "substituted_for_id": 1},
    "a cancellation": lambda: {"status": LessonStatus.CANCELLED},
    "another room": lambda: {"room": "актовый зал"},
}


@pytest.mark.parametrize("touch", TOUCHES)
async def test_a_lesson_that_carries_something_stays(app: App, touch: str) -> None:
    await load(app)
    lesson = await wednesday_lesson(app)
    await change(app, lesson, **TOUCHES[touch]())

    report = await load(app, wednesday_goes_to_friday())

    assert await stands(app, lesson)
    assert report.changes.lessons.kept >= 1


async def test_a_lesson_with_a_single_mark_of_attendance_stays(app: App) -> None:
    await load(app)
    lesson = await wednesday_lesson(app)
    async with app.work() as work:
        work.session.add(Attendance(lesson_id=lesson, pupil_id=4, status=Presence.ABSENT, rev=1))

    await load(app, wednesday_goes_to_friday())

    assert await stands(app, lesson)


async def test_the_past_of_a_load_in_use_stays_and_the_future_follows(app: App) -> None:
    await load(app)
    past, ahead = await wednesday_lesson(app, PAST), await wednesday_lesson(app)
    await change(app, await wednesday_lesson(app, date(2026, 11, 11)), roll_rev=1)

    report = await load(app, wednesday_goes_to_friday())

    assert await stands(app, past)
    assert not await stands(app, ahead)
    async with app.work() as work:
        earliest = await work.session.scalar(
            select(Lesson.origin_date).where(Lesson.origin_no == 2, Lesson.load_id == 3).order_by(Lesson.origin_date)
        )
    assert earliest == FRIDAY
    assert (await load(app, wednesday_goes_to_friday())).changes.empty
    assert report.changes.lessons.kept >= 11


async def test_a_change_of_bells_or_teacher_keeps_each_lesson_itself(app: App) -> None:
    await load(app)
    lesson = await wednesday_lesson(app)
    sheets = small()
    sheets["Звонки"][1] = [1, 1, "08:00", "08:45", None, None, None, None]
    sheets["Нагрузка"][3][3] = "002"

    await load(app, sheets)

    async with app.work() as work:
        row = await work.session.get_one(Lesson, lesson)
    assert row.starts_at == datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
    assert row.teacher_id == 2


async def test_joint_groups_are_one_lesson_over_two_classes(app: App) -> None:
    await load(app)

    async with app.work() as work:
        joint = TeachingLoad.group_name == "мальчики"
        loads = list(await work.session.scalars(select(TeachingLoad.id).where(joint)))
        classes = list(await work.session.scalars(select(LoadClass.class_id).where(LoadClass.load_id == loads[0])))
        lessons = list(await work.session.scalars(select(Lesson.on_date).where(Lesson.load_id == loads[0])))
    assert len(loads) == 1
    assert sorted(classes) == [2, 3]
    assert len(lessons) == len(set(lessons)) == 34


async def test_a_pupil_in_another_group_changes_over_on_the_day_of_the_import(app: App) -> None:
    await load(app)
    sheets = only("Группы")
    sheets["Группы"][1][2] = "мальчики"

    await load(app, sheets)

    assert await groups_of(app, 2) == [
        ("девочки", date(2026, 9, 1), date(2026, 11, 22)),
        ("мальчики", date(2026, 11, 23), None),
    ]
    assert (await load(app, sheets)).changes.empty


async def test_who_moves_to_another_class_leaves_the_groups_of_the_old_one(app: App) -> None:
    await load(app)
    sheets = only("Ученики", "Классы")
    sheets["Классы"].append(["7В", 7, 1, None, None])
    sheets["Ученики"][2][6] = "7В"

    await load(app, sheets)

    assert await groups_of(app, 2) == [("девочки", date(2026, 9, 1), date(2026, 11, 22))]


async def groups_of(app: App, pupil_id: int) -> list[tuple[str, date, date | None]]:
    async with app.work() as work:
        found = await work.session.execute(
            select(TeachingLoad.group_name, GroupMember.starts, GroupMember.ends)
            .join(GroupMember, GroupMember.load_id == TeachingLoad.id)
            .where(GroupMember.pupil_id == pupil_id)
            .order_by(GroupMember.starts)
        )
        return [(name, starts, ends) for name, starts, ends in found]
