"""Marks, the kinds of work behind them and their weights (J3; field.md 2.6, 2.7)."""

from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment, word
from storage.terms import FinalKind, MarkValue

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


class MarkNews(Base):
    """A mark of which a family is still to hear how it stands; a mark changed anew waits anew.

    `pupil_due`, `family_due`: from when the pupil and the guardians may hear; None: they have.
    """

    __tablename__ = "mark_news"
    __table_args__ = (
        CheckConstraint("num_nonnulls(pupil_due, family_due) >= 1", name="somebody_waits"),
        Index("ix_mark_news_pupil", "pupil_id"),
    )

    mark_id: Mapped[int] = mapped_column(ForeignKey("mark.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    pupil_due: Mapped[Moment | None]
    family_due: Mapped[Moment | None]


class FinalMark(Base):
    """A final mark of a pupil in a subject (J8). No `value`: it was taken back. `rev` grows with every change.

    `average` is what the school's rule gave when it was set. `approved_by` let it in after the term. `told_rev` is
    the revision of which the families have heard, `told_value` what it said (none: nothing stood).
    """

    __tablename__ = "final_mark"
    __table_args__ = (
        CheckConstraint("told_rev BETWEEN 0 AND rev", name="told_rev"),
        Index("ix_final_mark_untold", "set_at", postgresql_where=text("told_rev < rev")),
        CheckConstraint("(kind = 'period') = (period_id IS NOT NULL)", name="period_of_a_period"),
        CheckConstraint("average BETWEEN 1 AND 5", name="average"),
        CheckConstraint("rev >= 1", name="rev"),
        UniqueConstraint(
            "pupil_id",
            "subject_id",
            "year_id",
            "kind",
            "period_id",
            name="uq_final_mark_natural_key",
            postgresql_nulls_not_distinct=True,
        ),
    )

    id: Mapped[Id]
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    year_id: Mapped[int] = mapped_column(ForeignKey("study_year.id"))
    kind: Mapped[FinalKind] = mapped_column(word(FinalKind))
    period_id: Mapped[int | None] = mapped_column(ForeignKey("study_period.id"))
    value: Mapped[MarkValue | None] = mapped_column(word(MarkValue))
    average: Mapped[Decimal | None] = mapped_column(Numeric(4, 2))
    set_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    set_at: Mapped[Moment]
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    rev: Mapped[int] = mapped_column(server_default="1")
    told_rev: Mapped[int] = mapped_column(server_default="0")
    told_value: Mapped[str | None] = mapped_column(String(20))
