"""7Б in the second quarter: Иванов is failing in algebra, Петрова owes work in physics, Ёжиков is well."""

from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App, Work
from core.failing.finding import find_failing
from core.failing.telling import tell_parents
from core.terms import Role
from storage.models import FailingNotice, Mark, Outbox
from tests.family.marking import Marking
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import Person, SchoolBuilder


@dataclass
class Failing:
    """Ids and people; the tests' Monday is 37 days before the quarter's end."""

    app: App
    clock: FakeClock
    school: SchoolBuilder
    sessions: async_sessionmaker[AsyncSession]
    marking: Marking
    class_id: int
    leader: Person
    teacher: Person
    deputy: Person
    ivanov: int
    petrova: int
    yozhikov: int
    mother: Person
    father: Person
    own_phone: Person
    algebra: int
    physics: int

    async def look(self, wall: str = "15:00", day: date = MONDAY) -> None:
        """The afternoon's tick."""
        self.clock.set(wall, day)
        async with self.app.work() as work:
            await find_failing(work)

    async def tell(self, wall: str, day: date) -> None:
        """The tick that tells parents."""
        self.clock.set(wall, day)
        async with self.app.work() as work:
            await tell_parents(work)

    async def notices(self) -> list[FailingNotice]:
        async with self.sessions() as session:
            return list(await session.scalars(select(FailingNotice).order_by(FailingNotice.id)))

    async def pushes(self, kind: str = "failing") -> list[Outbox]:
        async with self.sessions() as session:
            return list(await session.scalars(select(Outbox).where(Outbox.kind == kind).order_by(Outbox.id)))

    async def heard(self, kind: str = "failing") -> list[int]:
        """Accounts that a kind went to."""
        return [row.account_id for row in await self.pushes(kind)]

    async def catch_up(self, pupil_id: int) -> None:
        """All the marks of a pupil turn into fours."""
        async with self.sessions() as session, session.begin():
            await session.execute(update(Mark).where(Mark.pupil_id == pupil_id).values(value="4"))

    def enter(self, person: Person) -> "Entering":
        return Entering(self.app, person)


class Entering:
    """`async with failing.enter(person) as work:` opens that person's unit of work."""

    def __init__(self, app: App, person: Person) -> None:
        self._opened = app.work(person.address)

    async def __aenter__(self) -> Work:
        return await self._opened.__aenter__()

    async def __aexit__(self, *about: object) -> None:
        await self._opened.__aexit__(*about)  # type: ignore[arg-type]


@pytest.fixture
async def failing(
    app: App, clock: FakeClock, school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]
) -> Failing:
    leader, teacher = [await school.connected_staff(name) for name in ("Руководителева", "Алгебраистова")]
    deputy = await school.connected_staff("Завучева", Role.DEPUTY_HEAD)
    class_id = await school.class_unit("7Б", leader.id)
    ivanov = await school.pupil(class_id, "Иванов", "Пётр")
    petrova = await school.pupil(class_id, "Петрова", "Анна")
    yozhikov = await school.pupil(class_id, "Ёжиков", "Лев")
    mother = await school.connected_guardian(ivanov)
    father = await school.connected_guardian(ivanov, surname="Иванов")
    own_phone = await school.connected_pupil(ivanov)
    algebra = await school.load(teacher.id, class_id)
    physics = await school.load(leader.id, class_id, subject="Физика")
    marking = await Marking.of(school)
    await marking.period()
    await marking.give(ivanov, algebra, "2", "3", "2")
    await marking.give(petrova, physics, "4", "dot")
    await marking.give(yozhikov, algebra, "2", "5")
    people = (class_id, leader, teacher, deputy, ivanov, petrova, yozhikov, mother, father, own_phone)
    return Failing(app, clock, school, sessions, marking, *people, algebra, physics)
