"""Class 7Б from the roll's tests, at its first lesson, and short ways to give marks."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from core.app import App
from core.marks import correcting, giving, opening
from core.marks.sheet import MarkSheet
from core.terms import MarkValue
from storage.models import AuditEntry, Mark, WorkKind
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class, with marks
from tests.support.clock import FakeClock
from tests.support.school import Person

Kinds = dict[str, int]


@pytest.fixture(autouse=True)
def at_the_first_lesson(clock: FakeClock) -> None:
    clock.set("08:35")


@pytest.fixture
async def kinds(seven_b: Class7B) -> Kinds:  # noqa: F811 - pytest's way to name a fixture
    """Ids of the kinds of work by their letters."""
    async with seven_b.sessions() as session:
        return {kind.letter: kind.id for kind in await session.scalars(select(WorkKind))}


@dataclass
class Marker:
    """A person with a journal: each call is a unit of work of its own."""

    app: App
    person: Person
    lesson: int

    async def open(self, kind: int | None = None) -> MarkSheet:
        async with self.app.work(self.person.address) as work:
            return await opening.open_marks(work, self.lesson, kind)

    async def give(self, pupil: int, value: str = "5", *, kind: int | None = None, seen: int = 0) -> MarkSheet:
        async with self.app.work(self.person.address) as work:
            return await giving.give(work, self.lesson, pupil, kind, MarkValue(value), seen=seen)

    async def change(self, mark: int, value: str, *, seen: int = 1) -> MarkSheet:
        async with self.app.work(self.person.address) as work:
            return await correcting.change(work, self.lesson, mark, MarkValue(value), seen=seen)

    async def remove(self, mark: int, *, seen: int = 1) -> MarkSheet:
        async with self.app.work(self.person.address) as work:
            return await correcting.remove(work, self.lesson, mark, seen=seen)

    async def comment(self, mark: int, words: str) -> MarkSheet:
        async with self.app.work(self.person.address) as work:
            return await correcting.comment(work, self.lesson, mark, words)


MarkerOf = Callable[[Person], Marker]


@pytest.fixture
def by(app: App, seven_b: Class7B) -> MarkerOf:  # noqa: F811
    """`by(person)` marks Monday's first lesson."""
    return lambda person: Marker(app, person, seven_b.lessons[0])


@pytest.fixture
def teacher(by: MarkerOf, seven_b: Class7B) -> Marker:  # noqa: F811
    return by(seven_b.teacher)


Rows = Callable[[], Awaitable[list[Mark]]]


@pytest.fixture
def rows(seven_b: Class7B) -> Rows:  # noqa: F811
    """Every mark ever written, the removed ones too, read through a session of its own."""

    async def read() -> list[Mark]:
        async with seven_b.sessions() as session:
            return list(await session.scalars(select(Mark).order_by(Mark.id)))

    return read


Trace = Callable[[str], Awaitable[list[AuditEntry]]]


@pytest.fixture
def trace(seven_b: Class7B) -> Trace:  # noqa: F811
    """The audit's lines of an action."""

    async def read(action: str) -> list[AuditEntry]:
        async with seven_b.sessions() as session:
            found = select(AuditEntry).where(AuditEntry.action == action).order_by(AuditEntry.id)
            return list(await session.scalars(found))

    return read


def values(sheet: MarkSheet, pupil: int) -> list[str]:
    """The marks of a pupil as the sheet has them."""
    line = sheet.line(pupil)
    assert line is not None
    return [mark.value.value for mark in line.marks]
