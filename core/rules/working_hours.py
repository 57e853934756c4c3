"""When a word reaches somebody: staff in working hours, everybody outside the own quiet hours (C1). Pure.

All moments are the school's wall clock.
"""

from datetime import datetime, time, timedelta

from core.rules.quiet_hours import quiet_until
from core.rules.telling import next_waking
from core.rules.working_days import LONGEST_REST, WorkingDays

Hours = tuple[time, time]
"""From when to when a working day lasts."""
Quiet = tuple[time | None, time | None]
"""The hours in which somebody is not disturbed; neither: none."""
SETTLES = 5
"""Quiet hours may end in the evening and working hours the next morning: so many steps at most."""


def at_work(now: datetime, hours: Hours, days: WorkingDays, grade: int) -> datetime:
    """This moment within working hours, or the first of the next ones. `grade`: whose holidays count."""
    starts, ends = hours
    day = now.date()
    if days.works(day, grade) and now.time() < ends:
        return max(now, datetime.combine(day, starts, now.tzinfo))
    following = days.after(day, 1, grade)
    return datetime.combine(following, starts, now.tzinfo)


def staff_reads_at(now: datetime, hours: Hours, days: WorkingDays, grade: int, quiet: Quiet) -> datetime:
    """When a family's word reaches a member of staff.

    Quiet hours that swallow every working hour hold it until they end, working hours or not.
    """
    moment = at_work(now, hours, days, grade)
    for _ in range(SETTLES):
        until = quiet_until(moment, *quiet)
        if until is None:
            return moment
        following = at_work(until, hours, days, grade)
        if following - now > LONGEST_REST:
            break
        moment = following
    return quiet_until(now, *quiet) or now


def awake_at(now: datetime, quiet: Quiet) -> datetime:
    """When a word that is not urgent reaches a family, or a colleague's reaches staff: not at night, not in the
    person's own quiet hours.
    """
    moment = next_waking(now)
    for _ in range(SETTLES):
        until = quiet_until(moment, *quiet)
        if until is None:
            return moment
        moment = next_waking(until)
    return moment


def not_later(moment: datetime, now: datetime) -> datetime | None:
    """A moment to speak of; None when it is now."""
    return moment if moment - now >= timedelta(minutes=1) else None
