"""A family's own letter, as it stands when asked for."""

from core.app import Work
from core.diary.children import child_years, open_child
from core.errors import NothingThere
from core.letters.facts import Letter, LetterHead
from core.letters.reading import head_of, letters


async def own_letter(work: Work, pupil_id: int, period_id: int | None) -> tuple[LetterHead, Letter]:
    """The letter about a child of the account, of a period that has begun (none: of the last year's present one).

    Raises NotConnected, AccessDenied, ConsentNeeded, NothingThere.
    """
    await open_child(work, pupil_id)
    years = await child_years(work, pupil_id)
    year = next((y for y in reversed(years) if period_id is None or y.period(period_id)), None)
    if year is None:
        raise NothingThere
    head = await head_of(work, year.class_id, period_id, only=pupil_id)
    found = await letters(work, head, [pupil_id])
    if not found:
        raise NothingThere
    return head, found[0]
