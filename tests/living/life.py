"""Living through days: the clock goes on, every tick is asked, what is due arrives and is written down."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from core.app import App
from core.delivery import queue
from core.terms import Door
from locales import Screen, translator
from notifications.rendering import render
from notifications.schedule import Schedule
from tests.support.clock import MOSCOW, FakeClock, moscow
from tests.support.school import Person

HOP = timedelta(hours=1)
NIGHT = (0, 6)
"""Hours that are passed in one hop: nothing may come then, and one look is enough to see it."""


@dataclass(frozen=True)
class Arrived:
    """A message on a phone: when (the school's clock), what sort, what it says."""

    at: datetime
    kind: str
    text: str
    facts: dict[str, Any] = field(repr=False)


class Life:
    """The school's days as they pass."""

    def __init__(self, app: App, clock: FakeClock) -> None:
        self.app = app
        self.clock = clock
        self._schedule = Schedule(app)
        self._phones: dict[int, list[Arrived]] = {}

    def of(self, person: Person) -> list[Arrived]:
        """What a person's phone got, in order."""
        return self._phones.get(person.account_id, [])

    async def until(self, day: date, wall: str) -> None:
        """Let the time pass until a moment, a look at each full hour."""
        last = moscow(day, wall)
        while self.clock.now() < last:
            self.clock.moment = min(_next(self.clock.now()), last)
            await self.look()

    async def minutes(self, count: int) -> None:
        """Let so many minutes pass, a look at each."""
        for _ in range(count):
            self.clock.forward(minutes=1)
            await self.look()

    async def look(self) -> None:
        """Every tick is asked, every message that is due arrives."""
        await self._schedule.tick_all()
        for door in Door:
            await self._deliver(door)

    async def _deliver(self, door: Door) -> None:
        while True:
            async with self.app.work() as work:
                claimed = await queue.claim(work, door, 100)
                for due in claimed.due:
                    await queue.sent(work, due, str(due.id))
                local = work.local_now
            for due in claimed.due:
                screen: Screen = render(due.kind, due.facts, translator(due.language))
                arrived = Arrived(local, due.kind, screen.text, due.facts)
                self._phones.setdefault(due.account_id, []).append(arrived)
            if not claimed.due and not claimed.dropped:
                return


def _next(now: datetime) -> datetime:
    """The next full hour; from midnight on, the morning."""
    local = now.astimezone(MOSCOW)
    if NIGHT[0] <= local.hour < NIGHT[1]:
        return local.replace(hour=NIGHT[1], minute=0)
    return now + HOP - timedelta(minutes=local.minute)
