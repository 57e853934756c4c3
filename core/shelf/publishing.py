"""Putting a document on the shelf, changing it before, taking it off (C6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.errors import AccessDenied, NothingThere
from core.files import mine
from core.outbox import Kind, untell
from core.rights import PUBLISHES
from core.rules.document_text import TITLE, parse_document
from core.rules.length import within
from core.shelf.reading import ShelfDocument, document
from core.shelf.telling import tell_of
from core.terms import Acknowledgement, ShelfSection
from storage.models import ShelfItem, StoredFile


@dataclass(frozen=True)
class Shelved:
    """The document as it is now. `note`: `already` (it was so), `changed` (a colleague was first), else empty."""

    document: ShelfDocument
    note: str = ""


async def add_document(
    work: Work, section: ShelfSection, words: str, files: Sequence[int] = (), *, source: str
) -> Shelved:
    """A draft for the staff, from one message; the same `source` (a message's name) makes it once.

    Raises NotConnected, AccessDenied, NothingThere (neither words nor a file), TextTooLong, AddressWrong.
    """
    staff_id = work.actor.require_role(*PUBLISHES)
    name = await _own_file(work, files[0]) if files else ""
    said = parse_document(words, name)
    if not said.title:
        raise NothingThere
    values = {
        "section": section,
        "title": said.title,
        "body": said.body,
        "address": said.address,
        "file_id": files[0] if files else None,
        "made_by": staff_id,
        "made_at": work.now,
        "source": f"{work.actor.account_id}:{source}",
    }
    new = insert(ShelfItem).values(values).on_conflict_do_nothing().returning(ShelfItem.id)
    item_id = await work.session.scalar(new)
    if item_id is None:
        item_id = await work.session.scalar(select(ShelfItem.id).where(ShelfItem.source == values["source"]))
        return Shelved(await document(work, item_id or 0), "already")
    record(work, "shelf.add", "shelf_item", item_id, after={"section": section, "title": said.title})
    return Shelved(await document(work, item_id))


async def rename(work: Work, item_id: int, title: str, *, seen: int) -> Shelved:
    """Another title. Raises TextTooLong, NothingThere (no words), and as every change."""
    title = within(" ".join(title.split()), TITLE)
    if not title:
        raise NothingThere
    return await _change(work, item_id, "title", title, seen=seen)


async def set_readers(work: Work, item_id: int, *, everybody: bool, seen: int) -> Shelved:
    """For everybody, or for the staff alone; only before it is published."""
    return await _change(work, item_id, "everybody", everybody, seen=seen)


async def set_acknowledgement(work: Work, item_id: int, *, asked: bool, seen: int) -> Shelved:
    """Whether readers are asked to say that they have read it; only before it is published."""
    value = Acknowledgement.READ if asked else Acknowledgement.NONE
    return await _change(work, item_id, "acknowledgement", value, seen=seen)


async def publish(work: Work, item_id: int, *, seen: int) -> Shelved:
    """Put it on the shelf; whoever is asked to read it is told once, calmly."""
    found = await _held(work, item_id)
    if found.published_at is not None:
        return Shelved(found, "already")
    if found.rev != seen:
        return Shelved(found, "changed")
    await _write(work, found, {"published_at": work.now})
    record(work, "shelf.publish", "shelf_item", item_id, after={"title": found.title, "everybody": found.everybody})
    if found.asked:
        await tell_of(work, found, Kind.SHELF_PUBLISHED, f"shelf:{item_id}")
    return Shelved(await document(work, item_id))


async def withdraw(work: Work, item_id: int, *, seen: int) -> str:
    """Take it off the shelf; what was said about it leaves the phones as far as the messenger allows.

    Returns the note: empty, or `changed` (a colleague was first). Raises as every change.
    """
    found = await _held(work, item_id)
    if found.rev != seen:
        return "changed"
    await _write(work, found, {"withdrawn_by": work.actor.require_staff(), "withdrawn_at": work.now})
    record(work, "shelf.withdraw", "shelf_item", item_id, before={"title": found.title})
    await untell(work, Kind.SHELF_PUBLISHED, item_id)
    await untell(work, Kind.SHELF_REMINDER, item_id)
    return ""


async def _change(work: Work, item_id: int, column: str, value: Any, *, seen: int) -> Shelved:
    """Write one column of a draft (of a published document the title alone).

    Raises NotConnected, AccessDenied, NothingThere.
    """
    found = await _held(work, item_id)
    row = await work.session.get_one(ShelfItem, item_id)
    before = getattr(row, column)
    if before == value:
        return Shelved(found, "already")
    if found.rev != seen or (found.published_at is not None and column != "title"):
        return Shelved(found, "changed")
    await _write(work, found, {column: value})
    record(work, "shelf.change", "shelf_item", item_id, before={column: before}, after={column: value})
    return Shelved(await document(work, item_id))


async def _write(work: Work, found: ShelfDocument, values: dict[str, Any]) -> None:
    changed = {**values, "rev": ShelfItem.rev + 1}
    await work.session.execute(update(ShelfItem).where(ShelfItem.id == found.id).values(changed))


async def _held(work: Work, item_id: int) -> ShelfDocument:
    """The document, held, for whoever publishes. Raises NotConnected, AccessDenied, NothingThere."""
    work.actor.require_role(*PUBLISHES)
    await work.session.execute(select(ShelfItem.id).where(ShelfItem.id == item_id).with_for_update())
    return await document(work, item_id)


async def _own_file(work: Work, file_id: int) -> str:
    name = await work.session.scalar(select(StoredFile.name).where(StoredFile.id == file_id, mine(work)))
    if name is None:
        raise AccessDenied(file=file_id)
    return name
