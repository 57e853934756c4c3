"""Announcements: the message itself, a gentle reminder, a word to an author whose readers have left (C2)."""

from typing import Any

from core.actions.announcements import (
    AnswerAnnouncement,
    AnswerFamilyAnnouncement,
    AskAnnouncementNumber,
    AskFamilyNumber,
    OpenAnnouncement,
    OpenFamilyAnnouncement,
)
from core.actions.announcing import OpenProgress
from core.outbox import Kind
from locales import Button, Screen, Translator
from locales.announcing import announced
from notifications.rendering.registry import renders

SHORT = 14
"""Characters of an answer that shares a row with another."""
REMINDED = 300
"""Characters of the words in a reminder."""


@renders(Kind.ANNOUNCEMENT)
def announcement(facts: dict[str, Any], t: Translator) -> Screen:
    """The words in full, what is asked, and the buttons that answer."""
    return Screen(announced(facts, t), [*_answers(facts, t), [_open(facts, t)]])


@renders(Kind.ANNOUNCEMENT_REMINDER)
def reminder(facts: dict[str, Any], t: Translator) -> Screen:
    """Its beginning once more, to those who have not answered."""
    parts = [t("push-announcement-reminder"), announced(facts, t, REMINDED)]
    return Screen("\n\n".join(parts), [*_answers(facts, t), [_open(facts, t)]])


@renders(Kind.ANNOUNCEMENT_TO_NOBODY)
def to_nobody(facts: dict[str, Any], t: Translator) -> Screen:
    """To the author."""
    said = t("push-announcement-failed" if facts.get("failed") else "push-announcement-to-nobody")
    parts = [said, t.data(facts["body"][:REMINDED])]
    opens = Button(t.plain("push-announcement-watch"), OpenProgress(facts["announcement"]).pack())
    return Screen("\n\n".join(part for part in parts if part), [[opens]])


def _each(facts: dict[str, Any]) -> bool:
    return facts["ask"] == "choice" and len(facts["children"]) > 1


def _answers(facts: dict[str, Any], t: Translator) -> list[list[Button]]:
    announcement_id, family = facts["announcement"], facts["family"]
    answer = AnswerFamilyAnnouncement if family else AnswerAnnouncement
    match facts["ask"]:
        case "read":
            return [[Button(t.plain("announced-read"), answer(announcement_id).pack())]]
        case "choice":
            buttons = [
                Button(said, answer(announcement_id, place).pack()) for place, said in enumerate(facts["choices"])
            ]
            if _each(facts):
                return []
            width = 2 if all(len(said) <= SHORT for said in facts["choices"]) else 1
            return [buttons[at : at + width] for at in range(0, len(buttons), width)]
        case "number":
            asks = AskFamilyNumber if family else AskAnnouncementNumber
            return [[Button(t.plain("announced-number"), asks(announcement_id).pack())]]
    return []


def _open(facts: dict[str, Any], t: Translator) -> Button:
    """To the very announcement; of several children a choice is made there for each."""
    opens = OpenFamilyAnnouncement if facts["family"] else OpenAnnouncement
    key = "push-announcement-each" if _each(facts) else "push-announcement-open"
    return Button(t.plain(key), opens(facts["announcement"]).pack())
