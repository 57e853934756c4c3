"""Failing pupils as the class leader, deputies and the director see them, and what they may do before parents hear.

The regulations want parents told (C3): telling may be put off by a day at a time, at most a week, or hastened.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.audit import record
from core.class_head import ClassHead, class_head
from core.errors import NothingThere
from core.failing.facts import letter_facts
from core.failing.reading import (
    FailingSubject,
    Notice,
    Period,
    PupilNow,
    failing_subjects,
    kinds_offered,
    pupils_by_id,
    pupils_of_class,
)
from core.failing.telling import Letter, tell
from core.outbox import Recipient
from core.recipients import guardians_of_each
from core.rights import SEES_SCHOOL, require_class
from core.rules.failing import REPEATED, last_tell_day
from core.rules.goal import KindOffered
from core.rules.telling import EVENING, awake, next_waking


class Outcome(StrEnum):
    """What a press came to. LATER: at night nobody is written to, so in the morning. CAUGHT_UP: nothing to tell.
    CHANGED: the notice is not as the button had seen it.
    """

    HELD = "held"
    SENT = "sent"
    LATER = "later"
    ALREADY = "already"
    CAUGHT_UP = "caught-up"
    CHANGED = "changed"


@dataclass(frozen=True)
class FailingPupil:
    """A pupil as it stands now. No `subjects`: has caught up. `to`: the guardians' accounts that can be told.

    `notice`: the newest; `period` is the one in which the pupil is looked at; `hold_to`: the evening to which
    telling may be put off next. `letter` is what the parents are told (facts.letter_facts).
    """

    pupil: PupilNow
    period: Period | None
    subjects: tuple[FailingSubject, ...]
    notice: Notice | None
    to: tuple[Recipient, ...]
    hold_to: date | None
    letter: dict[str, Any]

    @property
    def waiting(self) -> Notice | None:
        """The notice that parents are still to be told of."""
        return self.notice if self.notice is not None and self.notice.open else None

    @property
    def told(self) -> Notice | None:
        """The notice that they were told of."""
        return self.notice if self.notice is not None and self.notice.told_at is not None else None


@dataclass(frozen=True)
class FailingClass:
    """The failing pupils of a class in the order of the class list; `pupils` is how many there are in all.

    `below`: the regulation's threshold; `grade` None in a class without pupils.
    """

    head: ClassHead
    failing: tuple[FailingPupil, ...]
    pupils: int
    period: Period | None
    grade: int | None
    below: Decimal


@dataclass(frozen=True)
class ClassCount:
    """A class: pupils whose parents are still to be told, and those told within the week."""

    class_id: int
    name: str
    waiting: int
    told: int


_COUNTS = text("""
    SELECT c.id, c.name, count(*) FILTER (WHERE n.waiting) AS waiting, count(*) FILTER (WHERE n.told) AS told
      FROM class_unit c
      LEFT JOIN enrolment e ON e.class_id = c.id AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
      LEFT JOIN LATERAL (
           SELECT f.told_at IS NULL AND f.dropped_at IS NULL AS waiting, f.told_at > :since AS told
             FROM failing_notice f WHERE f.pupil_id = e.pupil_id ORDER BY f.found_at DESC, f.id DESC LIMIT 1) n ON true
     WHERE c.year_id = :year
     GROUP BY c.id ORDER BY c.grade_level, c.key
""")

_HOLD = text("""
    UPDATE failing_notice SET tell_at = :tell_at, held_by = :staff, rev = rev + 1
     WHERE id = :notice AND rev = :rev AND told_at IS NULL AND dropped_at IS NULL
    RETURNING id
""")


async def failing_class(work: Work, class_id: int) -> FailingClass:
    """How the class stands at this moment. Raises NotConnected, AccessDenied, NothingThere."""
    head = await class_head(work, class_id)
    pupils = await pupils_of_class(work, class_id)
    failing = tuple(one for one in await _stand(work, pupils) if one.subjects)
    anybody = next(iter(pupils), None)
    return FailingClass(
        head=head,
        failing=failing,
        pupils=len(pupils),
        period=anybody.period if anybody else None,
        grade=anybody.grade if anybody else None,
        below=work.regulation(work.today).failing_below,
    )


async def failing_pupil(work: Work, pupil_id: int) -> FailingPupil:
    """One pupil, by the rights of the present class. Raises NotConnected, AccessDenied, NothingThere."""
    work.actor.require_staff()
    pupil = (await pupils_by_id(work, [pupil_id])).get(pupil_id)
    if pupil is None:
        raise NothingThere
    require_class(work, pupil.class_id)
    [found] = await _stand(work, [pupil])
    return found


async def failing_school(work: Work) -> tuple[ClassCount, ...]:
    """The classes of the year. Deputies and the director. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*SEES_SCHOOL)
    since = work.now - REPEATED - timedelta(days=1)
    rows = await work.session.execute(_COUNTS, {"today": work.today, "year": work.school.year_id, "since": since})
    return tuple(ClassCount(*row) for row in rows)


