"""When to remind of what is not entered yet, and to report what was not (K2). All moments are wall clock."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from core.rules.telling import awake

BEFORE_TERM = timedelta(minutes=20)
WORKS_AHEAD = timedelta(days=2)
MORNING_REPORT = time(8)

Works = Callable[[date], bool]


def is_early(until: datetime, second: time) -> bool:
    """Whether the term ends before the evening's last reminder, so that it needs one of its own."""
    return until <= datetime.combine(until.date(), second, until.tzinfo)


def reminder_moments(until: datetime, since: date, first: time, second: time, works: Works) -> tuple[datetime, ...]:
    """When to remind of an entry of a lesson held on `since` that closes at `until`, in order.

    Twice on the term's last evening, which for a day off is the working day before; a term within the day has one
    reminder, twenty minutes ahead.
    """
    if is_early(until, second):
        return (until - BEFORE_TERM,)
    evening = _working_day(until.date(), since, works)
    return tuple(datetime.combine(evening, wall, until.tzinfo) for wall in (first, second))


def work_moments(until: datetime, since: date, first: time, second: time, works: Works) -> tuple[datetime, ...]:
    """The same for the marks of a written work: also two days before their term."""
    ahead = _working_day(until.date() - WORKS_AHEAD, since, works)
    earlier = (datetime.combine(ahead, first, until.tzinfo),)
    return (*earlier, *reminder_moments(until, since, first, second, works))


def due_moment(moments: tuple[datetime, ...], until: datetime, now: datetime) -> datetime | None:
    """The reminder that is due: the newest begun one, made up for on its own day until the term; None at night."""
    begun = [moment for moment in moments if moment <= now]
    if not begun or now >= until or not awake(now) or begun[-1].date() != now.date():
        return None
    return max(begun)


def evening_moment(now: datetime, first: time, second: time) -> datetime | None:
    """The evening's reminder that has begun at `now`; None before the first, and at night."""
    begun = [wall for wall in (first, second) if wall <= now.time()]
    return None if not begun or not awake(now) else datetime.combine(now.date(), max(begun), now.tzinfo)


def report_moment(now: datetime, evening: time) -> datetime | None:
    """The report to the deputies that has begun at `now`: the evening's, or in the morning what ended overnight."""
    if not awake(now):
        return None
    walls = [wall for wall in (MORNING_REPORT, evening) if wall <= now.time()]
    return datetime.combine(now.date(), max(walls), now.tzinfo) if walls else None


def _working_day(day: date, since: date, works: Works) -> date:
    """The day itself or the working day before it, not before `since`; the day itself where there is none."""
    days = [day - timedelta(days=back) for back in range(max(0, (day - since).days) + 1)]
    return next((d for d in days if works(d)), day)
