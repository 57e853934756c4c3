"""A school for measuring: classes of thirty with a teacher each, and a lesson that is going on right now."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from storage.engine import make_engine, make_sessions
from storage.models import Enrolment, Lesson, Pupil
from tests.support.database import open_server
from tests.support.school import Person, SchoolBuilder

PUPILS = 30
ZONE = "UTC"


@dataclass(frozen=True)
class Town:
    """`teachers[i]` gives `lessons[i]` to `classes[i]` now."""

    url: str
    builder: SchoolBuilder
    sessions: async_sessionmaker[AsyncSession]
    teachers: list[Person]
    lessons: list[int]
    classes: list[int]


@asynccontextmanager
async def town(classes: int) -> AsyncIterator[Town]:
    """A database of its own with a school of so many classes, dropped at the end."""
    with TemporaryDirectory() as folder:
        server = await open_server(Path(folder), "bench")
        url = await server.fresh_database()
        engine = make_engine(url)
        builder = SchoolBuilder(make_sessions(engine))
        await builder.open()
        await builder.update_school(time_zone=ZONE)
        await builder.choose_regulation("rso")
        built = [await _class(builder, number) for number in range(classes)]
        teachers, lessons, ids = (list(column) for column in zip(*built, strict=True))
        yield Town(url, builder, builder.sessions, teachers, lessons, ids)
        await engine.dispose()


async def _class(builder: SchoolBuilder, number: int) -> tuple[Person, int, int]:
    teacher = await builder.connected_staff(f"Учитель{number}")
    class_id = await builder.class_unit(f"{1 + number % 11}К{number}", teacher.id)
    await _pupils(builder, class_id, number)
    load = await builder.load(teacher.id, class_id, subject=f"Предмет {number % 12}")
    lesson = await builder.lesson(load, 1, datetime.now(UTC).date())
    now = datetime.now(UTC)
    async with builder.sessions() as session, session.begin():
        await session.execute(
            update(Lesson)
            .where(Lesson.id == lesson)
            .values(starts_at=now - timedelta(minutes=10), ends_at=now + timedelta(minutes=35))
        )
    return teacher, lesson, class_id


async def _pupils(builder: SchoolBuilder, class_id: int, number: int) -> None:
    numbers = [f"B{number}-{n}" for n in range(PUPILS)]
    async with builder.sessions() as session, session.begin():
        await session.execute(
            insert(Pupil),
            [{"file_number": f, "surname": f"Фамилия{n}", "given_name": "Имя"} for n, f in enumerate(numbers)],
        )
        ids = (await session.scalars(select(Pupil.id).where(Pupil.file_number.in_(numbers)))).all()
        await session.execute(
            insert(Enrolment),
            [{"pupil_id": pupil, "class_id": class_id, "starts": date(2026, 9, 1)} for pupil in ids],
        )


async def analyse(sessions: async_sessionmaker[AsyncSession]) -> None:
    """Let the planner know the tables, as autovacuum would within minutes."""
    async with sessions() as session:
        await session.execute(text("ANALYZE"))
        await session.commit()
