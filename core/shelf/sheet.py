"""The sheet of who has read a document of the shelf, to print: the same sheet as an announcement's."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from core.announcements.outcome import Count, ReaderLine, SheetFacts, SheetPart
from core.app import Work
from core.errors import NothingThere
from core.shelf.readers import Reader, every_reader
from core.terms import Acknowledgement


async def document_sheet(work: Work, item_id: int) -> SheetFacts:
    """The staff first, then the families by class. Raises NotConnected, AccessDenied, NothingThere."""
    found, people = await every_reader(work, item_id)
    if found.published_at is None:
        raise NothingThere
    lines = [_line(one) for one in people]
    return SheetFacts(
        id=found.id,
        school=work.school.name,
        author=found.made_by,
        position="",
        body=found.title,
        published_at=found.published_at,
        ends_on=None,
        acknowledgement=Acknowledgement.READ,
        count=_count(people),
        answers=(),
        total=0,
        parts=tuple(SheetPart(name, tuple(part)) for name, part in groupby(lines, key=lambda line: line.class_name)),
        at=work.local_now,
        of="document",
    )


def _count(people: Sequence[Reader]) -> Count:
    """Each person once, beside however many children."""
    states = Counter({one.person: one.state for one in people}.values())
    return Count(
        people=states.total(),
        read=states["read"],
        silent=states["delivered"] + states["board"],
        unreachable=states["unreachable"],
        not_connected=states["not_connected"],
    )


def _line(reader: Reader) -> ReaderLine:
    return ReaderLine(reader.name, "", reader.of, reader.class_name, reader.state, reader.read_at, None)
