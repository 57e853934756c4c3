"""Who was not simply there, why, and what the family says of it (J2 F3)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment, word
from storage.terms import AbsenceReason, Presence, Statement


class Attendance(Base):
    """One pupil at one lesson. `rev` starts at 1 and grows with every change; no row counts as rev 0.

    A row never goes away: a pupil corrected to PRESENT keeps it, so that an old button's revision
    can never match a newer state.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        CheckConstraint("rev >= 1", name="rev"),
        CheckConstraint("minutes IS NULL OR (status = 'late' AND minutes BETWEEN 1 AND 90)", name="minutes_when_late"),
        CheckConstraint("reason IS NULL OR status = 'absent'", name="reason_when_absent"),
        CheckConstraint("case_id IS NULL OR status = 'absent'", name="case_when_absent"),
    )

    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)
    status: Mapped[Presence] = mapped_column(word(Presence))
    minutes: Mapped[int | None] = mapped_column(SmallInteger)
    reason: Mapped[AbsenceReason | None] = mapped_column(word(AbsenceReason))
    note: Mapped[str] = mapped_column(String(500), server_default="")
    case_id: Mapped[int | None] = mapped_column(ForeignKey("absence_case.id"), index=True)
    rev: Mapped[int]


class AbsenceCase(Base):
    """One absence of a day: consecutive lessons missed without a known reason. It rings once.

    `closed_at` is set when a correction leaves it without a missed lesson.
    """

    __tablename__ = "absence_case"
    __table_args__ = (
        CheckConstraint("(statement IS NULL) = (stated_at IS NULL)", name="statement_has_a_time"),
        Index("ix_absence_case_pupil_day", "pupil_id", "on_date"),
        Index(
            "ix_absence_case_unanswered",
            "opened_at",
            postgresql_where=text("closed_at IS NULL AND statement IS NULL AND escalated_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    on_date: Mapped[date]
    first_lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    opened_at: Mapped[Moment]
    closed_at: Mapped[Moment | None]
    statement: Mapped[Statement | None] = mapped_column(word(Statement))
    stated_by: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"))
    stated_at: Mapped[Moment | None]
    escalated_at: Mapped[Moment | None]


class AbsenceNotice(Base):
    """A known absence over a range of days; `ends` empty means an illness still open.

    Written by a guardian beforehand, or by the class leader; withdrawn ones stay. `case_id` is set when
    it came from the answer to an alert.
    """

    __tablename__ = "absence_notice"
    __table_args__ = (
        CheckConstraint("ends IS NULL OR starts <= ends", name="starts_before_ends"),
        CheckConstraint("(guardian_id IS NULL) <> (staff_id IS NULL)", name="one_author"),
        Index("ix_absence_notice_pupil", "pupil_id", postgresql_where=text("withdrawn_at IS NULL")),
    )

    id: Mapped[Id]
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    starts: Mapped[date]
    ends: Mapped[date | None]
    reason: Mapped[AbsenceReason] = mapped_column(word(AbsenceReason))
    note: Mapped[str] = mapped_column(String(500), server_default="")
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("absence_case.id"))
    created_at: Mapped[Moment]
    withdrawn_at: Mapped[Moment | None]
    rev: Mapped[int] = mapped_column(server_default="1")
