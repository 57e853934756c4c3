"""`python -m benchmarks.journal`: the class journal of 36 pupils over a quarter of a five-hour subject.

From the question to the database to the finished picture, as the staff bot does it. Aim: at most 0.6 s.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from benchmarks.town import analyse
from core.app import App
from core.clock import SystemClock
from core.journal.page import JournalPage
from core.journal.reading import month_page, period_page
from documents.class_journal import journal_picture
from documents.class_journal_sheet import journal_sheet
from locales import translator
from storage.engine import make_engine, make_sessions
from storage.models import Attendance, Lesson, Mark, StudyPeriod, WorkKind
from tests.support.database import open_server
from tests.support.school import Person, SchoolBuilder
from tests.support.statements import counted

PUPILS = 36
ROUNDS = 15
STARTS, ENDS = date(2026, 9, 1), date(2026, 10, 26)
MONTH = date(2026, 10, 1)
AIM_SECONDS = 0.6
ZONE = ZoneInfo("Europe/Moscow")
PICTURES = Path("data")

Ask = Callable[[], Awaitable[JournalPage]]


@dataclass(frozen=True)
class Page:
    """A journal page and whose it is."""

    app: App
    builder: SchoolBuilder
    teacher: Person
    load: int
    quarter: int

    async def of_quarter(self) -> JournalPage:
        async with self.app.work(self.teacher.address) as work:
            return await period_page(work, self.load, self.quarter)

    async def of_month(self) -> JournalPage:
        async with self.app.work(self.teacher.address) as work:
            return await month_page(work, self.load, MONTH)


async def main() -> None:
    """Measure, print, and keep the pictures to look at."""
    with TemporaryDirectory() as folder:
        server = await open_server(Path(folder), "bench")
        engine = make_engine(await server.fresh_database())
        page = await build(SchoolBuilder(make_sessions(engine)))
        await analyse(page.builder.sessions)
        for name, ask in (("quarter", page.of_quarter), ("month", page.of_month)):
            await report(page, name, ask)
        await engine.dispose()


async def report(page: Page, name: str, ask: Ask) -> None:
    """One line of what a picture and a spreadsheet of a span take."""
    await ask()
    with counted(page.builder.sessions) as statements:
        read = await ask()
    picture, asked = await timed(ask, journal_picture), await timed(ask, None)
    sheet = await timed(ask, journal_sheet)
    keep(name, journal_picture(read, translator("ru")))
    print(
        f"{name:8} {len(read.lines)} pupils, {len(read.lessons)} lessons, {len(statements)} SQL statements:"
        f" read {asked * 1e3:.0f} ms, with the picture {picture * 1e3:.0f} ms (aim {AIM_SECONDS * 1e3:.0f}),"
        f" with the spreadsheet {sheet * 1e3:.0f} ms"
    )


def keep(name: str, picture: bytes) -> None:
    """For looking at: whether it is readable is nothing that a number says."""
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / f"journal-{name}.png").write_bytes(picture)


async def timed(ask: Ask, draw: Callable[..., bytes] | None) -> float:
    """Median seconds of reading a page and drawing it in a thread."""
    seconds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        page = await ask()
        if draw is not None:
            await asyncio.to_thread(draw, page, translator("ru"))
        seconds.append(time.perf_counter() - started)
    return median(seconds)


async def build(builder: SchoolBuilder) -> Page:
    """Class 7Б with a quarter of algebra behind it."""
    await builder.open()
    teacher = await builder.connected_staff("Алгебраистова")
    class_id = await builder.class_unit("7Б", teacher.id)
    pupils = [await builder.pupil(class_id, f"Фамильев{n:02}", "Константин") for n in range(PUPILS)]
    load = await builder.load(teacher.id, class_id, hours="5")
    quarter = await _quarter(builder)
    lessons = await _lessons(builder, teacher.id, load)
    await _fill(builder, teacher.id, pupils, lessons)
    return Page(App(builder.sessions, SystemClock()), builder, teacher, load, quarter)


async def _quarter(builder: SchoolBuilder) -> int:
    facts = {"year_id": builder.year_id, "grade_from": 1, "grade_to": 9, "starts": STARTS, "ends": ENDS}
    row = StudyPeriod(name="1 четверть", kind="quarter", **facts)
    async with builder.sessions() as session, session.begin():
        session.add(row)
    return row.id


async def _lessons(builder: SchoolBuilder, teacher: int, load: int) -> list[int]:
    days = [STARTS + timedelta(days=n) for n in range((ENDS - STARTS).days + 1)]
    rows = [
        {
            "load_id": load,
            "origin_date": day,
            "origin_no": 2,
            "on_date": day,
            "lesson_no": 2,
            "starts_at": datetime(day.year, day.month, day.day, 9, 25, tzinfo=ZONE),
            "ends_at": datetime(day.year, day.month, day.day, 10, 10, tzinfo=ZONE),
            "teacher_id": teacher,
            "roll_taken_at": datetime(day.year, day.month, day.day, 9, 30, tzinfo=ZONE),
            "roll_taken_by": teacher,
            "topic": "Степень с натуральным показателем",
        }
        for day in days
        if day.isoweekday() <= 5
    ]
    async with builder.sessions() as session, session.begin():
        return list(await session.scalars(insert(Lesson).returning(Lesson.id, sort_by_parameter_order=True), rows))


async def _fill(builder: SchoolBuilder, teacher: int, pupils: list[int], lessons: list[int]) -> None:
    """A mark in every third cell, a control work by all at every tenth lesson, six absences in a hundred."""
    random = Random(7)  # noqa: S311 - made-up marks, not secrets
    async with builder.sessions() as session, session.begin():
        kinds = {row.letter: row.id for row in await session.scalars(select(WorkKind))}
        marks, missed = [], []
        for place, lesson in enumerate(lessons):
            control = place % 10 == 9
            for pupil in pupils:
                if random.random() < 0.06:
                    reason = random.choice((None, "illness", "excused"))
                    missed.append(
                        {"lesson_id": lesson, "pupil_id": pupil, "status": "absent", "reason": reason, "rev": 1}
                    )
                elif control or random.random() < 1 / 3:
                    marks.append(
                        {
                            "lesson_id": lesson,
                            "pupil_id": pupil,
                            "kind_id": kinds["К" if control else "О"],
                            "value": random.choice("5544433"),
                            "given_by": teacher,
                            "given_at": datetime(2026, 9, 1, 12, tzinfo=ZONE),
                        }
                    )
        await session.execute(insert(Mark), marks)
        await session.execute(insert(Attendance), missed)


if __name__ == "__main__":
    asyncio.run(main())
