"""A mark that a colleague changed, to its owner."""

from datetime import date
from typing import Any

from core.actions.page import OpenLesson
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders
from notifications.rendering.words import classes_of


@renders(Kind.MARK_CHANGED)
def mark_changed(facts: dict[str, Any], t: Translator) -> Screen:
    """What the owner gave and what it is now, who did it and when."""
    classes = classes_of(facts, t)
    named = {name: facts[name] for name in ("pupil", "subject", "kind", "who", "at")}
    words = {**named, "classes": classes, "day": date.fromisoformat(facts["day"]), "before": _sign(facts["before"], t)}
    if facts["after"] is None:
        text = t("push-mark-removed", **words)
    else:
        text = t("push-mark-changed", **words, after=_sign(facts["after"], t))
    return Screen(text, [[Button(t.plain("push-mark-open"), OpenLesson(facts["lesson"]).pack())]])


def _sign(value: str, t: Translator) -> str:
    """As the journal writes it."""
    return value if value.isdigit() else t.plain(f"mark-sign-{value.replace('_', '-')}")
