"""The class of the failing tests (7Б, the second quarter), with lessons of today and a desk to open."""

from dataclasses import dataclass

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.class_desk import desk, lists, near
from core.class_desk.desk import ClassDesk
from core.terms import AbsenceReason, Acknowledgement, Presence
from storage.models import Announcement, AnnouncementReader, Attendance
from tests.failing.conftest import Failing, failing  # noqa: F401 - the same class
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import Person, days_after


@dataclass
class Desk:
    """Each call is a unit of work of its own; who is asked for none acts as the class leader."""

    app: App
    clock: FakeClock
    sessions: async_sessionmaker[AsyncSession]
    of: Failing

    async def open(self, by: Person | None = None) -> ClassDesk:
        async with self.app.work((by or self.of.leader).address) as work:
            return await desk.class_desk(work, self.of.class_id)

    async def near(self) -> near.NearClass:
        async with self.app.work(self.of.leader.address) as work:
            return await near.near_failing(work, self.of.class_id)

    async def owed(self, first: int = 0) -> lists.OwedWorks:
        async with self.app.work(self.of.leader.address) as work:
            return await lists.owed_works(work, self.of.class_id, first)

    async def unconnected(self) -> lists.UnconnectedFamilies:
        async with self.app.work(self.of.leader.address) as work:
            return await lists.unconnected_families(work, self.of.class_id, 0)

    async def no_consent(self) -> lists.ConsentsMissing:
        async with self.app.work(self.of.leader.address) as work:
            return await lists.consents_missing(work, self.of.class_id, 0)

    async def unread(self, first: int = 0) -> lists.UnreadOfClass:
        async with self.app.work(self.of.leader.address) as work:
            return await lists.unread_of_class(work, self.of.class_id, first)

    async def absent(
        self, pupil: int, day: int = 0, *, reason: AbsenceReason | None = None, lesson_no: int = 1
    ) -> None:
        """Missed a lesson of a day after Monday (or before it)."""
        lesson = await self.of.school.lesson(self.of.algebra, lesson_no, days_after(day))
        async with self.sessions() as session, session.begin():
            row = Attendance(lesson_id=lesson, pupil_id=pupil, status=Presence.ABSENT, reason=reason, rev=1)
            session.add(row)

    async def announce(self, words: str, *people: dict[str, int], ends: int | None = None, asks: bool = True) -> int:
        """A published announcement that these have not read yet."""
        async with self.sessions() as session, session.begin():
            row = Announcement(
                made_by=self.of.leader.id,
                made_at=moscow(MONDAY, "07:00"),
                body=words,
                acknowledgement=Acknowledgement.READ if asks else Acknowledgement.NONE,
                ends_on=None if ends is None else days_after(ends),
                confirmed_at=moscow(MONDAY, "07:00"),
                published_at=moscow(MONDAY, "07:00"),
            )
            session.add(row)
            await session.flush()
            for person in people:
                session.add(AnnouncementReader(announcement_id=row.id, class_id=self.of.class_id, **person))
            return row.id


@pytest.fixture
def desk_(app: App, clock: FakeClock, failing: Failing) -> Desk:  # noqa: F811 - pytest's way to name a fixture
    return Desk(app, clock, failing.sessions, failing)
