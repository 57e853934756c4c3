"""The rest of an album: files that come in messages of their own and belong to words sent already."""

from collections.abc import Sequence

from sqlalchemy import select

from core.app import Work
from core.conversations.facts import Spans
from core.errors import NothingThere
from core.files import mine
from storage.models import ConversationFile, Draft, StoredFile


async def messages_of(work: Work, album: str) -> tuple[int, ...]:
    """The messages (of several families, it may be) that an earlier file of the account's album went with."""
    rows = await work.session.scalars(
        select(ConversationFile.message_id)
        .join(StoredFile, StoredFile.id == ConversationFile.file_id)
        .where(mine(work), StoredFile.album == album)
        .distinct()
        .order_by(ConversationFile.message_id)
    )
    return tuple(rows)


async def keep_words_of_paper(work: Work, first: int, body: str, spans: Spans) -> None:
    """The words under a file that came unasked: they go with it when it is sent on (`draft_of_paper`).

    Raises NotConnected, ConsentNeeded.
    """
    work.actor.require_voice()
    draft = await _of_paper(work, first)
    if not draft.body:
        draft.body, draft.spans = body, list(spans)
    await work.session.flush()


async def draft_of_paper(work: Work, first: int) -> int:
    """A file that came unasked, with the rest of its album and their words, as a draft for a conversation; the same
    one again.

    Raises NotConnected, ConsentNeeded, NothingThere.
    """
    work.actor.require_voice()
    files = await _together(work, first)
    draft = await _of_paper(work, files[0])
    if draft.used_at is None:
        draft.parts = list(files)
    await work.session.flush()
    return draft.id


async def _of_paper(work: Work, first: int) -> Draft:
    source = f"{work.actor.account_id}:paper-{first}"
    kept = await work.session.scalar(select(Draft).where(Draft.source == source))
    if kept is not None:
        return kept
    draft = Draft(account_id=work.actor.account_id, source=source, body="", spans=[], parts=[], made_at=work.now)
    work.session.add(draft)
    return draft


async def _together(work: Work, first: int) -> Sequence[int]:
    album = select(StoredFile.album).where(mine(work), StoredFile.id == first)
    found = (await work.session.execute(album)).one_or_none()
    if found is None:
        raise NothingThere
    batch = StoredFile.album == found.album if found.album else StoredFile.id == first
    return (await work.session.scalars(select(StoredFile.id).where(mine(work), batch).order_by(StoredFile.id))).all()
