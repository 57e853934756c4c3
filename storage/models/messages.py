"""What is to be sent, what was asked, what was kept: outbox, prompts, files, ticks."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Facts, Id, Moment, word
from storage.terms import Delivery, Door, FileKind, Sending


class Outbox(Base):
    """One message to one account, written in the transaction of the command that caused it.

    `facts` are frozen when written and rendered in the recipient's language when sent. Rows of one
    `order_key` leave in the order of their ids. `link_id` is the right by which the account hears
    of this; it is checked again when sending. A SENDING row whose `lease_until` passed is free again.
    `message_ref`: the message it became, or several with commas (the first holds the words). A row that edits or
    deletes does so to what the row `of_id` became.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_due",
            "door",
            "priority",
            "due_at",
            "id",
            postgresql_where=text("status IN ('pending', 'sending')"),
        ),
        Index("ix_outbox_order", "order_key", "id", postgresql_where=text("status IN ('pending', 'sending')")),
        Index("ix_outbox_subject", "kind", "subject_id"),
        CheckConstraint("due_at <= expires_at", name="expires_after_due"),
        CheckConstraint("(status = 'sending') = (lease_until IS NOT NULL)", name="lease_while_sending"),
        CheckConstraint("(sending = 'new') = (of_id IS NULL)", name="target_of_a_change"),
    )

    id: Mapped[Id]
    sending: Mapped[Sending] = mapped_column(word(Sending), server_default="new")
    of_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"), index=True)
    kind: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[int | None]
    facts: Mapped[Facts]
    door: Mapped[Door] = mapped_column(word(Door))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    link_id: Mapped[int | None] = mapped_column(ForeignKey("link.id"))
    priority: Mapped[int] = mapped_column(SmallInteger)
    dedupe_key: Mapped[str] = mapped_column(String(128), unique=True)
    order_key: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[Moment]
    due_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    status: Mapped[Delivery] = mapped_column(word(Delivery), server_default="pending")
    attempts: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    lease_until: Mapped[Moment | None]
    sent_at: Mapped[Moment | None]
    message_ref: Mapped[str | None] = mapped_column(String(200))
    error: Mapped[str | None] = mapped_column(String(255))


class Prompt(Base):
    """A question the bot asked; the answer is the reply to that very message.

    `answer_ref` is the message that answered last, so that one delivered twice finds its question again.
    """

    __tablename__ = "prompt"
    __table_args__ = (UniqueConstraint("account_id", "message_ref"),)

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    message_ref: Mapped[str] = mapped_column(String(32))
    action: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[Moment]
    answered_at: Mapped[Moment | None]
    answer_ref: Mapped[str | None] = mapped_column(String(32))


class StoredFile(Base):
    """A file kept by the product itself, so that the other bot can send it and a backup holds it.

    `page_of` is the first page of the same paper. `source` is the message it came in, so that a message
    delivered twice is kept once; messages sent together share `album`.
    """

    __tablename__ = "stored_file"
    __table_args__ = (UniqueConstraint("account_id", "source"),)

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(255))
    mime: Mapped[str] = mapped_column(String(128))
    size: Mapped[int]
    content: Mapped[bytes]
    created_at: Mapped[Moment]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    page_of: Mapped[int | None] = mapped_column(ForeignKey("stored_file.id"), index=True)
    source: Mapped[str | None] = mapped_column(String(32))
    album: Mapped[str | None] = mapped_column(String(64))
    kind: Mapped[FileKind] = mapped_column(word(FileKind), server_default="document")


class Tick(Base):
    """A scheduled thing done on a day, so that it is done once, whoever comes first."""

    __tablename__ = "tick"

    what: Mapped[str] = mapped_column(String(32), primary_key=True)
    on_date: Mapped[date] = mapped_column(primary_key=True)
    done_at: Mapped[Moment]


class Nudge(Base):
    """A deputy's word to a teacher about what is not filled in; once a day each teacher."""

    __tablename__ = "nudge"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    on_date: Mapped[date] = mapped_column(primary_key=True)
    sent_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    sent_at: Mapped[Moment]
