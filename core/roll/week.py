"""A class's attendance of a week on one screen, and one pupil's of it, for the class leader to correct (J2)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.entries import ask
from core.errors import AccessDenied, NothingThere
from core.rights import corrects_class, require_class
from core.roll.attendance import mark
from core.rules.entry import Answer, EntryKind
from core.rules.names import sort_key, told_apart
from core.rules.weeks import monday_of
from core.terms import AbsenceReason, Presence
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts


@dataclass(frozen=True)
class MissedLesson:
    """A lesson at which the pupil was not simply there; `rev` is the revision of what stands."""

    lesson_id: int
    day: date
    lesson_no: int
    subject: str
    presence: Presence
    minutes: int | None
    reason: AbsenceReason | None
    note: str
    rev: int

    @property
    def unexplained(self) -> bool:
        return self.presence is Presence.ABSENT and self.reason is None


@dataclass(frozen=True)
class KnownAbsence:
    """A notice that covers a day of the week; `ends` None: until back. `by_school`: the class leader's own."""

    id: int
    starts: date
    ends: date | None
    reason: AbsenceReason
    by_school: bool
    rev: int


@dataclass(frozen=True)
class PupilWeek:
    """One pupil's week, lessons in the order of the bells."""

    pupil_id: int
    name: str
    lessons: tuple[MissedLesson, ...]
    known: tuple[KnownAbsence, ...]

    @property
    def missed(self) -> int:
        return sum(lesson.presence is Presence.ABSENT for lesson in self.lessons)

    @property
    def unexplained(self) -> int:
        return sum(lesson.unexplained for lesson in self.lessons)

    def by_day(self) -> dict[date, list[MissedLesson]]:
        days: dict[date, list[MissedLesson]] = defaultdict(list)
        for lesson in self.lessons:
            days[lesson.day].append(lesson)
        return days


@dataclass(frozen=True)
class WeekAttendance:
    """A class from `monday` on: `pupils` who missed or were late, or are known to be absent, unexplained first.

    `rolls_taken` of `lessons` begun.
    """

    class_id: int
    class_name: str
    monday: date
    sunday: date
    today: date
    pupils: tuple[PupilWeek, ...]
    rolls_taken: int
    lessons: int
    may_edit: bool


@dataclass(frozen=True)
class PupilWeekPage:
    """One pupil's week as the reader may correct it: `answers` tells for each day with a missed lesson whether
    its entries are open now.
    """

    week: WeekAttendance
    pupil: PupilWeek
    answers: dict[date, Answer]


async def week_attendance(work: Work, class_id: int, day: date | None = None) -> WeekAttendance:
    """The week that holds `day` (none: today), for the class leader, deputies and the director.

    Raises AccessDenied, NothingThere, NotConnected.
    """
    require_class(work, class_id)
    day = day or work.today
    monday = monday_of(day)
    sunday = monday + timedelta(days=6)
    span = {"class": class_id, "monday": monday, "sunday": sunday, "now": work.now}
    head = (await work.session.execute(_HEAD, span)).one_or_none()
    if head is None:
        raise NothingThere
    rows = (await work.session.execute(_WEEK, span)).all()
    names = dict(zip([row.id for row in rows], told_apart(rows), strict=True))
    pupils = [_pupil(row, names[row.id]) for row in rows if row.lessons or row.known]
    return WeekAttendance(
        class_id=class_id,
        class_name=head.name,
        monday=monday,
        sunday=sunday,
        today=work.today,
        pupils=tuple(sorted(pupils, key=lambda p: (not p.unexplained, sort_key(p.name)))),
        rolls_taken=head.taken,
        lessons=head.begun,
        may_edit=corrects_class(work, class_id),
    )


async def pupil_week(work: Work, class_id: int, pupil_id: int, day: date) -> PupilWeekPage:
    """One pupil's week; a pupil who missed nothing has an empty one. Raises as `week_attendance`."""
    week = await week_attendance(work, class_id, day)
    pupil = next((p for p in week.pupils if p.pupil_id == pupil_id), None)
    if pupil is None:
        pupil = PupilWeek(pupil_id, await _name(work, class_id, pupil_id), (), ())
    facts = {"lessons": [lesson.lesson_id for lesson in pupil.lessons]}
    first = [lesson_facts(work, row) for row in (await work.session.execute(_FIRSTS, facts)).all()]
    return PupilWeekPage(week, pupil, {lesson.day: await ask(work, EntryKind.ROLL, lesson) for lesson in first})


