"""Who is failing in a subject, and when parents are told of it (C3). Pure; moments are the school's wall clock.

The class leader sees it first: what is found in the afternoon is told to the parents the evening after, and may be put
off from day to day for a week at most. The regulations want parents told, so nobody can call it off; only a pupil who
catches up does.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from core.rules.averages import POINTS, Weighed
from core.rules.telling import EVENING, WAKING_TO, awake
from core.terms import MarkValue

LEAST_MARKS = 2
"""With fewer marks that count one bad answer would alarm a family. Work owed is no mark."""

NEAR = Decimal("0.2")
"""Whoever would be failing with an average lower by so much is close to it."""

LOOKED_FROM = time(15)
"""When the lessons of the day are mostly marked; made up for until the night."""

REPEATED = timedelta(days=7)
"""A family hears of the same pupil no more often."""

HELD_AT_MOST = timedelta(days=7)

REMEMBERED = timedelta(days=21)
"""Found again so soon after (a week, a week of holding, some days off), a pupil is taken to be failing since then."""


class Concern(StrEnum):
    """AVERAGE: the average or the likely mark is below the school's threshold. DEBTS: work owed near a period's end."""

    AVERAGE = "average"
    DEBTS = "debts"


def concerns(
    marks: Iterable[Weighed],
    dots: int,
    average: Decimal | None,
    likely: MarkValue | None,
    *,
    below: Decimal,
    debts_before: int,
    days_left: int,
) -> tuple[Concern, ...]:
    """Why a pupil is failing in a subject of a study period; nothing: is not.

    `below` and `debts_before` are the regulation's (failing_below, debts_before); `days_left` is counted to the
    period's last day, negative when it is over.
    """
    enough = sum(value in POINTS and weight > 0 for value, weight in marks) >= LEAST_MARKS
    low = average is not None and (average < below or (likely is not None and POINTS[likely] < below))
    found = {Concern.AVERAGE: enough and low, Concern.DEBTS: dots > 0 and days_left <= debts_before}
    return tuple(concern for concern, holds in found.items() if holds)


def looks_now(now: datetime) -> bool:
    """Whether the school is looked through at this hour."""
    return LOOKED_FROM <= now.time() < WAKING_TO


def may_repeat(told_on: date | None, today: date) -> bool:
    """Whether a pupil whose parents were told on a day may be found failing again."""
    return told_on is None or today - told_on >= REPEATED


def tell_day(found_on: date) -> date:
    """The day in whose evening the parents are told."""
    return found_on + timedelta(days=1)


def last_tell_day(found_on: date) -> date:
    """The last day to which telling may be put off."""
    return tell_day(found_on) + HELD_AT_MOST


def may_tell(tell_at: datetime, now: datetime) -> bool:
    """Whether parents whose moment came are told now: never at night.

    An evening missed (the process was down) waits for the next one, not for a holiday's morning.
    """
    if tell_at > now or not awake(now):
        return False
    return tell_at.date() == now.date() or now.time() >= EVENING
