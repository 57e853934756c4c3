"""When people hear of a change of the timetable. Pure; all moments are the school's wall clock.

Families hear of a day's changes once, in the evening of the calendar day before (for Monday that is Sunday evening),
and at once when it is that evening or that day already; never at night. The staff concerned hear at once, in
waking hours.
"""

from datetime import date, datetime, time, timedelta

EVENING = time(18)
WAKING_FROM, WAKING_TO = time(7), time(22)
SETTLING = timedelta(minutes=1)
"""Changes are told when nobody has added another for so long: several are one message, an undone one is none."""

LONGEST = timedelta(minutes=5)
"""However busily changes are made, the first of them waits no longer."""

STAFF_GRACE = timedelta(minutes=1)


def awake(now: datetime) -> bool:
    """Whether people may be written to at all."""
    return WAKING_FROM <= now.time() < WAKING_TO


def next_waking(now: datetime) -> datetime:
    """This moment, or the next morning's first one at night."""
    if awake(now):
        return now
    day = now.date() + timedelta(days=int(now.time() >= WAKING_TO))
    return datetime.combine(day, WAKING_FROM, now.tzinfo)


def families_hear_at(day: date, now: datetime) -> datetime | None:
    """The moment from which families may hear of a change of `day` made now; None: the day is over."""
    if day < now.date():
        return None
    evening = datetime.combine(day - timedelta(days=1), EVENING, now.tzinfo)
    return next_waking(max(now, evening))


def last_day_to_tell(now: datetime) -> date | None:
    """The last day whose changes families hear of now; None at night."""
    if not awake(now):
        return None
    return now.date() + timedelta(days=int(now.time() >= EVENING))


def staff_hear_at(starts_at: datetime, now: datetime) -> datetime:
    """When the staff concerned hear of a change of a lesson; a lesson about to begin, or begun, waits for nothing."""
    due = next_waking(now + STAFF_GRACE)
    return now if now <= starts_at <= due else due
