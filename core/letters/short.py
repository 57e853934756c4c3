"""Letters of a class for their short form, with the names of subjects shortened alike for everybody."""

from dataclasses import dataclass

from core.app import Work
from core.letters.facts import Letter, LetterHead
from core.letters.reading import letter_head, letters
from core.letters.short_text import abbreviations
from core.recipients import guardians_of_each


@dataclass(frozen=True)
class ShortLetters:
    """Letters of `everybody`, or of those whose guardians have no bot; `subjects`: the short names by the full."""

    head: LetterHead
    everybody: bool
    letters: tuple[Letter, ...]
    subjects: dict[str, str]


async def short_letters(work: Work, class_id: int, period: int | None, *, everybody: bool) -> ShortLetters:
    """Raises NotConnected, AccessDenied, NothingThere."""
    head = await letter_head(work, class_id, period)
    ids = {pupil.id for pupil in head.pupils}
    found = await letters(work, head, ids)
    connected = frozenset() if everybody else set(await guardians_of_each(work, ids))
    return ShortLetters(
        head=head,
        everybody=everybody,
        letters=tuple(letter for letter in found if letter.pupil.id not in connected),
        subjects=abbreviations(subject.name for letter in found for subject in letter.subjects),
    )
