"""Whom an announcement is for, part by part (C2)."""

from core.actions.announcing import Part
from core.announcements.facts import Draft, Group
from core.app import Work


async def set_audience(work: Work, announcement_id: int, part: Part, value: str, *, on: bool, seen: int) -> Draft:
    """Put a part in or take it out. `value`: an id or grade in digits, guardians or pupils, a role, else empty.

    Raises AccessDenied for what is not the author's to write to, ButtonOutdated for a value that is none.
    """
    raise NotImplementedError


async def groups_of(work: Work, announcement_id: int, class_id: int) -> tuple[Draft, tuple[Group, ...]]:
    """The groups of a class that the author may write to."""
    raise NotImplementedError
