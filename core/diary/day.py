"""The child's day as the family sees it: lessons, changes, attendance (F1)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row

from core.app import Work
from core.diary.day_rows import lessons_on, pupils_on
from core.errors import ButtonOutdated, NothingThere
from core.homework.family import ChildTask, tasks_for
from core.marks.family import FamilyMark, marks_at
from core.rules.names import initials
from core.terms import AbsenceReason, LessonStatus, Presence, Statement
from storage.models import Attendance, Lesson

YEARS = range(2000, 2101)


class Free(StrEnum):
    """Why a day has no lessons."""

    OUTSIDE_YEAR = "outside-year"
    HOLIDAY = "holiday"
    NOT_ENROLLED = "not-enrolled"
    DAY_OFF = "day-off"
    NOTHING_PLANNED = "nothing-planned"


@dataclass(frozen=True)
class DiaryLesson:
    """A lesson of the child. Times are the school's wall clock; `origin_*` is its place in the timetable.

    `presence` is None while nothing is known: the roll is not taken and nobody marked the child. `tasks`: the homework
    due at it.
    """

    id: int
    on_date: date
    lesson_no: int
    origin_date: date
    origin_no: int
    starts_at: datetime
    ends_at: datetime
    subject: str
    teacher: str
    room: str
    planned_room: str
    cancelled: bool
    substituted: bool
    presence: Presence | None
    minutes: int | None
    reason: AbsenceReason | None
    statement: Statement | None
    topic: str = ""
    tasks: tuple[ChildTask, ...] = ()
    marks: tuple[FamilyMark, ...] = ()

    @property
    def moved(self) -> bool:
        """It stands elsewhere than in the timetable."""
        return (self.on_date, self.lesson_no) != (self.origin_date, self.origin_no)


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
    the day that is due at no lesson of it.
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

    @property
    def current(self) -> DiaryLesson | None:
        """The lesson going on now."""
        return next((x for x in self._held if x.starts_at <= self.now < x.ends_at), None)

    @property
    def upcoming(self) -> DiaryLesson | None:
        """The next lesson of the day."""
        return next((x for x in self._held if self.now < x.starts_at), None)

    @property
    def absent(self) -> int:
        """How many lessons of the day the child missed so far."""
        return sum(x.presence is Presence.ABSENT for x in self._held)

    @property
    def _held(self) -> list[DiaryLesson]:
        return [x for x in self.lessons if not x.cancelled]


@dataclass(frozen=True)
class FamilyHome:
    """Today of every child whose data the account may see; `waiting` children lack a consent."""

    children: tuple[DiaryDay, ...]
    waiting: int


async def child_day(work: Work, pupil_id: int, day: date | None = None) -> DiaryDay:
    """One child's day (none: today). Raises NotConnected, AccessDenied, ConsentNeeded, ButtonOutdated."""
    work.actor.require_child(pupil_id)
    day = day or work.today
    if day.year not in YEARS:
        raise ButtonOutdated
    days = await _days(work, [pupil_id], day, homework=True)
    if not days:
        raise NothingThere
    return days[0]


async def family_home(work: Work) -> FamilyHome:
    """Today of all children of the account, in the order of linking."""
    open_to = list(dict.fromkeys(c.pupil_id for c in work.actor.children if c.consented))
    waiting = {c.pupil_id for c in work.actor.children}.difference(open_to)
    shown = len(open_to) == 1 and not waiting
    days = {d.pupil_id: d for d in await _days(work, open_to, work.today, homework=shown)} if open_to else {}
    return FamilyHome(tuple(days[p] for p in open_to if p in days), len(waiting))


