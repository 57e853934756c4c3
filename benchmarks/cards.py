"""`python -m benchmarks.cards`: the cards of 1,500 families are prepared, and go out at the channel's limit.

A school of 50 classes with five lessons a day, marks, homework and absences; every family has a mother, every third a
father too, every fifth a second child. The cards of a weekday evening and of a Saturday are written as the product's
tick writes them (aim: 20 s on two cores, the pauses between ticks counted). Then the evening's go through the real
worker against the sandbox with Telegram's limits on.
"""

import argparse
import asyncio
import time
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from benchmarks.broadcast import FIRST_CHAT, open_phones
from benchmarks.processes import process
from benchmarks.stream import PERMITTED, WORKER
from benchmarks.town import analyse
from core.app import App
from core.cards.evening import AT_A_TIME, send_cards
from core.terms import ConsentAnswer, Delivery, Door, MarkValue, PeriodKind, Presence
from notifications.schedule import STANDARD
from sandbox import Sandbox
from storage.engine import make_engine, make_sessions
from storage.models import (
    Account,
    Attendance,
    Consent,
    ConsentWording,
    Enrolment,
    Guardian,
    Guardianship,
    Homework,
    Lesson,
    Link,
    LoadClass,
    Mark,
    Outbox,
    Pupil,
    StudyPeriod,
    Subject,
    TeachingLoad,
    WorkKind,
)
from tests.support.database import open_server
from tests.support.school import WRITTEN, SchoolBuilder
from tests.support.statements import counted

CLASSES, SUBJECTS, LESSONS_A_DAY = 50, 12, 5
FIRST_DAY = date(2026, 11, 2)
EVENING, SATURDAY = (datetime(2026, 11, day, 19, tzinfo=UTC) for day in (26, 28))
AIM_S = 20