async def hold(work: Work, pupil_id: int, notice_id: int, day: date, rev: int) -> tuple[FailingPupil, Outcome]:
    """Let the parents be told in the evening of `day`. Raises NotConnected, AccessDenied, NothingThere."""
    found = await failing_pupil(work, pupil_id)
    waiting, tell_at = found.waiting, work.at(day, EVENING)
    if waiting is None or waiting.id != notice_id:
        return found, Outcome.CHANGED
    if not found.subjects:
        return found, Outcome.CAUGHT_UP
    if waiting.held and waiting.tell_at == tell_at:
        return found, Outcome.ALREADY
    if day != found.hold_to or not await _put(work, waiting.id, rev, tell_at):
        return await failing_pupil(work, pupil_id), Outcome.CHANGED
    _trace(work, "failing.hold", waiting, {"tell_at": tell_at.isoformat()})
    return _with(work, found, replace(waiting, tell_at=tell_at, held=True, rev=rev + 1)), Outcome.HELD


async def send_now(work: Work, pupil_id: int, notice_id: int, rev: int) -> tuple[FailingPupil, Outcome]:
    """Tell the parents at once, in the morning when it is night. Raises NotConnected, AccessDenied, NothingThere."""
    found = await failing_pupil(work, pupil_id)
    waiting = found.waiting
    if waiting is None or waiting.id != notice_id:
        sent = found.told is not None and found.told.id == notice_id
        return found, Outcome.ALREADY if sent else Outcome.CHANGED
    if not found.subjects:
        return found, Outcome.CAUGHT_UP
    if waiting.rev != rev:
        return found, Outcome.CHANGED
    outcome = Outcome.SENT if awake(work.local_now) else Outcome.LATER
    if outcome is Outcome.SENT:
        done = await tell(work, [Letter(waiting, found.subjects, found.letter, found.to)]) > 0
        after = replace(waiting, told_at=work.local_now, reached=len(found.to), rev=rev + 1)
    else:
        morning = next_waking(work.local_now)
        done = await _put(work, waiting.id, rev, morning)
        after = replace(waiting, tell_at=morning, held=True, rev=rev + 1)
    if not done:
        return await failing_pupil(work, pupil_id), Outcome.CHANGED
    _trace(work, "failing.send", waiting, {"tell_at": (after.told_at or after.tell_at).isoformat()})
    return _with(work, found, after), outcome


def _with(work: Work, found: FailingPupil, notice: Notice) -> FailingPupil:
    """The same pupil after the notice was changed here."""
    return replace(found, notice=notice, hold_to=_hold_to(work, notice))


async def _stand(work: Work, pupils: Sequence[PupilNow]) -> list[FailingPupil]:
    failing = await failing_subjects(work, [(pupil, _period(pupil)) for pupil in pupils])
    if not failing:
        return [_found(work, pupil, (), (), ()) for pupil in pupils]
    reached, kinds = await guardians_of_each(work, failing), await kinds_offered(work)
    return [_found(work, p, failing.get(p.id, ()), reached.get(p.id, ()), kinds) for p in pupils]


def _period(pupil: PupilNow) -> Period | None:
    """What waits to be told is about the period in which it was found."""
    return pupil.notice.period if pupil.notice is not None and pupil.notice.open else pupil.period


def _found(
    work: Work,
    pupil: PupilNow,
    subjects: tuple[FailingSubject, ...],
    to: Sequence[Recipient],
    kinds: Sequence[KindOffered],
) -> FailingPupil:
    notice, period = pupil.notice, _period(pupil)
    hold_to = _hold_to(work, notice) if notice is not None and subjects else None
    letter = letter_facts(work, pupil, period, subjects, kinds) if period is not None else {}
    return FailingPupil(pupil, period, subjects, notice, tuple(to), hold_to, letter)


def _hold_to(work: Work, notice: Notice) -> date | None:
    following = max(notice.tell_at.date(), work.today) + timedelta(days=1)
    return following if notice.open and following <= last_tell_day(notice.found_on) else None


async def _put(work: Work, notice_id: int, rev: int, tell_at: datetime) -> bool:
    facts = {"notice": notice_id, "rev": rev, "tell_at": tell_at, "staff": work.actor.staff_id}
    return (await work.session.execute(_HOLD, facts)).first() is not None


def _trace(work: Work, action: str, notice: Notice, after: dict[str, Any]) -> None:
    before = {"tell_at": notice.tell_at.isoformat()}
    record(work, action, "failing_notice", notice.id, before=before, after=after)
