"""A tap costs a fixed small number of statements, whatever the school's size."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.roll import attendance
from core.terms import Presence
from tests.roll.conftest import Class7B
from tests.roll.test_marking import mark
from tests.support.clock import FakeClock
from tests.support.statements import counted

TAPS = [(Presence.ABSENT, 0), (Presence.LATE, 1), (Presence.PRESENT, 2), (Presence.ABSENT, 3)]


@pytest.mark.parametrize("other_classes", [0, 6])
async def test_each_tap_of_the_cycle_stays_within_eight_statements(
    app: App,
    seven_b: Class7B,
    clock: FakeClock,
    sessions: async_sessionmaker[AsyncSession],
    other_classes: int,
) -> None:
    clock.set("08:35")
    for number in range(other_classes):
        other = await seven_b.school.class_unit(f"8Ц{number}")
        pupils = [await seven_b.school.pupil(other) for _ in range(3)]
        await seven_b.school.connected_guardian(*pupils)
        await seven_b.school.lesson(await seven_b.school.load(seven_b.leader.id, other, subject=f"Предмет {number}"))

    counts = []
    for presence, seen in TAPS:
        with counted(sessions) as statements:
            await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov, presence, seen=seen)
        counts.append(len(statements))

    # Who acts (1, the first time also «seen»), the sheet, the case, the mark, who hears, the alerts, the trace.
    assert counts == [8, 7, 4, 7]


async def test_opening_a_roll_takes_two_statements(
    app: App, seven_b: Class7B, clock: FakeClock, sessions: async_sessionmaker[AsyncSession]
) -> None:
    clock.set("08:35")
    async with app.work(seven_b.teacher.address) as work:
        await attendance.open_roll(work, seven_b.lessons[0])

    with counted(sessions) as statements:
        async with app.work(seven_b.teacher.address) as work:
            await attendance.open_roll(work, seven_b.lessons[0])

    assert len(statements) == 2
