"""Every screen of conversations asks the database a fixed small number of times, however much was written."""

from collections.abc import Awaitable, Callable

import pytest

from core.app import App, Work
from core.conversations import choosing, inbox, opening, reading, writing
from core.prompts import tied
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder
from tests.support.statements import counted

LIMIT = 8


@pytest.fixture
async def teacher(app: App, school: SchoolBuilder, clock: FakeClock) -> Person:
    """A class leader with a conversation about each of ten pupils, five messages in each."""
    clock.set("10:00")
    person = await school.connected_staff("Классная")
    unit = await school.class_unit("7Б", person.id)
    await school.load(person.id, unit)
    pupils = [await school.pupil(unit, f"Ученик{number}") for number in range(10)]
    for pupil in pupils:
        await school.connected_guardian(pupil)
        await school.connected_guardian(pupil, surname="Отцов")
    for number in range(5):
        async with app.work(person.address) as work:
            talks = await opening.open_with_parents_of(work, pupils)
            await writing.write_to_all(work, talks, f"Слово {number}", [], source=str(number))
    return person


async def open_conversation(work: Work) -> None:
    await reading.conversation(work, 1)
    await tied(work, "1")


async def write(work: Work) -> None:
    await writing.write(work, 1, "Слово", [], source="100")


SCREENS: dict[str, tuple[Callable[[Work], Awaitable[object]], int]] = {
    "inbox": (inbox.inbox, LIMIT),
    "search": (lambda work: inbox.search(work, "слово"), LIMIT),
    "conversation": (open_conversation, LIMIT),
    "family": (lambda work: opening.family_of(work, 1), LIMIT),
    "pupils": (lambda work: opening.pupils(work, "и"), LIMIT),
    "class": (lambda work: choosing.class_families(work, 1), LIMIT),
    "colleagues": (opening.colleagues, LIMIT),
    "words": (write, LIMIT),
}


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_costs_few_statements(app: App, teacher: Person, screen: str) -> None:
    show, limit = SCREENS[screen]

    with counted(app.sessions) as statements:
        async with app.work(teacher.address) as work:
            await show(work)

    assert len(statements) <= limit, "\n".join(statements)


async def test_the_same_words_cost_as_many_statements_however_many_families(app: App, teacher: Person) -> None:
    costs = []
    for families in (1, 3, 10):
        with counted(app.sessions) as statements:
            async with app.work(teacher.address) as work:
                talks = await opening.open_with_parents_of(work, range(1, families + 1))
                await writing.write_to_all(work, talks, "Всем", [], source=f"to-{families}")
        costs.append(len(statements))

    assert costs == [11, 11, 11]
