"""Lists and texts that stay within one message."""

from collections.abc import Callable, Sequence

FIT_CHARS = 3700


def clip(words: str, limit: int) -> str:
    """As much of a text as fits a line or a button."""
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def fitting(head: Sequence[str], lines: Sequence[str], more: Callable[[int], str]) -> list[str]:
    """The head and as many lines as one message takes; `more` says how many are left out.

    Counts markup too, so it stays on the safe side of Telegram's 4096 characters.
    """
    kept, left = list(head), FIT_CHARS - sum(len(line) + 1 for line in head)
    for number, line in enumerate(lines):
        left -= len(line) + 1
        if left < 0:
            return [*kept, more(len(lines) - number)]
        kept.append(line)
    return kept
