"""The child's day as the family sees it: lessons, changes, attendance (F1)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row

from core.app import Work
from core.diary.children import Sibling, count_looks, open_child, require_sane, shown_to, siblings_of
from core.diary.day_rows import DiaryLesson, Wanted, days_ahead, lessons_on, pupils_on
from core.diary.waits import NOTHING, Waits, waits_for
from core.errors import NothingThere
from core.homework.family import ChildTask, tasks_between
from core.marks.family import FamilyMark, marks_at
from core.tasks.family import DueTask, tasks_due
from core.terms import AbsenceReason, Presence


class Free(StrEnum):
    """Why a day has no lessons."""

    OUTSIDE_YEAR = "outside-year"
    HOLIDAY = "holiday"
    NOT_ENROLLED = "not-enrolled"
    DAY_OFF = "day-off"
    NOTHING_PLANNED = "nothing-planned"


@dataclass(frozen=True)
class KnownAbsence:
    """A notice that covers the day; `ends` None is an illness still open."""

    reason: AbsenceReason
    starts: date
    ends: date | None


@dataclass(frozen=True)
class DiaryDay:
    """A day of a child. `now` is the school's wall clock; `away` are lessons moved from this day to another.

    `free` says why `lessons` is empty; `holiday` and `year` (first and last day) go with it. `tasks`: homework for
    the day that is due at no lesson of it; `given`: individual tasks whose term is the day. `ahead`: it was opened in
    place of today, whose lessons are over.
    """

    pupil_id: int
    surname: str
    given_name: str
    class_name: str
    day: date
    now: datetime
    days_in_week: int
    lessons: tuple[DiaryLesson, ...]
    away: tuple[DiaryLesson, ...]
    free: Free | None
    holiday: str
    year: tuple[date, date] | None
    known: KnownAbsence | None
    may_write: bool
    several: bool
    tasks: tuple[ChildTask, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    ahead: bool = False
    given: tuple[DueTask, ...] = ()

    @property
    def current(self) -> DiaryLesson | None:
        """The lesson going on now."""
        return next((x for x in self.held if x.starts_at <= self.now < x.ends_at), None)

    @property
    def upcoming(self) -> DiaryLesson | None:
        """The next lesson of the day."""
        return next((x for x in self.held if self.now < x.starts_at), None)

    @property
    def absent(self) -> int:
        """How many lessons of the day the child missed so far."""
        return sum(x.presence is Presence.ABSENT for x in self.held)

    @property
    def held(self) -> list[DiaryLesson]:
        """The lessons that are not cancelled."""
        return [x for x in self.lessons if not x.cancelled]


@dataclass(frozen=True)
class FamilyHome:
    """Today of every child whose data the account may see; `waiting` children lack a consent.

    The only child's day may be the next one (`ahead`). `following`: by pupil, the next school day of those whose
    lessons of today are over.
    """

    children: tuple[DiaryDay, ...]
    waiting: int
    following: tuple[DiaryDay, ...] = ()
    waits: Waits = NOTHING

    def after(self, child: DiaryDay) -> DiaryDay | None:
        """The next school day of a child, when today's lessons are over."""
        return next((day for day in self.following if day.pupil_id == child.pupil_id), None)


async def child_day(work: Work, pupil_id: int, day: date | None = None) -> DiaryDay:
    """One child's day; none: today while its lessons last, then the next school day.

    Raises NotConnected, AccessDenied, ConsentNeeded, ButtonOutdated.
    """
    await open_child(work, pupil_id)
    shown = require_sane(day) if day else (await days_ahead(work, [pupil_id])).get(pupil_id, work.today)
    (found,) = await read_days(work, [(pupil_id, shown)], homework=True)
    given = tuple(await tasks_due(work, [pupil_id], shown, shown))
    return replace(found, ahead=day is None and shown != work.today, given=given)


