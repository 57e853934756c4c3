"""Entries after their window: asked for, to those who may decide; decided, to the asker."""

from datetime import date
from typing import Any

from core.actions.page import OpenLesson
from core.actions.requests import ApproveEntry, OpenRequest, RefuseEntry
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders
from notifications.rendering.words import classes_of


@renders(Kind.ENTRY_REQUESTED)
def entry_requested(facts: dict[str, Any], t: Translator) -> Screen:
    """Who asks for what and why; decided in one tap."""
    lines = [t("push-request", name=facts["by"]), *_what(facts, t), t("request-reason", reason=facts["reason"])]
    request = facts["request"]
    rows = [
        [
            Button(t.plain("request-approve"), ApproveEntry(request).pack(), style="success"),
            Button(t.plain("request-refuse"), RefuseEntry(request).pack(), style="danger"),
        ],
        [Button(t.plain("request-open"), OpenRequest(request).pack())],
    ]
    return Screen("\n".join(lines), [*rows, *_page(facts, t)])


@renders(Kind.ENTRY_DECIDED)
def entry_decided(facts: dict[str, Any], t: Translator) -> Screen:
    """What became of one's request."""
    decision = t(f"push-request-{facts['answer']}", name=facts["decided_by"])
    lines = [decision, *_what(facts, t)]
    if facts["comment"]:
        lines.append(t("push-request-comment", comment=facts["comment"]))
    return Screen("\n".join(lines), _page(facts, t))


def _what(facts: dict[str, Any], t: Translator) -> list[str]:
    lines = [t("request-what", what=t.plain(f"request-does-{facts['does']}"))]
    if facts["lesson"]:
        lines.insert(0, _lesson(facts, t))
    elif facts.get("page"):
        lines.insert(0, _finals_page(facts["page"], t))
    if facts["pupil"]:
        lines.append(t("request-pupil", name=facts["pupil"]))
    if facts["work"]:
        lines.append(t("request-work", name=facts["work"]))
    if facts["values"]:
        values = ", ".join(t.plain(f"entry-value-{value}") for value in facts["values"])
        lines.append(t("request-values", values=values))
    if facts["formerly"]:
        formerly = facts["formerly"]
        said = t.plain(f"entry-value-{formerly}") if facts["formerly_mark"] else formerly
        lines.append(t("request-formerly", words=said))
    if facts["words"]:
        lines.append(t("request-words", words=facts["words"]))
    if facts["files"]:
        lines.append(t("request-files", count=facts["files"]))
    return [*lines, *(_roll_line(one, t) for one in facts.get("roll", ()))]


def _roll_line(one: list[Any], t: Translator) -> str:
    """Who is to stand how; with how it is now, when that is something else."""
    name, presence, minutes, stands = one
    said = {"name": name, "presence": t.plain(f"entry-value-{presence}"), "minutes": minutes or 0}
    if stands in {None, presence}:
        return t("request-roll-line", **said)
    return t("request-roll-line-now", **said, stands=t.plain(f"entry-value-{stands}"))


def _lesson(facts: dict[str, Any], t: Translator) -> str:
    named = {"subject": facts["subject"], "number": facts["number"], "day": date.fromisoformat(facts["day"])}
    return t("request-lesson", classes=classes_of(facts, t), **named)


def _finals_page(page: list[str], t: Translator) -> str:
    classes, subject, period = page
    named = {"classes": classes, "subject": subject}
    return t("request-finals", period=period, **named) if period else t("request-finals-year", **named)


def _page(facts: dict[str, Any], t: Translator) -> list[list[Button]]:
    return [[Button(t.plain("page-open"), OpenLesson(facts["lesson"]).pack())]] if facts["lesson"] else []
