"""A lesson as screens and commands know it, and who may write on its page."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from core.app import Work
from core.errors import AccessDenied
from core.rights import SEES_SCHOOL, leads, sees_classes
from core.terms import LessonStatus


@dataclass(frozen=True)
class LessonFacts:
    """One dated lesson. Times are the school's wall clock; `classes` are names, `class_ids` their ids.

    `load_id` is the journal's page; `grade` the grade level (the lowest of a joint lesson's classes).
    """

    id: int
    load_id: int
    subject_id: int
    grade: int
    day: date
    lesson_no: int
    starts_at: datetime
    ends_at: datetime
    subject: str
    group: str
    classes: tuple[str, ...]
    class_ids: tuple[int, ...]
    room: str
    teacher_id: int
    owner_id: int
    cancelled: bool
    roll_taken: bool
    roll_rev: int

    @property
    def substituted(self) -> bool:
        """Given by somebody else than the page's own teacher."""
        return self.teacher_id != self.owner_id


def lesson_facts(work: Work, row: Row[Any]) -> LessonFacts:
    """From a row that carries the lesson's columns (lesson_sql.LESSON_COLUMNS)."""
    get = row._mapping
    return LessonFacts(
        id=get["lesson_id"],
        load_id=get["load_id"],
        subject_id=get["subject_id"],
        grade=get["grade"],
        day=get["on_date"],
        lesson_no=get["lesson_no"],
        starts_at=work.local(get["starts_at"]),
        ends_at=work.local(get["ends_at"]),
        subject=get["subject"],
        group=get["group_name"],
        classes=tuple(get["classes"]),
        class_ids=tuple(get["class_ids"]),
        room=get["room"],
        teacher_id=get["teacher_id"],
        owner_id=get["owner_id"],
        cancelled=get["status"] == LessonStatus.CANCELLED,
        roll_taken=get["roll_taken_at"] is not None,
        roll_rev=get["roll_rev"],
    )


def may_see(work: Work, lesson: LessonFacts) -> bool:
    """The lesson's teacher, the page's own teacher, class leaders of its classes, deputies, the director."""
    mine = work.actor.staff_id in (lesson.teacher_id, lesson.owner_id)
    return mine or sees_classes(work, lesson.class_ids)


def require_to_see(work: Work, lesson: LessonFacts) -> None:
    """Raises AccessDenied."""
    if not may_see(work, lesson):
        raise AccessDenied(lesson=lesson.id)


def reaches(work: Work, lesson: LessonFacts, class_id: int) -> bool:
    """Whether the actor's right to the lesson's page is about pupils of the class.

    A class leader has every page of the own class (requirements A1): of a lesson joint with other classes, the part
    about the own pupils.
    """
    mine = work.actor.staff_id in (lesson.teacher_id, lesson.owner_id)
    return mine or work.actor.holds(*SEES_SCHOOL) or leads(work, [class_id])


def reaches_all(work: Work, lesson: LessonFacts) -> bool:
    """Whether it is about every pupil of the lesson."""
    return all(reaches(work, lesson, class_id) for class_id in lesson.class_ids)


def lesson_line(lesson: LessonFacts) -> dict[str, Any]:
    """A lesson as a message names it; times are the school's wall clock."""
    return {
        "lesson": lesson.id,
        "number": lesson.lesson_no,
        "classes": ", ".join(lesson.classes),
        "group": lesson.group,
        "subject": lesson.subject,
        "room": lesson.room,
        "starts": lesson.starts_at.strftime("%H:%M"),
        "ends": lesson.ends_at.strftime("%H:%M"),
    }
