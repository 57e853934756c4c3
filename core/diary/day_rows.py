"""The two statements behind a child's day."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, or_, select, true
from sqlalchemy.sql.elements import ColumnElement

from storage.models import (
    AbsenceCase,
    AbsenceNotice,
    Attendance,
    ClassUnit,
    Enrolment,
    GroupMember,
    Holiday,
    Lesson,
    LoadClass,
    Pupil,
    Staff,
    StudyYear,
    Subject,
    TeachingLoad,
)


def pupils_on(day: date, pupil_ids: Collection[int], year_id: int | None) -> Select[*tuple[Any, ...]]:
    """Each pupil with the class, the year, the holiday and the known absence of the day."""
    enrolled = and_(Enrolment.pupil_id == Pupil.id, _covers(Enrolment, day))
    holiday = (
        select(Holiday.name)
        .where(Holiday.year_id == StudyYear.id, Holiday.starts <= day, Holiday.ends >= day)
        .where(ClassUnit.grade_level.between(Holiday.grade_from, Holiday.grade_to))
        .order_by(Holiday.starts.desc(), Holiday.id)
        .limit(1)
        .correlate(StudyYear, ClassUnit)
        .scalar_subquery()
    )
    known = (
        select(AbsenceNotice.reason, AbsenceNotice.starts, AbsenceNotice.ends)
        .where(AbsenceNotice.pupil_id == Pupil.id, AbsenceNotice.withdrawn_at.is_(None))
        .where(AbsenceNotice.starts <= day, or_(AbsenceNotice.ends.is_(None), AbsenceNotice.ends >= day))
        .order_by(AbsenceNotice.id.desc())
        .limit(1)
        .correlate(Pupil)
        .lateral("known")
    )
    return (
        select(
            Pupil.id.label("pupil_id"),
            Pupil.surname,
            Pupil.given_name,
            ClassUnit.name.label("class_name"),
            StudyYear.starts.label("year_starts"),
            StudyYear.ends.label("year_ends"),
            holiday.label("holiday"),
            known.c.reason.label("known_reason"),
            known.c.starts.label("known_starts"),
            known.c.ends.label("known_ends"),
        )
        .select_from(Pupil)
        .join(Enrolment, enrolled, isouter=True)
        .join(ClassUnit, ClassUnit.id == Enrolment.class_id, isouter=True)
        .join(StudyYear, StudyYear.id == year_id, isouter=True)
        .join(known, true(), isouter=True)
        .where(Pupil.id.in_(pupil_ids))
    )


def lessons_on(day: date, pupil_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    """The lessons of the pupils' classes and groups that stand on the day or were moved away from it."""
    in_group = select(GroupMember.id).where(
        GroupMember.load_id == Lesson.load_id, GroupMember.pupil_id == Enrolment.pupil_id, _covers(GroupMember, day)
    )
    return (
        select(
            Enrolment.pupil_id.label("for_pupil"),
            Lesson,
            Subject.name.label("subject"),
            Staff,
            Attendance,
            AbsenceCase.statement,
        )
        .select_from(Enrolment)
        .join(LoadClass, LoadClass.class_id == Enrolment.class_id)
        .join(Lesson, Lesson.load_id == LoadClass.load_id)
        .join(TeachingLoad, TeachingLoad.id == Lesson.load_id)
        .join(Subject, Subject.id == TeachingLoad.subject_id)
        .join(Staff, Staff.id == Lesson.teacher_id)
        .join(
            Attendance,
            and_(Attendance.lesson_id == Lesson.id, Attendance.pupil_id == Enrolment.pupil_id),
            isouter=True,
        )
        .join(AbsenceCase, AbsenceCase.id == Attendance.case_id, isouter=True)
        .where(Enrolment.pupil_id.in_(pupil_ids), _covers(Enrolment, day))
        .where(or_(Lesson.on_date == day, Lesson.origin_date == day))
        .where(or_(TeachingLoad.group_name == "", in_group.exists()))
        .order_by(Lesson.lesson_no, Lesson.starts_at, Lesson.id)
    )


def _covers(row: type[Enrolment] | type[GroupMember], day: date) -> ColumnElement[bool]:
    return and_(row.starts <= day, or_(row.ends.is_(None), row.ends >= day))
