"""Words and lists that several messages share."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from locales import Translator

FIT_CHARS = 3600
"""Characters of a message's lines: Telegram takes 4096 in all."""


def classes_of(facts: Mapping[str, Any], t: Translator) -> str:
    """7Б, or with the group: 7Б (группа 1). As data: the caller's message escapes it."""
    return t.plain("push-group", **_group(facts, "classes")) if facts["group"] else str(facts["classes"])


def subject_of(facts: Mapping[str, Any], t: Translator) -> str:
    """The subject, with the group when there is one."""
    return t.plain("push-group", **_group(facts, "subject")) if facts["group"] else str(facts["subject"])


def fitting(lines: Sequence[str], more: Callable[[int], str]) -> list[str]:
    """The first lines that one message can hold; `more` says how many are left out."""
    shown: list[str] = []
    left = FIT_CHARS
    for number, line in enumerate(lines):
        left -= len(line) + 1
        if left < 0:
            return [*shown, more(len(lines) - number)]
        shown.append(line)
    return shown


def _group(facts: Mapping[str, Any], what: str) -> dict[str, str]:
    return {"classes": facts[what], "group": facts["group"]}
