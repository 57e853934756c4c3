"""What a family says and is given besides the diary: reports of wrong entries, individual tasks, use (F4 F5 C3 A7)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Facts, Id, Moment, word
from storage.terms import EventAnswer, EventKind, ReportAnswer, Viewer


class ErrorReport(Base):
    """A family says that an entry of a lesson is wrong: a mark, or (no mark) how the child stands there (F4).

    `stood` is what the entry said then, `became` what it says since the answer. `due_on` is the last day to answer.
    No `guardian_id`: the pupil reports. An entry is reported once at a time.
    """

    __tablename__ = "error_report"
    __table_args__ = (
        CheckConstraint("num_nonnulls(answer, answered_by, answered_at) IN (0, 3)", name="answered_by_somebody"),
        CheckConstraint("answer IS NULL OR withdrawn_at IS NULL", name="answered_or_withdrawn"),
        CheckConstraint("rev >= 1", name="rev"),
        Index("ix_error_report_pupil", "pupil_id"),
        Index("ix_error_report_lesson", "lesson_id"),
        Index("ix_error_report_open", "due_on", postgresql_where=text("answer IS NULL AND withdrawn_at IS NULL")),
        Index(
            "uq_error_report_open",
            "pupil_id",
            "lesson_id",
            "mark_id",
            unique=True,
            postgresql_nulls_not_distinct=True,
            postgresql_where=text("answer IS NULL AND withdrawn_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    mark_id: Mapped[int | None] = mapped_column(ForeignKey("mark.id"))
    said: Mapped[str] = mapped_column(String(500))
    stood: Mapped[Facts]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"))
    made_at: Mapped[Moment]
    due_on: Mapped[date]
    answer: Mapped[ReportAnswer | None] = mapped_column(word(ReportAnswer))
    words: Mapped[str] = mapped_column(String(500), server_default="")
    became: Mapped[Facts | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    answered_at: Mapped[Moment | None]
    withdrawn_at: Mapped[Moment | None]
    rev: Mapped[int] = mapped_column(server_default="1")


class IndividualTask(Base):
    """A task or (no `due_on`) a material that a teacher gives to chosen pupils of a journal page (F5).

    `source` is the account and message it came in, so that a message delivered twice gives it once.
    """

    __tablename__ = "individual_task"
    __table_args__ = (
        CheckConstraint("rev >= 1", name="rev"),
        Index("ix_individual_task_load", "load_id"),
    )

    id: Mapped[Id]
    load_id: Mapped[int] = mapped_column(ForeignKey("teaching_load.id"))
    body: Mapped[str] = mapped_column(String(4000), server_default="")
    due_on: Mapped[date | None]
    given_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    given_at: Mapped[Moment]
    rev: Mapped[int] = mapped_column(server_default="1")
    withdrawn_at: Mapped[Moment | None]
    source: Mapped[str | None] = mapped_column(String(64), unique=True)


class IndividualTaskFile(Base):
    """A file that goes with an individual task."""

    __tablename__ = "individual_task_file"

    task_id: Mapped[int] = mapped_column(ForeignKey("individual_task.id"), primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), primary_key=True, index=True)


class IndividualTaskPupil(Base):
    """A pupil whom the task is for: when the family saw it, what came back, what the teacher said of that.

    `answer_source` is the account and message whose words were taken last, so that a message delivered twice adds
    them once. A `remark` without `remarked_at`: the teacher wants more.
    """

    __tablename__ = "individual_task_pupil"
    __table_args__ = (
        CheckConstraint("rev >= 1", name="rev"),
        CheckConstraint("num_nonnulls(remarked_by, remarked_at) IN (0, 2)", name="remarked_by_somebody"),
    )

    task_id: Mapped[int] = mapped_column(ForeignKey("individual_task.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)
    seen_at: Mapped[Moment | None]
    answer: Mapped[str] = mapped_column(String(4000), server_default="")
    answer_source: Mapped[str | None] = mapped_column(String(64))
    answered_at: Mapped[Moment | None]
    remark: Mapped[str] = mapped_column(String(1000), server_default="")
    remarked_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    remarked_at: Mapped[Moment | None]
    rev: Mapped[int] = mapped_column(server_default="1")


class IndividualAnswerFile(Base):
    """A file that came back with a pupil's answer."""

    __tablename__ = "individual_answer_file"

    task_id: Mapped[int] = mapped_column(ForeignKey("individual_task.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), primary_key=True, index=True)


class FailingNotice(Base):
    """What the parents of a failing pupil are going to be told, or were (C3). `facts`: the subjects and why.

    The class leader sees it first and may put `tell_at` off. Closed by `told_at`, or by `dropped_at` when the pupil
    caught up before.
    """

    __tablename__ = "failing_notice"
    __table_args__ = (
        CheckConstraint("told_at IS NULL OR dropped_at IS NULL", name="told_or_dropped"),
        CheckConstraint("rev >= 1", name="rev"),
        Index(
            "uq_failing_notice_open",
            "pupil_id",
            unique=True,
            postgresql_where=text("told_at IS NULL AND dropped_at IS NULL"),
        ),
        Index("ix_failing_notice_pupil", "pupil_id", "found_at"),
    )

    id: Mapped[Id]
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    found_at: Mapped[Moment]
    facts: Mapped[Facts]
    tell_at: Mapped[Moment]
    held_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    told_at: Mapped[Moment | None]
    dropped_at: Mapped[Moment | None]
    rev: Mapped[int] = mapped_column(server_default="1")


class ClassEvent(Base):
    """A meeting, trip or duty of a class (P11). `asks`: families say whether they come; `reminded_at`: they were
    reminded.
    """

    __tablename__ = "class_event"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="starts_before_ends"),
        CheckConstraint("rev >= 1", name="rev"),
        Index("ix_class_event_class", "class_id", "starts_at"),
    )

    id: Mapped[Id]
    class_id: Mapped[int] = mapped_column(ForeignKey("class_unit.id"))
    title: Mapped[str] = mapped_column(String(200))
    place: Mapped[str] = mapped_column(String(64), server_default="")
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    made_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[Moment]
    rev: Mapped[int] = mapped_column(server_default="1")
    withdrawn_at: Mapped[Moment | None]
    kind: Mapped[EventKind] = mapped_column(word(EventKind), server_default="other")
    asks: Mapped[bool] = mapped_column(server_default=text("false"))
    reminded_at: Mapped[Moment | None]


class ClassEventAnswer(Base):
    """What a family said about an event, for a pupil; the last word of anybody of the family stands."""

    __tablename__ = "class_event_answer"

    event_id: Mapped[int] = mapped_column(ForeignKey("class_event.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)
    answer: Mapped[EventAnswer] = mapped_column(word(EventAnswer))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    answered_at: Mapped[Moment]


class DiaryUse(Base):
    """How often a child's diary was opened in a week (`week_of` is its Monday), and when last (A7)."""

    __tablename__ = "diary_use"
    __table_args__ = (CheckConstraint("looks >= 1", name="looks"),)

    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True)
    viewer: Mapped[Viewer] = mapped_column(word(Viewer), primary_key=True)
    week_of: Mapped[date] = mapped_column(primary_key=True)
    looks: Mapped[int]
    last_at: Mapped[Moment]


class StaffUse(Base):
    """How often a member of staff used the journal in a week, and when last (A7)."""

    __tablename__ = "staff_use"
    __table_args__ = (CheckConstraint("looks >= 1", name="looks"),)

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    week_of: Mapped[date] = mapped_column(primary_key=True)
    looks: Mapped[int]
    last_at: Mapped[Moment]
