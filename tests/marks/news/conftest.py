"""A Monday after lessons, and the tick that tells families of marks."""

from datetime import date
from typing import Any

import pytest

from core.app import App
from core.delivery import queue
from core.marks.announcing import tell_marks
from core.outbox import Kind
from core.terms import Door
from storage.models import StudyPeriod
from tests.marks.news.telling import Tick
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock


@pytest.fixture(autouse=True)
async def after_lessons(clock: FakeClock, seven_b: Class7B) -> None:
    """Monday's lessons (to 12:20) are over; it is the second quarter."""
    clock.set("14:00")
    period = StudyPeriod(
        year_id=seven_b.school.year_id,
        name="2 четверть",
        kind="quarter",
        grade_from=1,
        grade_to=9,
        starts=date(2026, 11, 9),
        ends=date(2026, 12, 27),
    )
    async with seven_b.sessions() as session, session.begin():
        session.add(period)


@pytest.fixture
def tick(app: App, clock: FakeClock) -> Tick:
    """`await tick(minutes=10)`: time passes, the families hear, and what may leave is sent: those messages."""

    async def run(**delta: float) -> list[dict[str, Any]]:
        clock.forward(**delta)
        async with app.work() as work:
            await tell_marks(work)
        return await _send(app)

    return run


async def _send(app: App) -> list[dict[str, Any]]:
    sent = []
    while True:
        async with app.work() as work:
            claimed = await queue.claim(work, Door.FAMILY, 200)
            for due in claimed.due:
                await queue.sent(work, due, "1")
        sent += [{"account": due.account_id, **due.facts} for due in claimed.due if due.kind == Kind.MARKS]
        if not claimed.due and not claimed.dropped:
            return sent
