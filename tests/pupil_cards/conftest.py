"""7Б with its leader, a mother and a father of Пётр, a deputy and a secretary; cards as the tests move them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select, update

from core.app import App
from core.pupil_cards import confirming, deciding, editing, proposals, reading
from core.pupil_cards.confirming import Outcome
from core.pupil_cards.deciding import Decided
from core.pupil_cards.facts import ClassCards, PupilCard
from core.pupil_cards.proposals import FamilyContacts, Proposed
from core.pupil_cards.reminding import remind_of_cards
from core.rules.contacts import ContactField
from core.terms import Role
from storage.models import AuditEntry, ContactProposal, Outbox, RegulationChoice
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class
from tests.support.clock import FakeClock
from tests.support.school import Person
from tests.support.stage import Scene, playing, scene

PHONE, EMAIL, ADDRESS = ContactField.PHONE, ContactField.EMAIL, ContactField.ADDRESS


@dataclass
class Cards:
    """Each call is a unit of work of its own; who is asked for none acts as the class leader."""

    app: App
    clock: FakeClock
    class7: Class7B
    secretary: Person

    async def card(self, by: Person | None = None, pupil: int | None = None) -> PupilCard:
        async with self.app.work((by or self.class7.leader).address) as work:
            return await reading.pupil_card(work, pupil or self.class7.ivanov)

    async def all(self, by: Person | None = None) -> ClassCards:
        async with self.app.work((by or self.class7.leader).address) as work:
            return await reading.class_cards(work, self.class7.class_id)

    async def edit(
        self, field: ContactField, words: str, *, guardian: int | None = None, by: Person | None = None
    ) -> tuple[PupilCard, bool]:
        async with self.app.work((by or self.class7.leader).address) as work:
            return await editing.edit_card(work, self.class7.ivanov, guardian, field, words)

    async def confirm(self, by: Person | None = None, seen: str = "") -> Outcome:
        seen = seen or (await self.card()).seen
        async with self.app.work((by or self.class7.leader).address) as work:
            return (await confirming.confirm_card(work, self.class7.ivanov, seen))[1]

    async def confirm_all(self, by: Person | None = None, seen: str = "") -> tuple[Outcome, int]:
        seen = seen or (await self.all()).seen
        async with self.app.work((by or self.class7.leader).address) as work:
            return (await confirming.confirm_class(work, self.class7.class_id, seen))[1:]

    async def ask(self, by: Person | None = None) -> Outcome:
        async with self.app.work((by or self.class7.deputy).address) as work:
            return (await confirming.ask_for_cards(work, self.class7.class_id))[1]

    async def propose(
        self, field: ContactField, words: str, *, own: bool = True, by: Person | None = None, pupil: int | None = None
    ) -> Proposed:
        async with self.app.work((by or self.class7.mother).address) as work:
            return await proposals.propose(work, pupil or self.class7.ivanov, field, words, own=own)

    async def contacts(self, by: Person | None = None) -> FamilyContacts:
        async with self.app.work((by or self.class7.mother).address) as work:
            return await proposals.family_contacts(work, self.class7.ivanov)

    async def withdraw(self, proposal: int, seen: str, by: Person | None = None) -> bool:
        async with self.app.work((by or self.class7.mother).address) as work:
            return (await proposals.withdraw(work, proposal, seen))[1]

    async def accept(self, proposal: int, seen: str, by: Person | None = None) -> Decided:
        async with self.app.work((by or self.class7.leader).address) as work:
            return (await deciding.accept(work, proposal, seen))[1]

    async def refuse(
        self, proposal: int, seen: str, words: str = "Принесите заявление", by: Person | None = None
    ) -> Decided:
        async with self.app.work((by or self.class7.leader).address) as work:
            return (await deciding.refuse(work, proposal, words, seen))[1]

    async def remind(self) -> None:
        async with self.app.work() as work:
            await remind_of_cards(work)

    async def rule(self, name: str) -> None:
        """Let the school confirm cards so (class_leader_confirms)."""
        if (await self.rows(RegulationChoice)) == []:
            await self.class7.school.choose_regulation("default")
        async with self.class7.sessions() as session, session.begin():
            change = {"class_leader_confirms": {"value": name}}
            await session.execute(update(RegulationChoice).values(overrides=change))

    async def proposals(self) -> list[ContactProposal]:
        return await self.rows(ContactProposal)

    async def pushes(self, kind: str) -> list[Outbox]:
        """What is to be told; what was dropped aside."""
        return [row for row in await self.class7.outbox(kind) if row.status != "superseded"]

    async def traced(self) -> list[str]:
        return [row.action for row in await self.rows(AuditEntry)]

    async def rows(self, model: type) -> list:  # type: ignore[type-arg]
        async with self.class7.sessions() as session:
            return list(await session.scalars(select(model).order_by(model.id)))  # type: ignore[attr-defined]


@pytest.fixture
async def cards(app: App, clock: FakeClock, seven_b: Class7B) -> Cards:  # noqa: F811 - pytest's way to name a fixture
    secretary = await seven_b.school.connected_staff("Секретарёва", Role.SECRETARY)
    return Cards(app, clock, seven_b, secretary)


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock, cards: Cards) -> AsyncIterator[Scene]:
    """The product at work at 14:00 on Monday."""
    clock.set("14:00")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_
