"""7Б in the second quarter: Иванов's mother has the bot, Ёжиков's did not agree, Петрова's has none."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.letters.choosing import Offer, offer, packed
from core.letters.facts import Letter
from core.letters.reading import letter_head, letters
from core.letters.sending import send_letters
from core.terms import RemarkSubject, RemarkTone, Role
from storage.models import Attendance, FinalMark, Outbox, Remark
from tests.family.marking import Marking
from tests.support.clock import MOSCOW, FakeClock, moscow
from tests.support.school import WRITTEN, Person, SchoolBuilder, days_after


@dataclass
class Letters:
    """Ids and people."""

    app: App
    clock: FakeClock
    school: SchoolBuilder
    sessions: async_sessionmaker[AsyncSession]
    marking: Marking
    period: int
    class_id: int
    leader: Person
    teacher: Person
    deputy: Person
    administrator: Person
    ivanov: int
    petrova: int
    yozhikov: int
    mother: Person
    own_phone: Person
    algebra: int
    physics: int

    async def add(self, *rows: Any) -> None:
        async with self.sessions() as session, session.begin():
            session.add_all(rows)

    async def read(self, pupil: int) -> Letter:
        """The letter of a pupil as the class leader has it."""
        async with self.app.work(self.leader.address) as work:
            head = await letter_head(work, self.class_id)
            [letter] = await letters(work, head, [pupil])
        return letter

    async def offer(self, *pupils: int, person: Person | None = None) -> Offer:
        """The overview of these pupils, or of everybody."""
        async with self.app.work((person or self.leader).address) as work:
            head = await letter_head(work, self.class_id)
            seen = (await offer(work, self.class_id, None, "", "")).choice.seen
            who = packed(head, pupils or [pupil.id for pupil in head.pupils])
            return await offer(work, self.class_id, None, who, seen)

    async def send(self, found: Offer, person: Person | None = None) -> Offer:
        """Press the confirmation of the overview."""
        async with self.app.work((person or self.leader).address) as work:
            return await send_letters(work, self.class_id, self.period, found.choice.who, found.seen)

    async def pushes(self, kind: str = "guardian_letter") -> list[Outbox]:
        async with self.sessions() as session:
            return list(await session.scalars(select(Outbox).where(Outbox.kind == kind).order_by(Outbox.id)))

    async def absent(self, pupil: int, load: int, day: date, reason: str | None, status: str = "absent") -> None:
        lesson = await self.school.lesson(load, 5, day)
        await self.add(Attendance(lesson_id=lesson, pupil_id=pupil, status=status, reason=reason, rev=1))

    async def remark(self, pupil: int, tone: RemarkTone, body: str, day: date) -> None:
        lesson = await self.school.lesson(self.algebra, 4, day)
        await self.add(
            Remark(
                lesson_id=lesson,
                pupil_id=pupil,
                about=RemarkSubject.BEHAVIOUR,
                tone=tone,
                body=body,
                given_by=self.teacher.id,
                given_at=moscow(day, "12:00"),
            )
        )

    async def final(self, pupil: int, load_subject: int, value: str) -> None:
        await self.add(
            FinalMark(
                year_id=self.school.year_id,
                period_id=self.period,
                kind="period",
                pupil_id=pupil,
                subject_id=load_subject,
                value=value,
                set_by=self.teacher.id,
                set_at=WRITTEN.astimezone(MOSCOW),
            )
        )


@pytest.fixture
async def klass(
    app: App, clock: FakeClock, school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]
) -> Letters:
    leader, teacher = [await school.connected_staff(name) for name in ("Руководителева", "Алгебраистова")]
    deputy = await school.connected_staff("Завучева", Role.DEPUTY_HEAD)
    administrator = await school.connected_staff("Админова", Role.ADMINISTRATOR)
    class_id = await school.class_unit("7Б", leader.id)
    ivanov = await school.pupil(class_id, "Иванов", "Пётр")
    petrova = await school.pupil(class_id, "Петрова", "Анна")
    yozhikov = await school.pupil(class_id, "Ёжиков", "Лев")
    mother = await school.connected_guardian(ivanov)
    own_phone = await school.connected_pupil(ivanov)
    await school.guardian(petrova, surname="Петрова")
    await school.connected_guardian(yozhikov, surname="Ёжикова", consent=False)
    algebra = await school.load(teacher.id, class_id)
    physics = await school.load(leader.id, class_id, subject="Физика")
    marking = await Marking.of(school)
    period = await marking.period()
    await marking.give(ivanov, algebra, "5", "4", "4")
    await marking.give(ivanov, physics, "3", "dot")
    await marking.give(petrova, physics, "4")
    people = (class_id, leader, teacher, deputy, administrator, ivanov, petrova, yozhikov, mother, own_phone)
    return Letters(app, clock, school, sessions, marking, period, *people, algebra, physics)


__all__ = ["Letters", "days_after", "klass"]
