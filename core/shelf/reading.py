"""What stands on the shelf, for staff and for families."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, exists, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from core.app import Work
from core.errors import NothingThere
from core.files import Page, kept_page
from core.folding_sql import folded
from core.rights import PUBLISHES
from core.rules.folding import name_key
from core.rules.names import initials
from core.terms import Acknowledgement, Door, ShelfSection
from storage.models import ShelfItem, ShelfReading, Staff, StoredFile

PAGE = 8
WORDS_CHARS = 100


@dataclass(frozen=True)
class ShelfLine:
    """A document in a list. `unread`: this person is still asked to read it; `draft`: not published yet."""

    id: int
    title: str
    unread: bool
    draft: bool


@dataclass(frozen=True)
class Shelf:
    """How many documents each section holds, and how many of them wait to be read by this person."""

    sections: tuple[tuple[ShelfSection, int, int], ...]
    publishes: bool


@dataclass(frozen=True)
class ShelfPage:
    """A part of a list: a section's documents, or (no section) those found by `words`."""

    section: ShelfSection | None
    lines: tuple[ShelfLine, ...]
    first: int
    count: int
    publishes: bool
    words: str = ""


@dataclass(frozen=True)
class ShelfDocument:
    """One document. `asked`: its readers say that they have read it; `read_at`: when this person did.

    `published_at` and `read_at` are by the school's wall clock.
    """

    id: int
    section: ShelfSection
    title: str
    body: str
    address: str
    file: str
    everybody: bool
    asked: bool
    made_by: str
    published_at: datetime | None
    withdrawn: bool
    rev: int
    read_at: datetime | None
    publishes: bool


async def shelf(work: Work) -> Shelf:
    """Raises NotConnected."""
    visible = _visible(work)
    counts = func.count(), func.count().filter(_waits(work))
    rows = await work.session.execute(select(ShelfItem.section, *counts).where(visible).group_by(ShelfItem.section))
    found = {section: (total, unread) for section, total, unread in rows}
    return Shelf(tuple((s, *found.get(s, (0, 0))) for s in ShelfSection), publishes(work))


async def shelf_section(work: Work, section: ShelfSection, first: int = 0) -> ShelfPage:
    """Drafts first, then the newest. Raises NotConnected."""
    return await _page(work, ShelfItem.section == section, first, section=section)


async def found_on_shelf(work: Work, words: str, first: int = 0) -> ShelfPage:
    """Documents whose title holds the words. Raises NotConnected."""
    said = name_key(words)[:WORDS_CHARS]
    return await _page(work, folded(ShelfItem.title).contains(said, autoescape=True), first, words=words)


async def document(work: Work, item_id: int) -> ShelfDocument:
    """Raises NotConnected, NothingThere (also what is not for this person)."""
    read_at = select(func.max(ShelfReading.read_at)).where(ShelfReading.item_id == ShelfItem.id, read_by(work))
    row = (
        await work.session.execute(
            select(ShelfItem, StoredFile.name, Staff, read_at.scalar_subquery())
            .join(Staff, Staff.id == ShelfItem.made_by)
            .join(StoredFile, StoredFile.id == ShelfItem.file_id, isouter=True)
            .where(ShelfItem.id == item_id, _visible(work))
            .execution_options(populate_existing=True)
        )
    ).one_or_none()
    if row is None:
        raise NothingThere
    return _as_document(work, *row)


async def document_file(work: Work, item_id: int) -> tuple[ShelfDocument, Page]:
    """The document with its file. Raises NotConnected, NothingThere."""
    found = await document(work, item_id)
    file_id = await work.session.scalar(select(ShelfItem.file_id).where(ShelfItem.id == item_id))
    if file_id is None:
        raise NothingThere
    return found, await kept_page(work, file_id)


def publishes(work: Work) -> bool:
    """Whether the actor puts documents on the shelf."""
    return work.actor.staff_id is not None and work.actor.holds(*PUBLISHES)


def read_by(work: Work) -> ColumnElement[bool]:
    """Readings of the acting person: as staff, as a guardian, as a pupil."""
    actor = work.actor
    if actor.staff_id is not None:
        return ShelfReading.staff_id == actor.staff_id
    guardians = [c.guardian_id for c in actor.children if c.guardian_id is not None]
    pupils = [c.pupil_id for c in actor.children if c.guardian_id is None]
    return or_(ShelfReading.guardian_id.in_(guardians), ShelfReading.pupil_id.in_(pupils))


async def _page(
    work: Work, which: ColumnElement[bool], first: int, *, section: ShelfSection | None = None, words: str = ""
) -> ShelfPage:
    draft = ShelfItem.published_at.is_(None)
    rows = (
        await work.session.execute(
            select(ShelfItem.id, ShelfItem.title, _waits(work), draft, func.count().over())
            .where(_visible(work), which)
            .order_by(draft.desc(), ShelfItem.published_at.desc(), ShelfItem.id.desc())
            .offset(max(first, 0))
            .limit(PAGE)
        )
    ).all()
    if not rows and first > 0:
        return await _page(work, which, 0, section=section, words=words)
    lines = tuple(ShelfLine(item_id, title, unread, is_draft) for item_id, title, unread, is_draft, _ in rows)
    return ShelfPage(section, lines, max(first, 0), rows[0][-1] if rows else 0, publishes(work), words)


def _visible(work: Work) -> ColumnElement[bool]:
    """What this person may see: families what is for everybody, publishers their drafts too. Raises NotConnected."""
    stands = and_(ShelfItem.withdrawn_at.is_(None), ShelfItem.published_at.is_not(None))
    if work.actor.door is Door.FAMILY:
        work.actor.require_voice()
        return and_(stands, ShelfItem.everybody)
    work.actor.require_staff()
    return ShelfItem.withdrawn_at.is_(None) if publishes(work) else stands


def _waits(work: Work) -> ColumnElement[bool]:
    """Whether this person is asked to read it and has not yet."""
    mine = exists().where(ShelfReading.item_id == ShelfItem.id, read_by(work))
    asked = and_(ShelfItem.acknowledgement == Acknowledgement.READ, ShelfItem.published_at.is_not(None))
    return case((asked, ~mine), else_=False)


def _as_document(
    work: Work, item: ShelfItem, file: str | None, maker: Staff, read_at: datetime | None
) -> ShelfDocument:
    return ShelfDocument(
        id=item.id,
        section=item.section,
        title=item.title,
        body=item.body,
        address=item.address,
        file=file or "",
        everybody=item.everybody,
        asked=item.acknowledgement is Acknowledgement.READ,
        made_by=initials(maker),
        published_at=work.local(item.published_at) if item.published_at else None,
        withdrawn=item.withdrawn_at is not None,
        rev=item.rev,
        read_at=work.local(read_at) if read_at else None,
        publishes=publishes(work),
    )
