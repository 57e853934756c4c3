"""Homework that a family had seen is another one now, or none."""

from datetime import date
from typing import Any

from core.actions.family import OpenChildDay
from core.actions.homework import OpenChildTask
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders


@renders(Kind.HOMEWORK_CHANGED)
def changed(facts: dict[str, Any], t: Translator) -> Screen:
    """The homework as it is now."""
    parts = [t("push-homework-changed", **_named(facts)), t.data(facts["body"])]
    if facts["files"]:
        parts.append(t("task-files", count=facts["files"]))
    button = Button(t.plain("push-homework-open"), OpenChildTask(facts["pupil_id"], facts["task"]).pack())
    return Screen("\n\n".join(part for part in parts if part), [[button]])


@renders(Kind.HOMEWORK_WITHDRAWN)
def withdrawn(facts: dict[str, Any], t: Translator) -> Screen:
    """It is not to be done any more."""
    button = Button(t.plain("push-homework-day"), OpenChildDay(facts["pupil_id"], _day(facts)).pack())
    return Screen(t("push-homework-withdrawn", **_named(facts)), [[button]])


def _named(facts: dict[str, Any]) -> dict[str, Any]:
    return {"pupil": facts["pupil"], "subject": facts["subject"], "day": _day(facts)}


def _day(facts: dict[str, Any]) -> date:
    return date.fromisoformat(facts["due_on"])
