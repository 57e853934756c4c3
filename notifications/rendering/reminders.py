"""What is still to be entered, to teachers; what was not in time, to deputies; the card at the bell."""

from datetime import date, datetime
from itertools import groupby
from typing import Any

from core.actions.page import OpenHomework, OpenLesson, OpenMarks, OpenTopic
from core.actions.roll import OpenRoll
from core.actions.timeliness import JournalView, OpenJournalDay
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders
from notifications.rendering.words import classes_of, fitting

BUTTONS = 40
ONLY = {"roll": OpenRoll, "topic": OpenTopic, "homework": OpenHomework, "marks": OpenMarks}
"""Where a button leads when nothing else is missing on the page."""


@renders(Kind.JOURNAL_REMINDER)
def journal_reminder(facts: dict[str, Any], t: Translator) -> Screen:
    """Everything a teacher still has to enter, by term; a button to each page."""
    lessons = sorted(facts["lessons"], key=lambda line: (line["until"], line["day"], line["starts"], line["lesson"]))
    lines = [t("push-journal-reminder")]
    for until, due in groupby(lessons, key=lambda line: line["until"]):
        lines += ["", t("push-journal-until", until=datetime.fromisoformat(until))]
        lines += [_line(line, t) for line in due]
    return Screen("\n".join(_fitting(lines, t)), [[_open(line, t)] for line in lessons[:BUTTONS]])


@renders(Kind.JOURNAL_NUDGE)
def journal_nudge(facts: dict[str, Any], t: Translator) -> Screen:
    """A deputy's word to a teacher: what is not entered of a day."""
    lessons = facts["lessons"]
    lines = [t("push-journal-nudge", who=facts["who"], day=date.fromisoformat(facts["day"])), ""]
    lines += [_line(line, t) for line in lessons]
    return Screen("\n".join(_fitting(lines, t)), [[_open(line, t)] for line in lessons[:BUTTONS]])


@renders(Kind.JOURNAL_OVERDUE)
def journal_overdue(facts: dict[str, Any], t: Translator) -> Screen:
    """What was not entered in time, by teacher, to the deputies."""
    missing = facts["missing"]
    count = sum(len(entry["lessons"]) for entry in missing)
    day = date.fromisoformat(facts["day"])
    title = t("push-journal-overdue", day=day, count=count, teachers=len(missing))
    opened = OpenJournalDay(day, JournalView.TEACHERS, 0)
    lines = _fitting([title, "", *(_teacher(entry, t) for entry in missing)], t)
    return Screen("\n".join(lines), [[Button(t.plain("push-journal-overdue-open"), opened.pack())]])


@renders(Kind.LESSON_CARD)
def lesson_card(facts: dict[str, Any], t: Translator) -> Screen:
    """The lesson that has just begun, and its roll."""
    key = "push-lesson-card" if facts["room"] else "push-lesson-card-roomless"
    text = t(key, **_named(facts, t), room=facts["room"], ends=facts["ends"])
    return Screen(text, [[Button(t.plain("push-take-roll"), OpenRoll(facts["lesson"]).pack(), style="primary")]])


def _line(line: dict[str, Any], t: Translator) -> str:
    return t("push-journal-line", **_dated(line), **_named(line, t), parts=_parts(line, t))


def _open(line: dict[str, Any], t: Translator) -> Button:
    parts = line["parts"]
    page = ONLY.get(parts[0], OpenLesson) if len(parts) == 1 else OpenLesson
    label = t.plain("push-journal-button", **_dated(line), **_named(line, t), parts=_parts(line, t))
    return Button(label, page(line["lesson"]).pack())


def _parts(line: dict[str, Any], t: Translator) -> str:
    """`тема, ДЗ, отметки (12)`."""
    return ", ".join(t.plain(f"part-{part}", count=line["unmarked"]) for part in line["parts"])


def _dated(line: dict[str, Any]) -> dict[str, date]:
    return {"day": date.fromisoformat(line["day"])}


def _named(line: dict[str, Any], t: Translator) -> dict[str, Any]:
    named = {name: line[name] for name in ("number", "subject", "starts")}
    return {**named, "classes": classes_of(line, t)}


def _teacher(entry: dict[str, Any], t: Translator) -> str:
    lessons = "; ".join(
        t("push-journal-overdue-lesson", **_dated(line), **_named(line, t), parts=_parts(line, t))
        for line in entry["lessons"]
    )
    # Put together here: what Fluent takes into a sentence is cut at 1000 characters.
    return f"{t('push-journal-overdue-teacher', teacher=entry['teacher'])} — {lessons}"


def _fitting(lines: list[str], t: Translator) -> list[str]:
    return fitting(lines, lambda count: t("push-journal-more", count=count))
