"""Taking an announcement back (C2)."""

from typing import Any

from sqlalchemy import update

from core.announcements.drafts import state_of
from core.announcements.facts import State
from core.announcements.outcome import Progress
from core.announcements.watching import progress, progress_of, watched
from core.app import Work
from core.audit import record
from core.errors import AccessDenied
from core.outbox import Kind, untell
from storage.models import Announcement


async def withdraw(work: Work, announcement_id: int, *, seen: int) -> Progress:
    """Off the board, and off the phones as far as the messenger allows; one that waits never leaves.

    For its author, the director, deputies and the administrator. Note: `already`, `changed`. Raises as
    `watching.progress`.
    """
    found = await watched(work, announcement_id, hold=True)
    if not found.owner:
        raise AccessDenied(announcement=announcement_id)
    if state_of(work, found.row) is State.WITHDRAWN:
        return await progress_of(work, found, "already")
    if found.row.rev != seen:
        return await progress_of(work, found, "changed")
    gone: dict[str, Any] = {"withdrawn_by": work.actor.require_staff(), "withdrawn_at": work.now}
    new = update(Announcement).where(Announcement.id == announcement_id).values(**gone, rev=Announcement.rev + 1)
    await work.session.execute(new)
    told = await untell(work, Kind.ANNOUNCEMENT, announcement_id)
    await untell(work, Kind.ANNOUNCEMENT_REMINDER, announcement_id)
    record(work, "announcement.withdraw", "announcement", announcement_id, after={"messages": told})
    return await progress(work, announcement_id)
