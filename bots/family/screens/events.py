"""Events of a child's class, as the family sees and answers them."""

from collections.abc import Iterable, Mapping
from datetime import date

from bots.family.screens.common import back_button, child_name, home_button
from bots.shared.event_line import event_line, month_lines, month_name, month_ways
from bots.shared.lines import clip
from core.actions.child_school import OpenChildCalendar
from core.actions.events import AnswerEvent, OpenChildEvents, OpenFamilyEvent
from core.diary.timetable import ChildMonth
from core.events.answering import FamilyEvent
from core.events.reading import ClassEventFacts
from core.terms import EventAnswer
from locales import Button, Screen, Translator
from locales.screen import Rows

ASKED, LABEL = 5, 28


def event_screen(found: FamilyEvent, t: Translator) -> Screen:
    """One event; when an answer is asked for, the two of them."""
    event = found.event
    parts = [t("event-of", name=clip(found.given_name, 32)), event_line(event, t), t("events-kind", kind=event.kind)]
    if event.asks:
        parts.append(t("event-answered", answer=found.answer or "none"))
    rows: Rows = [[_answer(found, answer, t) for answer in EventAnswer]] if found.open else []
    back = back_button(t, OpenChildEvents(found.pupil_id, event.first_day).pack())
    return Screen("\n".join(parts), [*rows, [back, home_button(t)]])


def month_screen(month: ChildMonth, t: Translator) -> Screen:
    """The class's events of a month; those that ask are buttons."""
    pupil = month.child.pupil_id
    named = child_name(month.child.surname, month.child.given_name)
    head = t("events-child-month-title", name=named, month=month_name(month.first, t))
    text = month_lines(head, [told_line(event, month.answers, t) for event in month.events], t)
    ways = month_ways(month.first, lambda day: OpenChildEvents(pupil, day), t)
    asking = asking_rows(month.events, month.answers, pupil, month.today, t)
    back = back_button(t, OpenChildCalendar(pupil).pack())
    return Screen(text, [*asking, ways, [back, home_button(t)]])


def told_line(
    event: ClassEventFacts, answers: Mapping[int, EventAnswer], t: Translator, *, under: date | None = None
) -> str:
    """An event in a line, with the family's answer where one is asked for."""
    line = event_line(event, t, under=under)
    return f"{line} · {t('event-answer-short', answer=answers.get(event.id) or 'none')}" if event.asks else line


def asking_rows(
    events: Iterable[ClassEventFacts],
    answers: Mapping[int, EventAnswer],
    pupil_id: int,
    today: date,
    t: Translator,
) -> Rows:
    """A button to each of the next events that ask, what is not answered first."""
    asking = [event for event in events if event.asks and event.last_day >= today]
    asking.sort(key=lambda event: event.id in answers)
    return [[_opens(event, pupil_id, t)] for event in asking[:ASKED]]


def _opens(event: ClassEventFacts, pupil_id: int, t: Translator) -> Button:
    label = t.plain("event-open-answer", title=clip(event.title, LABEL))
    return Button(label, OpenFamilyEvent(event.id, pupil_id).pack())


def _answer(found: FamilyEvent, answer: EventAnswer, t: Translator) -> Button:
    label = t.plain("event-answer", answer=answer)
    chosen = f"✓ {label}" if answer is found.answer else label
    return Button(chosen, AnswerEvent(found.event.id, found.pupil_id, answer).pack())
