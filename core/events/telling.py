"""Families hear of an event of the class: when it is put, when it moves or is taken back, and the day before (P11).

Nobody hears at night. What was told is kept true: a message that waits leaves with the new words, one that has left
is edited, and who had heard is told when the time, the place or the whole event is another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from sqlalchemy import or_, select

from core.app import Work
from core.cards.due import cards_to_come
from core.events.answering import answers_given
from core.events.reading import ClassEventFacts, event_facts
from core.outbox import Kind, Priority, Push, Recipient, change_told, enqueue, supersede, untell
from core.recipients import Relative, families_of
from core.rules.telling import EVENING, awake, next_waking
from core.terms import Delivery, Door, EventAnswer, EventKind, Sending
from storage.models import ClassEvent, Enrolment, Outbox

GRACE = timedelta(minutes=2)
"""A slip mended within it is never seen."""

JUST_TOLD = timedelta(hours=2)
"""Who was told so lately needs no reminder."""

AT_A_TIME = 20


@dataclass(frozen=True)
class _Heard:
    """Somebody on whose phone a message about the event is."""

    to: Recipient
    pupil_id: int
    pupil: str


async def tell_event(work: Work, event: ClassEventFacts) -> None:
    """A message a child and account, once; nothing of what has begun."""
    if event.starts_at <= work.local_now:
        return
    pushes = [
        _push(work, Kind.CLASS_EVENT, event, _facts(event, pupil_id, name), to, "", GRACE)
        for pupil_id, name, to in await _families(work, event)
        if event.asks or to.timetable_news
    ]
    await enqueue(work, pushes)


async def correct(work: Work, before: ClassEventFacts, now: ClassEventFacts) -> None:
    """What was told is different now; who had heard is told of another time or place, and that an answer is asked."""
    heard = await _heard(work, now.id)
    await change_told(work, Kind.CLASS_EVENT, now.id, _said(now))
    await supersede(work, Kind.CLASS_EVENT_CHANGED, now.id)
    what = _difference(before, now)
    if what and now.ends_at > work.local_now:
        await enqueue(work, [_news(work, now, what, one) for one in heard])
    await tell_event(work, now)


async def take_back(work: Work, event: ClassEventFacts) -> None:
    """The messages go, and who had heard is told."""
    heard = await _heard(work, event.id)
    for kind in (Kind.CLASS_EVENT, Kind.CLASS_EVENT_REMINDER):
        await untell(work, kind, event.id)
    await supersede(work, Kind.CLASS_EVENT_CHANGED, event.id)
    if event.ends_at > work.local_now:
        await enqueue(work, [_news(work, event, "withdrawn", one) for one in heard])


async def remind_of_events(work: Work) -> None:
    """In the evening before, or in the morning when the evening was missed; once an event. Run by a tick."""
    now = work.local_now
    if not awake(now):
        return
    last = now.date() + timedelta(days=int(now.time() >= EVENING))
    rows = await work.session.scalars(
        select(ClassEvent)
        .where(ClassEvent.withdrawn_at.is_(None), ClassEvent.reminded_at.is_(None))
        .where(ClassEvent.starts_at >= work.at(work.today, time(0)), ClassEvent.starts_at < work.end_of(last))
        .order_by(ClassEvent.id)
        .limit(AT_A_TIME)
        .with_for_update(skip_locked=True)
    )
    for row in rows.all():
        event = event_facts(work, row)
        if not _told_lately(work, row) and (event.starts_at > now or event.all_day):
            await _remind(work, event)
        row.reminded_at = work.now
    await work.session.flush()


def _told_lately(work: Work, row: ClassEvent) -> bool:
    """Whether it was put so late that its own message is the reminder."""
    evening = work.at(event_facts(work, row).first_day - timedelta(days=1), EVENING)
    return row.made_at >= evening - JUST_TOLD


async def _remind(work: Work, event: ClassEventFacts) -> None:
    """Whoever has not said that they do not come; an answer that stands, or is not asked for, is left to a card that
    is still to come and says it anyway.
    """
    families = await _families(work, event)
    answers = await answers_given(work, [event.id], {pupil_id for pupil_id, _, _ in families})
    cards = await cards_to_come(work, {to.account_id for _, _, to in families})
    pushes = []
    for pupil_id, name, to in families:
        answer = answers.get((event.id, pupil_id))
        asked = event.asks and answer is None
        hours = cards.get(to.account_id)
        on_card = hours is not None and hours.opens.date() == work.today < event.first_day
        if answer is EventAnswer.NOT_COMING or (not asked and (on_card or not to.timetable_news)):
            continue
        facts = {**_facts(event, pupil_id, name), "answer": answer}
        pushes.append(_push(work, Kind.CLASS_EVENT_REMINDER, event, facts, to, f":{event.first_day}", timedelta(0)))
    await enqueue(work, pushes)


async def _families(work: Work, event: ClassEventFacts) -> Sequence[tuple[int, str, Relative]]:
    """Each child's accounts that may hear; a meeting is the parents', pupils' own phones hear of the rest."""
    stays = or_(Enrolment.ends.is_(None), Enrolment.ends >= max(work.today, event.first_day))
    pupils = await work.session.scalars(
        select(Enrolment.pupil_id).where(
            Enrolment.class_id == event.class_id, Enrolment.starts <= event.last_day, stays
        )
    )
    families = await families_of(work, pupils.all())
    return [
        (pupil_id, name, to)
        for pupil_id, (name, relatives) in families.items()
        for to in relatives
        if not (to.own and event.kind is EventKind.MEETING)
    ]


