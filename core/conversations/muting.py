"""People who may not write for a while (C1)."""

from datetime import datetime

from core.app import Work
from core.conversations.facts import MutedPerson, Who


async def mute(work: Work, kind: Who, person_id: int, until: datetime, reason: str) -> MutedPerson:
    """Silence a person until a moment; the person is told. A second press changes nothing.

    A class leader: guardians and pupils of the own class; director and deputies: anybody but themselves.
    Raises NotConnected, AccessDenied, NothingThere, MuteWrong (no reason; the end past or over 30 days away).
    """
    raise NotImplementedError


async def lift(work: Work, mute_id: int) -> MutedPerson:
    """Let the person write again; they are told. Raises NotConnected, AccessDenied, NothingThere."""
    raise NotImplementedError


async def muted(work: Work, first: int = 0, size: int = 8) -> tuple[tuple[MutedPerson, ...], int]:
    """Who is silenced now among those the actor may silence, and how many. Raises NotConnected."""
    raise NotImplementedError
