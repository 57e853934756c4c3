"""What comes from a phone whose PIN is still to be given: kept until it is carried out (A5)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from storage.models import HeldMessage

AT_MOST = 100
"""Of one account; the oldest give way."""
KEPT_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Held:
    """A message as its channel gave it."""

    id: int
    message: dict[str, Any]
    held_at: datetime


async def hold(work: Work, source: str, message: dict[str, Any]) -> None:
    """Keep it; delivered twice (the same `source`), it is kept once. Of a unit of work that may be locked."""
    account = work.actor.account_id
    values = {"account_id": account, "source": source, "message": message, "held_at": work.now}
    put = insert(HeldMessage).values(values)
    again = put.on_conflict_do_update(index_elements=["account_id", "source"], set_={"held_at": work.now})
    await work.session.execute(again)
    mine = HeldMessage.account_id == account
    newest = select(HeldMessage.id).where(mine).order_by(HeldMessage.id.desc()).limit(AT_MOST)
    stale = or_(HeldMessage.id.not_in(newest), HeldMessage.held_at < work.now - KEPT_FOR)
    await work.session.execute(delete(HeldMessage).where(mine, stale))


async def held(work: Work) -> list[Held]:
    """The account's, in the order they came. Raises NotConnected, PinNeeded (of a locked phone nothing is given)."""
    work.actor.require_staff()
    mine = (HeldMessage.account_id == work.actor.account_id, HeldMessage.held_at >= work.now - KEPT_FOR)
    rows = await work.session.scalars(select(HeldMessage).where(*mine).order_by(HeldMessage.id))
    return [Held(row.id, row.message, row.held_at) for row in rows]


async def let_go(work: Work, one: Held) -> None:
    """It was carried out, unless it is held anew: the pause was over again. Of a unit of work that may be locked."""
    mine = HeldMessage.account_id == work.actor.account_id
    carried = (HeldMessage.id == one.id, HeldMessage.held_at == one.held_at)
    await work.session.execute(delete(HeldMessage).where(mine, *carried))