class Stopped:
    """A clock that stands at a moment."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


@dataclass(frozen=True)
class Families:
    """A database full of them."""

    url: str
    app: App
    clock: Stopped


@asynccontextmanager
async def families(number: int) -> AsyncIterator[Families]:
    """A school with so many families, dropped at the end."""
    with TemporaryDirectory() as folder:
        server = await open_server(Path(folder), "bench")
        url = await server.fresh_database()
        engine = make_engine(url)
        builder = SchoolBuilder(make_sessions(engine))
        await builder.open()
        await builder.update_school(time_zone="UTC")
        async with builder.sessions() as session, session.begin():
            await _fill(session, builder, await builder.staff(), number)
        await analyse(builder.sessions)
        clock = Stopped(EVENING)
        yield Families(url, App(builder.sessions, clock), clock)
        await engine.dispose()


async def _add(session: AsyncSession, model: type[Any], rows: list[dict[str, Any]]) -> Sequence[int]:
    return (await session.scalars(insert(model).returning(model.id, sort_by_parameter_order=True), rows)).all()


async def _fill(session: AsyncSession, builder: SchoolBuilder, teacher: int, number: int) -> None:
    """Everything with a statement a table."""
    classes = [await builder.class_unit(f"{2 + n % 10}К{n}") for n in range(CLASSES)]
    names = [{"name": f"Предмет {n}", "short_name": f"П{n}"} for n in range(SUBJECTS)]
    subjects = await _add(session, Subject, names)
    pupils = await _people(session, classes, number)
    lessons = await _lessons(session, builder, teacher, classes, subjects)
    quarter = {"name": "2 четверть", "kind": PeriodKind.QUARTER, "grade_from": 1, "grade_to": 11}
    span = {"starts": FIRST_DAY, "ends": date(2026, 12, 29)}
    await session.execute(insert(StudyPeriod), [{"year_id": builder.year_id, **quarter, **span}])
    await _entries(session, teacher, pupils, lessons)


async def _people(session: AsyncSession, classes: list[int], number: int) -> dict[int, int]:
    """Pupils (id -> class) with their parents, connected and consenting."""
    person = {"surname": "Фамилия", "given_name": "Имя"}
    children = [(n, child) for n in range(number) for child in range(1 + (n % 5 == 0))]
    parents = [(n, parent) for n in range(number) for parent in range(1 + (n % 3 == 0))]
    pupils = await _add(session, Pupil, [{**person, "file_number": f"C{n}-{child}"} for n, child in children])
    guardians = await _add(session, Guardian, [person for _ in parents])
    chat = {"channel": "telegram", "door": Door.FAMILY, "language": "ru", "created_at": WRITTEN, "seen_at": WRITTEN}
    chats = range(FIRST_CHAT, FIRST_CHAT + len(parents))
    accounts = await _add(session, Account, [{**chat, "address": str(address)} for address in chats])
    pairs = list(zip(guardians, accounts, strict=True))
    await _add(session, Link, [{"account_id": a, "guardian_id": g, "created_at": WRITTEN} for g, a in pairs])
    wording = await session.scalar(select(ConsentWording.id).limit(1))
    given = {"wording_id": wording, "answer": ConsentAnswer.GIVEN, "at": WRITTEN}
    await session.execute(insert(Consent), [{**given, "guardian_id": g, "account_id": a} for g, a in pairs])
    of_family: dict[int, list[int]] = {}
    for (n, _), pupil in zip(children, pupils, strict=True):
        of_family.setdefault(n, []).append(pupil)
    ties = [
        {"guardian_id": guardian, "pupil_id": pupil}
        for (n, _), guardian in zip(parents, guardians, strict=True)
        for pupil in of_family[n]
    ]
    await session.execute(insert(Guardianship), ties)
    placed = {pupil: classes[n % len(classes)] for n, pupil in enumerate(pupils)}
    stays = [{"pupil_id": p, "class_id": c, "starts": date(2026, 9, 1)} for p, c in placed.items()]
    await session.execute(insert(Enrolment), stays)
    return placed


async def _lessons(
    session: AsyncSession, builder: SchoolBuilder, teacher: int, classes: list[int], subjects: Sequence[int]
) -> dict[int, list[tuple[int, date, int]]]:
    """Of each class its lessons since the quarter began: id, day, and the lesson's number."""
    pages = [(c, s) for c in classes for s in subjects]
    load = {"year_id": builder.year_id, "teacher_id": teacher, "group_name": "", "hours_per_week": 3}
    loads = await _add(session, TeachingLoad, [{**load, "subject_id": s} for _, s in pages])
    of_class = [
        {"load_id": page, "class_id": c, "subject_id": s, "group_name": ""}
        for page, (c, s) in zip(loads, pages, strict=True)
    ]
    await session.execute(insert(LoadClass), of_class)
    days = [FIRST_DAY + timedelta(days=n) for n in range(28) if (FIRST_DAY + timedelta(days=n)).isoweekday() <= 6]
    places = [
        (c, day, number, loads[index * SUBJECTS + (day.toordinal() * LESSONS_A_DAY + number) % SUBJECTS])
        for index, c in enumerate(classes)
        for day in days
        for number in range(1, LESSONS_A_DAY + 1)
    ]
    rows = [_lesson(page, day, number, teacher) for _, day, number, page in places]
    ids = await _add(session, Lesson, rows)
    found: dict[int, list[tuple[int, date, int]]] = {c: [] for c in classes}
    for (c, day, number, _), lesson in zip(places, ids, strict=True):
        found[c].append((lesson, day, number))
    return found


def _lesson(page: int, day: date, number: int, teacher: int) -> dict[str, Any]:
    starts = datetime(day.year, day.month, day.day, 7 + number, tzinfo=UTC)
    held = day <= SATURDAY.date()
    return {
        "load_id": page,
        "origin_date": day,
        "origin_no": number,
        "on_date": day,
        "lesson_no": number,
        "starts_at": starts,
        "ends_at": starts + timedelta(minutes=45),
        "teacher_id": teacher,
        "roll_taken_at": starts if held else None,
        "roll_taken_by": teacher if held else None,
    }


