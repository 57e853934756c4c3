"""A teacher is absent for some days: which lessons wait for somebody, and giving them away or back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.errors import NothingThere
from core.errors.dates import DatesReversed, DatesTooLong
from core.errors.timetable import SubstituteGone
from core.rights import CHANGES_TIMETABLE
from core.rules.names import initials_of, sort_key
from core.substitution.candidates import SIMILAR, likeness
from core.substitution.changes import write
from core.substitution.clashes import OVERLAPS
from core.substitution.lesson import (
    ONE_OFF_COLUMNS,
    ONE_OFF_TABLES,
    OneOff,
    hold_timetable,
    one_off,
)

LONGEST_DAYS = 31


@dataclass(frozen=True)
class Teacher:
    """Somebody who may be absent, with the number of lessons on the day asked about."""

    staff_id: int
    name: str
    lessons: int


@dataclass(frozen=True)
class Away:
    """The lessons of an absent teacher over some days, in order. `given`: how many the last command wrote."""

    staff_id: int
    name: str
    since: date
    until: date
    lessons: tuple[OneOff, ...]
    today: date
    given: int | None = None

    def settled(self, one: OneOff) -> bool:
        """Given to somebody, moved out of these days or cancelled."""
        return one.lesson.teacher_id != self.staff_id or one.lesson.cancelled or not self.holds(one.lesson.day)

    def holds(self, day: date) -> bool:
        return self.since <= day <= self.until

    @property
    def waiting(self) -> list[OneOff]:
        return [one for one in self.lessons if not self.settled(one)]

    @property
    def given_away(self) -> list[OneOff]:
        """Own lessons that somebody else gives."""
        return [one for one in self.lessons if one.lesson.owner_id == self.staff_id and one.lesson.substituted]


@dataclass(frozen=True)
class Taker:
    """Somebody who could take the waiting lessons: how many hours of them are free, how many pages are known."""

    staff_id: int
    name: str
    free: int
    known: int


_TEACHERS = text("""
    SELECT s.id AS staff_id, s.surname, s.given_name, s.patronymic,
           count(l.id) FILTER (WHERE l.on_date = :day AND l.status = 'planned') AS lessons
      FROM staff s LEFT JOIN lesson l ON l.teacher_id = s.id AND l.on_date = :day
     WHERE (s.dismissed IS NULL OR s.dismissed >= :day)
       AND EXISTS (SELECT FROM lesson x WHERE x.teacher_id = s.id)
     GROUP BY s.id
""")

# Its own lessons of these days, those moved out of them, and those it gives for others.
_LESSONS = text(f"""
    SELECT {ONE_OFF_COLUMNS} FROM {ONE_OFF_TABLES}
     WHERE (l.teacher_id = :staff AND l.on_date BETWEEN :since AND :until)
        OR (t.teacher_id = :staff AND (l.on_date BETWEEN :since AND :until OR l.origin_date BETWEEN :since AND :until))
     ORDER BY l.starts_at, l.id
""")
_NAME = text("SELECT surname, given_name, patronymic FROM staff WHERE id = :staff")

_TAKERS = text(f"""
    SELECT s.id AS staff_id, s.surname, s.given_name, s.patronymic,
           count(DISTINCT w.id) FILTER (WHERE NOT EXISTS (
               SELECT FROM lesson b WHERE b.teacher_id = s.id AND b.on_date = w.on_date
                  AND {OVERLAPS.format(other="b", starts="w.starts_at", ends="w.ends_at")})) AS free,
           count(DISTINCT w.id) FILTER (WHERE EXISTS (
               SELECT FROM teaching_load k JOIN load_class kc ON kc.load_id = k.id
                 JOIN teaching_load wt ON wt.id = w.load_id JOIN load_class wc ON wc.load_id = w.load_id
                WHERE k.teacher_id = s.id AND (k.subject_id = wt.subject_id OR kc.class_id = wc.class_id))) AS known
      FROM staff s JOIN lesson w ON w.id = ANY(CAST(:lessons AS integer[]))
     WHERE s.id <> :staff AND (s.dismissed IS NULL OR s.dismissed >= :until) AND (s.hired IS NULL OR s.hired <= :since)
       AND EXISTS (SELECT FROM teaching_load t WHERE t.teacher_id = s.id AND t.year_id = :year)
       AND NOT EXISTS (SELECT FROM lesson r WHERE r.on_date = w.on_date AND r.substituted_for_id = s.id
                          AND r.teacher_id <> s.id)
     GROUP BY s.id
