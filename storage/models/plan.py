"""Subjects, teaching load, groups and course plans (P5 P6 P8)."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Numeric, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, word
from storage.terms import LessonKind


class Subject(Base):
    __tablename__ = "subject"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(128), unique=True)
    short_name: Mapped[str] = mapped_column(String(32), server_default="")


class TeachingLoad(Base):
    """A page of the journal: one teacher, one subject, one class or group (also joined from classes).

    `group_name` is empty when the whole class is taught together.
    """

    __tablename__ = "teaching_load"
    __table_args__ = (CheckConstraint("hours_per_week > 0 AND hours_per_week <= 40", name="hours"),)

    id: Mapped[Id]
    year_id: Mapped[int] = mapped_column(ForeignKey("study_year.id"))
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    teacher_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    group_name: Mapped[str] = mapped_column(String(32), server_default="")
    hours_per_week: Mapped[Decimal] = mapped_column(Numeric(4, 2))


class LoadClass(Base):
    """Which classes a teaching load covers. Subject and group repeat here so that a class has each once."""

    __tablename__ = "load_class"
    __table_args__ = (UniqueConstraint("class_id", "subject_id", "group_name"),)

    load_id: Mapped[int] = mapped_column(ForeignKey("teaching_load.id", ondelete="CASCADE"), primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("class_unit.id"), primary_key=True, index=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    group_name: Mapped[str] = mapped_column(String(32), server_default="")


class GroupMember(Base):
    """A pupil in a group from a day to a day (both included); one group of a subject at a time."""

    __tablename__ = "group_member"
    __table_args__ = (
        CheckConstraint("ends IS NULL OR starts <= ends", name="starts_before_ends"),
        ExcludeConstraint(
            (text("int4range(pupil_id, pupil_id, '[]')"), "&&"),
            (text("int4range(subject_id, subject_id, '[]')"), "&&"),
            (text("daterange(starts, ends, '[]')"), "&&"),
            using="gist",
            name="ex_group_member_one_group_at_a_time",
        ),
    )

    id: Mapped[Id]
    load_id: Mapped[int] = mapped_column(ForeignKey("teaching_load.id"), index=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    starts: Mapped[date]
    ends: Mapped[date | None]


class CoursePlan(Base):
    """The calendar-thematic plan (КТП) of a class or of a whole grade level in a subject."""

    __tablename__ = "course_plan"
    __table_args__ = (
        CheckConstraint("(class_id IS NULL) <> (grade_level IS NULL)", name="class_or_grade"),
        UniqueConstraint(
            "year_id",
            "subject_id",
            "class_id",
            "grade_level",
            "group_name",
            name="uq_course_plan_natural_key",
            postgresql_nulls_not_distinct=True,
        ),
    )

    id: Mapped[Id]
    year_id: Mapped[int] = mapped_column(ForeignKey("study_year.id"))
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    class_id: Mapped[int | None] = mapped_column(ForeignKey("class_unit.id"))
    grade_level: Mapped[int | None] = mapped_column(SmallInteger)
    group_name: Mapped[str] = mapped_column(String(32), server_default="")


class PlanLine(Base):
    __tablename__ = "plan_line"
    __table_args__ = (
        UniqueConstraint("plan_id", "number"),
        CheckConstraint("hours > 0", name="hours"),
    )

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("course_plan.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(SmallInteger)
    topic: Mapped[str] = mapped_column(String(1000))
    hours: Mapped[Decimal] = mapped_column(Numeric(4, 2), server_default="1")
    kind: Mapped[LessonKind] = mapped_column(word(LessonKind), server_default="lesson")
    homework: Mapped[str] = mapped_column(String(1000), server_default="")
