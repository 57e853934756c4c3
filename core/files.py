"""Files that people send: kept by the product itself, so that the other bot can send them on."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.errors import NothingThere
from core.errors.files import FileNotAccepted
from core.terms import FileKind
from storage.models import StoredFile

LIMIT_MB = 20
LIMIT_BYTES = LIMIT_MB * 1024 * 1024
"""What a bot can fetch from Telegram."""
NAME_CHARS = 200
"""The end of a longer name is kept: it says what the file is."""
ANY_MIME = "application/octet-stream"


@dataclass(frozen=True)
class Upload:
    """A file as it came. `source` is unique for the message of the account; messages of an `album` belong together."""

    name: str
    content: bytes
    source: str
    album: str | None = None
    kind: FileKind = FileKind.DOCUMENT
    mime: str = ANY_MIME


@dataclass(frozen=True)
class Page:
    """One file with its bytes."""

    name: str
    content: bytes
    kind: FileKind = FileKind.DOCUMENT


async def keep_file(work: Work, upload: Upload) -> int | None:
    """The id of the stored file; None when this message was stored before.

    Raises FileNotAccepted, and NotConnected or ConsentNeeded of somebody who lost the right meanwhile.
    """
    work.actor.require_voice()
    if not upload.content or len(upload.content) > LIMIT_BYTES:
        raise FileNotAccepted(limit_mb=LIMIT_MB)
    stored = await work.session.execute(
        insert(StoredFile)
        .values(
            name=upload.name[-NAME_CHARS:],
            mime=upload.mime[:128],
            size=len(upload.content),
            content=upload.content,
            created_at=work.now,
            account_id=work.actor.account_id,
            source=upload.source,
            album=upload.album,
            kind=upload.kind,
        )
        .on_conflict_do_nothing()
        .returning(StoredFile.id)
    )
    return stored.scalar()


async def keep(work: Work, upload: Upload) -> int:
    """The id of the kept file, also when the message comes again. Raises as `keep_file`."""
    kept = await keep_file(work, upload)
    if kept is None:
        kept = await work.session.scalar(select(StoredFile.id).where(mine(work), StoredFile.source == upload.source))
    assert kept is not None  # noqa: S101 - it stands or was written just now
    return kept


async def album_came(work: Work, upload: Upload) -> bool:
    """Whether a file of the same album is kept already."""
    if upload.album is None:
        return False
    return await work.session.scalar(select(StoredFile.id).where(mine(work), together(upload)).limit(1)) is not None


async def kept_page(work: Work, file_id: int) -> Page:
    """A kept file with its bytes; whether the actor may have it is the caller's to ask. Raises NothingThere."""
    columns = select(StoredFile.name, StoredFile.content, StoredFile.kind).where(StoredFile.id == file_id)
    row = (await work.session.execute(columns)).one_or_none()
    if row is None:
        raise NothingThere
    return Page(row.name, row.content, row.kind)


def mine(work: Work) -> ColumnElement[bool]:
    """Files that the account sent."""
    return StoredFile.account_id == work.actor.account_id


def together(upload: Upload) -> ColumnElement[bool]:
    """The upload's own file and those of its album."""
    return StoredFile.album == upload.album if upload.album else StoredFile.source == upload.source
