"""A school with a director, a deputy and a teacher, and both bots for the chat."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.terms import Role
from storage.models import AuditEntry, RegulationChoice
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class, under rules that change
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder
from tests.support.stage import Scene, playing, scene


@dataclass
class Office:
    """Those who choose the rules, and one who only reads them."""

    sessions: async_sessionmaker[AsyncSession]
    director: Person
    deputy: Person
    teacher: Person
    administrator: Person

    async def choices(self) -> list[RegulationChoice]:
        """Made by people, oldest first; the migration's own stands before them."""
        async with self.sessions() as session:
            made = select(RegulationChoice).where(RegulationChoice.chosen_by.is_not(None))
            return list(await session.scalars(made.order_by(RegulationChoice.id)))

    async def trail(self, action: str) -> list[AuditEntry]:
        async with self.sessions() as session:
            return list(await session.scalars(select(AuditEntry).where(AuditEntry.action == action)))


@pytest.fixture
async def office(school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]) -> Office:
    people = [
        await school.connected_staff(surname, role)
        for surname, role in (
            ("Директорова", Role.DIRECTOR),
            ("Завучева", Role.DEPUTY_HEAD),
            ("Учителева", Role.TEACHER),
            ("Админова", Role.ADMINISTRATOR),
        )
    ]
    return Office(sessions, *people)


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    """The product at work at 08:35 on Monday 23 November."""
    clock.set("08:35")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_
