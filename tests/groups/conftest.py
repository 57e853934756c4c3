"""7Б split into two groups of English in a year of two quarters; nobody is in a group yet."""

from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select

from core.actor import Address
from core.app import App
from core.groups.moving import move
from core.groups.page import GroupPage
from core.groups.reading import group_page
from core.terms import Role
from storage.models import GroupMember, Lesson, StudyPeriod
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class
from tests.support.school import WRITTEN, Person

SECOND_QUARTER, THIRD_QUARTER = date(2026, 11, 9), date(2027, 1, 11)


@dataclass
class Split:
    """`first` and `second` are the groups' pages; the second is taught by `other`."""

    app: App
    class7b: Class7B
    first: int
    second: int
    other: Person
    secretary: Person

    async def page(self, person: Person | None = None, load: int | None = None) -> GroupPage:
        async with self.app.work((person or self.class7b.deputy).address) as work:
            return await group_page(work, load or self.first)

    async def move(
        self, pupil: int, target: int | None, day: date | None = None, *, by: Address | None = None
    ) -> GroupPage:
        """As the button of a fresh screen would; `day` may be forged."""
        page = await self.page()
        line = page.pupil(pupil)
        assert line is not None
        day = day or page.day_of_move(line, page.group(target)) or page.today
        async with self.app.work(by or self.class7b.deputy.address) as work:
            return await move(work, self.first, pupil, target, day, seen=line.seen)

    async def lesson_with_roll(self, load: int, day: date) -> None:
        """A lesson of a group whose roll was taken."""
        key = await self.class7b.school.lesson(load, 1, day)
        async with self.class7b.sessions() as session, session.begin():
            lesson = await session.get_one(Lesson, key)
            lesson.roll_taken_at, lesson.roll_taken_by = WRITTEN, self.class7b.teacher.id

    async def memberships(self, pupil: int) -> list[tuple[int, date, date | None]]:
        """(page, first day, last day) in order, read through a session of their own."""
        async with self.class7b.sessions() as session:
            rows = await session.scalars(
                select(GroupMember).where(GroupMember.pupil_id == pupil).order_by(GroupMember.starts)
            )
            return [(row.load_id, row.starts, row.ends) for row in rows]


@pytest.fixture
async def split(app: App, seven_b: Class7B) -> Split:  # noqa: F811 - pytest's way to name a fixture
    school = seven_b.school
    other = await school.connected_staff("Англичанкина")
    secretary = await school.connected_staff("Секретарёва", Role.SECRETARY)
    first = await school.load(seven_b.teacher.id, seven_b.class_id, subject="Английский язык", group="1")
    second = await school.load(other.id, seven_b.class_id, subject="Английский язык", group="2")
    async with seven_b.sessions() as session, session.begin():
        for name, starts, ends in (
            ("1 четверть", date(2026, 9, 1), date(2026, 10, 30)),
            ("2 четверть", SECOND_QUARTER, date(2026, 12, 30)),
            ("3 четверть", THIRD_QUARTER, date(2027, 3, 26)),
        ):
            session.add(
                StudyPeriod(
                    year_id=school.year_id,
                    name=name,
                    kind="quarter",
                    grade_from=1,
                    grade_to=9,
                    starts=starts,
                    ends=ends,
                )
            )
    return Split(app, seven_b, first, second, other, secretary)
