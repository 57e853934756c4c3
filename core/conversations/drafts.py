"""Words and files sent to nobody in particular: kept until the person says to whom (C1)."""

from core.app import Work
from core.conversations.facts import KeptDraft, Spans, Wrote
from core.files import Upload


async def keep_draft(
    work: Work, body: str, spans: Spans, upload: Upload | None, source: str, album: str | None = None
) -> int:
    """Keep it; the parts of an `album` become one draft. Its id. Raises NotConnected, ConsentNeeded, TextTooLong,
    FileNotAccepted, FileKindForbidden, TooManyFiles.
    """
    raise NotImplementedError


async def draft(work: Work, draft_id: int) -> KeptDraft:
    """Raises NothingThere."""
    raise NotImplementedError


async def send_draft(work: Work, draft_id: int, conversation_id: int, *, urgent_reason: str = "") -> Wrote:
    """Say it in a conversation; a second press writes nothing more. Raises NothingThere and as `writing.write`."""
    raise NotImplementedError


async def drop_draft(work: Work, draft_id: int) -> None:
    """Throw it away. Raises NothingThere."""
    raise NotImplementedError
