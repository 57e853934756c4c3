"""Every staff screen asks the database a fixed small number of times, however full the class."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.access import desk, families, slips, staff
from core.access.holders import Holder, HolderKind
from core.app import App, Work
from core.days import class_day, teaching_day
from core.page import remarks, writing
from core.requests import deciding
from core.roll import absent_today, attendance, reasons, week
from core.terms import AbsenceReason, Presence, RemarkSubject, RemarkTone, Role
from core.timeliness import journal
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import Person, SchoolBuilder
from tests.support.statements import counted

SCREENS: dict[str, Callable[[Work], Awaitable[object]]] = {
    "home": teaching_day.staff_desk,
    "day": teaching_day.teaching_day,
    "week": lambda w: teaching_day.teaching_week(w, MONDAY),
    "roll": lambda w: attendance.open_roll(w, 1),
    "page": lambda w: writing.open_page(w, 1),
    "topic": lambda w: writing.write_topic(w, 1, "Дроби", seen=0),
    "remark": lambda w: remarks.give_remark(w, 1, 1, RemarkSubject.PROGRESS, RemarkTone.PRAISE, "Молодец"),
    "requests": deciding.open_requests,
    "absent": lambda w: absent_today.absent_today(w, 1),
    "reason": lambda w: absent_today.set_reason(w, 1, 1, MONDAY, AbsenceReason.EXCUSED),
    "note": lambda w: absent_today.set_note(w, 1, 1, MONDAY, "word"),
    "class day": lambda w: class_day.class_day(w, 1),
    "journal today": journal.journal_day,
    "teacher's pages": lambda w: journal.teacher_pages(w, 1, MONDAY),
    "class's pages": lambda w: journal.class_pages(w, 1, MONDAY),
    "week of the class": lambda w: week.week_attendance(w, 1),
    "week of a pupil": lambda w: week.pupil_week(w, 1, 1, MONDAY),
    "reason for a week": lambda w: reasons.explain(w, 1, 1, MONDAY, MONDAY, AbsenceReason.EXCUSED),
    "classes": families.class_list,
    "families": lambda w: families.class_families(w, 1),
    "slips": lambda w: slips.slips_offer(w, 1),
    "staff": lambda w: staff.staff_page(w, 0),
    "found": lambda w: staff.find_staff(w, "Иванов"),
    "person": lambda w: desk.person_card(w, Holder(HolderKind.GUARDIAN, 1), 1),
    "pupil": lambda w: desk.person_card(w, Holder(HolderKind.PUPIL, 1), 1),
    "revoke": lambda w: desk.revoke_access(w, Holder(HolderKind.GUARDIAN, 1), 1, 100, None),
}


@pytest.fixture
async def everybody(app: App, school: SchoolBuilder, clock: FakeClock) -> Person:
    """Somebody of every role, leader and teacher of a class of ten families with absent children."""
    clock.set("08:40")
    person = await school.connected_staff("Всемогущева", *Role)
    unit = await school.class_unit("7Б", person.id)
    pupils = [await school.pupil(unit, f"Ученик{number}") for number in range(10)]
    for pupil in pupils:
        await school.connected_guardian(pupil)
    load = await school.load(person.id, unit)
    for number in (1, 2):
        await school.lesson(load, number)
    async with app.work(person.address) as work:
        for pupil in pupils:
            await attendance.mark(work, 1, pupil, Presence.ABSENT, seen=0)
    return person


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_stays_within_eight_statements(
    app: App, everybody: Person, sessions: async_sessionmaker[AsyncSession], name: str
) -> None:
    with counted(sessions) as statements:
        async with app.work(everybody.address) as work:
            await SCREENS[name](work)

    assert len(statements) <= 8, statements


async def test_finishing_a_roll_with_known_absences_stays_small(
    app: App, everybody: Person, sessions: async_sessionmaker[AsyncSession]
) -> None:
    async with app.work(everybody.address) as work:
        sheet = await attendance.open_roll(work, 1)

    with counted(sessions) as statements:
        async with app.work(everybody.address) as work:
            await attendance.take_roll(work, 1, seen=sheet.fingerprint)

    assert len(statements) <= 8, statements