async def _heard(work: Work, event_id: int) -> list[_Heard]:
    """Whom the event's message has reached."""
    rows = await work.session.scalars(
        select(Outbox)
        .where(Outbox.kind == Kind.CLASS_EVENT, Outbox.subject_id == event_id, Outbox.sending == Sending.NEW)
        .where(Outbox.status.in_([Delivery.SENT, Delivery.SENDING]))
        .order_by(Outbox.id)
    )
    return [
        _Heard(Recipient(row.account_id, row.link_id), row.facts["pupil_id"], row.facts["pupil"])
        for row in rows
        if row.link_id is not None
    ]


def _difference(before: ClassEventFacts, now: ClassEventFacts) -> str:
    """What of the change people are to hear; empty: other words for the same."""
    if (before.starts_at, before.ends_at, before.place) != (now.starts_at, now.ends_at, now.place):
        return "changed"
    return "asks" if now.asks and not before.asks else ""


def _news(work: Work, event: ClassEventFacts, what: str, heard: _Heard) -> Push:
    facts = {**_facts(event, heard.pupil_id, heard.pupil), "what": what}
    return _push(work, Kind.CLASS_EVENT_CHANGED, event, facts, heard.to, f":{what}:{event.rev}", GRACE)


def _said(event: ClassEventFacts) -> dict[str, Any]:
    """How the event stands; times are the school's wall clock."""
    return {
        "event": event.id,
        "title": event.title,
        "place": event.place,
        "starts": event.starts_at.replace(tzinfo=None).isoformat(),
        "ends": event.ends_at.replace(tzinfo=None).isoformat(),
        "kind": event.kind,
        "asks": event.asks,
    }


def _facts(event: ClassEventFacts, pupil_id: int, pupil: str) -> dict[str, Any]:
    return {**_said(event), "pupil_id": pupil_id, "pupil": pupil}


def _push(
    work: Work,
    kind: Kind,
    event: ClassEventFacts,
    facts: dict[str, Any],
    to: Recipient,
    again: str,
    wait: timedelta,
) -> Push:
    pupil_id = facts["pupil_id"]
    return Push(
        kind=kind,
        door=Door.FAMILY,
        to=to,
        facts=facts,
        dedupe=f"{kind}:{event.id}:{pupil_id}{again}",
        due_at=next_waking(work.local_now + wait),
        expires_at=event.ends_at,
        priority=Priority.BROADCAST,
        subject_id=event.id,
        order=f"event:{event.id}:{pupil_id}",
    )
