"""Who of a class is close to failing, beside those who are (C3)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.app import Work
from core.class_head import ClassHead, class_head
from core.diary.marks import Standing, likely, standings
from core.failing.reading import Period, PupilNow, pupils_of_class
from core.rights import require_class
from core.rules.failing import NEAR, concerns


@dataclass(frozen=True)
class NearSubject:
    """A subject in which a pupil is close to failing."""

    subject: str
    average: Decimal
    load_ids: tuple[int, ...]


@dataclass(frozen=True)
class NearPupil:
    """A pupil who is close to failing. `name` as in the class list."""

    pupil_id: int
    name: str
    subjects: tuple[NearSubject, ...]


@dataclass(frozen=True)
class NearClass:
    """Those of a class; `below`: the school's threshold."""

    head: ClassHead
    pupils: tuple[NearPupil, ...]
    below: Decimal


async def near_failing(work: Work, class_id: int) -> NearClass:
    """Raises NotConnected, AccessDenied, NothingThere."""
    head = await class_head(work, class_id)
    _, near = await near_and_failing(work, class_id)
    return NearClass(head, near, work.regulation(work.today).failing_below)


async def near_and_failing(work: Work, class_id: int) -> tuple[int, tuple[NearPupil, ...]]:
    """How many of a class are failing, and who is close to it, in the order of the class list.

    One statement, and one for each study period looked at, which is one. Raises NotConnected, AccessDenied.
    """
    require_class(work, class_id)
    spans: dict[tuple[date, date], dict[int, PupilNow]] = defaultdict(dict)
    pupils = await pupils_of_class(work, class_id)
    for pupil in pupils:
        period = _period(pupil)
        if period is not None:
            spans[period.starts, period.ends][pupil.id] = pupil
    failing: set[int] = set()
    near: dict[int, tuple[NearSubject, ...]] = {}
    for (starts, ends), looked_at in spans.items():
        for pupil_id, subjects in (await standings(work, looked_at, starts, ends)).items():
            if any(_fails(work, one, ends, one.average) for one in subjects):
                failing.add(pupil_id)
            near[pupil_id] = tuple(found for one in subjects if (found := _near(work, one, ends)) is not None)
    close = [NearPupil(p.id, p.name, near[p.id]) for p in pupils if near.get(p.id)]
    return len(failing), tuple(close)


def _period(pupil: PupilNow) -> Period | None:
    """The one in which the list of the failing looks at the pupil (core/failing/desk.py)."""
    return pupil.notice.period if pupil.notice is not None and pupil.notice.open else pupil.period


def _near(work: Work, one: Standing, ends: date) -> NearSubject | None:
    """By the school's own rule: well now, failing if the average were a little lower."""
    average = one.average
    if average is None or _fails(work, one, ends, average) or not _fails(work, one, ends, average - NEAR):
        return None
    return NearSubject(one.subject, average, one.load_ids)


def _fails(work: Work, one: Standing, ends: date, average: Decimal | None) -> bool:
    regulation = work.regulation(min(ends, work.today))
    why = concerns(
        one.marks,
        one.dots,
        average,
        likely(work, average, one.subject, ends),
        below=regulation.failing_below,
        debts_before=regulation.debts_before,
        days_left=(ends - work.today).days,
    )
    return bool(why)
