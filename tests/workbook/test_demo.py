"""The demo's school: believable, without faults, at school on any working day."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from app.demo.school import demo_workbook
from app.demo.year import study_year
from core.app import App
from core.rules.names import full_name
from core.terms import Role
from core.workbook import FaultCode
from core.workbook.book import read_book, silent
from core.workbook.faults import Findings
from core.workbook.planning import make_draft
from core.workbook.rows import SchoolRow
from core.workbook.stored import Stored
from storage.models import ClassUnit, Enrolment, Guardian, Guardianship, Lesson, Pupil, Staff, StaffRole
from tests.support.clock import MONDAY
from tests.workbook.books import load

ANY_DAY = [
    date(2026, 9, 1),  # the first
    date(2026, 10, 28),  # autumn holidays
    date(2027, 1, 11),
    date(2027, 2, 17),  # grade 1 rests
    date(2027, 3, 30),  # spring holidays
    date(2027, 5, 31),
    date(2027, 7, 14),  # summer
    date(2027, 8, 9),
    date(2027, 8, 12),
    date(2028, 2, 29),
]


@pytest.mark.parametrize("today", ANY_DAY, ids=str)
def test_there_are_lessons_today_on_any_working_day(today: date) -> None:
    findings = Findings()
    book = read_book(demo_workbook(today, "Europe/Moscow"), findings)

    draft = make_draft(book, Stored(SchoolRow(), None), today, findings, silent)

    assert findings.faults == []
    assert draft is not None
    assert sum(lesson.day == today for lesson in draft.lessons.new) > 50
    assert {w.code for w in findings.warnings} <= {FaultCode.SOME_DAYS_WITHOUT_BELL}


@pytest.mark.parametrize("offset", range(0, 730, 13))
def test_a_working_day_is_a_study_day(offset: int) -> None:
    today = date(2026, 1, 12) + timedelta(days=offset)
    year = study_year(today)

    state = [r for r in year.rests if r.starts <= today <= r.ends]
    assert year.starts <= today <= year.ends
    assert today.isoweekday() > 5 or all("каникулы" not in r.name for r in state)


def test_the_same_seed_makes_the_same_school() -> None:
    def pupils(seed: int) -> list[object]:
        book = read_book(demo_workbook(MONDAY, "Europe/Moscow", seed), Findings())
        return [(row.number, full_name(row)) for row in book.pupils.rows]

    assert pupils(7) == pupils(7)
    assert pupils(7) != pupils(8)


async def test_the_demo_has_everybody_one_may_want_to_play(app: App) -> None:
    report = await load(app, demo_workbook(MONDAY, "Europe/Moscow"))
    assert report.applied
    async with app.work() as work:
        session = work.session
        assert await session.scalar(select(func.count()).select_from(ClassUnit)) == 12
        sizes = await session.execute(select(func.count()).select_from(Enrolment).group_by(Enrolment.class_id))
        assert all(24 <= size <= 30 for (size,) in sizes)
        assert set(await session.scalars(select(StaffRole.role).distinct())) == set(Role)
        most = select(func.count()).select_from(Guardianship).group_by(Guardianship.guardian_id)
        assert max(n for (n,) in await session.execute(most)) == 3
        without = select(func.count()).select_from(Pupil).where(Pupil.patronymic == "")
        assert await session.scalar(without) == 5
        parent = (Staff.surname == Guardian.surname) & (Staff.given_name == Guardian.given_name)
        assert (await session.scalars(select(Staff.id).join(Guardian, parent))).first() is not None
        today = select(func.count()).select_from(Lesson).where(Lesson.on_date == MONDAY)
        assert await session.scalar(today) == 67
