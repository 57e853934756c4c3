"""How long a text may be."""

from core.errors import TextTooLong


def within(words: str, limit: int) -> str:
    """The words, when they have at most `limit` characters. Raises TextTooLong."""
    if len(words) > limit:
        raise TextTooLong(length=len(words), limit=limit)
    return words
