"""Announcements: what is said, to whom, who has read it and what they answered (C2)."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Facts, Id, Moment, word
from storage.terms import Acknowledgement


class Announcement(Base):
    """A word to many. A draft until `confirmed_at`; on the board from `published_at` until the end of `ends_on`.

    `audience`: whom it is for, by classes, grades, groups, roles (core/announcements says how). `spans`: the formatting
    of `body`, as in a conversation. `publish_at` None: at once. `choices`: the answers given to choose from.
    """

    __tablename__ = "announcement"
    __table_args__ = (
        CheckConstraint("rev >= 1", name="rev"),
        CheckConstraint("published_at IS NULL OR confirmed_at IS NOT NULL", name="confirmed_before_published"),
        CheckConstraint("num_nonnulls(withdrawn_by, withdrawn_at) IN (0, 2)", name="withdrawn_by_somebody"),
        Index("ix_announcement_made_by", "made_by", "id"),
        Index("ix_announcement_board", "ends_on", postgresql_where=text("published_at IS NOT NULL")),
        Index(
            "ix_announcement_waits",
            "publish_at",
            postgresql_where=text("confirmed_at IS NOT NULL AND published_at IS NULL AND withdrawn_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    made_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[Moment]
    body: Mapped[str] = mapped_column(String(4000), server_default="")
    spans: Mapped[list[Any]] = mapped_column(JSONB, server_default="[]")
    audience: Mapped[Facts] = mapped_column(server_default="{}")
    urgent: Mapped[bool] = mapped_column(server_default=text("false"))
    urgent_reason: Mapped[str] = mapped_column(String(200), server_default="")
    acknowledgement: Mapped[Acknowledgement] = mapped_column(word(Acknowledgement), server_default="none")
    choices: Mapped[list[Any]] = mapped_column(JSONB, server_default="[]")
    publish_at: Mapped[Moment | None]
    ends_on: Mapped[date | None]
    confirmed_at: Mapped[Moment | None]
    published_at: Mapped[Moment | None]
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    withdrawn_at: Mapped[Moment | None]
    rev: Mapped[int] = mapped_column(server_default="1")
    source: Mapped[str | None] = mapped_column(String(64), unique=True)


class AnnouncementFile(Base):
    """A file that goes with an announcement."""

    __tablename__ = "announcement_file"

    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcement.id"), primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), primary_key=True, index=True)


class AnnouncementReader(Base):
    """Somebody whom a published announcement is for, connected or not, as it was known when it was published.

    A guardian stands here once for each child by whom it concerns (`child_id`), a pupil as oneself; `class_id` is that
    child's class then. `answer`: the chosen one, or the number.
    """

    __tablename__ = "announcement_reader"
    __table_args__ = (
        CheckConstraint("num_nonnulls(staff_id, guardian_id, pupil_id) = 1", name="one_person"),
        CheckConstraint("(guardian_id IS NULL) = (child_id IS NULL)", name="guardian_of_a_child"),
        CheckConstraint("answer IS NULL OR read_at IS NOT NULL", name="answered_when_read"),
        UniqueConstraint(
            *("announcement_id", "staff_id", "guardian_id", "pupil_id", "child_id"),
            name="uq_announcement_reader_natural_key",
            postgresql_nulls_not_distinct=True,
        ),
        Index("ix_announcement_reader_staff", "staff_id", postgresql_where=text("staff_id IS NOT NULL")),
        Index("ix_announcement_reader_guardian", "guardian_id", postgresql_where=text("guardian_id IS NOT NULL")),
        Index("ix_announcement_reader_pupil", "pupil_id", postgresql_where=text("pupil_id IS NOT NULL")),
    )

    id: Mapped[Id]
    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcement.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"))
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"))
    child_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"))
    class_id: Mapped[int | None] = mapped_column(ForeignKey("class_unit.id"))
    read_at: Mapped[Moment | None]
    answer: Mapped[str | None] = mapped_column(String(64))
    reminded_at: Mapped[Moment | None]
