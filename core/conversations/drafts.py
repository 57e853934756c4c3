"""Words and files sent to nobody in particular: kept until the person says to whom (C1)."""

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.conversations.facts import KeptDraft, Spans, Wrote
from core.conversations.guard import FILES
from core.conversations.voices import voice
from core.conversations.writing import LIMIT, write
from core.errors import NothingThere
from core.errors.files import FileKindForbidden, TooManyFiles
from core.files import LIMIT_MB, Upload, keep
from core.rules.file_kinds import HEAD_BYTES, may_be_sent
from core.rules.length import within
from storage.models import Draft


async def keep_draft(
    work: Work, body: str, spans: Spans, upload: Upload | None, source: str, album: str | None = None
) -> int:
    """Keep it; the parts of an `album` become one draft. Its id.

    Raises NotConnected, ConsentNeeded, TextTooLong, FileNotAccepted, FileKindForbidden, TooManyFiles.
    """
    work.actor.require_voice()
    within(body, LIMIT)
    if upload is not None and not may_be_sent(upload.name, upload.mime, upload.content[:HEAD_BYTES]):
        raise FileKindForbidden(name=upload.name, limit_mb=LIMIT_MB)
    files = [await keep(work, upload)] if upload is not None else []
    found = await _of_album(work, album)
    if found is None:
        return await _new(work, body, spans, files, source, album)
    parts = list(dict.fromkeys([*found.parts, *files]))
    if len(parts) > FILES:
        raise TooManyFiles(limit=FILES)
    found.parts = parts
    if body and not found.body:
        found.body, found.spans = body, list(spans)
    await work.session.flush()
    return found.id


async def draft(work: Work, draft_id: int) -> KeptDraft:
    """Raises NotConnected, ConsentNeeded, NothingThere."""
    found = await _own(work, draft_id)
    return KeptDraft(found.id, found.body, found.spans, tuple(found.parts), used=found.used_at is not None)


async def edit_draft(work: Work, source: str, body: str, spans: Spans) -> bool:
    """New words for the draft that came as `source`; whether it still waits and had others. Raises TextTooLong."""
    changed = await work.session.execute(
        update(Draft)
        .where(
            Draft.source == f"{work.actor.account_id}:{source}",
            Draft.used_at.is_(None),
            or_(Draft.body != body, Draft.spans != list(spans)),
        )
        .values(body=within(body, LIMIT), spans=list(spans))
        .returning(Draft.id)
    )
    return changed.one_or_none() is not None


async def send_draft(work: Work, draft_id: int, conversation_id: int, *, urgent_reason: str = "") -> Wrote:
    """Say it in a conversation; a second press writes nothing more. Raises NothingThere and as `writing.write`."""
    found = await _own(work, draft_id)
    said = await write(
        work,
        conversation_id,
        found.body,
        found.spans,
        found.parts,
        source=_message(found),
        urgent_reason=urgent_reason,
    )
    found.used_at = found.used_at or work.now
    await work.session.flush()
    return said


async def drop_draft(work: Work, draft_id: int) -> None:
    """Throw it away. Raises as `draft`."""
    found = await _own(work, draft_id)
    found.used_at = found.used_at or work.now
    await work.session.flush()


async def _own(work: Work, draft_id: int) -> Draft:
    await voice(work)
    mine = select(Draft).where(Draft.id == draft_id, Draft.account_id == work.actor.account_id)
    found = await work.session.scalar(mine.with_for_update())
    if found is None:
        raise NothingThere
    return found


def _message(found: Draft) -> str:
    """The message it came in: a draft sent on is that message, also when it is edited later."""
    return found.source.partition(":")[2]


async def _of_album(work: Work, album: str | None) -> Draft | None:
    if album is None:
        return None
    mine = select(Draft).where(Draft.account_id == work.actor.account_id, Draft.album == album)
    return await work.session.scalar(mine.order_by(Draft.id).limit(1).with_for_update())


async def _new(work: Work, body: str, spans: Spans, files: list[int], source: str, album: str | None) -> int:
    values = {
        "account_id": work.actor.account_id,
        "body": body,
        "spans": list(spans),
        "parts": files,
        "source": f"{work.actor.account_id}:{source}",
        "album": album,
        "made_at": work.now,
    }
    made = insert(Draft).values(values).on_conflict_do_nothing(index_elements=["source"]).returning(Draft.id)
    new = await work.session.scalar(made)
    if new is None:
        new = await work.session.scalar(select(Draft.id).where(Draft.source == values["source"]))
    if new is None:
        raise NothingThere
    return new