""")


async def teachers(work: Work, day: date, words: str = "") -> list[Teacher]:
    """Who gives lessons, those of the day first; with `words`, whose names hold them or sound like them.

    Raises NotConnected, AccessDenied.
    """
    work.actor.require_role(*CHANGES_TIMETABLE)
    rows = (await work.session.execute(_TEACHERS, {"day": day})).all()
    found = [Teacher(r.staff_id, initials_of(r.surname, r.given_name, r.patronymic), r.lessons) for r in rows]
    found.sort(key=lambda t: (not t.lessons, sort_key(t.name)))
    if not words:
        return found
    wanted = sort_key(" ".join(words.split()))[0][:64]
    scored = [(likeness(wanted, t.name), t) for t in found]
    return [t for score, t in sorted(scored, key=lambda pair: -pair[0]) if score >= SIMILAR]


async def away(work: Work, staff_id: int, since: date, until: date) -> Away:
    """The lessons of these days (at most 31). Raises NotConnected, AccessDenied, NothingThere, DatesReversed,
    DatesTooLong.
    """
    work.actor.require_role(*CHANGES_TIMETABLE)
    return await _away(work, staff_id, since, until)


async def takers(work: Work, held: Away) -> list[Taker]:
    """Who could take what waits, most free hours first; nobody who is away on one of the days themselves."""
    ids = [one.lesson.id for one in held.waiting]
    facts = {
        "lessons": ids,
        "staff": held.staff_id,
        "since": held.since,
        "until": held.until,
        "year": work.school.year_id,
    }
    rows = (await work.session.execute(_TAKERS, facts)).all()
    found = [Taker(r.staff_id, initials_of(r.surname, r.given_name, r.patronymic), r.free, r.known) for r in rows]
    return sorted([t for t in found if t.free], key=lambda t: (-t.free, -t.known, sort_key(t.name)))


async def give_all(work: Work, staff_id: int, taker_id: int, since: date, until: date) -> Away:
    """Let one teacher take every waiting lesson at whose hour that teacher is free; the others go on waiting.

    Pressed twice it finds nothing more to do. Raises SubstituteGone and what `away` raises.
    """
    await hold_timetable(work)
    held = await _away(work, staff_id, since, until)
    ids = [one.lesson.id for one in held.waiting]
    name, free = await _free_hours(work, taker_id, ids, until)
    given = [
        (one, replace(one, teacher=name, lesson=replace(one.lesson, teacher_id=taker_id), orphaned=False))
        for one in held.waiting
        if one.lesson.id in free
    ]
    return await _written(work, held, given)


async def come_back(work: Work, staff_id: int, since: date, until: date) -> Away:
    """The teacher is back: own lessons that have not begun are given by their own teacher again, where that hour is
    free. Raises what `away` raises.
    """
    await hold_timetable(work)
    held = await _away(work, staff_id, since, until)
    ahead = [one for one in held.given_away if one.lesson.starts_at > work.now and not one.lesson.cancelled]
    _, free = await _free_hours(work, staff_id, [one.lesson.id for one in ahead], since)
    back = [
        (one, replace(one, teacher=one.owner, lesson=replace(one.lesson, teacher_id=staff_id), orphaned=False))
        for one in ahead
        if one.lesson.id in free
    ]
    return await _written(work, held, back)


_FREE = text(f"""
    SELECT s.surname, s.given_name, s.patronymic,
           ARRAY(SELECT w.id FROM lesson w WHERE w.id = ANY(CAST(:lessons AS integer[])) AND NOT EXISTS (
                 SELECT FROM lesson b WHERE b.teacher_id = s.id AND b.on_date = w.on_date AND b.id <> w.id
                    AND {OVERLAPS.format(other="b", starts="w.starts_at", ends="w.ends_at")})) AS free
      FROM staff s WHERE s.id = :staff AND (s.dismissed IS NULL OR s.dismissed >= :until)
""")


async def _free_hours(work: Work, staff_id: int, lessons: list[int], until: date) -> tuple[str, frozenset[int]]:
    """The name, and at which of the lessons this teacher is free; of two at one hour only the first is given."""
    facts = {"staff": staff_id, "lessons": lessons, "until": until}
    row = (await work.session.execute(_FREE, facts)).one_or_none()
    if row is None:
        raise SubstituteGone
    return initials_of(row.surname, row.given_name, row.patronymic), frozenset(row.free)


async def _written(work: Work, held: Away, changes: Sequence[tuple[OneOff, OneOff]]) -> Away:
    """The list after the changes; of two lessons at one hour one person is given the first only."""
    apart: list[tuple[OneOff, OneOff]] = []
    for old, new in changes:
        if not any(_together(new, other) for _, other in apart):
            apart.append((old, new))
    written = {one.lesson.id: one for one in await write(work, apart)} if apart else {}
    lessons = tuple(written.get(one.lesson.id, one) for one in held.lessons)
    return replace(held, lessons=lessons, given=len(written))


def _together(one: OneOff, other: OneOff) -> bool:
    return one.lesson.starts_at < other.lesson.ends_at and other.lesson.starts_at < one.lesson.ends_at


async def _away(work: Work, staff_id: int, since: date, until: date) -> Away:
    if until < since:
        raise DatesReversed(starts=since, ends=until)
    days = (until - since) // timedelta(days=1) + 1
    if days > LONGEST_DAYS:
        raise DatesTooLong(days=days, limit=LONGEST_DAYS)
    name = (await work.session.execute(_NAME, {"staff": staff_id})).one_or_none()
    if name is None:
        raise NothingThere
    facts: dict[str, Any] = {"staff": staff_id, "since": since, "until": until}
    rows = (await work.session.execute(_LESSONS, facts)).all()
    lessons = tuple(one_off(work, row) for row in rows)
    return Away(staff_id, initials_of(*name), since, until, lessons, work.today)
