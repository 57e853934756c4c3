"""A missed lesson: to the family, and what came of it to the class leader."""

from datetime import date
from typing import Any

from core.actions.conversations import OpenFamilyOf
from core.actions.family import OpenChildDay, StateReason
from core.actions.roll import OpenAbsence
from core.outbox import Kind
from core.terms import Statement
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders


@renders(Kind.ABSENCE)
def absence(facts: dict[str, Any], t: Translator) -> Screen:
    """The child is not at a lesson; four answers, one tap each, and the day."""
    answers = [
        [Button(t.plain(f"answer-{said}"), StateReason(facts["case"], said).pack())]
        for said in (Statement.ILL, Statement.FAMILY, Statement.LATE, Statement.UNKNOWN)
    ]
    return Screen(t("push-absence", **_lesson(facts)), [*answers, [_open_day(facts, t)]])


@renders(Kind.ABSENCE_CORRECTED)
def corrected(facts: dict[str, Any], t: Translator) -> Screen:
    """The child is at the lesson: the alert was a mistake, or the child came late as the family had said."""
    key = "push-absence-came" if facts["promised"] else "push-absence-corrected"
    return Screen(t(key, **_lesson(facts)), [[_open_day(facts, t)]])


@renders(Kind.ABSENCE_ANSWERED)
def answered(facts: dict[str, Any], t: Translator) -> Screen:
    """What a guardian answered, to the class leader."""
    said = t.plain(f"statement-{facts['statement']}")
    return Screen(t("push-answered", **_pupil(facts), said=said), [[_open(facts, t), _write(facts, t)]])


@renders(Kind.ABSENCE_UNEXPLAINED)
def unexplained(facts: dict[str, Any], t: Translator) -> Screen:
    """Nobody answered in time, nobody could be reached, or a promise was not kept: to the class leader."""
    return Screen(t(f"push-unexplained-{facts['why']}", **_pupil(facts)), [[_open(facts, t), _write(facts, t)]])


def _open_day(facts: dict[str, Any], t: Translator) -> Button:
    return Button(t.plain("push-open-day"), OpenChildDay(facts["pupil_id"], _day(facts)).pack())


def _day(facts: dict[str, Any]) -> date:
    return date.fromisoformat(facts["day"])


def _lesson(facts: dict[str, Any]) -> dict[str, Any]:
    named = {name: facts[name] for name in ("pupil", "subject", "starts", "ends")}
    return {**named, "number": facts["lesson_no"], "day": _day(facts)}


def _pupil(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "pupil": facts["pupil"],
        "name": facts["class"],
        "number": facts["lesson_no"],
        "subject": facts["subject"],
    }


def _open(facts: dict[str, Any], t: Translator) -> Button:
    action = OpenAbsence(facts["class_id"], facts["pupil_id"], _day(facts))
    return Button(t.plain("push-open-absence"), action.pack())


def _write(facts: dict[str, Any], t: Translator) -> Button:
    return Button(t.plain("talk-family-open"), OpenFamilyOf(facts["pupil_id"]).pack())
