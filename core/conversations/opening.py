"""Whom one may write to, and the conversation with them: found again or begun (C1 C7)."""

from collections.abc import Sequence

from core.app import Work
from core.conversations.facts import Addressees, Colleague, FamilyPeople
from core.terms import Topic


async def addressees(work: Work, pupil_id: int, lesson_id: int | None = None) -> Addressees:
    """Whom of the school a family may write to about a child. Raises NotConnected, AccessDenied, ConsentNeeded."""
    raise NotImplementedError


async def family_of(work: Work, pupil_id: int, lesson_id: int | None = None) -> FamilyPeople:
    """Whom of a pupil's family the actor may write to. Raises NotConnected, NothingThere, AccessDenied."""
    raise NotImplementedError


async def colleagues(work: Work, words: str = "", first: int = 0, size: int = 8) -> tuple[tuple[Colleague, ...], int]:
    """Working staff but the actor, by name from place `first` on, and how many there are. Raises NotConnected."""
    raise NotImplementedError


async def open_with_staff(work: Work, pupil_id: int, staff_id: int | None, lesson_id: int | None = None) -> int:
    """A family's conversation about a child with a member of staff (None: the administration); its id.

    Raises NotConnected, ConsentNeeded, AccessDenied.
    """
    raise NotImplementedError


async def open_with_family(
    work: Work, pupil_id: int, guardian_ids: Sequence[int], *, with_pupil: bool, lesson_id: int | None = None
) -> int:
    """The actor's conversation with these of a pupil's family. Raises NotConnected, NothingThere, AccessDenied."""
    raise NotImplementedError


async def open_with_parents_of(work: Work, pupil_ids: Sequence[int]) -> tuple[int, ...]:
    """One conversation with all parents of each pupil. Raises NotConnected, NothingThere, AccessDenied."""
    raise NotImplementedError


async def open_with_colleague(work: Work, staff_id: int) -> int:
    """The actor's conversation with a colleague. Raises NotConnected, NothingThere, AccessDenied."""
    raise NotImplementedError


async def open_help(work: Work, topic: Topic) -> int:
    """The actor's question (HELP) or idea (IDEA). Raises NotConnected, ConsentNeeded."""
    raise NotImplementedError
