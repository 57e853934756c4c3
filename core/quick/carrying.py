"""What the rules held back of a hasty message, carried out once somebody decided."""

from core.actions.quick import ApplyQuickLate
from core.app import Work
from core.errors.entries import EntryOverlapped
from core.quick.entry import apply_late
from core.requests.registry import carries_out


@carries_out(ApplyQuickLate, "quick")
async def late(work: Work, action: ApplyQuickLate, _: str) -> None:
    """The parts that were not written yet."""
    preview = await apply_late(work, action.entry, seen=action.rev)
    if preview.note != "written":
        raise EntryOverlapped
