"""Writing an announcement: a draft of one author, shown on any phone, kept until it is sent or thrown away (C2)."""

from collections.abc import Sequence

from core.announcements.facts import Draft, Mine, Spans
from core.app import Work

LIMIT = 3500
"""Characters: author, whom it is for and what it asks stand in the same message."""
FILES = 10


async def draft(work: Work, class_id: int | None = None) -> Draft:
    """A new draft, to the guardians of `class_id` to begin with; an own one with nothing in it is taken again."""
    raise NotImplementedError


async def open_draft(work: Work, announcement_id: int) -> Draft:
    """The author's own. Raises NotConnected, AccessDenied, NothingThere."""
    raise NotImplementedError


async def set_words(
    work: Work, announcement_id: int, body: str, spans: Spans, *, source: str, seen: int | None = None
) -> Draft:
    """Other words; `source` (a message's name) writes them once. `seen` None: typed words win over any revision."""
    raise NotImplementedError


async def add_files(work: Work, announcement_id: int, files: Sequence[int]) -> Draft:
    """Kept files of the account. Raises TooManyFiles."""
    raise NotImplementedError


async def remove_file(work: Work, announcement_id: int, file_id: int, *, seen: int) -> Draft:
    """Take a file away."""
    raise NotImplementedError


async def drop(work: Work, announcement_id: int, *, seen: int) -> bool:
    """Throw the draft away; False: it was changed meanwhile and stays."""
    raise NotImplementedError


async def mine(work: Work, first: int = 0, size: int = 8) -> Mine:
    """Own drafts and announcements, the newest first."""
    raise NotImplementedError
