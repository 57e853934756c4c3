"""A mark that a colleague changed, to its owner."""

from datetime import date
from typing import Any

from core.actions.marks import OpenPupilMarks
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
    elif facts.get("kind_after"):
        text = t("push-mark-kind-changed", **words, now=facts["kind_after"])
    else:
        text = t("push-mark-changed", **words, after=_sign(facts["after"], t))
    lesson = facts["lesson"]
    rows = [[Button(t.plain("push-mark-open"), OpenLesson(lesson).pack())]]
    if "pupil_id" in facts:
        mark = OpenPupilMarks(lesson, facts["pupil_id"], facts["kind_id"])
        rows.insert(0, [Button(t.plain("push-mark-open-pupil"), mark.pack())])
    return Screen(text, rows)


def _sign(value: str, t: Translator) -> str:
    """As the journal writes it."""
    return value if value.isdigit() else t.plain(f"mark-sign-{value.replace('_', '-')}")
