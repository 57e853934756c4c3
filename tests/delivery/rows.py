"""Writing outbox rows through the product's own door and reading what became of them."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core import outbox
from core.app import App
from core.delivery import queue
from core.delivery.queue import Claimed
from core.outbox import Push, Recipient
from core.terms import Delivery
from storage.models import Outbox
from tests.support.school import Person


async def put(app: App, to: Person, *names: str, wait: timedelta = timedelta(0), **values: Any) -> None:
    """One row a name, all to one person; `values` are fields of Push."""
    async with app.work() as work:
        due = work.now + wait
        fields: dict[str, Any] = {"kind": "note", "facts": {}, "due_at": due, "expires_at": due + timedelta(hours=1)}
        recipient = Recipient(to.account_id, to.link_id)
        door = to.address.door
        await outbox.enqueue(
            work, [Push(door=door, to=recipient, dedupe=name, **{**fields, **values}) for name in names]
        )


async def claim(app: App, door: Any, limit: int = 10, **values: Any) -> Claimed:
    async with app.work() as work:
        return await queue.claim(work, door, limit, **values)


async def claimed_names(app: App, door: Any, limit: int = 10, **values: Any) -> list[str]:
    """The dedupe names of what was claimed, in order."""
    claimed = await claim(app, door, limit, **values)
    async with app.sessions() as session:
        rows = {r.id: r for r in await session.scalars(select(Outbox))}
    return [rows[d.id].dedupe_key.rpartition(":")[0] for d in claimed.due]


async def rows(sessions: async_sessionmaker[AsyncSession]) -> Sequence[Outbox]:
    async with sessions() as session:
        return (await session.scalars(select(Outbox).order_by(Outbox.id))).all()


async def only_row(sessions: async_sessionmaker[AsyncSession]) -> Outbox:
    (row,) = await rows(sessions)
    return row


async def count(sessions: async_sessionmaker[AsyncSession]) -> Counter[Delivery]:
    return Counter(r.status for r in await rows(sessions))
