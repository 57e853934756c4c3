"""What the tests of events do and look up."""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.events.keeping import add_event, set_asks
from core.events.telling import remind_of_events
from core.terms import EventAnswer
from storage.models import Outbox
from tests.family.conftest import Family
from tests.support.clock import FakeClock

Sessions = async_sessionmaker[AsyncSession]
TRIP = "26 ноября 10:00 Экскурсия в музей"
COMING, NOT_COMING = EventAnswer.COMING, EventAnswer.NOT_COMING


async def put(app: App, family: Family, words: str = TRIP, *, asks: bool = False) -> int:
    async with app.work(family.leader.address) as work:
        event = (await add_event(work, family.class_id, words)).put
        assert event is not None
        if asks:
            await set_asks(work, event, on=True, seen=1)
    return event


async def told(sessions: Sessions, kind: str, status: str = "pending") -> list[Outbox]:
    async with sessions() as session:
        rows = select(Outbox).where(Outbox.kind == kind, Outbox.status == status, Outbox.sending == "new")
        return list(await session.scalars(rows.order_by(Outbox.id)))


async def deliver(sessions: Sessions, clock: FakeClock) -> None:
    """As if the worker had sent all that waits."""
    async with sessions() as session, session.begin():
        sent = {"status": "sent", "sent_at": clock.now(), "message_ref": "7"}
        await session.execute(update(Outbox).where(Outbox.status == "pending").values(**sent))


async def remind(app: App) -> None:
    async with app.work() as work:
        await remind_of_events(work)
