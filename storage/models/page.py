"""What stands on a lesson's page besides the roll: delivered plan lines, homework, remarks (J1 J4)."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Facts, Id, Moment, word
from storage.terms import RemarkSubject, RemarkTone, RequestAnswer


class PlanDelivery(Base):
    """A line of the course plan delivered at a lesson, `hours` of it (a lesson can deliver two lines or half)."""

    __tablename__ = "plan_delivery"
    __table_args__ = (CheckConstraint("hours > 0", name="hours"),)

    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"), primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("plan_line.id"), primary_key=True, index=True)
    hours: Mapped[Decimal] = mapped_column(Numeric(4, 2))


class Homework(Base):
    """A task given at `lesson_id`, due at `due_lesson_id` (which may be moved), else on `due_on`.

    Without rows in homework_pupil it is for everybody on the page. `told_at`: when a family first saw it or was
    told of it. `minutes` is the teacher's estimate. `rev` starts at 1 and grows with every change. `source` is the
    account and message it came in, so that a message delivered twice gives it once.
    """

    __tablename__ = "homework"
    __table_args__ = (
        CheckConstraint("minutes BETWEEN 1 AND 600", name="minutes"),
        CheckConstraint("rev >= 1", name="rev"),
        Index("ix_homework_lesson", "lesson_id"),
        Index("ix_homework_due", "due_on"),
        Index("ix_homework_due_lesson", "due_lesson_id"),
    )

    id: Mapped[Id]
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    due_lesson_id: Mapped[int | None] = mapped_column(ForeignKey("lesson.id"))
    due_on: Mapped[date]
    body: Mapped[str] = mapped_column(String(4000), server_default="")
    minutes: Mapped[int | None] = mapped_column(SmallInteger)
    given_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    given_at: Mapped[Moment]
    rev: Mapped[int] = mapped_column(server_default="1")
    told_at: Mapped[Moment | None]
    withdrawn_at: Mapped[Moment | None]
    not_in_russian: Mapped[bool] = mapped_column(server_default=text("false"))
    source: Mapped[str | None] = mapped_column(String(64), unique=True)


class HomeworkPupil(Base):
    """A pupil whom a homework is for, when it is not for everybody."""

    __tablename__ = "homework_pupil"

    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)


class HomeworkFile(Base):
    """A photo, document or voice that goes with a homework."""

    __tablename__ = "homework_file"

    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), primary_key=True, index=True)


class HomeworkDone(Base):
    """A pupil ticked a homework as done; nobody else's business."""

    __tablename__ = "homework_done"

    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)
    done_at: Mapped[Moment]


class Remark(Base):
    """The teacher's remark at a lesson, to a pupil or (no pupil) to the class; praise as well as blame."""

    __tablename__ = "remark"
    __table_args__ = (Index("ix_remark_lesson", "lesson_id"), Index("ix_remark_pupil", "pupil_id"))

    id: Mapped[Id]
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"))
    about: Mapped[RemarkSubject] = mapped_column(word(RemarkSubject))
    tone: Mapped[RemarkTone] = mapped_column(word(RemarkTone))
    body: Mapped[str] = mapped_column(String(1000))
    given_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    given_at: Mapped[Moment]
    rev: Mapped[int] = mapped_column(server_default="1")
    withdrawn_at: Mapped[Moment | None]
    not_in_russian: Mapped[bool] = mapped_column(server_default=text("false"))


class EntryRequest(Base):
    """An entry that the rules refused, kept as it was made, to be carried out when somebody who may decides so.

    `action` is the packed button, `words` what was typed for it. Without a `reason` it is only a draft.
    """

    __tablename__ = "entry_request"
    __table_args__ = (
        CheckConstraint("(reason IS NULL) = (asked_at IS NULL)", name="reason_when_asked"),
        CheckConstraint("(answer IS NULL) = (decided_at IS NULL)", name="answer_has_a_time"),
        CheckConstraint("(answer IS NULL) = (decided_by IS NULL)", name="answer_has_an_author"),
        CheckConstraint("answer IS NULL OR reason IS NOT NULL", name="answer_to_a_request"),
        Index("ix_entry_request_open", "asked_at", postgresql_where=text("reason IS NOT NULL AND answer IS NULL")),
        Index("ix_entry_request_lesson", "lesson_id"),
    )

    id: Mapped[Id]
    lesson_id: Mapped[int | None] = mapped_column(ForeignKey("lesson.id"))
    action: Mapped[str] = mapped_column(String(64))
    words: Mapped[str] = mapped_column(String(4096), server_default="")
    rule: Mapped[Facts]
    made_by: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    made_at: Mapped[Moment]
    reason: Mapped[str | None] = mapped_column(String(500))
    asked_at: Mapped[Moment | None]
    answer: Mapped[RequestAnswer | None] = mapped_column(word(RequestAnswer))
    comment: Mapped[str] = mapped_column(String(500), server_default="")
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[Moment | None]


class QuickEntry(Base):
    """A message such as «7Б алгебра: Иванов 5, Петров н», as understood; applied once."""

    __tablename__ = "quick_entry"
    __table_args__ = (
        Index("uq_quick_entry_source", "account_id", "source", unique=True),
        CheckConstraint("rev >= 1", name="rev"),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    source: Mapped[str] = mapped_column(String(32))
    body: Mapped[str] = mapped_column(String(4096))
    lesson_id: Mapped[int | None] = mapped_column(ForeignKey("lesson.id"))
    choices: Mapped[Facts]
    made_at: Mapped[Moment]
    rev: Mapped[int] = mapped_column(server_default="1")
    applied_at: Mapped[Moment | None]
    dropped_at: Mapped[Moment | None]
