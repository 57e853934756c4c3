"""Building the school a test needs, row by row, straight into the database."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import takewhile
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.actor import Address
from core.terms import ConsentAnswer, Door, Role
from storage.models import (
    Account,
    ClassUnit,
    Consent,
    ConsentWording,
    Enrolment,
    Guardian,
    Guardianship,
    Lesson,
    Link,
    LoadClass,
    Pupil,
    RegulationChoice,
    School,
    Staff,
    StaffRole,
    StudyYear,
    Subject,
    TeachingLoad,
)
from tests.support.clock import MONDAY, MOSCOW, moscow

BELLS = {
    1: ("08:30", "09:15"),
    2: ("09:25", "10:10"),
    3: ("10:30", "11:15"),
    4: ("11:35", "12:20"),
    5: ("12:30", "13:15"),
}
WRITTEN = datetime(2026, 9, 1, 8, 0, tzinfo=MOSCOW)


@dataclass(frozen=True)
class Person:
    """Somebody of the school with a connected account: the id of the person and the address to act from."""

    id: int
    address: Address
    account_id: int
    link_id: int


class SchoolBuilder:
    """Each method writes and commits; ids come back."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self.sessions = sessions
        self.year_id = 0
        self._chat = 1000
        self._number = 0

    async def open(self) -> None:
        """The school named, the year 2026/2027 and a consent text."""
        year = await self._add(StudyYear(name="2026/2027", starts=date(2026, 9, 1), ends=date(2027, 5, 26)))
        self.year_id = year.id
        async with self.sessions() as session, session.begin():
            await session.execute(update(School).values(name="Школа № 1", year_id=year.id))
            if await session.scalar(select(ConsentWording.id).limit(1)) is None:
                session.add(ConsentWording(version=1, wording="Согласен на обработку", created_at=WRITTEN))

    async def _add(self, row: Any, of_it: Callable[[Any], Iterable[Any]] = lambda _: ()) -> Any:
        """Write a row, and those that name its id, in one transaction."""
        async with self.sessions() as session, session.begin():
            session.add(row)
            await session.flush()
            session.add_all(of_it(row))
        return row

    def _next(self) -> int:
        self._number += 1
        return self._number

    async def staff(self, surname: str = "Учитель", *roles: Role, given_name: str = "Анна") -> int:
        """A staff member without an account; a teacher when no role is named."""
        row = await self._add(
            Staff(staff_number=f"S{self._next()}", surname=surname, given_name=given_name, patronymic="Ивановна"),
            lambda staff: [StaffRole(staff_id=staff.id, role=role) for role in roles or (Role.TEACHER,)],
        )
        return int(row.id)

    async def connected_staff(self, surname: str = "Учитель", *roles: Role) -> Person:
        """A staff member whose staff bot is connected."""
        return await self.connect(Door.STAFF, staff_id=await self.staff(surname, *roles))

    async def class_unit(self, name: str = "7Б", leader_id: int | None = None) -> int:
        digits = "".join(takewhile(str.isdigit, name))
        row = await self._add(
            ClassUnit(
                year_id=self.year_id, name=name, key=name.upper(), grade_level=int(digits), class_leader_id=leader_id
            )
        )
        return int(row.id)

    async def pupil(
        self,
        class_id: int,
        surname: str = "Иванов",
        given_name: str = "Пётр",
        *,
        born: date | None = date(2011, 5, 17),
    ) -> int:
        """A pupil of the class since 1 September, old enough to consent for oneself unless said otherwise."""
        row = await self._add(
            Pupil(file_number=f"P{self._next()}", surname=surname, given_name=given_name, birth_date=born),
            lambda pupil: [Enrolment(pupil_id=pupil.id, class_id=class_id, starts=date(2026, 9, 1))],
        )
        return int(row.id)

    async def guardian(self, *pupil_ids: int, surname: str = "Иванова", phone: str = "+79000000000") -> int:
        row = await self._add(
            Guardian(surname=surname, given_name="Мария", patronymic="Петровна", phone=phone),
            lambda guardian: [Guardianship(guardian_id=guardian.id, pupil_id=p, kinship="мать") for p in pupil_ids],
        )
        return int(row.id)

    async def connected_guardian(self, *pupil_ids: int, surname: str = "Иванова", consent: bool = True) -> Person:
        """A guardian whose family bot is connected, consent given unless said otherwise."""
        person = await self.connect(Door.FAMILY, guardian_id=await self.guardian(*pupil_ids, surname=surname))
        if consent:
            await self.consent(person, guardian_id=person.id)
        return person

    async def connected_pupil(self, pupil_id: int, *, consent: bool = True) -> Person:
        person = await self.connect(Door.FAMILY, pupil_id=pupil_id)
        if consent:
            await self.consent(person, pupil_id=pupil_id)
        return person

    async def consent(self, person: Person, answer: ConsentAnswer = ConsentAnswer.GIVEN, **holder: int) -> None:
        async with self.sessions() as session, session.begin():
            wording = await session.scalar(select(ConsentWording.id).order_by(ConsentWording.id.desc()).limit(1))
            session.add(Consent(wording_id=wording, answer=answer, at=WRITTEN, account_id=person.account_id, **holder))

    async def connect(self, door: Door, *, chat: str | None = None, **holder: int) -> Person:
        """An account with an active link to the holder (staff_id, guardian_id or pupil_id)."""
        if chat is None:
            self._chat += 1
            chat = str(self._chat)
        link = Link(created_at=WRITTEN, **holder)

        def linked(account: Account) -> list[Link]:
            link.account_id = account.id
            return [link]

        account = await self._add(
            Account(channel="telegram", door=door, address=chat, language="ru", created_at=WRITTEN, seen_at=WRITTEN),
            linked,
        )
        return Person(next(iter(holder.values())), Address(door=door, chat=chat), account.id, link.id)

    async def load(
        self, teacher_id: int, *class_ids: int, subject: str = "Алгебра", group: str = "", hours: str = "3"
    ) -> int:
        """A teaching load over the classes; the subject is made when new."""
        async with self.sessions() as session, session.begin():
            subject_id = await session.scalar(select(Subject.id).where(Subject.name == subject))
            if subject_id is None:
                row = Subject(name=subject, short_name=subject[:8])
                session.add(row)
                await session.flush()
                subject_id = row.id
            load = TeachingLoad(
                year_id=self.year_id,
                subject_id=subject_id,
                teacher_id=teacher_id,
                group_name=group,
                hours_per_week=Decimal(hours),
            )
            session.add(load)
            await session.flush()
            for class_id in class_ids:
                session.add(LoadClass(load_id=load.id, class_id=class_id, subject_id=subject_id, group_name=group))
            return load.id

    async def lesson(
        self, load_id: int, lesson_no: int = 1, day: date = MONDAY, *, room: str = "12", substitute: int | None = None
    ) -> int:
        """A dated lesson by the usual bells, given by the load's teacher or a substitute."""
        starts, ends = BELLS[lesson_no]
        async with self.sessions() as session, session.begin():
            teacher = await session.scalar(select(TeachingLoad.teacher_id).where(TeachingLoad.id == load_id))
            row = Lesson(
                load_id=load_id,
                origin_date=day,
                origin_no=lesson_no,
                on_date=day,
                lesson_no=lesson_no,
                starts_at=moscow(day, starts),
                ends_at=moscow(day, ends),
                room=room,
                planned_room=room,
                teacher_id=substitute or teacher,
                substituted_for_id=teacher if substitute else None,
            )
            session.add(row)
            await session.flush()
            return row.id

    async def choose_regulation(self, name: str, since: date = date(2026, 9, 1)) -> None:
        """Let a preset run from a day on."""
        await self._add(RegulationChoice(since=since, name=name, overrides={}, chosen_at=WRITTEN))

    async def update_school(self, **values: Any) -> None:
        """Change settings of the school row."""
        async with self.sessions() as session, session.begin():
            await session.execute(update(School).values(**values))


def days_after(count: int) -> date:
    """The date `count` days after the tests' Monday."""
    return MONDAY + timedelta(days=count)


def wall(text: str) -> time:
    """`HH:MM` as a time."""
    return time.fromisoformat(text)
