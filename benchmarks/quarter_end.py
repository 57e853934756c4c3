"""`python -m benchmarks.quarter_end`: 600 families open their marks within a minute while 30 teachers give marks.

Every family opens the marks of the quarter and then a subject; every teacher gives a mark every two seconds. Each press
is timed until its screen stands and the press is answered. Aim: p95 under 500 ms, no error.
"""

import asyncio
import random
from collections.abc import Iterator

from sqlalchemy import select

from benchmarks.page import marks_to_give
from benchmarks.past_quarter import live_a_quarter
from benchmarks.presses import Presser
from benchmarks.processes import process
from benchmarks.town import Town, analyse, town
from core.actions.diary import OpenChildMarks, OpenChildSubject
from core.actions.marks import GiveMark
from core.actions.page import OpenMarks
from core.terms import Door
from sandbox import Limits, Person, Sandbox
from storage.models import Enrolment, Subject
from tests.support.school import Person as Holder
from tests.support.stage import TOKENS, USERNAMES

TEACHERS = 30
FAMILIES = 600
MINUTE_S = 60.0
EVERY_S = 2.0
READS_FOR_S = 4.0
"""How long a family looks at the marks before it opens a subject."""


async def main() -> None:
    """Build the school, let everybody in, measure a minute and print it."""
    async with town(TEACHERS) as built:
        await live_a_quarter(built)
        families = await _families(built)
        await analyse(built.sessions)
        sandbox = await _open(built, [parent for _, parent in families])
        async with process("benchmarks.product_process", sandbox.url, built.url):
            await _come_in(sandbox, built, families)
            opened, given = await _a_minute(sandbox, built, families)
        await sandbox.stop()
    failed = [call.code for call in sandbox.calls if call.code not in (200, 429)]
    for name, seconds in (("a family's marks", opened), ("a teacher's mark", given)):
        ordered = sorted(seconds)
        print(
            f"{name:18}{len(ordered):6} presses   median {_at(ordered, 0.5):6.0f} ms   p95 {_at(ordered, 0.95):6.0f} ms"
        )
    print(f"errors: {len(failed)}")


async def _families(built: Town) -> list[tuple[int, Holder]]:
    """Pupils of all classes in turn, each with a connected parent."""
    async with built.sessions() as session:
        pupils = (await session.scalars(select(Enrolment.pupil_id).order_by(Enrolment.id))).all()
    return [(pupil, await built.builder.connected_guardian(pupil)) for pupil in pupils[:FAMILIES]]


async def _open(built: Town, parents: list[Holder]) -> Sandbox:
    sandbox = Sandbox(limits=Limits(enforced=False))
    for door in Door:
        sandbox.add_bot(TOKENS[door], USERNAMES[door], str(door))
    for holder in (*built.teachers, *parents):
        chat = int(holder.address.chat)
        sandbox.add_person(Person(id=chat, name=str(chat), bots=tuple(USERNAMES.values())))
        sandbox.open_chat(chat, USERNAMES[holder.address.door])
    await sandbox.start()
    return sandbox


async def _come_in(sandbox: Sandbox, built: Town, families: list[tuple[int, Holder]]) -> None:
    """Everybody stands at a first screen: parents at home, teachers at the marks of their lesson."""
    for _, parent in families:
        await sandbox.phone(int(parent.address.chat), USERNAMES[Door.FAMILY]).send("/menu")
        await asyncio.sleep(0.01)
    for _, parent in families:
        await sandbox.phone(int(parent.address.chat), USERNAMES[Door.FAMILY]).sees("Отметки", timeout=120)
    for teacher, lesson in zip(built.teachers, built.lessons, strict=True):
        phone = sandbox.phone(int(teacher.address.chat), USERNAMES[Door.STAFF])
        await phone.send("/menu")
        await phone.sees("Сегодня", timeout=60)
        await Presser(sandbox, int(teacher.address.chat), USERNAMES[Door.STAFF]).press(OpenMarks(lesson).pack())


async def _a_minute(
    sandbox: Sandbox, built: Town, families: list[tuple[int, Holder]]
) -> tuple[list[float], list[float]]:
    """Seconds of each press, of families and of teachers."""
    dice = random.Random(7)  # noqa: S311 - a spread of arrivals, no secret
    async with built.sessions() as session:
        subject = await session.scalar(select(Subject.id).where(Subject.name == "Наука 1")) or 0
    opened: list[float] = []
    given: list[float] = []
    visits = [_visit(sandbox, pupil, parent, subject, dice.uniform(0, MINUTE_S), opened) for pupil, parent in families]
    # Class 1 has no marks.
    lessons = [n for n in range(TEACHERS) if n % 11]
    teaching = [
        _teach(sandbox, teacher, await marks_to_give(built, teacher.address, lesson), dice.uniform(0, EVERY_S), given)
        for teacher, lesson in ((built.teachers[n], built.lessons[n]) for n in lessons)
    ]
    await asyncio.gather(*visits, *teaching)
    return opened, given


async def _visit(sandbox: Sandbox, pupil: int, parent: Holder, subject: int, at: float, opened: list[float]) -> None:
    presser = Presser(sandbox, int(parent.address.chat), USERNAMES[Door.FAMILY])
    await asyncio.sleep(at)
    opened.append(await presser.press(OpenChildMarks(pupil).pack()))
    await asyncio.sleep(READS_FOR_S)
    opened.append(await presser.press(OpenChildSubject(pupil, subject).pack()))


async def _teach(sandbox: Sandbox, teacher: Holder, marks: Iterator[GiveMark], at: float, given: list[float]) -> None:
    presser = Presser(sandbox, int(teacher.address.chat), USERNAMES[Door.STAFF])
    await asyncio.sleep(at)
    for _ in range(int(MINUTE_S / EVERY_S)):
        given.append(await presser.press(next(marks).pack()))
        await asyncio.sleep(EVERY_S)


def _at(ordered: list[float], share: float) -> float:
    """Milliseconds."""
    return 1e3 * ordered[min(int(len(ordered) * share), len(ordered) - 1)]


if __name__ == "__main__":
    asyncio.run(main())
