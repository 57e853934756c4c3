"""Marks, the kinds of work behind them and their weights (J3; field.md 2.6, 2.7)."""

from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment, word
from storage.terms import MarkValue

WEIGHT = "weight BETWEEN 0 AND 10"


class WorkKind(Base):
    """A kind of work. `written`: has its own term for marking; `control`: counts for the load guard.

    Weight 0 is not counted in the average. Kinds are archived, never deleted.
    """

    __tablename__ = "work_kind"
    __table_args__ = (CheckConstraint(WEIGHT, name="weight"),)

    id: Mapped[Id]
    letter: Mapped[str] = mapped_column(String(4), unique=True)
    name: Mapped[str] = mapped_column(String(64), unique=True)
    weight: Mapped[Decimal] = mapped_column(Numeric(4, 2))
    written: Mapped[bool]
    control: Mapped[bool]
    position: Mapped[int] = mapped_column(SmallInteger)
    archived_at: Mapped[Moment | None]


class LessonWork(Base):
    """A work of a kind announced for or held at a lesson, with a weight of its own when it differs."""

    __tablename__ = "lesson_work"
    __table_args__ = (CheckConstraint(WEIGHT, name="weight"),)

    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"), primary_key=True)
    kind_id: Mapped[int] = mapped_column(ForeignKey("work_kind.id"), primary_key=True)
    weight: Mapped[Decimal | None] = mapped_column(Numeric(4, 2))
    announced_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    announced_at: Mapped[Moment]


class MarkCell(Base):
    """A pupil at a lesson as the marks see it: `rev` grows with every mark written, changed or removed there.

    No row counts as rev 0. It makes a button carry what its screen had seen, also when nothing stood there yet.
    """

    __tablename__ = "mark_cell"
    __table_args__ = (CheckConstraint("rev >= 1", name="rev"),)

    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)
    rev: Mapped[int]


class Mark(Base):
    """One mark. A removed one stays, with `removed_at`.

    `given_by` owns it; `approved_by` let it in after the window.
    """

    __tablename__ = "mark"
    __table_args__ = (
        Index("ix_mark_cell", "lesson_id", "pupil_id"),
        Index("ix_mark_pupil", "pupil_id", postgresql_where=text("removed_at IS NULL")),
    )

    id: Mapped[Id]
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    kind_id: Mapped[int] = mapped_column(ForeignKey("work_kind.id"))
    value: Mapped[MarkValue] = mapped_column(word(MarkValue))
    comment: Mapped[str] = mapped_column(String(500), server_default="")
    given_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    given_at: Mapped[Moment]
    changed_at: Mapped[Moment | None]
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    removed_at: Mapped[Moment | None]


class MarkedSubject(Base):
    """How a subject is graded in some grades when it is not by marks: pass or fail (зачёт)."""

    __tablename__ = "marked_subject"
    __table_args__ = (
        CheckConstraint("grade_from BETWEEN 1 AND 12 AND grade_to BETWEEN grade_from AND 12", name="grades"),
        UniqueConstraint("subject_id", "grade_from", "grade_to"),
    )

    id: Mapped[Id]
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    grade_from: Mapped[int] = mapped_column(SmallInteger, server_default="1")
    grade_to: Mapped[int] = mapped_column(SmallInteger, server_default="12")