async def family_home(work: Work) -> FamilyHome:
    """Today of all children of the account, in the order of linking; the only child's day as `child_day` opens it."""
    open_to = shown_to(work)
    waiting = {c.pupil_id for c in work.actor.children}.difference(open_to)
    if len(open_to) == 1 and not waiting:
        return FamilyHome((await child_day(work, open_to[0]),), 0, waits=await waits_for(work))
    if not open_to:
        return FamilyHome((), len(waiting))
    await count_looks(work, [work.actor.require_child(pupil_id) for pupil_id in open_to])
    ahead = await days_ahead(work, open_to)
    later = [(pupil, ahead[pupil]) for pupil in open_to if ahead.get(pupil, work.today) != work.today]
    days = await read_days(work, [*((pupil, work.today) for pupil in open_to), *later], homework=False)
    today, following = ([d for d in days if (d.day == work.today) is now] for now in (True, False))
    return FamilyHome(tuple(today), len(waiting), tuple(following), await waits_for(work))


async def read_days(work: Work, wanted: Wanted, *, homework: bool, marks: bool = True) -> list[DiaryDay]:
    """The days of the pupils, as they are wanted, in a fixed number of statements; the caller has asked for the right.

    `homework`: it will be on the screen, so the family has seen it from now on. Raises NothingThere (no such pupil).
    """
    pupils = {(row.pupil_id, row.day): row for row in await pupils_on(work, wanted, shown_to(work))}
    if pupils.keys() != set(wanted):
        raise NothingThere
    lessons = await lessons_on(work, wanted)
    ids = {lesson.id for _, lesson in lessons}
    given = await marks_at(work, ids, {pupil for pupil, _ in wanted}) if marks and ids else {}
    days = [_day(work, pupils[want], [_marked(x, want, given) for at, x in lessons if at == want]) for want in wanted]
    return await _with_homework(work, days) if homework else days


def _marked(
    lesson: DiaryLesson, want: tuple[int, date], given: dict[tuple[int, int], tuple[FamilyMark, ...]]
) -> DiaryLesson:
    return replace(lesson, marks=given[lesson.id, want[0]]) if (lesson.id, want[0]) in given else lesson


async def _with_homework(work: Work, days: Sequence[DiaryDay]) -> list[DiaryDay]:
    span = [d.day for d in days]
    tasks = await tasks_between(work, min(span), max(span), {d.pupil_id for d in days})
    return [_with_tasks(d, [x for x in tasks if (x.pupil_id, x.task.due_on) == (d.pupil_id, d.day)]) for d in days]


def _with_tasks(day: DiaryDay, tasks: Collection[ChildTask]) -> DiaryDay:
    shown = {lesson.id for lesson in day.lessons}
    lessons = tuple(replace(x, tasks=tuple(task for task in tasks if task.lesson_id == x.id)) for x in day.lessons)
    return replace(day, lessons=lessons, tasks=tuple(task for task in tasks if task.lesson_id not in shown))


def _day(work: Work, pupil: Row[Any], lessons: list[DiaryLesson]) -> DiaryDay:
    rights = [c for c in work.actor.children if c.pupil_id == pupil.pupil_id and c.consented]
    held = tuple(x for x in lessons if x.on_date == pupil.day)
    return DiaryDay(
        pupil_id=pupil.pupil_id,
        surname=pupil.surname,
        given_name=pupil.given_name,
        class_name=pupil.class_name or "",
        day=pupil.day,
        now=work.local_now,
        days_in_week=work.school.days_in_week,
        lessons=held,
        away=tuple(x for x in lessons if x.on_date != pupil.day),
        free=None if held else _why_free(pupil, work.school.days_in_week),
        holiday=pupil.holiday or "",
        year=(pupil.year_starts, pupil.year_ends) if pupil.year_starts else None,
        known=_known(pupil),
        may_write=any(c.guardian_id is not None for c in rights),
        several=len({c.pupil_id for c in work.actor.children}) > 1,
        siblings=siblings_of(work, pupil.pupil_id, pupil.family),
    )


def _why_free(pupil: Row[Any], days_in_week: int) -> Free:
    if pupil.year_starts and not pupil.year_starts <= pupil.day <= pupil.year_ends:
        return Free.OUTSIDE_YEAR
    if pupil.holiday:
        return Free.HOLIDAY
    if not pupil.class_name:
        return Free.NOT_ENROLLED
    return Free.DAY_OFF if pupil.day.isoweekday() > days_in_week else Free.NOTHING_PLANNED


def _known(pupil: Row[Any]) -> KnownAbsence | None:
    if pupil.known_reason is None:
        return None
    return KnownAbsence(AbsenceReason(pupil.known_reason), pupil.known_starts, pupil.known_ends)
