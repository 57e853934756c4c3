"""Events of a class as everybody reads them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from core.app import Work
from core.terms import EventKind
from storage.models import ClassEvent

MIDNIGHT = time(0)


@dataclass(frozen=True)
class ClassEventFacts:
    """An event; times are the school's wall clock. `asks`: families say whether they come."""

    id: int
    class_id: int
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    rev: int
    kind: EventKind = EventKind.OTHER
    asks: bool = False

    @property
    def all_day(self) -> bool:
        """It has days, but no hours."""
        return self.starts_at.time() == self.ends_at.time() == MIDNIGHT

    @property
    def first_day(self) -> date:
        return self.starts_at.date()

    @property
    def last_day(self) -> date:
        """The last day on which it goes on."""
        return (self.ends_at - timedelta(microseconds=1)).date()


async def events_between(
    work: Work, class_ids: Collection[int], first: date, last: date
) -> tuple[ClassEventFacts, ...]:
    """What goes on in the classes on some of the days, in one statement. The caller has asked who may see them."""
    rows = await work.session.scalars(
        select(ClassEvent)
        .where(ClassEvent.class_id.in_(class_ids), ClassEvent.withdrawn_at.is_(None))
        .where(ClassEvent.starts_at < work.end_of(last), ClassEvent.ends_at > work.at(first, MIDNIGHT))
        .order_by(ClassEvent.starts_at, ClassEvent.id)
    )
    return tuple(event_facts(work, row) for row in rows)


def event_facts(work: Work, row: ClassEvent) -> ClassEventFacts:
    """From the row."""
    times = work.local(row.starts_at), work.local(row.ends_at)
    return ClassEventFacts(row.id, row.class_id, row.title, row.place, *times, row.rev, row.kind, row.asks)
