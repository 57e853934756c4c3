"""Writing in a conversation, files and later corrections included (C1)."""

from collections.abc import Sequence

from core.app import Work
from core.conversations.facts import Spans, Wrote

LIMIT = 4000
FILES = 10


async def write(
    work: Work,
    conversation_id: int,
    body: str,
    spans: Spans,
    files: Sequence[int] = (),
    *,
    source: str,
    urgent_reason: str = "",
) -> Wrote:
    """Say something; the same `source` (the message's number in the actor's chat) is written once.

    Raises NotConnected, ConsentNeeded, AccessDenied, NothingThere (empty), ConversationOver, Muted, StopWordFound,
    TooManyMessages, TextTooLong, TooManyFiles.
    """
    raise NotImplementedError


async def add_file(work: Work, message_id: int, files: Sequence[int]) -> Wrote:
    """More kept files to a message of the actor: the rest of an album. Raises as `write`."""
    raise NotImplementedError


async def edit(work: Work, source: str, body: str, spans: Spans) -> int | None:
    """New words for the message that came as `source`; its conversation, None when there is no such message.

    Raises as `write`.
    """
    raise NotImplementedError
