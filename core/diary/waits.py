"""What waits for a family, as its home counts it."""

from dataclasses import dataclass

from sqlalchemy import text

from core.announcements.board import FAMILY_WAITING
from core.app import Work


@dataclass(frozen=True)
class Waits:
    """`announcements`: how many wait for this account's answer."""

    announcements: int = 0


NOTHING = Waits()

_WAITS = text(f"SELECT ({FAMILY_WAITING}) AS announcements")


async def waits_for(work: Work) -> Waits:
    """What waits for the actor's family, in one statement."""
    facts = {"account": work.actor.account_id, "today": work.today}
    row = (await work.session.execute(_WAITS, facts)).one()
    return Waits(announcements=row.announcements)
