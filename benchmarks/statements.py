"""How many SQL statements a tap of the roll takes in a school of 12 and of 100 classes."""

from benchmarks.town import Town, town
from core.app import App
from core.clock import SystemClock
from core.roll import attendance
from core.terms import Presence
from tests.support.statements import counted

SIZES = (12, 100)
CYCLE = (Presence.ABSENT, Presence.LATE, Presence.PRESENT)


async def statements_per_tap() -> dict[int, list[int]]:
    """By school size, the statements of each tap of the cycle absent, late, present; one parent is connected."""
    found = {}
    for size in SIZES:
        async with town(size) as built:
            found[size] = await _cycle(built)
    return found


async def _cycle(built: Town) -> list[int]:
    app, teacher, lesson = App(built.sessions, SystemClock()), built.teachers[-1], built.lessons[-1]
    async with app.work(teacher.address) as work:
        pupil = (await attendance.open_roll(work, lesson)).lines[0].pupil_id
    await built.builder.connected_guardian(pupil)
    counts = []
    for seen, presence in enumerate(CYCLE):
        with counted(built.sessions) as statements:
            async with app.work(teacher.address) as work:
                await attendance.mark(work, lesson, pupil, presence, seen=seen)
        counts.append(len(statements))
    return counts
