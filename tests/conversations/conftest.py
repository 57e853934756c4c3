"""Two families, three teachers, a class leader, a deputy and an administrator who talk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

import pytest
from sqlalchemy import select, update

from core.app import App
from core.conversations import inbox, muting, opening, reading, writing
from core.conversations.facts import Inbox, MutedPerson, Talk, Who, Wrote
from core.outbox import Kind
from core.terms import Delivery, Role
from storage.models import AuditEntry, GroupMember, Outbox, TeachingLoad
from tests.support.school import Person, SchoolBuilder, days_after


@dataclass
class Circle:
    """7Б: the leader teaches algebra, the physicist one group (Ivanov's), the singer 8А only."""

    app: App
    school: SchoolBuilder
    class_id: int
    other_class: int
    leader: Person
    physicist: Person
    singer: Person
    deputy: Person
    director: Person
    administrator: Person
    ivanov: int
    uvarov: int
    mother: Person
    father: Person
    son: Person
    uvarova: Person
    algebra: int
    lesson: int

    async def open_to(self, staff: Person | None, by: Person | None = None, pupil: int | None = None) -> int:
        """A family's conversation with somebody, or with the administration."""
        async with self.app.work((by or self.mother).address) as work:
            return await opening.open_with_staff(work, pupil or self.ivanov, staff.id if staff else None)

    async def say(
        self,
        by: Person,
        conversation: int,
        body: str = "Здравствуйте",
        *files: int,
        source: str = "1",
        urgent: str = "",
        spans: Sequence[Any] = (),
    ) -> Wrote:
        async with self.app.work(by.address) as work:
            return await writing.write(
                work, conversation, body, list(spans), files, source=source, urgent_reason=urgent
            )

    async def read(self, by: Person, conversation: int, before: int | None = None) -> Talk:
        async with self.app.work(by.address) as work:
            return await reading.conversation(work, conversation, before)

    async def inbox(self, by: Person, first: int = 0) -> Inbox:
        async with self.app.work(by.address) as work:
            return await inbox.inbox(work, first)

    async def search(self, by: Person, words: str) -> Inbox:
        async with self.app.work(by.address) as work:
            return await inbox.search(work, words)

    async def outbox(self, *kinds: Kind) -> list[Outbox]:
        query = select(Outbox).where(Outbox.kind.in_(kinds or (Kind.MESSAGE,))).order_by(Outbox.id)
        async with self.school.sessions() as session:
            return list(await session.scalars(query))

    async def pending(self, *kinds: Kind) -> list[Outbox]:
        return [row for row in await self.outbox(*kinds) if row.status is Delivery.PENDING]

    async def deliver(self) -> None:
        """All that waits is on the phones."""
        async with self.school.sessions() as session, session.begin():
            waiting = update(Outbox).where(Outbox.status == Delivery.PENDING)
            await session.execute(waiting.values(status=Delivery.SENT, message_ref="1", sent_at=self.app.clock.now()))

    async def trace(self, action: str) -> list[AuditEntry]:
        query = select(AuditEntry).where(AuditEntry.action == action).order_by(AuditEntry.id)
        async with self.school.sessions() as session:
            return list(await session.scalars(query))

    async def change(self, statement: Any) -> None:
        async with self.school.sessions() as session, session.begin():
            await session.execute(statement)


@pytest.fixture
async def circle(app: App, school: SchoolBuilder) -> Circle:
    leader = await school.connected_staff("Классная")
    physicist = await school.connected_staff("Физикова")
    singer = await school.connected_staff("Певцова")
    class_id = await school.class_unit("7Б", leader.id)
    other = await school.class_unit("8А")
    ivanov = await school.pupil(class_id, "Иванов", "Пётр")
    uvarov = await school.pupil(class_id, "Уваров", "Семён")
    algebra = await school.load(leader.id, class_id)
    physics = await school.load(physicist.id, class_id, subject="Физика", group="1")
    await school.load(singer.id, other, subject="Музыка")
    await _in_group(school, physics, ivanov)
    return Circle(
        app=app,
        school=school,
        class_id=class_id,
        other_class=other,
        leader=leader,
        physicist=physicist,
        singer=singer,
        deputy=await school.connected_staff("Завучева", Role.DEPUTY_HEAD),
        director=await school.connected_staff("Директорова", Role.DIRECTOR),
        administrator=await school.connected_staff("Админова", Role.ADMINISTRATOR),
        ivanov=ivanov,
        uvarov=uvarov,
        mother=await school.connected_guardian(ivanov),
        father=await school.connected_guardian(ivanov, surname="Отцов"),
        son=await school.connected_pupil(ivanov),
        uvarova=await school.connected_guardian(uvarov, surname="Уварова"),
        algebra=algebra,
        lesson=await school.lesson(algebra, 1),
    )


async def _in_group(school: SchoolBuilder, load: int, pupil: int) -> None:
    async with school.sessions() as session, session.begin():
        subject = await session.scalar(select(TeachingLoad.subject_id).where(TeachingLoad.id == load))
        session.add(GroupMember(load_id=load, subject_id=subject, pupil_id=pupil, starts=days_after(-60), ends=None))


async def mute(
    circle: Circle, by: Person, kind: Who, person_id: int, days: int = 1, why: str = "Грубость"
) -> MutedPerson:
    async with circle.app.work(by.address) as work:
        return await muting.mute(work, kind, person_id, work.at(days_after(days), time(18)), why)
