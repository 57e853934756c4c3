"""Two families, three teachers of whom two lead a class, a deputy and an administrator; Monday, ten in the morning."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.app import App
from core.terms import Role
from storage.models import Guardianship
from tests.chat.talking import settle_in
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder
from tests.support.stage import Scene, playing, scene
from tests.talking.life import Talk


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    """Both bots at work."""
    clock.set("10:00")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


@pytest.fixture
async def talk(school: SchoolBuilder, stage: Scene, clock: FakeClock) -> Talk:
    """Пётр of 7Б and Анна of 5А have the same mother and father; Олег of 7Б has a mother."""
    people = await settle_in(school, stage, clock)
    girls_leader = await school.connected_staff("Пятова")
    girls_class = await school.class_unit("5А", girls_leader.id)
    await school.load(girls_leader.id, girls_class, subject="Литература")
    girl = await school.pupil(girls_class, "Иванова", "Анна")
    async with school.sessions() as session, session.begin():
        for parent, kinship in ((people.mother, "мать"), (people.father, "отец")):
            session.add(Guardianship(guardian_id=parent.id, pupil_id=girl, kinship=kinship))
    administrator = await school.connected_staff("Админова", Role.ADMINISTRATOR)
    found = Talk(people, girl, girls_leader, administrator)
    found.gives(
        mother=people.mother,
        father=people.father,
        neighbour=people.other_mother,
        leader=people.leader,
        physicist=people.physicist,
        girls_leader=girls_leader,
        deputy=people.deputy,
        administrator=administrator,
    )
    return found
