"""Words between people: a message, a complaint, a silence, a conversation in other hands (C1)."""

from datetime import datetime
from typing import Any

from core.actions import Action, parse
from core.actions.conversations import OpenConversation, OpenInbox, OpenTalk, OpenTalks, WriteTalk
from core.actions.talk_tools import ChooseSuccessor, OpenComplaint
from core.outbox import Kind
from core.terms import Door, Topic
from locales import Button, Screen, Translator
from locales.formatting import clipped, formatted
from locales.screen import Rows
from notifications.rendering.registry import renders

BODY_CHARS = 3200
"""Of a message's words; the rest of 4096 holds who, about whom and why it is urgent."""
NAME_CHARS = 160


@renders(Kind.MESSAGE)
def message(facts: dict[str, Any], t: Translator) -> Screen:
    """Who says what, about whom, and whether it is a question about the journal or an idea for it; answered by a reply
    or a press.
    """
    head = [t("push-talk-from", **_author(facts, t))]
    topic = "" if facts["topic"] == Topic.TALK else t.plain(f"talk-topic-{facts['topic']}")
    subject = " · ".join(part for part in (topic, facts["about"], facts["lesson"]) if part)
    if subject:
        head.append(t.data(subject))
    if facts["urgent"]:
        head.append(t("push-talk-urgent", reason=facts["urgent"]))
    body, spans = clipped(facts["body"], facts["spans"], BODY_CHARS)
    foot = t("push-talk-edited") if facts["edited"] else ""
    text = "\n\n".join(part for part in ("\n".join(head), formatted(body, spans), foot) if part)
    return Screen(text, _answer(facts, t))


@renders(Kind.CONVERSATION_HANDED)
def handed(facts: dict[str, Any], t: Translator) -> Screen:
    """To the family who writes to them now, to the colleague how much came, to the heads what waits for other hands; a
    question passed on to the administrators."""
    match facts["to"]:
        case "family":
            text = t("push-talk-handed-family", former=facts["former"], name=facts["name"], about=facts["about"])
            return Screen(text, [[_open(Door.FAMILY, facts["conversation"], t)]])
        case "colleague":
            text = t("push-talk-handed", former=facts["former"], count=facts["count"], unread=facts["unread"])
            return Screen(text, [[Button(t.plain("push-talk-inbox"), OpenInbox().pack())]])
        case "heads":
            text = t("push-talk-waits", former=facts["former"], count=facts["count"], unread=facts["unread"])
            return Screen(text, [[Button(t.plain("push-talk-hand"), ChooseSuccessor(facts["staff"]).pack())]])
    asked, spans = clipped(facts["body"], facts["spans"], BODY_CHARS)
    head = t("push-talk-passed-on", name=facts["name"], about=facts["about"])
    return Screen(f"{head}\n\n{formatted(asked, spans)}".rstrip(), _answer(facts, t))


@renders(Kind.MESSAGE_COMPLAINT)
def complaint(facts: dict[str, Any], t: Translator) -> Screen:
    """To the management with the words; to the sides that it was made, and what came of it."""
    named = {"name": facts["name"], "about": facts["about"]}
    if facts["to"] == "management":
        opens = Button(t.plain("push-talk-complaint-open"), OpenComplaint(facts["complaint"]).pack())
        return Screen(f"{t('push-talk-complaint-made', **named)}\n\n{t.data(facts['said'])}", [[opens]])
    opens = _open(Door(facts["door"]), facts["conversation"], t)
    if facts["closed"]:
        return Screen(f"{t('push-talk-complaint-closed', **named)}\n\n{t.data(facts['said'])}".rstrip(), [[opens]])
    return Screen(t("push-talk-complained", **named), [[opens]])


@renders(Kind.MUTED)
def muted(facts: dict[str, Any], t: Translator) -> Screen:
    """That and why somebody may not write until when, or may again."""
    inbox = OpenTalks() if facts["door"] == Door.FAMILY else OpenInbox()
    rows = [[Button(t.plain("push-talk-inbox"), inbox.pack())]]
    if facts["lifted"]:
        return Screen(t("push-talk-unmuted"), rows)
    until = datetime.fromisoformat(facts["until"])
    return Screen(t("push-talk-muted", until=until, reason=facts["reason"], name=facts["name"]), rows)


def _author(facts: dict[str, Any], t: Translator) -> dict[str, str]:
    """The name, and what this person is: a position, a kinship, a class, an office."""
    what = t.plain(f"push-talk-{facts['office']}") if facts["office"] else facts["what"]
    return {"name": facts["author"][:NAME_CHARS], "what": what, "known": "yes" if what else "no"}


def _answer(facts: dict[str, Any], t: Translator) -> Rows:
    reply = parse(facts["reply"])
    door = Door.FAMILY if isinstance(reply, WriteTalk) else Door.STAFF
    answer = Button(t.plain("push-talk-reply"), reply.pack())
    return [[answer, _open(door, facts["conversation"], t)]]


def _open(door: Door, conversation: int, t: Translator) -> Button:
    opens: Action = OpenTalk(conversation) if door is Door.FAMILY else OpenConversation(conversation)
    return Button(t.plain("push-talk-open"), opens.pack())
