"""One school's journal: its database, its clock, and the one way to open a unit of work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.actor import SYSTEM, Actor, Address, Presence
from core.clock import Clock
from core.errors import PinNeeded
from core.identity import load_identity
from core.school import RegulationMemory, SchoolFacts
from regulations import Regulation
from storage.base import table_of
from storage.models import AuditEntry

_TRACE = insert(table_of(AuditEntry))


@dataclass(frozen=True)
class Override:
    """Somebody who may decide lets an entry in after its window: who, and why (J6)."""

    approved_by: int
    reason: str


@dataclass(frozen=True)
class Work:
    """A unit of work: one transaction, one moment, one actor. `now` is aware UTC.

    `trace` gathers the lines of the audit (audit.py); they are written just before the commit. `override` is set
    while an entry is carried out against the rules' term (entries.py); `insists` when the person was warned of a
    soft rule and wants it all the same; `files` are the stored files that came with an entry carried out later.
    """

    session: AsyncSession
    now: datetime
    school: SchoolFacts
    actor: Actor
    trace: list[dict[str, Any]] = field(default_factory=list)
    override: Override | None = None
    insists: bool = False
    files: tuple[int, ...] = ()

    def regulation(self, day: date) -> Regulation:
        """The regulation of lessons held on a day."""
        return self.school.regulation(day)

    @property
    def approved_by(self) -> int | None:
        """Who let an entry in against the rules' term, if anybody had to."""
        return self.override.approved_by if self.override else None

    @property
    def local_now(self) -> datetime:
        """The moment by the school's wall clock."""
        return self.now.astimezone(self.school.zone)

    @property
    def today(self) -> date:
        """The school's date."""
        return self.local_now.date()

    def local(self, moment: datetime) -> datetime:
        """A stored moment by the school's wall clock."""
        return moment.astimezone(self.school.zone)

    def at(self, day: date, wall: time) -> datetime:
        """The moment of a wall-clock time of the school on a day."""
        return datetime.combine(day, wall, self.school.zone)

    def end_of(self, day: date) -> datetime:
        """The first moment of the day after."""
        return self.at(day + timedelta(days=1), time(0))


class App:
    """Built once a process for each school; holds nothing that a request could change.

    What was parsed of the school's regulations is kept: those rows never change.
    """

    def __init__(self, sessions: async_sessionmaker[AsyncSession], clock: Clock) -> None:
        self.sessions = sessions
        self.clock = clock
        self.regulations = RegulationMemory()

    @asynccontextmanager
    async def work(self, address: Address | None = None, presence: Presence = Presence.ACTS) -> AsyncIterator[Work]:
        """A unit of work of the person at `address` (none: the system). Commits at the end, rolls back on an error.

        Raises PinNeeded when the person's PIN is to be given first (but for Presence.LOCKED).
        """
        now = self.clock.now()
        async with self.sessions() as session, session.begin():
            school, actor = await load_identity(session, address, now, self.regulations, presence)
            if actor is not None and actor.locked and presence is not Presence.LOCKED:
                raise PinNeeded
            work = Work(session, now, school, actor or SYSTEM)
            yield work
            if work.trace:
                await session.execute(_TRACE, work.trace)
