"""The clock is moved over every term of four regulations, in two time zones: who hears what, and when."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from core.terms import LessonKind
from storage.models import Attendance, Mark, WorkKind
from tests.support.clock import MONDAY
from tests.support.school import days_after
from tests.timeliness.conftest import Filling

REMINDER, OVERDUE = "journal_reminder", "journal_overdue"
LATE = ("21:00", "21:01", "22:30", "23:59")
WALLS = (
    "06:59",
    "07:00",
    "08:00",
    "11:54",
    "11:55",
    "12:16",
    "13:55",
    "17:59",
    "18:00",
    "18:30",
    "20:30",
    "20:59",
    *LATE,
)
PAGE = ["roll", "topic"]
ZONES = {"Europe/Moscow": "11:55", "Asia/Yekaterinburg": "13:55"}
"""The class's last lesson ends at 11:15 in Moscow; twenty minutes before an hour later, by the school's clock."""


async def over(filling: Filling, days: int, first: date = MONDAY) -> list[tuple[str, str, list[str]]]:
    """Ticks through whole days; what was told, when, of which parts."""
    start = (first - MONDAY).days
    for number in range(start, start + days):
        await filling.at(*WALLS, day=days_after(number))
    return await filling.told()


async def settle(filling: Filling, regulation: str, zone: str) -> str:
    """Let the school live by a regulation in a zone; when homework's own reminder comes."""
    await filling.school.choose_regulation(regulation)
    await filling.school.update_school(time_zone=zone)
    filling.zone = ZoneInfo(zone)
    return ZONES[zone]


@pytest.mark.parametrize("zone", ZONES)
async def test_by_default_everything_is_asked_for_twice_and_reported_at_nine(filling: Filling, zone: str) -> None:
    await settle(filling, "default", zone)

    assert await over(filling, 3) == [
        ("23 18:00", REMINDER, [*PAGE, "homework"]),
        ("23 20:30", REMINDER, [*PAGE, "homework"]),
        ("23 21:00", OVERDUE, [*PAGE, "homework"]),
    ]


@pytest.mark.parametrize("zone", ZONES)
async def test_in_kam_homework_has_a_reminder_of_its_own_before_its_hour(filling: Filling, zone: str) -> None:
    early = await settle(filling, "kam", zone)
    page = ["roll", "topic", "kind", "tasks"]

    assert await over(filling, 3) == [
        (f"23 {early}", REMINDER, ["homework"]),
        ("23 18:00", REMINDER, page),
        ("23 20:30", REMINDER, page),
        ("23 21:00", OVERDUE, ["homework", *page]),
    ]


@pytest.mark.parametrize("zone", ZONES)
async def test_in_rso_the_page_is_asked_for_on_its_seventh_evening_only(filling: Filling, zone: str) -> None:
    await settle(filling, "rso", zone)
    page = ["roll", "topic", "kind", "tasks"]

    assert await over(filling, 9) == [
        ("23 18:00", REMINDER, ["homework"]),
        ("23 20:30", REMINDER, ["homework"]),
        ("23 21:00", OVERDUE, ["homework"]),
        ("30 18:00", REMINDER, page),
        ("30 20:30", REMINDER, page),
        ("01 08:00", OVERDUE, page),
    ]


@pytest.mark.parametrize("zone", ZONES)
async def test_in_lic68_the_day_is_reported_in_the_morning_and_marks_two_days_ahead(
    filling: Filling, zone: str
) -> None:
    await settle(filling, "lic68", zone)
    await filling.school.pupil(filling.class_id)
    await filling.change_lesson(filling.lesson, kind=LessonKind.CONTROL)

    assert await over(filling, 8) == [
        ("23 18:00", REMINDER, [*PAGE, "homework"]),
        ("23 20:30", REMINDER, [*PAGE, "homework"]),
        ("24 08:00", OVERDUE, [*PAGE, "homework"]),
        ("26 18:00", REMINDER, ["marks"]),
        ("28 18:00", REMINDER, ["marks"]),
        ("28 20:30", REMINDER, ["marks"]),
        ("30 08:00", OVERDUE, ["marks"]),
    ]


async def test_russian_has_ten_working_days_for_marks_in_lic68(filling: Filling) -> None:
    await settle(filling, "lic68", "Europe/Moscow")
    load = await filling.school.load(filling.teacher.id, filling.class_id, subject="Русский язык")
    lesson = await filling.school.lesson(load, 2)
    await filling.school.pupil(filling.class_id)
    await filling.fill(filling.lesson)
    await filling.fill(lesson)
    await filling.change_lesson(lesson, kind=LessonKind.CONTROL)

    assert [message[:2] for message in await over(filling, 13)] == [
        ("02 18:00", REMINDER),
        ("04 18:00", REMINDER),
        ("04 20:30", REMINDER),
        ("05 08:00", OVERDUE),
    ]


async def test_an_evening_on_a_day_off_is_moved_to_the_working_day_before(filling: Filling) -> None:
    """The seventh day after a Sunday's replacement lesson is a Sunday."""
    await settle(filling, "rso", "Europe/Moscow")
    await filling.fill(filling.lesson)
    sunday = days_after(6)
    lesson = await filling.school.lesson(filling.load, 1, sunday)
    await filling.fill(lesson)
    await filling.change_lesson(lesson, roll_taken_at=None, roll_taken_by=None)

    assert await over(filling, 8, days_after(7)) == [
        ("05 18:00", REMINDER, ["roll"]),
        ("05 20:30", REMINDER, ["roll"]),
        ("07 08:00", OVERDUE, ["roll"]),
    ]


async def test_marks_given_and_pupils_absent_wait_for_nothing(filling: Filling) -> None:
    await settle(filling, "lic68", "Europe/Moscow")
    marked, absent = [await filling.school.pupil(filling.class_id, name) for name in ("Иванов", "Петров")]
    await filling.fill(filling.lesson)
    await filling.change_lesson(filling.lesson, kind=LessonKind.CONTROL)
    async with filling.sessions() as session, session.begin():
        kind = WorkKind(letter="КР9", name="Контрольная", weight=2, written=True, control=True, position=99)
        session.add(kind)
        await session.flush()
        session.add(Attendance(lesson_id=filling.lesson, pupil_id=absent, status="absent", rev=1))
        session.add(
            Mark(
                lesson_id=filling.lesson,
                pupil_id=marked,
                kind_id=kind.id,
                value="5",
                given_by=filling.teacher.id,
                given_at=filling.clock.now(),
            )
        )

    assert await over(filling, 8) == []


async def test_grade_1_owes_neither_homework_nor_marks_where_the_school_says_so(filling: Filling) -> None:
    await settle(filling, "s324", "Europe/Moscow")
    await filling.fill(filling.lesson)
    first = await filling.school.class_unit("1А")
    await filling.school.pupil(first)
    lesson = await filling.school.lesson(await filling.school.load(filling.teacher.id, first), 2)
    await filling.fill(lesson)
    await filling.change_lesson(lesson, no_homework=False, kind=LessonKind.CONTROL)

    assert await over(filling, 9) == []
