"""The statements behind a child's days: who the pupil is on a day, which lessons stand on it, which day comes next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.diary.page_sql import PUPIL_PAGES
from core.homework.family import ChildTask
from core.marks.family import FamilyMark
from core.rules.names import initials_of
from core.terms import AbsenceReason, LessonKind, LessonStatus, Presence, RemarkSubject, RemarkTone, Statement

LOOK_AHEAD = timedelta(days=21)
"""How far «что завтра» looks: over the longest holidays inside a year."""


@dataclass(frozen=True)
class AnnouncedWork:
    """A work announced for or held at a lesson. `control`: a control work."""

    name: str
    control: bool


@dataclass(frozen=True)
class DiaryRemark:
    """A teacher's remark, to the child (`personal`) or to the whole class."""

    personal: bool
    about: RemarkSubject
    tone: RemarkTone
    body: str


@dataclass(frozen=True)
class DiaryLesson:
    """A lesson of the child. Times are the school's wall clock; `origin_*` is its place in the timetable.

    `presence` is None while nothing is known: the roll is not taken and nobody marked the child. `case_id`: the
    absence that the family may answer about, `statement` what it answered. `classwork`: what was done at the lesson.
    `tasks`: the homework due at it.
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
    subject_id: int = 0
    kind: LessonKind | None = None
    classwork: str = ""
    works: tuple[AnnouncedWork, ...] = ()
    remarks: tuple[DiaryRemark, ...] = ()
    case_id: int | None = None

    @property
    def moved(self) -> bool:
        """It stands elsewhere than in the timetable."""
        return (self.on_date, self.lesson_no) != (self.origin_date, self.origin_no)

    @property
    def changed(self) -> bool:
        """It is not as the timetable has it: another time, room or teacher, or it is cancelled."""
        other_room = bool(self.planned_room) and self.room != self.planned_room
        return self.moved or self.cancelled or self.substituted or other_room


_WANTED = "unnest(CAST(:pupils AS integer[]), CAST(:days AS date[])) AS w (pupil_id, day)"

# The year is that of the class on the day; without a class the one that holds the day, else the present one.
_PUPILS = text(f"""
    SELECT w.pupil_id, w.day, p.surname, p.given_name, c.name AS class_name, y.starts AS year_starts,
           y.ends AS year_ends, h.name AS holiday, k.reason AS known_reason, k.starts AS known_starts,
           k.ends AS known_ends,
           (SELECT json_agg(json_build_array(s.id, s.given_name)) FROM pupil s WHERE s.id = ANY(:family)) AS family
      FROM {_WANTED}
      JOIN pupil p ON p.id = w.pupil_id
      LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.starts <= w.day AND (e.ends IS NULL OR e.ends >= w.day)
      LEFT JOIN class_unit c ON c.id = e.class_id
      LEFT JOIN LATERAL (
            SELECT s.id, s.starts, s.ends FROM study_year s
             WHERE s.id = c.year_id
                OR c.id IS NULL AND (w.day BETWEEN s.starts AND s.ends OR s.id = CAST(:year AS integer))
             ORDER BY w.day BETWEEN s.starts AND s.ends DESC LIMIT 1) y ON true
      LEFT JOIN LATERAL (
            SELECT s.name FROM holiday s
             WHERE s.year_id = y.id AND w.day BETWEEN s.starts AND s.ends
               AND c.grade_level BETWEEN s.grade_from AND s.grade_to
             ORDER BY s.starts DESC, s.id LIMIT 1) h ON true
      LEFT JOIN LATERAL (
            SELECT n.reason, n.starts, n.ends FROM absence_notice n
             WHERE n.pupil_id = p.id AND n.withdrawn_at IS NULL AND n.starts <= w.day
               AND (n.ends IS NULL OR n.ends >= w.day)
             ORDER BY n.id DESC LIMIT 1) k ON true
