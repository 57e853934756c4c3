"""A class leader puts an event of the class, changes it and takes it back (P11)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from core.app import Work
from core.audit import record
from core.class_head import ClassHead, class_head
from core.diary.children import require_sane
from core.errors import NothingThere
from core.events.answering import EventAnswers, answers_of
from core.events.reading import ClassEventFacts, event_facts, events_between
from core.events.telling import correct, take_back, tell_event
from core.rights import require_class
from core.rules.event_kind import guessed_kind
from core.rules.event_text import EventWords, parse_event
from core.rules.weeks import month_of
from core.terms import EventKind
from storage.models import ClassEvent, ClassUnit

BEFORE, AHEAD = timedelta(days=60), timedelta(days=366)


@dataclass(frozen=True)
class ClassEvents:
    """Events of a class: `ahead` from today on, `past` of the last two months, the newest first.

    `note`: `already` (it stood so), `changed` (somebody else was first). `put`: the event just put.
    """

    head: ClassHead
    today: date
    ahead: tuple[ClassEventFacts, ...]
    past: tuple[ClassEventFacts, ...]
    note: str = ""
    put: int | None = None


@dataclass(frozen=True)
class ClassMonth:
    """Events that go on in the month that `first` begins; they are known from `BEFORE` on for a year."""

    head: ClassHead
    today: date
    first: date
    events: tuple[ClassEventFacts, ...]


@dataclass(frozen=True)
class KeptEvent:
    """An event for those who keep it, and what families answered (None: they are not asked)."""

    event: ClassEventFacts
    answers: EventAnswers | None
    note: str = ""


async def class_events(work: Work, class_id: int, note: str = "", put: int | None = None) -> ClassEvents:
    """For the class leader, deputies and the director. Raises NotConnected, AccessDenied, NothingThere."""
    head = await class_head(work, class_id)
    found = await events_between(work, [class_id], work.today - BEFORE, work.today + AHEAD)
    ahead = tuple(event for event in found if event.last_day >= work.today)
    past = tuple(event for event in reversed(found) if event.last_day < work.today)
    return ClassEvents(head, work.today, ahead, past, note, put)


async def class_month(work: Work, class_id: int, day: date | None = None) -> ClassMonth:
    """The month that holds a day (none: today). Raises as `class_events`, ButtonOutdated."""
    head = await class_head(work, class_id)
    first, last = month_of(require_sane(day or work.today))
    return ClassMonth(head, work.today, first, await events_between(work, [class_id], first, last))


async def kept_event(work: Work, event_id: int, note: str = "") -> KeptEvent:
    """Raises as `class_event`."""
    event = await class_event(work, event_id)
    return KeptEvent(event, await answers_of(work, event) if event.asks else None, note)


async def class_event(work: Work, event_id: int) -> ClassEventFacts:
    """One event, for those who keep it. Raises NotConnected, AccessDenied, NothingThere."""
    work.actor.require_staff()
    row = await work.session.scalar(
        select(ClassEvent).where(ClassEvent.id == event_id, ClassEvent.withdrawn_at.is_(None))
    )
    if row is None:
        raise NothingThere
    require_class(work, row.class_id)
    return event_facts(work, row)


async def add_event(work: Work, class_id: int, words: str) -> ClassEvents:
    """Put an event as typed; the same one twice is put once.

    Raises EventWrong, DatesPast, DatesReversed, DatesTooLong, NotConnected, AccessDenied, NothingThere.
    """
    head = await class_head(work, class_id)
    meant = _columns(work, parse_event(words, work.today))
    await _hold(work, class_id)
    same = (getattr(ClassEvent, name) == value for name, value in meant.items())
    standing = select(ClassEvent.id).where(ClassEvent.class_id == class_id, ClassEvent.withdrawn_at.is_(None), *same)
    if await work.session.scalar(standing.limit(1)) is not None:
        return await class_events(work, head.class_id, "already")
    made = {"made_by": work.actor.require_staff(), "made_at": work.now, "kind": guessed_kind(meant["title"])}
    put = insert(ClassEvent).values(class_id=class_id, **made, **meant).returning(ClassEvent)
    row = (await work.session.scalars(put)).one()
    record(work, "event.add", "class_event", row.id, after=_told(meant))
    await tell_event(work, event_facts(work, row))
    return await class_events(work, class_id, put=row.id)


async def change_event(work: Work, event_id: int, words: str, *, seen: int) -> ClassEvents:
    """Put other words for it, having seen its revision. Raises as `add_event`."""
    event = await class_event(work, event_id)
    meant = _columns(work, parse_event(words, min(work.today, event.first_day)))
    former = {"title": event.title, "place": event.place, "starts_at": event.starts_at, "ends_at": event.ends_at}
    if meant == former:
        return await class_events(work, event.class_id, "already")
    now = replace(
        event, **{**meant, "starts_at": work.local(meant["starts_at"]), "ends_at": work.local(meant["ends_at"])}
    )
    if event.kind is guessed_kind(event.title):
        now = replace(now, kind=guessed_kind(now.title))
    again = {"reminded_at": None} if now.first_day > event.first_day else {}
    if not await _write(work, event, seen, kind=now.kind, **meant, **again):
        return await class_events(work, event.class_id, "changed")
    record(work, "event.change", "class_event", event_id, before=_told(former), after=_told(meant))
    await correct(work, event, replace(now, rev=seen + 1))
    return await class_events(work, event.class_id, put=event_id)


async def set_kind(work: Work, event_id: int, kind: EventKind, *, seen: int) -> KeptEvent:
    """It is something else than its words said. Raises as `class_event`."""
    return await _set(work, event_id, seen, "kind", kind)


async def set_asks(work: Work, event_id: int, *, on: bool, seen: int) -> KeptEvent:
    """Whether families say if they come. Raises as `class_event`."""
    return await _set(work, event_id, seen, "asks", on)


async def _set(work: Work, event_id: int, seen: int, name: str, value: Any) -> KeptEvent:
    event = await class_event(work, event_id)
    former = getattr(event, name)
    if former == value:
        return await kept_event(work, event_id, "already")
    if not await _write(work, event, seen, **{name: value}):
        return await kept_event(work, event_id, "changed")
    record(work, f"event.{name}", "class_event", event_id, before={name: former}, after={name: value})
    await correct(work, event, replace(event, rev=seen + 1, **{name: value}))
    return await kept_event(work, event_id)


async def withdraw_event(work: Work, event_id: int, *, seen: int) -> ClassEvents:
    """Take it back; it stays in the trace. Raises NotConnected, AccessDenied, NothingThere."""
    event = await class_event(work, event_id)
    if not await _write(work, event, seen, withdrawn_at=work.now):
        return await class_events(work, event.class_id, "changed")
    record(work, "event.withdraw", "class_event", event_id, before={"title": event.title})
    await take_back(work, replace(event, rev=seen + 1))
    return await class_events(work, event.class_id)


async def _hold(work: Work, class_id: int) -> None:
    """Let events of one class be put one after another: the same words may come twice at once."""
    await work.session.execute(select(ClassUnit.id).where(ClassUnit.id == class_id).with_for_update(key_share=True))


async def _write(work: Work, event: ClassEventFacts, seen: int, **values: Any) -> bool:
    changed = await work.session.execute(
        update(ClassEvent)
        .where(ClassEvent.id == event.id, ClassEvent.rev == seen, ClassEvent.withdrawn_at.is_(None))
        .values(**values, rev=ClassEvent.rev + 1)
        .returning(ClassEvent.rev)
    )
    return changed.scalar() is not None


def _columns(work: Work, meant: EventWords) -> dict[str, Any]:
    zone = work.school.zone
    times = {"starts_at": meant.starts.replace(tzinfo=zone), "ends_at": meant.ends.replace(tzinfo=zone)}
    return {"title": meant.title, "place": meant.place, **times}


def _told(values: dict[str, Any]) -> dict[str, str]:
    return {name: value if isinstance(value, str) else value.isoformat() for name, value in values.items()}
