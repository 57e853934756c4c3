"""The evening deadline and the card at the bell, to staff."""

from datetime import date
from typing import Any

from core.actions.roll import OpenRoll
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders

ROOM_FOR_TEACHERS = 3800
"""Characters of the report's list; Telegram takes 4096 in all."""


@renders(Kind.ROLL_REMINDER)
def roll_reminder(facts: dict[str, Any], t: Translator) -> Screen:
    """One message for all the rolls not taken today, each a button to its page."""
    lessons = facts["lessons"]
    rows = [[_open(line, t)] for line in lessons]
    return Screen(t("push-roll-reminder", count=len(lessons)), rows)


@renders(Kind.ROLL_OVERDUE)
def roll_overdue(facts: dict[str, Any], t: Translator) -> Screen:
    """What is missing, by teacher, to the deputies."""
    missing = facts["missing"]
    count = sum(len(entry["lessons"]) for entry in missing)
    title = t("push-roll-overdue", day=date.fromisoformat(facts["day"]), count=count, teachers=len(missing))
    lines = [_teacher(entry, t) for entry in missing]
    shown = _fitting(lines)
    if len(shown) < len(lines):
        shown.append(t("push-roll-overdue-more", count=len(lines) - len(shown)))
    return Screen("\n".join([title, "", *shown]))


@renders(Kind.LESSON_CARD)
def lesson_card(facts: dict[str, Any], t: Translator) -> Screen:
    """The lesson that has just begun, and its roll."""
    key = "push-lesson-card" if facts["room"] else "push-lesson-card-roomless"
    text = t(key, **_named(facts, t), room=facts["room"], ends=facts["ends"])
    return Screen(text, [[Button(t.plain("push-take-roll"), OpenRoll(facts["lesson"]).pack(), style="primary")]])


def _open(line: dict[str, Any], t: Translator) -> Button:
    return Button(t.plain("push-roll-lesson", **_named(line, t)), OpenRoll(line["lesson"]).pack())


def _named(line: dict[str, Any], t: Translator) -> dict[str, Any]:
    classes = line["classes"]
    if line["group"]:
        classes = t.plain("push-group", classes=classes, group=line["group"])
    return {"number": line["number"], "classes": classes, "subject": line["subject"], "starts": line["starts"]}


def _teacher(entry: dict[str, Any], t: Translator) -> str:
    lessons = "; ".join(t.plain("push-roll-overdue-lesson", **_named(line, t)) for line in entry["lessons"])
    return t("push-roll-overdue-teacher", teacher=entry["teacher"], lessons=lessons)


def _fitting(lines: list[str]) -> list[str]:
    """The first lines that one message can hold."""
    shown: list[str] = []
    left = ROOM_FOR_TEACHERS
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            break
        shown.append(line)
    return shown
