"""Class 7Б with its people, and another class; announcements are written with a few words."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import select, update

from core.actions.announcing import Part
from core.announcements import composing, sending, settings
from core.announcements.audience import set_audience
from core.announcements.facts import Sent
from core.announcements.publishing import publish_due
from core.app import App
from core.terms import Acknowledgement
from storage.models import AnnouncementReader, Enrolment, GroupMember, Outbox, TeachingLoad
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class
from tests.support.school import Person


@dataclass
class Post:
    """The school's post: Ivanov's parents are connected, of Petrova and Yozhikov nobody is; 8А has one pupil."""

    app: App
    of: Class7B
    eight_a: int
    stranger: int

    async def draft(
        self,
        author: Person,
        *,
        body: str = "Собрание в среду",
        to: list[tuple[Part, str]] | None = None,
        ask: Acknowledgement = Acknowledgement.NONE,
        choices: tuple[str, ...] = (),
        urgent: str = "",
        at: datetime | None = None,
        ends: date | None = None,
        source: str = "message-1",
    ) -> tuple[int, int]:
        """Id and revision of a draft with all of this; to the guardians of 7Б unless said otherwise."""
        async with self.app.work(author.address) as work:
            draft = await composing.draft(work)
            for part, value in to if to is not None else [(Part.CLASSES, str(self.of.class_id))]:
                draft = await set_audience(work, draft.id, part, value, on=True, seen=draft.rev)
            draft = await composing.set_words(work, draft.id, body, [], source=source)
            draft = await settings.set_acknowledgement(work, draft.id, ask, choices)
            draft = await settings.set_urgent(work, draft.id, urgent)
            draft = await settings.set_publish_at(work, draft.id, at)
            draft = await settings.set_ends_on(work, draft.id, ends)
        return draft.id, draft.rev

    async def confirm(self, author: Person, announcement: int, rev: int) -> Sent:
        async with self.app.work(author.address) as work:
            return await sending.confirm(work, announcement, seen=rev)

    async def tick(self) -> None:
        async with self.app.work() as work:
            await publish_due(work)

    async def publish(self, author: Person, **said: Any) -> int:
        """An announcement written, confirmed and published."""
        announcement, rev = await self.draft(author, **said)
        await self.confirm(author, announcement, rev)
        await self.tick()
        return announcement

    async def pushes(self, kind: str = "announcement") -> list[Outbox]:
        return await self.of.outbox(kind)

    async def readers(self, announcement: int) -> list[AnnouncementReader]:
        async with self.of.sessions() as session:
            found = select(AnnouncementReader).where(AnnouncementReader.announcement_id == announcement)
            return list(await session.scalars(found.order_by(AnnouncementReader.id)))

    async def join(self, load: int, pupil: int) -> None:
        """The pupil is of the group of a load from now on."""
        async with self.of.sessions() as session, session.begin():
            subject = await session.scalar(select(TeachingLoad.subject_id).where(TeachingLoad.id == load))
            session.add(GroupMember(load_id=load, subject_id=subject, pupil_id=pupil, starts=date(2026, 9, 1)))

    async def leave(self, pupil: int, last: date) -> None:
        """The pupil's last day in the school."""
        async with self.of.sessions() as session, session.begin():
            await session.execute(update(Enrolment).where(Enrolment.pupil_id == pupil).values(ends=last))


@pytest.fixture
async def post(app: App, seven_b: Class7B) -> Post:  # noqa: F811 - pytest's way to name a fixture
    eight_a = await seven_b.school.class_unit("8А")
    stranger = await seven_b.school.pupil(eight_a, "Чужой", "Егор")
    return Post(app, seven_b, eight_a, stranger)
