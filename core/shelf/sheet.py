"""The sheet of who has read a document of the shelf, to print: the same sheet as an announcement's."""

from itertools import groupby

from core.announcements.outcome import Count, ReaderLine, SheetFacts, SheetPart
from core.app import Work
from core.errors import NothingThere
from core.shelf.readers import Reader, every_reader
from core.terms import Acknowledgement


async def document_sheet(work: Work, item_id: int) -> SheetFacts:
    """The staff first, then the parents by class. Raises NotConnected, AccessDenied, NothingThere."""
    found, people = await every_reader(work, item_id)
    if found.published_at is None:
        raise NothingThere
    lines = [_line(one) for one in people]
    read = sum(line.read_at is not None for line in lines)
    return SheetFacts(
        id=found.id,
        school=work.school.name,
        author=found.made_by,
        position="",
        body=found.title,
        published_at=found.published_at,
        ends_on=None,
        acknowledgement=Acknowledgement.READ,
        count=Count(
            people=len(lines),
            read=read,
            silent=len(lines) - read,
            not_connected=sum(line.state == "not_connected" for line in lines),
        ),
        answers=(),
        total=0,
        parts=tuple(SheetPart(name, tuple(part)) for name, part in groupby(lines, key=lambda line: line.class_name)),
        at=work.local_now,
        of="document",
    )


def _line(reader: Reader) -> ReaderLine:
    state = "read" if reader.read_at else "delivered" if reader.connected else "not_connected"
    return ReaderLine(reader.name, "", reader.of, reader.class_name, state, reader.read_at, None)
