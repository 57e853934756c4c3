"""Events of a class, as the class leader keeps them."""

from bots.shared.event_line import event_line, month_lines, month_name, month_ways
from bots.shared.lines import FIT_CHARS, clip, fitting
from bots.staff.screens.rows import back_row
from core.actions.diary import OpenClassDesk, OpenClassEvents
from core.actions.events import (
    AddClassEvent,
    ChangeClassEvent,
    OpenClassEvent,
    OpenEventAnswers,
    OpenEventsMonth,
    SetEventAsks,
    SetEventKind,
    WithdrawClassEvent,
)
from core.events.answering import EventAnswers
from core.events.keeping import ClassEvents, ClassMonth, KeptEvent
from core.events.reading import ClassEventFacts
from core.terms import EventKind
from locales import Button, Screen, Translator
from locales.screen import Rows

SHOWN, PAST, LABEL = 20, 5, 40


def events_screen(shown: ClassEvents, t: Translator) -> Screen:
    """What lies ahead, each a button, and what was lately."""
    lines = [event_line(event, t) for event in shown.ahead] or [t("events-none")]
    if shown.past:
        lines += ["", t("events-past"), *(event_line(event, t) for event in shown.past[:PAST])]
    text = fitting([t("events-title", name=shown.head.name), ""], lines, lambda count: t("events-more", count=count))
    rows: Rows = [[_opens(event, t)] for event in shown.ahead[:SHOWN]]
    rows.append([Button(t.plain("events-add"), AddClassEvent(shown.head.class_id).pack(), style="primary")])
    rows.append([Button(t.plain("events-by-month"), OpenEventsMonth(shown.head.class_id).pack())])
    return Screen("\n".join(text), [*rows, back_row(OpenClassDesk(shown.head.class_id), t)])


def month_screen(month: ClassMonth, t: Translator) -> Screen:
    """Everything of a month, past and ahead."""
    class_id = month.head.class_id
    head = t("events-month-title", name=month.head.name, month=month_name(month.first, t))
    text = month_lines(head, [event_line(event, t) for event in month.events], t)
    rows: Rows = [[_opens(event, t)] for event in month.events[:SHOWN]]
    rows.append(month_ways(month.first, lambda day: OpenEventsMonth(class_id, day), t))
    rows.append([Button(t.plain("events-add"), AddClassEvent(class_id).pack())])
    return Screen(text, [*rows, back_row(OpenClassEvents(class_id), t)])


def event_screen(kept: KeptEvent, t: Translator) -> Screen:
    """One event: what it is, whether an answer is asked for, who comes; to change or to remove."""
    event = kept.event
    parts = [event_line(event, t), t("events-kind", kind=event.kind)]
    rows: Rows = []
    if kept.answers is not None:
        parts.append(_counts(kept.answers, t))
        rows.append([Button(t.plain("events-who"), OpenEventAnswers(event.id).pack(), style="primary")])
    asks = SetEventAsks(event.id, not event.asks, event.rev)
    rows.append([Button(t.plain("events-asks-off" if event.asks else "events-asks-on"), asks.pack())])
    kinds = [_kind(event, kind, t) for kind in EventKind]
    rows += [kinds[:2], kinds[2:]]
    change = Button(t.plain("events-change"), ChangeClassEvent(event.id, event.rev).pack())
    remove = Button(t.plain("events-withdraw"), WithdrawClassEvent(event.id, event.rev).pack(), style="danger")
    return Screen("\n".join(parts), [*rows, [change, remove], back_row(OpenClassEvents(event.class_id), t)])


def answers_screen(kept: KeptEvent, t: Translator) -> Screen:
    """Names by answer."""
    answers = kept.answers or EventAnswers()
    groups = {"coming": answers.coming, "not-coming": answers.not_coming, "silent": answers.silent}
    parts = [event_line(kept.event, t)]
    for key, names in groups.items():
        said = clip(", ".join(names), FIT_CHARS // len(groups))
        parts.append(f"{t(f'events-{key}', count=len(names))}\n{t.data(said)}".rstrip())
    return Screen("\n\n".join(parts), [back_row(OpenClassEvent(kept.event.id), t)])


def change_question(event: ClassEventFacts, t: Translator) -> str:
    """The event as it stands, to be written anew."""
    return f"{t('events-ask-change')}\n\n{event_line(event, t)}"


def note(said: str, t: Translator) -> str:
    """What came of the last words or tap."""
    key = {"already": "events-already", "changed": "events-changed-by-other"}.get(said, "events-added")
    return t.plain(key)


def _counts(answers: EventAnswers, t: Translator) -> str:
    counts = {"coming": answers.coming, "not-coming": answers.not_coming, "silent": answers.silent}
    return " · ".join(t(f"events-{key}", count=len(names)) for key, names in counts.items())


def _kind(event: ClassEventFacts, kind: EventKind, t: Translator) -> Button:
    label = f"{t.plain('event-sign', kind=kind)} {t.plain('events-kind-word', kind=kind)}"
    chosen = f"✓ {label}" if kind is event.kind else label
    return Button(chosen, SetEventKind(event.id, kind, event.rev).pack())


def _opens(event: ClassEventFacts, t: Translator) -> Button:
    label = t.plain("events-label", day=event.first_day, title=clip(event.title, LABEL))
    return Button(label, OpenClassEvent(event.id).pack())
