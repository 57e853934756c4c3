"""One-off changes of the timetable: a day's to the family, lessons given and taken to the staff concerned."""

from collections.abc import Callable
from datetime import date
from typing import Any

from core.actions.family import OpenChildDay
from core.actions.page import OpenLesson, OpenSubstitutions
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders
from notifications.rendering.words import classes_of, fitting, subject_of

LESSONS_AT_MOST = 20
"""Buttons to lessons in one message."""

TOPIC = 200


@renders(Kind.LESSONS_CHANGED)
def lessons_changed(facts: dict[str, Any], t: Translator) -> Screen:
    """How the child's day stands now; `again`: an earlier message of that day is corrected."""
    day = date.fromisoformat(facts["day"])
    title = t("push-changes-again" if facts["again"] else "push-changes", pupil=facts["pupil"], day=day)
    lines = fitting([family_line(line, t) for line in facts["lines"]], _more(t))
    button = Button(t.plain("push-open-day"), OpenChildDay(facts["pupil_id"], day).pack())
    return Screen("\n".join([title, "", *lines]), [[button]])


@renders(Kind.TIMETABLE_CHANGED)
def timetable_changed(facts: dict[str, Any], t: Translator) -> Screen:
    """The child's day by a new timetable; of today what is still ahead."""
    day = date.fromisoformat(facts["day"])
    title = t("push-timetable-today" if facts["today"] else "push-timetable", pupil=facts["pupil"], day=day)
    lines = fitting([_lesson_ahead(line, t) for line in facts["lessons"]], _more(t)) or [t("push-timetable-none")]
    button = Button(t.plain("push-open-day"), OpenChildDay(facts["pupil_id"], day).pack())
    return Screen("\n".join([title, "", *lines]), [[button]])


@renders(Kind.LESSONS_CHANGED_STAFF)
def lessons_changed_staff(facts: dict[str, Any], t: Translator) -> Screen:
    """What changed for a teacher or a class leader, lesson by lesson; own lessons are buttons to their pages."""
    lines = facts["lines"]
    said = fitting([_staff_line(line, facts["staff"], t) for line in lines], _more(t))
    own = [line for line in lines if line["after"]["teacher_id"] == facts["staff"] and not line["after"]["cancelled"]]
    rows = [[_page(line, t)] for line in own[:LESSONS_AT_MOST]]
    day = date.fromisoformat(lines[0]["after"]["day"])
    rows.append([Button(t.plain("push-changes-board"), OpenSubstitutions(day).pack())])
    return Screen("\n".join([t("push-changes-staff"), "", *said]), rows)


def family_line(line: dict[str, Any], t: Translator) -> str:
    """One lesson: the number, the subject, what is otherwise."""
    what, named = line["what"], {"subject": subject_of(line, t), "number": line["number"]}
    if what == "away":
        to, number = line["to"]
        return t("push-change-away", **named, day=date.fromisoformat(to), to=number)
    if what not in {"changed", "added"}:
        return t(f"push-change-{what}", **named)
    parts = [t("push-change", **named, starts=line["starts"], ends=line["ends"])]
    if line["from"]:
        day, number = line["from"]
        parts.append(t("push-change-from", day=date.fromisoformat(day), number=number))
    if line["teacher"]:
        parts.append(t("push-change-teacher", teacher=line["teacher"]))
    if line["room"]:
        key = "push-change-other-room" if line["planned_room"] else "push-change-room"
        parts.append(t(key, room=line["room"], planned=line["planned_room"] or ""))
    return ", ".join(parts)


def _lesson_ahead(line: dict[str, Any], t: Translator) -> str:
    named = {"number": line["number"], "starts": line["starts"], "ends": line["ends"]}
    said = t("push-change", subject=subject_of(line, t), **named)
    return f"{said}, {t('push-change-room', room=line['room'])}" if line["room"] else said


def _staff_line(line: dict[str, Any], staff_id: int, t: Translator) -> str:
    """One lesson as it concerns this person, with its new place when there is one."""
    before, after = line["before"], line["after"]
    said = [t("push-staff-lesson", **_lesson(line, after, t))]
    said.append(t(f"push-staff-{_what(before, after, staff_id)}", **_people(before, after)))
    if not after["cancelled"]:
        if (before["day"], before["number"]) != (after["day"], after["number"]):
            said.append(t("push-staff-moved", day=date.fromisoformat(before["day"]), number=before["number"]))
        if before["room"] != after["room"]:
            said.append(t("push-staff-room", room=after["room"] or "—", planned=before["room"] or "—"))
        if line["topic"] and after["teacher_id"] == staff_id:
            said.append(t("push-staff-topic", topic=line["topic"][:TOPIC]))
    return "\n".join(part for part in said if part)


def _what(before: dict[str, Any], after: dict[str, Any], staff_id: int) -> str:
    if after["cancelled"] != before["cancelled"]:
        return "cancelled" if after["cancelled"] else "restored"
    if before["teacher_id"] == after["teacher_id"]:
        return "same"
    if after["teacher_id"] == staff_id:
        return "given"
    return "taken" if before["teacher_id"] == staff_id else "other"


def _people(before: dict[str, Any], after: dict[str, Any]) -> dict[str, str]:
    return {"before": before["teacher"], "after": after["teacher"]}


def _lesson(line: dict[str, Any], place: dict[str, Any], t: Translator) -> dict[str, Any]:
    return {
        "classes": classes_of(line, t),
        "subject": line["subject"],
        "day": date.fromisoformat(place["day"]),
        "number": place["number"],
        "starts": place["starts"],
        "room": place["room"] or "—",
    }


def _page(line: dict[str, Any], t: Translator) -> Button:
    label = t.plain("push-changes-lesson", **_lesson(line, line["after"], t))
    return Button(label, OpenLesson(line["lesson"]).pack())


def _more(t: Translator) -> Callable[[int], str]:
    return lambda count: t("push-changes-more", count=count)
