"""An announcement as its readers see it: alike in its message, on the board and in the author's preview (C2)."""

from datetime import date
from typing import Any

from locales.formatting import Span, clipped, formatted
from locales.translator import Translator


def announced(words: dict[str, Any], t: Translator, limit: int | None = None) -> str:
    """HTML of its frozen facts (core/announcements/words.py); `limit`: characters of the body, the rest is left out."""
    body: str = words["body"]
    spans: list[Span] = words["spans"]
    shown, kept = clipped(body, spans, limit) if limit else (body, spans)
    parts = ["\n".join(_head(words, t)), formatted(shown, kept), "\n".join(asked_of(words, t))]
    return "\n\n".join(part for part in parts if part)


def asked_of(words: dict[str, Any], t: Translator) -> list[str]:
    """Lines that say what it asks of its readers, until when, and how many files go with it."""
    ends = date.fromisoformat(words["ends_on"]) if words["ends_on"] else None
    ask = words["ask"]
    lines = [t("announced-files", count=words["attached"])] if words["attached"] else []
    if ask != "none":
        lines.append(t(f"announced-ask-{ask}-until", day=ends) if ends else t(f"announced-ask-{ask}"))
    elif ends:
        lines.append(t("announced-until", day=ends))
    return lines


def _head(words: dict[str, Any], t: Translator) -> list[str]:
    key = "announced-head-position" if words["position"] else "announced-head"
    lines = [t(key, author=words["author"], position=words["position"])]
    if words["urgent"]:
        lines.append(t("announced-urgent", reason=words["urgent"]))
    if words["children"]:
        lines.append(t("announced-children", names=", ".join(words["children"])))
    return lines
