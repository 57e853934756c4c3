"""When a family's card is due, and how a week moved. Pure; all moments are the school's wall clock.

A card comes at the hour the account chose. Where quiet hours hold that hour it comes shortly before they begin; one
that could not be written or sent in time is made up for the same evening, never at night and never the next morning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from core.rules.quiet_hours import quiet_until
from core.terms import MarkNotices

EARLIEST = time(15)
"""No card is due before: the day is not over."""
MADE_UP_UNTIL, OVER = time(22), time(23)
MADE_UP_FOR = timedelta(minutes=30)
"""How long a card chosen for a late hour is made up for."""
BEFORE_QUIET = timedelta(minutes=15)
WEEK_ENDS = 6
"""Saturday closes the week, also where it is free."""

CHART_WEEKS = 8
BARS = "▁▂▃▄▅▆▇"
LEAST, MOST = Decimal(2), Decimal(5)


@dataclass(frozen=True)
class CardHours:
    """A card of a day is written from `opens` to before `closes`, and not sent from `over` on."""

    opens: datetime
    closes: datetime
    over: datetime

    def due(self, now: datetime) -> bool:
        return self.opens <= now < self.closes


def cards_go(now: datetime) -> bool:
    """Whether anybody's card may be due at all."""
    return EARLIEST <= now.time() < OVER


def card_hours(now: datetime, at: time, quiet_from: time | None, quiet_to: time | None) -> CardHours | None:
    """The hours of today's card chosen for `at`; None where no hour of the evening is free of quiet."""
    today = now.date()
    opens = datetime.combine(today, at, now.tzinfo)
    if quiet_from is not None and quiet_until(opens, quiet_from, quiet_to) is not None:
        opens = datetime.combine(today, quiet_from, now.tzinfo) - BEFORE_QUIET
        if quiet_from > at or opens.date() != today or opens.time() < EARLIEST:
            return None
    over = _over(opens, quiet_from, quiet_to)
    closes = min(over, max(datetime.combine(today, MADE_UP_UNTIL, now.tzinfo), opens + MADE_UP_FOR))
    return CardHours(opens, closes, over)


def _over(opens: datetime, quiet_from: time | None, quiet_to: time | None) -> datetime:
    """Eleven in the evening, or the beginning of quiet hours after the card's own time."""
    over = datetime.combine(opens.date(), OVER, opens.tzinfo)
    if quiet_from is None or quiet_to is None or quiet_from == quiet_to:
        return over
    quiet = datetime.combine(opens.date(), quiet_from, opens.tzinfo)
    return min(over, quiet) if quiet > opens else over


def week_due(day: date, *, wanted: bool) -> bool:
    """Whether the card of this day tells the week."""
    return wanted and day.isoweekday() == WEEK_ENDS


@dataclass(frozen=True)
class CardMark:
    """A mark that a card may tell of. `value` None: it was taken back. `held`: a change of it still waits.

    `fresh`: it is of today, by its lesson or by when it was given. `told`: what the account heard before; `rekinded`:
    of another kind of work.
    """

    value: str | None
    fresh: bool
    held: bool = False
    told: str | None = None
    rekinded: bool = False


def mark_told(mark: CardMark, mode: MarkNotices) -> bool:
    """Whether a card for an account with this choice tells the mark.

    Today's marks stand on every card but that of an account which wants to hear of no marks. Who hears of marks only
    here, or of good ones only here, gets those too that came after the last card; the former also what was corrected.
    """
    if mode is MarkNotices.OFF:
        return False
    if mark.told is None:
        wanted = mark.fresh or mode in {MarkNotices.EVENING, MarkNotices.LOW}
        return wanted and mark.value is not None
    if mark.told == mark.value and not mark.rekinded:
        return mark.fresh
    return not mark.held and (mode is MarkNotices.EVENING or (mark.fresh and mark.value is not None))


def bars(averages: Sequence[Decimal | None]) -> str:
    """A chart in one line, 2 to 5 in seven steps; `·` where there was no average."""
    return "".join("·" if average is None else BARS[_step(average)] for average in averages)


def _step(average: Decimal) -> int:
    within = min(max(average, LEAST), MOST) - LEAST
    return int(within / (MOST - LEAST) * (len(BARS) - 1) + Decimal("0.5"))


def week_ends(first: date, today: date) -> list[date]:
    """The Sundays of the weeks of a study period up to the present one, the last eight."""
    sunday = today + timedelta(days=7 - today.isoweekday())
    ends = [sunday - timedelta(weeks=back) for back in reversed(range(CHART_WEEKS))]
    return [end for end in ends if end >= first]
