"""What waits for a family, as its home counts it."""

from dataclasses import dataclass

from sqlalchemy import text

from core.announcements.board import FAMILY_WAITING
from core.announcements.reading import reader_of
from core.app import Work
from core.conversations.inbox import UNREAD, unread_facts


@dataclass(frozen=True)
class Waits:
    """`announcements`: how many wait for this account's answer. `talks`: conversations with something unread."""

    announcements: int = 0
    talks: int = 0


NOTHING = Waits()

_WAITS = text(f"SELECT {FAMILY_WAITING} AS announcements, {UNREAD} AS talks")


async def waits_for(work: Work) -> Waits:
    """What waits for the actor's family, in one statement. Raises NotConnected, ConsentNeeded."""
    facts = {**reader_of(work), **unread_facts(work), "today": work.today}
    row = (await work.session.execute(_WAITS, facts)).one()
    return Waits(announcements=row.announcements, talks=row.talks)
