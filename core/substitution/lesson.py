"""A lesson as whoever changes the timetable sees it, and its place as the trace keeps it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.errors import NothingThere
from core.rights import CHANGES_TIMETABLE
from core.rules.names import initials_of
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts

HELD = ("roll", "marks", "topic_done")
"""Entries that say the lesson took place: such a lesson is neither cancelled nor moved."""

ONE_OFF_COLUMNS = f"""
    {LESSON_COLUMNS}, l.origin_date, l.origin_no, l.planned_room, l.substituted_for_id,
    json_build_array(w.surname, w.given_name, w.patronymic) AS teacher,
    json_build_array(o.surname, o.given_name, o.patronymic) AS owner,
    w.dismissed AS teacher_dismissed,
    ARRAY(SELECT c.class_leader_id FROM load_class lc JOIN class_unit c ON c.id = lc.class_id
           WHERE lc.load_id = l.load_id AND c.class_leader_id IS NOT NULL) AS leaders,
    coalesce((SELECT max(k.id) FROM lesson_change k WHERE k.lesson_id = l.id), 0) AS seen,
    EXISTS (SELECT FROM lesson_change k WHERE k.lesson_id = l.id AND k.told_at IS NULL) AS untold
"""
ONE_OFF_TABLES = f"{LESSON_TABLES} JOIN staff w ON w.id = l.teacher_id JOIN staff o ON o.id = t.teacher_id"

_ENTRIES = """
    l.roll_taken_at IS NOT NULL OR EXISTS (SELECT FROM attendance x WHERE x.lesson_id = l.id) AS has_roll,
    EXISTS (SELECT FROM mark x WHERE x.lesson_id = l.id AND x.removed_at IS NULL) AS has_marks,
    EXISTS (SELECT FROM plan_delivery x WHERE x.lesson_id = l.id) AS has_topic_done,
    l.topic <> '' AS has_topic,
    EXISTS (SELECT FROM homework x WHERE x.lesson_id = l.id AND x.withdrawn_at IS NULL) AS has_homework,
    EXISTS (SELECT FROM homework x WHERE x.due_lesson_id = l.id AND x.withdrawn_at IS NULL) AS has_homework_due,
    EXISTS (SELECT FROM lesson_work x WHERE x.lesson_id = l.id) AS has_work,
    EXISTS (SELECT FROM remark x WHERE x.lesson_id = l.id AND x.withdrawn_at IS NULL) AS has_remarks
"""
ENTRIES = ("roll", "marks", "topic_done", "topic", "homework", "homework_due", "work", "remarks")

_ONE = f"SELECT {ONE_OFF_COLUMNS}, {_ENTRIES} FROM {ONE_OFF_TABLES} WHERE l.id = :lesson"
_READ, _READ_AND_LOCK = text(_ONE), text(f"{_ONE} FOR UPDATE OF l")

# Whoever changes the timetable waits for the others: a teacher or a room cannot be given away twice.
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtext('zvonok timetable'))")


@dataclass(frozen=True)
class OneOff:
    """A lesson with its place in the timetable beside where it stands.

    `seen` is the revision that buttons carry: the id of its last change, 0 when there was none. `entries` names what
    stands on its page (ENTRIES). `leaders`: staff ids of its classes' leaders. `orphaned`: its teacher has left the
    school by that day. `untold`: the families have not heard of the last changes.
    """

    lesson: LessonFacts
    teacher: str
    owner: str
    origin_day: date
    origin_no: int
    planned_room: str
    seen: int
    leaders: tuple[int, ...] = ()
    entries: tuple[str, ...] = ()
    orphaned: bool = False
    untold: bool = False

    @property
    def moved(self) -> bool:
        return (self.lesson.day, self.lesson.lesson_no) != (self.origin_day, self.origin_no)

    @property
    def other_room(self) -> bool:
        return self.lesson.room != self.planned_room

    @property
    def changed(self) -> bool:
        """Whether it is otherwise than in the timetable."""
        return self.lesson.cancelled or self.lesson.substituted or self.moved or self.other_room

    @property
    def held(self) -> tuple[str, ...]:
        """The entries that say it took place."""
        return tuple(e for e in self.entries if e in HELD)


def one_off(work: Work, row: Row[Any]) -> OneOff:
    """From a row of ONE_OFF_COLUMNS, with or without the entries."""
    get = row._mapping
    return OneOff(
        lesson=lesson_facts(work, row),
        teacher=initials_of(*get["teacher"]),
        owner=initials_of(*get["owner"]),
        origin_day=get["origin_date"],
        origin_no=get["origin_no"],
        planned_room=get["planned_room"],
        seen=get["seen"],
        leaders=tuple(get["leaders"]),
        entries=tuple(e for e in ENTRIES if get.get(f"has_{e}")),
        orphaned=get["teacher_dismissed"] is not None and get["teacher_dismissed"] < get["on_date"],
        untold=get["untold"],
    )


async def read_lesson(work: Work, lesson_id: int) -> OneOff:
    """For those who make changes. Raises NotConnected, AccessDenied, NothingThere."""
    work.actor.require_role(*CHANGES_TIMETABLE)
    return await _found(work, lesson_id, lock=False)


async def hold_to_change(work: Work, lesson_id: int) -> OneOff:
    """The same, with nobody else changing the timetable or this page until the commit."""
    await hold_timetable(work)
    return await _found(work, lesson_id, lock=True)


async def hold_timetable(work: Work) -> None:
    """Let nobody else change the timetable until the commit. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*CHANGES_TIMETABLE)
    await work.session.execute(_ONE_AT_A_TIME)


async def _found(work: Work, lesson_id: int, *, lock: bool) -> OneOff:
    row = (await work.session.execute(_READ_AND_LOCK if lock else _READ, {"lesson": lesson_id})).one_or_none()
    if row is None:
        raise NothingThere
    return one_off(work, row)


def place_facts(one: OneOff) -> dict[str, Any]:
    """Where and by whom a lesson is given, for the trace and for messages; times are the school's wall clock."""
    lesson = one.lesson
    return {
        "day": lesson.day.isoformat(),
        "number": lesson.lesson_no,
        "starts": lesson.starts_at.strftime("%H:%M"),
        "ends": lesson.ends_at.strftime("%H:%M"),
        "room": lesson.room,
        "teacher_id": lesson.teacher_id,
        "teacher": one.teacher,
        "cancelled": lesson.cancelled,
    }


def over(one: OneOff, now: datetime) -> bool:
    """Whether the lesson has ended."""
    return one.lesson.ends_at <= now
