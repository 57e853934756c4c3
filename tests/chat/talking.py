"""A class with a class leader, a physicist, two families, and everybody's phone."""

import asyncio
from dataclasses import dataclass

from sqlalchemy import Exists, exists, select

from core.terms import Delivery, Role
from sandbox import Phone
from storage.models import Outbox
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder
from tests.support.stage import Scene


@dataclass(frozen=True)
class Talkers:
    """Пётр of 7Б with mother and father, his classmate Олег with a mother; `leader` teaches algebra."""

    school: SchoolBuilder
    clock: FakeClock
    stage: Scene
    class_id: int
    petr: int
    oleg: int
    lesson: int
    leader: Person
    physicist: Person
    deputy: Person
    mother: Person
    father: Person
    other_mother: Person

    async def at_home(self, person: Person) -> Phone:
        """The person's phone at the home screen."""
        phone = self.stage.phone(person)
        await phone.send("/menu")
        await phone.next_message()
        return phone

    async def told(self) -> None:
        """Waits until all that is due has left and is settled: its marks and what a reply answers stand by then."""
        due = (Outbox.status == Delivery.PENDING) & (Outbox.due_at <= self.clock.now())
        async with asyncio.timeout(30):
            while await self._any(exists().where(due | (Outbox.status == Delivery.SENDING))):  # noqa: ASYNC110 - as at_rest
                await asyncio.sleep(0.02)

    async def _any(self, what: Exists) -> bool:
        async with self.school.sessions() as session:
            return bool(await session.scalar(select(what)))


async def settle_in(school: SchoolBuilder, stage: Scene, clock: FakeClock) -> Talkers:
    """Lessons on Monday: algebra by the class leader, then physics."""
    leader = await school.connected_staff("Классная")
    stage.phone(leader)
    physicist = await school.connected_staff("Физикова")
    stage.phone(physicist)
    deputy = await school.connected_staff("Завучева", Role.DEPUTY_HEAD)
    stage.phone(deputy)
    class_id = await school.class_unit("7Б", leader.id)
    petr = await school.pupil(class_id)
    oleg = await school.pupil(class_id, "Сидоров", "Олег")
    algebra = await school.load(leader.id, class_id)
    physics = await school.load(physicist.id, class_id, subject="Физика")
    await school.lesson(algebra, 1)
    talkers = Talkers(
        school=school,
        clock=clock,
        stage=stage,
        class_id=class_id,
        petr=petr,
        oleg=oleg,
        lesson=await school.lesson(physics, 2),
        leader=leader,
        physicist=physicist,
        deputy=deputy,
        mother=await school.connected_guardian(petr),
        father=await school.connected_guardian(petr, surname="Иванов"),
        other_mother=await school.connected_guardian(oleg, surname="Сидорова"),
    )
    for person in (talkers.mother, talkers.father, talkers.other_mother):
        stage.phone(person)
    return talkers
