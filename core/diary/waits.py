"""What waits for a family, as its home counts it."""

from dataclasses import dataclass

from sqlalchemy import text

from core.announcements.board import FAMILY_WAITING
from core.announcements.reading import reader_of
from core.app import Work


@dataclass(frozen=True)
class Waits:
    """`announcements`: how many wait for this account's answer."""

    announcements: int = 0


NOTHING = Waits()

_WAITS = text(f"SELECT {FAMILY_WAITING} AS announcements")


async def waits_for(work: Work) -> Waits:
    """What waits for the actor's family, in one statement. Raises NotConnected, ConsentNeeded."""
    row = (await work.session.execute(_WAITS, {**reader_of(work), "today": work.today})).one()
    return Waits(announcements=row.announcements)
