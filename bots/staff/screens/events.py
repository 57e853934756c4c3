"""Events of a class, as the class leader keeps them."""

from bots.shared.event_line import event_line
from bots.shared.lines import clip, fitting
from bots.staff.screens.rows import back_row
from core.actions.diary import OpenClassDesk, OpenClassEvents
from core.actions.events import AddClassEvent, ChangeClassEvent, OpenClassEvent, WithdrawClassEvent
from core.events.keeping import ClassEvents
from core.events.reading import ClassEventFacts
from locales import Button, Screen, Translator
from locales.screen import Rows

SHOWN, PAST, LABEL = 20, 5, 40


def events_screen(shown: ClassEvents, t: Translator) -> Screen:
    """What lies ahead, each a button, and what was lately."""
    lines = [event_line(event, t) for event in shown.ahead] or [t("events-none")]
    if shown.past:
        lines += ["", t("events-past"), *(event_line(event, t) for event in shown.past[:PAST])]
    text = fitting([t("events-title", name=shown.head.name), ""], lines, lambda count: t("events-more", count=count))
    rows: Rows = [[Button(_label(event, t), OpenClassEvent(event.id).pack())] for event in shown.ahead[:SHOWN]]
    rows.append([Button(t.plain("events-add"), AddClassEvent(shown.head.class_id).pack(), style="primary")])
    return Screen("\n".join(text), [*rows, back_row(OpenClassDesk(shown.head.class_id), t)])


def event_screen(event: ClassEventFacts, t: Translator) -> Screen:
    """One event: to change or to remove."""
    change = Button(t.plain("events-change"), ChangeClassEvent(event.id, event.rev).pack())
    remove = Button(t.plain("events-withdraw"), WithdrawClassEvent(event.id, event.rev).pack(), style="danger")
    return Screen(event_line(event, t), [[change, remove], back_row(OpenClassEvents(event.class_id), t)])


def change_question(event: ClassEventFacts, t: Translator) -> str:
    """The event as it stands, to be written anew."""
    return f"{t('events-ask-change')}\n\n{event_line(event, t)}"


def note(shown: ClassEvents, t: Translator) -> str:
    """What came of the last words."""
    key = {"already": "events-already", "changed": "events-changed-by-other"}.get(shown.note, "events-added")
    return t.plain(key)


def _label(event: ClassEventFacts, t: Translator) -> str:
    return t.plain("events-label", day=event.first_day, title=clip(event.title, LABEL))
