"""The school, its year, periods, holidays and bells (P1)."""

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment, word
from storage.terms import PeriodKind

GRADES = "grade_from BETWEEN 1 AND 12 AND grade_to BETWEEN grade_from AND 12"


class School(Base):
    """The only row: what this school is and how it wants things done."""

    __tablename__ = "school"
    __table_args__ = (
        CheckConstraint("id = 1", name="one_school"),
        CheckConstraint("days_in_week IN (5, 6)", name="days_in_week"),
        CheckConstraint(
            "absence_grace_s BETWEEN 0 AND 600 AND settled_grace_s BETWEEN 0 AND absence_grace_s", name="graces"
        ),
        CheckConstraint("silence_min BETWEEN 1 AND 240", name="silence"),
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(255), server_default="")
    short_name: Mapped[str] = mapped_column(String(64), server_default="")
    city: Mapped[str] = mapped_column(String(64), server_default="")
    time_zone: Mapped[str] = mapped_column(String(64), server_default="Europe/Moscow")
    days_in_week: Mapped[int] = mapped_column(SmallInteger, server_default="6")
    year_id: Mapped[int | None] = mapped_column(ForeignKey("study_year.id"))
    code_salt: Mapped[bytes]
    absence_grace_s: Mapped[int] = mapped_column(server_default="60")
    settled_grace_s: Mapped[int] = mapped_column(server_default="10")
    silence_min: Mapped[int] = mapped_column(server_default="20")
    dot_counts_as_two: Mapped[bool] = mapped_column(server_default=text("false"))
    first_reminder: Mapped[time] = mapped_column(server_default="18:00")
    second_reminder: Mapped[time] = mapped_column(server_default="20:30")
    overdue_report: Mapped[time] = mapped_column(server_default="21:00")


class StudyYear(Base):
    __tablename__ = "study_year"
    __table_args__ = (CheckConstraint("starts < ends", name="starts_before_ends"),)

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(16), unique=True)
    starts: Mapped[date]
    ends: Mapped[date]
    closed_at: Mapped[Moment | None]


class StudyPeriod(Base):
    """A quarter, trimester or half-year of some grades; two of them never overlap for a grade."""

    __tablename__ = "study_period"
    __table_args__ = (
        CheckConstraint("starts <= ends", name="starts_before_ends"),
        CheckConstraint(GRADES, name="grades"),
        UniqueConstraint("year_id", "name", "grade_from", "grade_to"),
        ExcludeConstraint(
            (text("int4range(grade_from, grade_to, '[]')"), "&&"),
            (text("daterange(starts, ends, '[]')"), "&&"),
            where=text("kind <> 'year'"),
            using="gist",
            name="ex_study_period_overlap",
        ),
    )

    id: Mapped[Id]
    year_id: Mapped[int] = mapped_column(ForeignKey("study_year.id"))
    name: Mapped[str] = mapped_column(String(64))
    kind: Mapped[PeriodKind] = mapped_column(word(PeriodKind))
    grade_from: Mapped[int] = mapped_column(SmallInteger)
    grade_to: Mapped[int] = mapped_column(SmallInteger)
    starts: Mapped[date]
    ends: Mapped[date]


class Holiday(Base):
    __tablename__ = "holiday"
    __table_args__ = (
        CheckConstraint("starts <= ends", name="starts_before_ends"),
        CheckConstraint(GRADES, name="grades"),
        UniqueConstraint("year_id", "name", "starts", "grade_from", "grade_to"),
    )

    id: Mapped[Id]
    year_id: Mapped[int] = mapped_column(ForeignKey("study_year.id"))
    name: Mapped[str] = mapped_column(String(64))
    starts: Mapped[date]
    ends: Mapped[date]
    grade_from: Mapped[int] = mapped_column(SmallInteger, server_default="1")
    grade_to: Mapped[int] = mapped_column(SmallInteger, server_default="12")


class Bell(Base):
    """When a lesson of a shift rings; the most particular row wins (weekday and dates over neither)."""

    __tablename__ = "bell"
    __table_args__ = (
        CheckConstraint("starts < ends", name="starts_before_ends"),
        CheckConstraint(GRADES, name="grades"),
        CheckConstraint("lesson_no BETWEEN 0 AND 15", name="lesson_no"),
        CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
        UniqueConstraint(
            "year_id",
            "shift",
            "lesson_no",
            "grade_from",
            "grade_to",
            "weekday",
            "valid_from",
            name="uq_bell_natural_key",
            postgresql_nulls_not_distinct=True,
        ),
    )

    id: Mapped[Id]
    year_id: Mapped[int] = mapped_column(ForeignKey("study_year.id"))
    shift: Mapped[int] = mapped_column(SmallInteger)
    lesson_no: Mapped[int] = mapped_column(SmallInteger)
    starts: Mapped[time]
    ends: Mapped[time]
    grade_from: Mapped[int] = mapped_column(SmallInteger, server_default="1")
    grade_to: Mapped[int] = mapped_column(SmallInteger, server_default="12")
    weekday: Mapped[int | None] = mapped_column(SmallInteger)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
