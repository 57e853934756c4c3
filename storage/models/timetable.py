"""The weekly timetable and the dated lessons it is expanded into (P7)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Facts, Id, Moment, word
from storage.terms import LessonKind, LessonStatus, WeekParity


class TimetableSlot(Base):
    __tablename__ = "timetable_slot"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
        CheckConstraint("lesson_no BETWEEN 0 AND 15", name="lesson_no"),
        CheckConstraint("valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to", name="valid"),
        UniqueConstraint(
            "load_id",
            "weekday",
            "lesson_no",
            "parity",
            "valid_from",
            name="uq_timetable_slot_natural_key",
            postgresql_nulls_not_distinct=True,
        ),
    )

    id: Mapped[Id]
    load_id: Mapped[int] = mapped_column(ForeignKey("teaching_load.id"))
    weekday: Mapped[int] = mapped_column(SmallInteger)
    lesson_no: Mapped[int] = mapped_column(SmallInteger)
    room: Mapped[str] = mapped_column(String(32), server_default="")
    parity: Mapped[WeekParity] = mapped_column(word(WeekParity), server_default="every")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Lesson(Base):
    """One dated lesson. `origin_*` is its place in the timetable and its identity; `on_date` and
    `lesson_no` say where it stands now (it may have been moved). `teacher_id` is who gives it;
    `substituted_for_id` is set when that is not the load's own teacher. `roll_rev` grows each time
    the roll is taken or taken back, `page_rev` each time topic, kind, tasks or ICT change. No `kind`:
    not chosen; no `ict`: nothing said (empty: none was used).
    `no_homework`: the teacher said that nothing is given.
    `not_in_russian`: somebody insisted on a topic in another language than the regulation wants.
    """

    __tablename__ = "lesson"
    __table_args__ = (
        UniqueConstraint("load_id", "origin_date", "origin_no"),
        CheckConstraint("starts_at < ends_at", name="starts_before_ends"),
        CheckConstraint("(roll_taken_at IS NULL) = (roll_taken_by IS NULL)", name="roll_taken_by_somebody"),
        Index("ix_lesson_teacher_day", "teacher_id", "on_date"),
        Index("ix_lesson_day", "on_date"),
        Index("ix_lesson_load_day", "load_id", "on_date"),
    )

    id: Mapped[Id]
    load_id: Mapped[int] = mapped_column(ForeignKey("teaching_load.id"))
    origin_date: Mapped[date]
    origin_no: Mapped[int] = mapped_column(SmallInteger)
    on_date: Mapped[date]
    lesson_no: Mapped[int] = mapped_column(SmallInteger)
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    room: Mapped[str] = mapped_column(String(32), server_default="")
    planned_room: Mapped[str] = mapped_column(String(32), server_default="")
    teacher_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    substituted_for_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    status: Mapped[LessonStatus] = mapped_column(word(LessonStatus), server_default="planned")
    roll_taken_at: Mapped[Moment | None]
    roll_taken_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    roll_rev: Mapped[int] = mapped_column(server_default="0")
    topic: Mapped[str] = mapped_column(String(1000), server_default="")
    kind: Mapped[LessonKind | None] = mapped_column(word(LessonKind))
    tasks: Mapped[str] = mapped_column(String(1000), server_default="")
    ict: Mapped[str | None] = mapped_column(String(500))
    no_homework: Mapped[bool] = mapped_column(server_default=text("false"))
    page_rev: Mapped[int] = mapped_column(server_default="0")
    not_in_russian: Mapped[bool] = mapped_column(server_default=text("false"))


class LessonChange(Base):
    """A one-off change of the timetable: who gives the lesson, where, when, or that it is cancelled.

    `told_at`: when the class's families and teachers were told (in the evening, or at once if it is today).
    """

    __tablename__ = "lesson_change"
    __table_args__ = (
        Index("ix_lesson_change_lesson", "lesson_id"),
        Index("ix_lesson_change_untold", "made_at", postgresql_where=text("told_at IS NULL")),
    )

    id: Mapped[Id]
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    made_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[Moment]
    before: Mapped[Facts]
    after: Mapped[Facts]
    told_at: Mapped[Moment | None]