""")

# What stands on the day, and what was moved away from it.
_LESSONS = text(f"""
    SELECT w.pupil_id, w.day, l.id, l.on_date, l.lesson_no, l.origin_date, l.origin_no, l.starts_at, l.ends_at,
           l.room, l.planned_room, l.status, l.substituted_for_id, l.roll_taken_at, l.topic, l.kind, l.tasks,
           t.subject_id, s.name AS subject, g.surname, g.given_name, g.patronymic,
           a.status AS presence, a.minutes, a.reason, k.id AS case_id, k.statement,
           (SELECT json_agg(json_build_array(n.name, n.control) ORDER BY x.announced_at, n.id)
              FROM lesson_work x JOIN work_kind n ON n.id = x.kind_id WHERE x.lesson_id = l.id) AS works,
           (SELECT json_agg(json_build_array(r.pupil_id IS NOT NULL, r.about, r.tone, r.body) ORDER BY r.id)
              FROM remark r WHERE r.lesson_id = l.id AND r.withdrawn_at IS NULL
               AND (r.pupil_id IS NULL OR r.pupil_id = w.pupil_id)) AS remarks
      FROM {_WANTED}
      JOIN enrolment e ON e.pupil_id = w.pupil_id AND e.starts <= w.day AND (e.ends IS NULL OR e.ends >= w.day)
      JOIN load_class lc ON lc.class_id = e.class_id
      JOIN teaching_load t ON t.id = lc.load_id
      JOIN lesson l ON l.load_id = t.id AND (l.on_date = w.day OR l.origin_date = w.day)
      JOIN subject s ON s.id = t.subject_id
      JOIN staff g ON g.id = l.teacher_id
      LEFT JOIN attendance a ON a.lesson_id = l.id AND a.pupil_id = w.pupil_id
      LEFT JOIN absence_case k ON k.id = a.case_id AND k.closed_at IS NULL
     WHERE t.group_name = '' OR EXISTS (
           SELECT 1 FROM group_member m WHERE m.load_id = t.id AND m.pupil_id = w.pupil_id
              AND m.starts <= w.day AND (m.ends IS NULL OR m.ends >= w.day))
     ORDER BY w.day, l.lesson_no, l.starts_at, l.id
""")

_AHEAD = text(f"""
    SELECT p.pupil_id, min(n.on_date) AS day
      FROM ({PUPIL_PAGES.format(pupils=":pupils", first=":today", last=":last")}) p
     CROSS JOIN LATERAL (
            SELECT l.on_date FROM lesson l
             WHERE l.load_id = p.load_id AND l.status = 'planned' AND l.ends_at > :now
               AND l.on_date BETWEEN greatest(:today, p.starts) AND least(:last, p.ends)
             ORDER BY l.on_date LIMIT 1) n
     GROUP BY p.pupil_id
""")

Wanted = Collection[tuple[int, date]]


async def pupils_on(work: Work, wanted: Wanted, family: Collection[int] = ()) -> Sequence[Row[Any]]:
    """For each pupil and day: the class, the year, the holiday, the known absence; `family` are pupils to name."""
    facts = {**_pairs(wanted), "year": work.school.year_id, "family": list(family)}
    return (await work.session.execute(_PUPILS, facts)).all()


async def lessons_on(work: Work, wanted: Wanted) -> list[tuple[tuple[int, date], DiaryLesson]]:
    """The lessons of each pupil and day wanted, and those moved away from it, in the day's order."""
    rows = (await work.session.execute(_LESSONS, _pairs(wanted))).all()
    return [((row.pupil_id, row.day), _lesson(work, row)) for row in rows]


async def days_ahead(work: Work, pupil_ids: Collection[int]) -> dict[int, date]:
    """The day of each pupil's next lesson that is not over: today while lessons last, else the next school day.

    A pupil without lessons in the next three weeks has none.
    """
    today, last = work.today, work.today + LOOK_AHEAD
    facts = {"pupils": list(pupil_ids), "today": today, "last": last, "now": work.now}
    return {row.pupil_id: row.day for row in await work.session.execute(_AHEAD, facts)}


def _pairs(wanted: Wanted) -> dict[str, list[Any]]:
    return {"pupils": [pupil for pupil, _ in wanted], "days": [day for _, day in wanted]}


def _lesson(work: Work, row: Row[Any]) -> DiaryLesson:
    return DiaryLesson(
        id=row.id,
        on_date=row.on_date,
        lesson_no=row.lesson_no,
        origin_date=row.origin_date,
        origin_no=row.origin_no,
        starts_at=work.local(row.starts_at),
        ends_at=work.local(row.ends_at),
        subject=row.subject,
        teacher=initials_of(row.surname, row.given_name, row.patronymic),
        room=row.room,
        planned_room=row.planned_room,
        cancelled=row.status == LessonStatus.CANCELLED,
        substituted=row.substituted_for_id is not None,
        presence=_presence(row),
        minutes=row.minutes,
        reason=AbsenceReason(row.reason) if row.reason else None,
        statement=Statement(row.statement) if row.statement else None,
        topic=row.topic,
        subject_id=row.subject_id,
        kind=LessonKind(row.kind) if row.kind else None,
        classwork=row.tasks,
        works=tuple(AnnouncedWork(*work_) for work_ in row.works or ()),
        remarks=tuple(DiaryRemark(p, RemarkSubject(a), RemarkTone(o), b) for p, a, o, b in row.remarks or ()),
        case_id=row.case_id,
    )


def _presence(row: Row[Any]) -> Presence | None:
    """Somebody not marked is there only when the roll says so."""
    if row.presence is not None and row.presence != Presence.PRESENT:
        return Presence(row.presence)
    return Presence.PRESENT if row.roll_taken_at is not None else None
