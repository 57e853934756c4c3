"""Events of the class: put, moved, taken back, tomorrow (P11)."""

from datetime import datetime
from typing import Any

from core.actions.events import AnswerEvent, OpenChildEvents, OpenFamilyEvent
from core.outbox import Kind
from core.terms import EventAnswer
from locales import Button, Screen, Translator
from locales.screen import Rows
from notifications.rendering.registry import renders


@renders(Kind.CLASS_EVENT)
def class_event(facts: dict[str, Any], t: Translator) -> Screen:
    """An event was put; who is asked answers here."""
    return Screen(_text("push-event", facts, t), _rows(facts, t))


@renders(Kind.CLASS_EVENT_CHANGED)
def class_event_changed(facts: dict[str, Any], t: Translator) -> Screen:
    """It is at another time or place, is asked about, or was taken back."""
    if facts["what"] == "withdrawn":
        day = datetime.fromisoformat(facts["starts"]).date()
        opened = Button(t.plain("push-event-month"), OpenChildEvents(facts["pupil_id"], day).pack())
        return Screen(_text("push-event-withdrawn", facts, t), [[opened]])
    key = "push-event-asks" if facts["what"] == "asks" else "push-event-changed"
    return Screen(_text(key, facts, t), _rows(facts, t))


@renders(Kind.CLASS_EVENT_REMINDER)
def class_event_reminder(facts: dict[str, Any], t: Translator) -> Screen:
    """It is tomorrow, or today when the evening was missed."""
    return Screen(_text("push-event-reminder", facts, t), _rows(facts, t))


def _text(key: str, facts: dict[str, Any], t: Translator) -> str:
    """Whose class, what, when and where; whether an answer is asked for."""
    parts = [t(key, pupil=facts["pupil"]), _line(facts, t)]
    asked = facts["asks"] and facts.get("what") != "withdrawn"
    if asked:
        parts.append(t("event-answered", answer=facts.get("answer") or "none"))
    return "\n".join(parts)


def _line(facts: dict[str, Any], t: Translator) -> str:
    starts, ends = (datetime.fromisoformat(facts[name]) for name in ("starts", "ends"))
    said = {"sign": t.plain("event-sign", kind=facts["kind"]), "title": facts["title"]}
    last = ends.date() if ends.time() != ends.min.time() else datetime.fromordinal(ends.toordinal() - 1).date()
    all_day = starts.time() == ends.time() == ends.min.time()
    if all_day and starts.date() == last:
        line = t("event-on-day", day=starts.date(), **said)
    elif all_day:
        line = t("event-on-days", first=starts.date(), last=last, **said)
    else:
        line = t("event-at", day=starts.date(), starts=starts, ends=ends, **said)
    return f"{line}, {t('diary-room', room=facts['place'])}" if facts["place"] else line


def _rows(facts: dict[str, Any], t: Translator) -> Rows:
    event, pupil = facts["event"], facts["pupil_id"]
    answers = [
        Button(t.plain("event-answer", answer=answer), AnswerEvent(event, pupil, answer).pack())
        for answer in EventAnswer
        if facts["asks"]
    ]
    return [answers, [Button(t.plain("push-event-open"), OpenFamilyEvent(event, pupil).pack())]]
