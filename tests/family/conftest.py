"""A family: Пётр of 7Б with two parents, and a stranger's child next to him."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

import pytest

from core.app import App, Work
from core.terms import Role
from tests.support.school import Person, SchoolBuilder

Enter = Callable[[Person], AbstractAsyncContextManager[Work]]


@dataclass(frozen=True)
class Family:
    """Who lives in these tests. `leader` leads 7Б; `stranger` is the mother of `other_pupil` of the same class."""

    class_id: int
    pupil_id: int
    other_pupil_id: int
    teacher_id: int
    leader: Person
    mother: Person
    father: Person
    stranger: Person


@pytest.fixture
async def family(school: SchoolBuilder) -> Family:
    leader = await school.connected_staff("Классная", Role.TEACHER)
    class_id = await school.class_unit("7Б", leader.id)
    pupil_id = await school.pupil(class_id)
    other_pupil_id = await school.pupil(class_id, "Сидоров", "Олег")
    return Family(
        class_id=class_id,
        pupil_id=pupil_id,
        other_pupil_id=other_pupil_id,
        teacher_id=await school.staff("Петрова"),
        leader=leader,
        mother=await school.connected_guardian(pupil_id),
        father=await school.connected_guardian(pupil_id, surname="Иванов"),
        stranger=await school.connected_guardian(other_pupil_id, surname="Сидорова"),
    )


@pytest.fixture
def enter(app: App) -> Enter:
    """`async with enter(person) as work:` opens that person's unit of work."""
    return lambda person: app.work(person.address)
