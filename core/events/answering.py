"""A family says whether it comes; the class leader sees who does (P11)."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, tuple_
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.errors import NothingThere
from core.errors.events import EventOver
from core.events.reading import ClassEventFacts, event_facts
from core.rules.names import full_name, sort_key, told_apart
from core.terms import EventAnswer
from storage.models import ClassEvent, ClassEventAnswer, Enrolment, Pupil

PUPILS = 60
"""No class has more."""


@dataclass(frozen=True)
class FamilyEvent:
    """An event for a child. `open`: an answer is asked for and still taken; `answer` None: none was given."""

    pupil_id: int
    given_name: str
    event: ClassEventFacts
    answer: EventAnswer | None
    open: bool


@dataclass(frozen=True)
class EventAnswers:
    """The pupils of the class by what their families answered, each in the order of the class list."""

    coming: tuple[str, ...] = ()
    not_coming: tuple[str, ...] = ()
    silent: tuple[str, ...] = field(default=())


async def family_event(work: Work, event_id: int, pupil_id: int) -> FamilyEvent:
    """Raises NotConnected, AccessDenied, ConsentNeeded, NothingThere (taken back, or not of the child's class)."""
    work.actor.require_child(pupil_id)
    found = await work.session.execute(
        select(ClassEvent, Pupil.given_name, ClassEventAnswer.answer)
        .join(Enrolment, Enrolment.class_id == ClassEvent.class_id)
        .join(Pupil, Pupil.id == Enrolment.pupil_id)
        .join(ClassEventAnswer, _of(ClassEvent.id, Pupil.id), isouter=True)
        .where(ClassEvent.id == event_id, ClassEvent.withdrawn_at.is_(None), Pupil.id == pupil_id)
        .where(or_(Enrolment.ends.is_(None), Enrolment.ends >= work.today))
        .limit(1)
    )
    row = found.one_or_none()
    if row is None:
        raise NothingThere
    event = event_facts(work, row[0])
    return FamilyEvent(pupil_id, row[1], event, row[2], event.asks and event.ends_at > work.local_now)


async def answer_event(work: Work, event_id: int, pupil_id: int, answer: EventAnswer) -> FamilyEvent:
    """The family's word; the last one stands. Raises as `family_event`, EventOver (nothing is asked any more)."""
    found = await family_event(work, event_id, pupil_id)
    if not found.open:
        raise EventOver
    values = {"answer": answer, "account_id": work.actor.account_id, "answered_at": work.now}
    put = insert(ClassEventAnswer).values(event_id=event_id, pupil_id=pupil_id, **values)
    kept = put.on_conflict_do_update(
        index_elements=["event_id", "pupil_id"], set_=values, where=ClassEventAnswer.answer != answer
    )
    if (await work.session.execute(kept.returning(ClassEventAnswer.event_id))).first() is not None:
        former = {"answer": found.answer} if found.answer else None
        child = work.actor.require_child(pupil_id)
        who: dict[str, Any] = {"guardian_id": child.guardian_id}
        if child.guardian_id is None:
            who = {"pupil_id": pupil_id}
        after = {"pupil": pupil_id, "answer": answer}
        record(work, "event.answer", "class_event", event_id, before=former, after=after, **who)
    return await family_event(work, event_id, pupil_id)


async def answers_of(work: Work, event: ClassEventFacts) -> EventAnswers:
    """Of every pupil of the class, in one statement. The caller has asked who may see them."""
    stays = or_(Enrolment.ends.is_(None), Enrolment.ends >= work.today)
    rows = await work.session.execute(
        select(Pupil, ClassEventAnswer.answer)
        .join(Enrolment, and_(Enrolment.pupil_id == Pupil.id, Enrolment.class_id == event.class_id))
        .join(ClassEventAnswer, _of(event.id, Pupil.id), isouter=True)
        .where(stays)
        .limit(PUPILS)
    )
    answered = sorted(((pupil, answer) for pupil, answer in rows), key=lambda one: _in_list(one[0]))
    names = told_apart([pupil for pupil, _ in answered])
    lines = [(name, answer) for name, (_, answer) in zip(names, answered, strict=True)]

    def those(wanted: EventAnswer | None) -> tuple[str, ...]:
        return tuple(name for name, answer in lines if answer is wanted)

    return EventAnswers(those(EventAnswer.COMING), those(EventAnswer.NOT_COMING), those(None))


async def answers_given(
    work: Work, event_ids: Collection[int], pupil_ids: Collection[int]
) -> dict[tuple[int, int], EventAnswer]:
    """By event and pupil, in one statement; none when no event is asked about."""
    if not event_ids or not pupil_ids:
        return {}
    rows = await work.session.execute(
        select(ClassEventAnswer.event_id, ClassEventAnswer.pupil_id, ClassEventAnswer.answer).where(
            ClassEventAnswer.event_id.in_(list(event_ids)), ClassEventAnswer.pupil_id.in_(list(pupil_ids))
        )
    )
    return {(event_id, pupil_id): answer for event_id, pupil_id, answer in rows}


async def answers_for(work: Work, events: Collection[ClassEventFacts], pupil_id: int) -> dict[int, EventAnswer]:
    """A child's answers by event."""
    asking = [event.id for event in events if event.asks]
    return {event: answer for (event, _), answer in (await answers_given(work, asking, [pupil_id])).items()}


def _of(event_id: Any, pupil_id: Any) -> ColumnElement[bool]:
    return tuple_(ClassEventAnswer.event_id, ClassEventAnswer.pupil_id) == tuple_(event_id, pupil_id)


def _in_list(pupil: Pupil) -> Any:
    return sort_key(full_name(pupil))
