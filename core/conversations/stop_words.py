"""Words that nobody may write in a conversation; kept by director, deputies and administrator (C1)."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.errors.conversations import StopWordWrong
from core.rights import KEEPS_STOP_WORDS
from core.rules.stop_words import is_stop_word, listed, plain
from storage.models import StopWord

SHOWN_CHARS = 40


async def stop_words(work: Work) -> tuple[str, ...]:
    """In alphabetical order. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*KEEPS_STOP_WORDS)
    return tuple(sorted(await work.session.scalars(select(StopWord.word))))


async def add_stop_words(work: Work, words: str) -> tuple[str, ...]:
    """Add words from a list with commas or lines; returns all. Raises NotConnected, AccessDenied, StopWordWrong."""
    staff_id = work.actor.require_role(*KEEPS_STOP_WORDS)
    new = listed(words)
    if wrong := next((word for word in new if not is_stop_word(word)), None if new else words):
        raise StopWordWrong(word=wrong[:SHOWN_CHARS])
    rows = [{"word": word, "added_by": staff_id, "added_at": work.now} for word in new]
    if rows:
        added = insert(StopWord).values(rows).on_conflict_do_nothing().returning(StopWord.word)
        for word in sorted(await work.session.scalars(added)):
            record(work, "stop_word.add", "stop_word", word)
    return await stop_words(work)


async def remove_stop_word(work: Work, word: str) -> tuple[str, ...]:
    """Take one out; returns all. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*KEEPS_STOP_WORDS)
    gone = await work.session.scalar(delete(StopWord).where(StopWord.word == plain(word)).returning(StopWord.word))
    if gone is not None:
        record(work, "stop_word.remove", "stop_word", gone)
    return await stop_words(work)