async def correct(
    work: Work, class_id: int, lesson_id: int, pupil_id: int, presence: Presence, *, seen: int
) -> tuple[LessonFacts, str]:
    """Set a pupil's presence at one lesson of the own class; the lesson, and a note (`already`, `changed`) or ''.

    Raises as `attendance.mark`.
    """
    sheet = await mark(work, lesson_id, pupil_id, presence, seen=seen)
    if class_id not in sheet.lesson.class_ids:
        raise AccessDenied(class_id=class_id, lesson=lesson_id)
    return sheet.lesson, sheet.note


async def _name(work: Work, class_id: int, pupil_id: int) -> str:
    row = (await work.session.execute(_NAME, {"class": class_id, "pupil": pupil_id})).one_or_none()
    if row is None:
        raise AccessDenied(class_id=class_id, pupil=pupil_id)
    return f"{row.surname} {row.given_name}"


def _pupil(row: Row[Any], name: str) -> PupilWeek:
    return PupilWeek(row.id, name, tuple(map(_lesson, row.lessons or [])), tuple(map(_known, row.known or [])))


def _lesson(said: list[Any]) -> MissedLesson:
    lesson_id, day, number, subject, presence, minutes, reason, note, rev = said
    why = AbsenceReason(reason) if reason else None
    return MissedLesson(
        lesson_id, date.fromisoformat(day), number, subject, Presence(presence), minutes, why, note, rev
    )


def _known(notice: list[Any]) -> KnownAbsence:
    notice_id, starts, ends, reason, by_school, rev = notice
    last = date.fromisoformat(ends) if ends else None
    return KnownAbsence(notice_id, date.fromisoformat(starts), last, AbsenceReason(reason), by_school, rev)


_HEAD = text("""
    SELECT c.name,
           count(l.id) FILTER (WHERE l.starts_at <= :now OR l.roll_taken_at IS NOT NULL) AS begun,
           count(l.id) FILTER (WHERE l.roll_taken_at IS NOT NULL) AS taken
      FROM class_unit c
      LEFT JOIN load_class lc ON lc.class_id = c.id
      LEFT JOIN lesson l ON l.load_id = lc.load_id AND l.on_date BETWEEN :monday AND :sunday AND l.status = 'planned'
     WHERE c.id = :class GROUP BY c.id
""")

_WEEK = text("""
    SELECT p.id, p.surname, p.given_name, p.patronymic, p.birth_date, m.lessons, n.known
      FROM enrolment e
      JOIN pupil p ON p.id = e.pupil_id
      LEFT JOIN LATERAL (
           SELECT json_agg(json_build_array(l.id, l.on_date, l.lesson_no, s.name, a.status, a.minutes, a.reason,
                                            a.note, a.rev) ORDER BY l.starts_at, l.id) AS lessons
             FROM attendance a
             JOIN lesson l ON l.id = a.lesson_id AND l.status = 'planned'
             JOIN teaching_load t ON t.id = l.load_id
             JOIN subject s ON s.id = t.subject_id
            WHERE a.pupil_id = p.id AND a.status <> 'present' AND l.on_date BETWEEN :monday AND :sunday
              AND l.on_date >= e.starts AND (e.ends IS NULL OR l.on_date <= e.ends)) m ON true
      LEFT JOIN LATERAL (
           SELECT json_agg(json_build_array(n.id, n.starts, n.ends, n.reason, n.staff_id IS NOT NULL, n.rev)
                           ORDER BY n.starts, n.id) AS known
             FROM absence_notice n
            WHERE n.pupil_id = p.id AND n.withdrawn_at IS NULL AND n.starts <= :sunday
              AND (n.ends IS NULL OR n.ends >= :monday)) n ON true
     WHERE e.class_id = :class AND e.starts <= :sunday AND (e.ends IS NULL OR e.ends >= :monday)
     ORDER BY p.id
""")

# The first of the lessons of each day.
_FIRSTS = text(f"""
    SELECT DISTINCT ON (l.on_date) {LESSON_COLUMNS} FROM {LESSON_TABLES}
     WHERE l.id = ANY(CAST(:lessons AS integer[])) ORDER BY l.on_date, l.starts_at
""")

_NAME = text("""
    SELECT p.surname, p.given_name FROM enrolment e JOIN pupil p ON p.id = e.pupil_id
     WHERE e.class_id = :class AND e.pupil_id = :pupil LIMIT 1
""")
