"""Words that nobody may write in a conversation; kept by director, deputies and administrator (C1)."""

from core.app import Work


async def stop_words(work: Work) -> tuple[str, ...]:
    """In alphabetical order. Raises NotConnected, AccessDenied."""
    raise NotImplementedError


async def add_stop_words(work: Work, words: str) -> tuple[str, ...]:
    """Add words from a list with commas or lines; returns all. Raises NotConnected, AccessDenied, StopWordWrong."""
    raise NotImplementedError


async def remove_stop_word(work: Work, word: str) -> tuple[str, ...]:
    """Take one out; returns all. Raises NotConnected, AccessDenied."""
    raise NotImplementedError
