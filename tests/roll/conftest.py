"""Class 7Б with its teacher, class leader and a family, on a Monday of four lessons."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.terms import Role
from storage.models import Outbox
from tests.support.school import Person, SchoolBuilder


@dataclass
class Class7B:
    """Ids and people of the class; `lessons[0]` is Monday's first."""

    school: SchoolBuilder
    sessions: async_sessionmaker[AsyncSession]
    class_id: int
    teacher: Person
    leader: Person
    ivanov: int
    petrova: int
    sidorov: int
    mother: Person
    father: Person
    deputy: Person
    load: int
    lessons: list[int]

    async def outbox(self, kind: str) -> list[Outbox]:
        """Rows of a kind, oldest first, read through a session of their own."""
        async with self.sessions() as session:
            return list(await session.scalars(select(Outbox).where(Outbox.kind == kind).order_by(Outbox.id)))

    async def deliver(self, kind: str, moment: object) -> None:
        """As if the worker had sent what waits of a kind."""
        async with self.sessions() as session, session.begin():
            for row in await session.scalars(select(Outbox).where(Outbox.kind == kind, Outbox.status == "pending")):
                row.status, row.sent_at = "sent", moment  # type: ignore[assignment]


@pytest.fixture
async def seven_b(school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]) -> Class7B:
    teacher = await school.connected_staff("Алгебраистова")
    leader = await school.connected_staff("Руководителева")
    class_id = await school.class_unit("7Б", leader.id)
    ivanov = await school.pupil(class_id, "Иванов", "Пётр")
    petrova = await school.pupil(class_id, "Петрова", "Анна")
    sidorov = await school.pupil(class_id, "Ёжиков", "Лев")
    load = await school.load(teacher.id, class_id)
    lessons = [await school.lesson(load, number) for number in (1, 2, 3, 4)]
    mother = await school.connected_guardian(ivanov, surname="Иванова")
    father = await school.connected_guardian(ivanov, surname="Иванов")
    deputy = await school.connected_staff("Завучева", Role.DEPUTY_HEAD)
    people = (teacher, leader, ivanov, petrova, sidorov, mother, father, deputy)
    return Class7B(school, sessions, class_id, *people, load, lessons)
