"""Ending all sessions of a person at once (A5)."""

from dataclasses import dataclass
from datetime import timedelta

from core.access.holders import Holder, any_of, name_of
from core.access.links import end_links
from core.app import Work
from core.outbox import Kind, enqueue_for_staff
from core.recipients import holders_of
from core.terms import Role
from storage.models import Link

TOLD_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Ended:
    """All sessions of a person are over: on so many phones (0: they were over before)."""

    name: str
    phones: int


async def end_all(work: Work, holder: Holder) -> Ended:
    """Cut off every phone of a staff member; the administrators hear of it."""
    accounts = {link.account_id for link in await end_links(work, any_of(Link, [holder]))}
    ended = Ended(await name_of(work, holder), len(accounts))
    to = [one for one in await holders_of(work, Role.ADMINISTRATOR) if one.account_id not in accounts]
    facts = {"name": ended.name, "staff": holder.id, "count": ended.phones}
    dedupe = f"{Kind.SESSIONS_ENDED}:{holder.id}:{work.now:%Y%m%d%H%M%S}"
    await enqueue_for_staff(work, to, Kind.SESSIONS_ENDED, facts, dedupe=dedupe, expires_at=work.now + TOLD_FOR)
    return ended
