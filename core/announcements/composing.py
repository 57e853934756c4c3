"""Writing an announcement: a draft of one author, shown on any phone, kept until it is sent or thrown away (C2)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, insert, text

from core.announcements.drafts import change, read_draft, state_of, write
from core.announcements.facts import Draft, Line, Mine, Spans, State
from core.app import Work
from core.audit import record
from core.errors import AccessDenied
from core.gathering import FilesOf
from core.rules.length import within
from core.terms import Acknowledgement
from storage.base import table_of
from storage.models import Announcement, AnnouncementFile

LIMIT = 3500
"""Characters: author, whom it is for and what it asks stand in the same message."""
FILES = 10
ANNOUNCEMENT_FILES = FilesOf(table_of(AnnouncementFile), ("announcement_id",), FILES)
SHOWN = 60
"""Characters of the first words in a list."""

_UNTOUCHED = text("""
    SELECT n.id FROM announcement n
     WHERE n.made_by = :staff AND n.confirmed_at IS NULL AND n.withdrawn_at IS NULL AND n.body = ''
       AND NOT EXISTS (SELECT FROM announcement_file f WHERE f.announcement_id = n.id)
     ORDER BY n.id DESC LIMIT 1 FOR UPDATE OF n
""")

_MINE = text("""
    SELECT n.*, count(*) OVER () AS total,
           (SELECT count(*) FROM announcement_file f WHERE f.announcement_id = n.id) AS files
      FROM announcement n WHERE n.made_by = :staff
     ORDER BY n.confirmed_at IS NOT NULL, n.id DESC LIMIT :size OFFSET :first
""")


async def draft(work: Work, class_id: int | None = None) -> Draft:
    """A new draft, to the guardians of `class_id` to begin with; an own one with nothing in it is taken again.

    Raises NotConnected, AccessDenied (a class that is not one's own).
    """
    staff_id = work.actor.require_staff()
    begins: dict[str, Any] = {"to": ["guardians"], "classes": [] if class_id is None else [class_id]}
    await _hold_author(work, staff_id)
    found = await work.session.scalar(_UNTOUCHED, {"staff": staff_id})
    if found is None:
        made = {"made_by": staff_id, "made_at": work.now, "audience": begins}
        new = insert(Announcement).values(made).returning(Announcement.id)
        found = (await work.session.execute(new)).scalar_one()
    elif class_id is not None:
        await write(work, found, {"audience": begins})
    fresh = (await read_draft(work, found)).draft
    if class_id is not None and class_id not in {unit.id for unit in fresh.may.classes}:
        raise AccessDenied(class_id=class_id)
    return fresh


async def open_draft(work: Work, announcement_id: int) -> Draft:
    """The author's own. Raises NotConnected, AccessDenied, NothingThere."""
    return (await read_draft(work, announcement_id)).draft


async def set_words(
    work: Work, announcement_id: int, body: str, spans: Spans, *, source: str, seen: int | None = None
) -> Draft:
    """Other words; `source` (a message's name) writes them once. `seen` None: typed words win over any revision.

    Raises TextTooLong.
    """
    held = await read_draft(work, announcement_id, hold=True)
    name = f"{work.actor.account_id}:{source}"
    if held.row.source == name:
        return held.draft
    return await change(work, held, seen, {"body": within(body, LIMIT), "spans": list(spans), "source": name})


async def add_files(work: Work, announcement_id: int, files: Sequence[int]) -> Draft:
    """Kept files of the account. Raises AccessDenied (somebody else's file), TooManyFiles."""
    held = await read_draft(work, announcement_id, hold=True)
    if held.draft.state is not State.DRAFT:
        return await change(work, held, None, {})
    added = await ANNOUNCEMENT_FILES.attach(work, [announcement_id], files)
    return await write(work, announcement_id, {}) if added else await change(work, held, None, {})


async def remove_file(work: Work, announcement_id: int, file_id: int, *, seen: int) -> Draft:
    """Take a file away."""
    held = await read_draft(work, announcement_id, hold=True)
    if held.draft.state is not State.DRAFT or file_id not in {file.id for file in held.draft.files}:
        return await change(work, held, None, {})
    if held.draft.rev != seen:
        return replace(held.draft, note="changed")
    gone = delete(AnnouncementFile).where(AnnouncementFile.announcement_id == announcement_id)
    await work.session.execute(gone.where(AnnouncementFile.file_id == file_id))
    return await write(work, announcement_id, {})


async def drop(work: Work, announcement_id: int, *, seen: int) -> bool:
    """Throw the draft away; False: it was changed (or sent) meanwhile and stays."""
    held = await read_draft(work, announcement_id, hold=True)
    if held.draft.state is not State.DRAFT or held.draft.rev != seen:
        return False
    await work.session.execute(delete(AnnouncementFile).where(AnnouncementFile.announcement_id == announcement_id))
    await work.session.execute(delete(Announcement).where(Announcement.id == announcement_id))
    record(work, "announcement.drop", "announcement", announcement_id, before={"body": held.draft.body})
    return True


async def mine(work: Work, first: int = 0, size: int = 8) -> Mine:
    """Own drafts first, then announcements, the newest first. Raises NotConnected."""
    page = {"staff": work.actor.require_staff(), "first": first, "size": size}
    rows = (await work.session.execute(_MINE, page)).all()
    return Mine(tuple(_line(work, row) for row in rows), first, rows[0].total if rows else 0)


def first_words(body: str) -> str:
    """What a list shows of an announcement."""
    words = " ".join(body.split())
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"


async def _hold_author(work: Work, staff_id: int) -> None:
    """Two presses at once begin one draft."""
    await work.session.execute(text("SELECT id FROM staff WHERE id = :staff FOR NO KEY UPDATE"), {"staff": staff_id})


def _line(work: Work, row: Any) -> Line:
    state = state_of(work, row)
    at = row.published_at or (row.publish_at or row.confirmed_at if state is State.WAITING else row.made_at)
    return Line(
        id=row.id,
        first_words=first_words(row.body),
        author="",
        at=work.local(at),
        state=state,
        acknowledgement=Acknowledgement(row.acknowledgement),
        urgent=row.urgent,
        files=row.files,
    )
