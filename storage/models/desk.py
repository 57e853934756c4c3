"""The class leader's papers (P2 C4), the school's shelf and common answers (C6 C7)."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Facts, Id, Moment, word
from storage.terms import Acknowledgement, Door, PrintKind, ProposalAnswer, ShelfSection


class CardConfirmation(Base):
    """The class leader says that a pupil's card is right; `changed`: what had changed since the time before (P2)."""

    __tablename__ = "card_confirmation"
    __table_args__ = (Index("ix_card_confirmation_pupil", "pupil_id", "confirmed_at"),)

    id: Mapped[Id]
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    confirmed_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    confirmed_at: Mapped[Moment]
    changed: Mapped[Facts] = mapped_column(server_default="{}")


class ContactProposal(Base):
    """A guardian proposes other contacts: the own ones, or (no `guardian_id`) the child's; `contacts` by field."""

    __tablename__ = "contact_proposal"
    __table_args__ = (
        CheckConstraint("num_nonnulls(answer, answered_by, answered_at) IN (0, 3)", name="answered_by_somebody"),
        CheckConstraint("answer IS NULL OR withdrawn_at IS NULL", name="answered_or_withdrawn"),
        Index(
            "uq_contact_proposal_open",
            "pupil_id",
            "guardian_id",
            unique=True,
            postgresql_nulls_not_distinct=True,
            postgresql_where=text("answer IS NULL AND withdrawn_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"))
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"))
    contacts: Mapped[Facts]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    made_at: Mapped[Moment]
    answer: Mapped[ProposalAnswer | None] = mapped_column(word(ProposalAnswer))
    words: Mapped[str] = mapped_column(String(300), server_default="")
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    answered_at: Mapped[Moment | None]
    withdrawn_at: Mapped[Moment | None]


class PrintJob(Base):
    """Papers that a class leader without a printer asks the administrator to print; `facts`: which (C4)."""

    __tablename__ = "print_job"
    __table_args__ = (
        CheckConstraint("num_nonnulls(done_by, done_at) IN (0, 2)", name="done_by_somebody"),
        Index("ix_print_job_open", "made_at", postgresql_where=text("done_at IS NULL")),
    )

    id: Mapped[Id]
    kind: Mapped[PrintKind] = mapped_column(word(PrintKind))
    class_id: Mapped[int] = mapped_column(ForeignKey("class_unit.id"))
    facts: Mapped[Facts]
    made_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[Moment]
    done_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    done_at: Mapped[Moment | None]


class ShelfItem(Base):
    """A document of the school: words, a file or an address, for the staff or for everybody (C6)."""

    __tablename__ = "shelf_item"
    __table_args__ = (
        CheckConstraint("rev >= 1", name="rev"),
        CheckConstraint("num_nonnulls(withdrawn_by, withdrawn_at) IN (0, 2)", name="withdrawn_by_somebody"),
        CheckConstraint("acknowledgement IN ('none', 'read')", name="read_or_nothing"),
        Index("ix_shelf_item_section", "section", "published_at"),
    )

    id: Mapped[Id]
    section: Mapped[ShelfSection] = mapped_column(word(ShelfSection))
    title: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(String(2000), server_default="")
    address: Mapped[str] = mapped_column(String(500), server_default="")
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"))
    everybody: Mapped[bool] = mapped_column(server_default=text("false"))
    acknowledgement: Mapped[Acknowledgement] = mapped_column(word(Acknowledgement), server_default="none")
    made_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[Moment]
    published_at: Mapped[Moment | None]
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    withdrawn_at: Mapped[Moment | None]
    rev: Mapped[int] = mapped_column(server_default="1")
    source: Mapped[str | None] = mapped_column(String(64), unique=True)


class ShelfReading(Base):
    """Somebody has read a document of the shelf."""

    __tablename__ = "shelf_reading"
    __table_args__ = (
        CheckConstraint("num_nonnulls(staff_id, guardian_id, pupil_id) = 1", name="one_person"),
        UniqueConstraint("item_id", "staff_id", "guardian_id", "pupil_id", postgresql_nulls_not_distinct=True),
    )

    id: Mapped[Id]
    item_id: Mapped[int] = mapped_column(ForeignKey("shelf_item.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"), index=True)
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"), index=True)
    read_at: Mapped[Moment]


class CommonAnswer(Base):
    """A question that many have, with the administrator's answer (C7); `message_id`: the answer it was made of.

    `door`: whom it is for (none: everybody). A draft until `published_at`.
    """

    __tablename__ = "common_answer"
    __table_args__ = (CheckConstraint("rev >= 1", name="rev"),)

    id: Mapped[Id]
    door: Mapped[Door | None] = mapped_column(word(Door))
    question: Mapped[str] = mapped_column(String(300))
    answer: Mapped[str] = mapped_column(String(2000))
    message_id: Mapped[int | None] = mapped_column(ForeignKey("conversation_message.id"), unique=True)
    made_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[Moment]
    published_at: Mapped[Moment | None]
    withdrawn_at: Mapped[Moment | None]
    rev: Mapped[int] = mapped_column(server_default="1")
