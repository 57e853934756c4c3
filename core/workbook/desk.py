"""A workbook sent by an administrator: kept, looked at, and loaded when confirmed."""

from dataclasses import dataclass, replace
from hashlib import blake2b

from sqlalchemy import ColumnElement, String, cast, delete, select

from core.app import Work
from core.audit import record
from core.errors import AccessDenied, NothingThere
from core.errors.access import WorkbookNotYours
from core.files import Upload, keep
from core.terms import Role
from core.workbook.book import Progress
from core.workbook.changes import Changes
from core.workbook.importing import ImportReport, check_workbook, import_workbook
from storage.models import AuditEntry, StoredFile

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LOADED = "workbook.load"


@dataclass(frozen=True)
class Received:
    """What a sent file would change. `file` is the kept file; None when there is nothing to confirm."""

    report: ImportReport
    file: int | None
    seen: str


@dataclass(frozen=True)
class Confirmed:
    """`stale`: the journal changed since the summary, nothing was written; `received` is to be confirmed anew."""

    received: Received
    stale: bool


def require_administrator(work: Work) -> None:
    """Raises NotConnected, WorkbookNotYours."""
    try:
        work.actor.require_role(Role.ADMINISTRATOR)
    except AccessDenied as error:
        raise WorkbookNotYours from error


async def receive_workbook(
    work: Work, content: bytes, name: str, source: str, progress: Progress | None = None
) -> Received:
    """Check a file and keep it if it could be loaded. `source` names the message: the same one is kept once.

    Files of this account that were checked before and never loaded go.
    """
    require_administrator(work)
    report = await check_workbook(work, content, name, progress)
    if report.faults or report.changes.empty:
        return Received(report, None, "")
    await _forget_unloaded(work, source)
    return Received(report, await keep(work, Upload(name, content, source, mime=MIME)), fingerprint(report.changes))


async def confirm_workbook(work: Work, file_id: int, seen: str, progress: Progress | None = None) -> Confirmed:
    """Load the kept file, provided that it would change what was shown; whoever of the administrators confirms.

    A second confirmation finds nothing left to change. Raises NotConnected, WorkbookNotYours, NothingThere.
    """
    require_administrator(work)
    name, content = await _kept(work, file_id)
    report = await check_workbook(work, content, name, progress)
    now = fingerprint(report.changes)
    if report.faults or report.changes.empty:
        return Confirmed(Received(replace(report, applied=not report.faults), None, now), stale=False)
    if now != seen:
        return Confirmed(Received(report, file_id, now), stale=True)
    report = await import_workbook(work, content, name, progress)
    record(work, LOADED, "stored_file", file_id, after={"name": name})
    return Confirmed(Received(report, None, now), stale=False)


async def drop_workbook(work: Work, file_id: int) -> None:
    """Forget a kept file that was not loaded. Raises NotConnected, WorkbookNotYours, NothingThere (loaded already)."""
    require_administrator(work)
    if await work.session.scalar(select(StoredFile.id).where(StoredFile.id == file_id, _loaded())) is not None:
        raise NothingThere
    mine = (StoredFile.id == file_id, StoredFile.account_id == work.actor.account_id)
    await work.session.execute(delete(StoredFile).where(*mine, StoredFile.mime == MIME, ~_loaded()))


def fingerprint(changes: Changes) -> str:
    """Short, the same for the same changes. Dated lessons do not count: a roll taken meanwhile is no reason to ask."""
    told = [(s.sheet, s.new, s.changed, s.removed) for s in changes.sheets if not s.empty]
    return blake2b(repr(told).encode(), digest_size=6).hexdigest()


async def _kept(work: Work, file_id: int) -> tuple[str, bytes]:
    query = select(StoredFile.name, StoredFile.content).where(StoredFile.id == file_id, StoredFile.mime == MIME)
    row = (await work.session.execute(query)).one_or_none()
    if row is None:
        raise NothingThere
    return row.name, row.content


async def _forget_unloaded(work: Work, source: str) -> None:
    mine = (StoredFile.account_id == work.actor.account_id, StoredFile.mime == MIME, StoredFile.source != source)
    await work.session.execute(delete(StoredFile).where(*mine, ~_loaded()))


def _loaded() -> ColumnElement[bool]:
    loaded = select(AuditEntry.id).where(AuditEntry.action == LOADED, AuditEntry.subject == "stored_file")
    return loaded.where(AuditEntry.subject_id == cast(StoredFile.id, String)).exists()