async def _days(work: Work, pupil_ids: Collection[int], day: date, *, homework: bool) -> list[DiaryDay]:
    """`homework`: it will be on the screen, so the family has seen it from now on."""
    pupils = (await work.session.execute(pupils_on(day, pupil_ids, work.school.year_id))).all()
    rows = (await work.session.execute(lessons_on(day, pupil_ids))).all()
    tasks = await tasks_for(work, day, pupil_ids) if homework else []
    marks = await marks_at(work, {row.Lesson.id for row in rows}, pupil_ids) if homework else {}
    days = [_day(work, p, day, [_lesson(work, r) for r in rows if r.for_pupil == p.pupil_id]) for p in pupils]
    days = [_with_tasks(d, [task for task in tasks if task.pupil_id == d.pupil_id]) for d in days]
    return [_with_marks(d, marks) for d in days]


def _with_marks(day: DiaryDay, marks: dict[tuple[int, int], tuple[FamilyMark, ...]]) -> DiaryDay:
    lessons = tuple(replace(x, marks=marks.get((x.id, day.pupil_id), ())) for x in day.lessons)
    return replace(day, lessons=lessons)


def _with_tasks(day: DiaryDay, tasks: Collection[ChildTask]) -> DiaryDay:
    shown = {lesson.id for lesson in day.lessons}
    lessons = tuple(replace(x, tasks=tuple(task for task in tasks if task.lesson_id == x.id)) for x in day.lessons)
    return replace(day, lessons=lessons, tasks=tuple(task for task in tasks if task.lesson_id not in shown))


def _lesson(work: Work, row: Row[Any]) -> DiaryLesson:
    lesson: Lesson = row.Lesson
    mark: Attendance | None = row.Attendance
    return DiaryLesson(
        id=lesson.id,
        on_date=lesson.on_date,
        lesson_no=lesson.lesson_no,
        origin_date=lesson.origin_date,
        origin_no=lesson.origin_no,
        starts_at=work.local(lesson.starts_at),
        ends_at=work.local(lesson.ends_at),
        subject=row.subject,
        teacher=initials(row.Staff),
        room=lesson.room,
        planned_room=lesson.planned_room,
        cancelled=lesson.status is LessonStatus.CANCELLED,
        substituted=lesson.substituted_for_id is not None,
        presence=_presence(lesson, mark),
        minutes=mark.minutes if mark else None,
        reason=mark.reason if mark else None,
        statement=row.statement,
        topic=lesson.topic,
    )


def _presence(lesson: Lesson, mark: Attendance | None) -> Presence | None:
    """Somebody not marked is there only when the roll says so."""
    if mark is not None and mark.status is not Presence.PRESENT:
        return mark.status
    return Presence.PRESENT if lesson.roll_taken_at is not None else None


def _day(work: Work, pupil: Row[Any], day: date, lessons: list[DiaryLesson]) -> DiaryDay:
    rights = [c for c in work.actor.children if c.pupil_id == pupil.pupil_id and c.consented]
    held = tuple(x for x in lessons if x.on_date == day)
    return DiaryDay(
        pupil_id=pupil.pupil_id,
        surname=pupil.surname,
        given_name=pupil.given_name,
        class_name=pupil.class_name or "",
        day=day,
        now=work.local_now,
        days_in_week=work.school.days_in_week,
        lessons=held,
        away=tuple(x for x in lessons if x.on_date != day),
        free=None if held else _why_free(pupil, day, work.school.days_in_week),
        holiday=pupil.holiday or "",
        year=(pupil.year_starts, pupil.year_ends) if pupil.year_starts else None,
        known=_known(pupil),
        may_write=any(c.guardian_id is not None for c in rights),
        several=len({c.pupil_id for c in work.actor.children}) > 1,
    )


def _why_free(pupil: Row[Any], day: date, days_in_week: int) -> Free:
    if pupil.year_starts and not pupil.year_starts <= day <= pupil.year_ends:
        return Free.OUTSIDE_YEAR
    if pupil.holiday:
        return Free.HOLIDAY
    if not pupil.class_name:
        return Free.NOT_ENROLLED
    return Free.DAY_OFF if day.isoweekday() > days_in_week else Free.NOTHING_PLANNED


def _known(pupil: Row[Any]) -> KnownAbsence | None:
    if pupil.known_reason is None:
        return None
    return KnownAbsence(pupil.known_reason, pupil.known_starts, pupil.known_ends)
