"""The sheet of acknowledgements (лист ознакомления), to print (C2)."""

from itertools import groupby

from core.announcements.outcome import SheetFacts, SheetPart
from core.announcements.watching import everybody, progress_of, watched
from core.announcements.words import author_of
from core.app import Work
from core.errors import NothingThere


async def sheet(work: Work, announcement_id: int) -> SheetFacts:
    """Every reader by class and name, and where each stands. Raises as `watching.progress`; NothingThere before it is
    published.
    """
    found = await watched(work, announcement_id)
    row = found.row
    if row.published_at is None:
        raise NothingThere
    now = await progress_of(work, found)
    lines = await everybody(work, found)
    return SheetFacts(
        id=row.id,
        school=work.school.name,
        author=author_of(row),
        position=row.position,
        body=row.body,
        published_at=work.local(row.published_at),
        ends_on=row.ends_on,
        acknowledgement=now.acknowledgement,
        count=now.count,
        answers=now.answers,
        total=now.total,
        parts=tuple(SheetPart(name, tuple(part)) for name, part in groupby(lines, key=lambda line: line.class_name)),
        at=work.local_now,
    )