async def _entries(
    session: AsyncSession, teacher: int, pupils: dict[int, int], lessons: dict[int, list[tuple[int, date, int]]]
) -> None:
    """A mark at every fifth lesson of a pupil, an absence at every thirtieth, homework for every lesson."""
    random = Random(4)  # noqa: S311 - the same school in every run
    kind = await session.scalar(select(WorkKind.id).order_by(WorkKind.position).limit(1))
    values = [MarkValue.FIVE, MarkValue.FOUR, MarkValue.FOUR, MarkValue.THREE, MarkValue.DOT]
    at = [(p, lesson, day) for p, c in pupils.items() for lesson, day, _ in lessons[c]]
    marks = [
        {
            "lesson_id": lesson,
            "pupil_id": pupil,
            "kind_id": kind,
            "value": random.choice(values),
            "given_by": teacher,
            "given_at": datetime(day.year, day.month, day.day, 13, tzinfo=UTC),
        }
        for pupil, lesson, day in at
        if random.random() < 1 / 5
    ]
    for start in range(0, len(marks), 5000):
        await session.execute(insert(Mark), marks[start : start + 5000])
    missed = [
        {"lesson_id": lesson, "pupil_id": pupil, "status": Presence.ABSENT, "rev": 1}
        for pupil, lesson, _ in at
        if random.random() < 1 / 30
    ]
    await session.execute(insert(Attendance), missed)
    tasks = [
        {
            "lesson_id": lesson,
            "due_lesson_id": lesson,
            "due_on": day,
            "body": "п. 12, № 5",
            "minutes": 20,
            "given_by": teacher,
            "given_at": WRITTEN,
        }
        for of_class in lessons.values()
        for lesson, day, _ in of_class
    ]
    await session.execute(insert(Homework), tasks)


async def prepare(on: Families, moment: datetime, name: str) -> None:
    """All cards of an evening, as the tick writes them."""
    on.clock.moment = moment
    took: list[float] = []
    asked: set[int] = set()
    deaf = 0.0
    while sum(took) == 0 or await _left(on):
        began = time.perf_counter()
        with counted(on.app.sessions) as statements:
            deaf = max(deaf, await _deafness(_tick(on)))
        took.append(time.perf_counter() - began)
        asked.add(len(statements))
    pauses = next(job.seconds for job in STANDARD if job.run is send_cards)
    print(f"{name}: {await _cards(on)} cards prepared in {sum(max(one, pauses) for one in took):.1f} s (aim {AIM_S} s)")
    print(f"  {sum(took):.1f} s of work; {AT_A_TIME} accounts at a time, {max(took):.2f} s at most, every {pauses} s")
    print(f"  SQL statements {sorted(asked)}; the process answered nobody for {deaf * 1e3:.0f} ms at most")


async def _tick(on: Families) -> None:
    async with on.app.work() as work:
        await send_cards(work)


async def _deafness(running: Coroutine[Any, Any, None]) -> float:
    """The longest time in which the event loop served nobody else."""
    task, longest = asyncio.create_task(running), 0.0
    while not task.done():
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        longest = max(longest, time.perf_counter() - before)
    await task
    return longest


async def _left(on: Families) -> bool:
    """Whether anybody's card is still to be prepared."""
    waiting = select(Account.id).where(Account.evening_told_on.is_distinct_from(on.clock.moment.date())).limit(1)
    async with on.app.sessions() as session:
        return await session.scalar(waiting) is not None


async def _cards(on: Families) -> int:
    async with on.app.sessions() as session:
        return await session.scalar(select(func.count()).select_from(Outbox)) or 0


async def drain(on: Families) -> None:
    """What was prepared goes out by the real worker, in a process of its own with the system's clock."""
    async with on.app.sessions() as session, session.begin():
        due = {"due_at": datetime.now(UTC), "expires_at": datetime.now(UTC) + timedelta(hours=1)}
        await session.execute(update(Outbox).values(**due))
        await session.execute(text("ANALYZE outbox"))
    rows = await _cards(on)
    sandbox = Sandbox()
    await sandbox.start()
    await open_phones(sandbox, rows)
    async with process(WORKER, sandbox.url, on.url), asyncio.timeout(rows / 10 + 30):
        while await _sent(on) < rows:  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.5)
    times = [c.at for c in sandbox.calls if c.method == "sendMessage" and c.code == 200]
    rate = (len(times) - 1) / (times[-1] - times[0])
    print(f"sent: {len(times)} cards, {rate:.2f}/s = {rate / PERMITTED:.1%} of the permitted rate")
    await sandbox.stop()


async def _sent(on: Families) -> int:
    async with on.app.sessions() as session:
        counting = select(func.count()).select_from(Outbox).where(Outbox.status == Delivery.SENT)
        return await session.scalar(counting) or 0


async def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--families", type=int, default=1500)
    options.add_argument("--no-sending", action="store_true")
    chosen = options.parse_args()
    async with families(chosen.families) as on:
        await prepare(on, EVENING, "a weekday evening")
        if not chosen.no_sending:
            await drain(on)
    async with families(chosen.families) as on:
        await prepare(on, SATURDAY, "a Saturday, with the week")


if __name__ == "__main__":
    asyncio.run(main())
