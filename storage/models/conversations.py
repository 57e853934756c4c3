"""Conversations between people of the school and families (C1 C7): sides, messages, files, complaints, silences."""

from typing import Any

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment, word
from storage.terms import Office, Topic

# The embedded server knows no Cyrillic capitals.
FOLDED_BODY = "translate(lower(body), 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯё', 'абвгдеежзийклмнопрстуфхцчшщъыьэюяе')"
ONE_PERSON = "num_nonnulls(staff_id, guardian_id, pupil_id) = 1"


class Conversation(Base):
    """People who talk about a pupil, a class or a lesson (none of them: about the school).

    `key` names topic, subject and sides, so that the same people find the same conversation again.
    `last_at`: when its newest message was written. `closed_at`: a call for help or an idea was dealt with.
    """

    __tablename__ = "conversation"

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(String(200), unique=True)
    topic: Mapped[Topic] = mapped_column(word(Topic), server_default="talk")
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"), index=True)
    class_id: Mapped[int | None] = mapped_column(ForeignKey("class_unit.id"), index=True)
    lesson_id: Mapped[int | None] = mapped_column(ForeignKey("lesson.id"), index=True)
    opened_at: Mapped[Moment]
    last_at: Mapped[Moment]
    closed_at: Mapped[Moment | None]


class Participant(Base):
    """A side of a conversation: a person, or an office that several people hold.

    `read_to` is the id of the last message read there (0: none), `unread` how many are newer. Somebody who left
    (`left_at`) writes and reads no more; `handed_from`: who sat here before.
    """

    __tablename__ = "participant"
    __table_args__ = (
        CheckConstraint("num_nonnulls(staff_id, guardian_id, pupil_id, office) = 1", name="one_side"),
        CheckConstraint("unread >= 0", name="unread"),
        UniqueConstraint("conversation_id", "staff_id"),
        UniqueConstraint("conversation_id", "guardian_id"),
        UniqueConstraint("conversation_id", "pupil_id"),
        UniqueConstraint("conversation_id", "office"),
        Index("ix_participant_staff", "staff_id", postgresql_where=text("staff_id IS NOT NULL")),
        Index("ix_participant_guardian", "guardian_id", postgresql_where=text("guardian_id IS NOT NULL")),
        Index("ix_participant_pupil", "pupil_id", postgresql_where=text("pupil_id IS NOT NULL")),
        Index("ix_participant_office", "office", postgresql_where=text("office IS NOT NULL")),
    )

    id: Mapped[Id]
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"))
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"))
    office: Mapped[Office | None] = mapped_column(word(Office))
    joined_at: Mapped[Moment]
    left_at: Mapped[Moment | None]
    handed_from: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    read_to: Mapped[int] = mapped_column(server_default="0")
    read_at: Mapped[Moment | None]
    unread: Mapped[int] = mapped_column(server_default="0")


class ConversationMessage(Base):
    """What somebody wrote. `spans`: the formatting of `body`, [kind, offset, length, address or null] in characters.

    `source` is the account and message it came in, so that a message delivered twice is written once.
    `urgent_reason`: it did not wait for the other's working hours, and why.
    """

    __tablename__ = "conversation_message"
    __table_args__ = (
        CheckConstraint("rev >= 1", name="rev"),
        Index("ix_conversation_message_conversation", "conversation_id", "id"),
        Index("ix_conversation_message_found", "found", postgresql_using="gin"),
    )

    id: Mapped[Id]
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    body: Mapped[str] = mapped_column(String(4000), server_default="")
    spans: Mapped[list[Any]] = mapped_column(JSONB, server_default="[]")
    urgent_reason: Mapped[str] = mapped_column(String(200), server_default="")
    sent_at: Mapped[Moment]
    edited_at: Mapped[Moment | None]
    rev: Mapped[int] = mapped_column(server_default="1")
    source: Mapped[str | None] = mapped_column(String(64), unique=True)
    found: Mapped[str] = mapped_column(TSVECTOR, Computed(f"to_tsvector('russian', {FOLDED_BODY})", persisted=True))


class ConversationFile(Base):
    """A file that goes with a message."""

    __tablename__ = "conversation_file"

    message_id: Mapped[int] = mapped_column(ForeignKey("conversation_message.id"), primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_file.id"), primary_key=True, index=True)


class Draft(Base):
    """Words or files that somebody sent to nobody in particular: kept until the person says to whom.

    `parts`: the ids of stored files, in order. `used_at`: sent on, or thrown away by the person.
    """

    __tablename__ = "draft"

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    body: Mapped[str] = mapped_column(String(4000), server_default="")
    spans: Mapped[list[Any]] = mapped_column(JSONB, server_default="[]")
    parts: Mapped[list[Any]] = mapped_column(JSONB, server_default="[]")
    source: Mapped[str] = mapped_column(String(64), unique=True)
    album: Mapped[str | None] = mapped_column(String(64))
    made_at: Mapped[Moment]
    used_at: Mapped[Moment | None]


class Complaint(Base):
    """Somebody complains of a conversation; only then may the administration read it, and both sides are told."""

    __tablename__ = "complaint"
    __table_args__ = (
        CheckConstraint("num_nonnulls(closed_by, closed_at) IN (0, 2)", name="closed_by_somebody"),
        Index(
            "uq_complaint_open",
            "conversation_id",
            "participant_id",
            unique=True,
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    said: Mapped[str] = mapped_column(String(500))
    made_at: Mapped[Moment]
    outcome: Mapped[str] = mapped_column(String(500), server_default="")
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    closed_at: Mapped[Moment | None]


class Mute(Base):
    """A person who may not write for a while, by whose word and why (C1)."""

    __tablename__ = "mute"
    __table_args__ = (
        CheckConstraint(ONE_PERSON, name="one_person"),
        CheckConstraint("starts_at < ends_at", name="starts_before_ends"),
        CheckConstraint("num_nonnulls(lifted_by, lifted_at) IN (0, 2)", name="lifted_by_somebody"),
        Index("ix_mute_staff", "staff_id", "ends_at"),
        Index("ix_mute_guardian", "guardian_id", "ends_at"),
        Index("ix_mute_pupil", "pupil_id", "ends_at"),
    )

    id: Mapped[Id]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"))
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"))
    reason: Mapped[str] = mapped_column(String(200))
    made_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    starts_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    lifted_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    lifted_at: Mapped[Moment | None]


class StopWord(Base):
    """A word that families and staff may not write in a conversation; held in lower case, Ё as Е."""

    __tablename__ = "stop_word"

    word: Mapped[str] = mapped_column(String(64), primary_key=True)
    added_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    added_at: Mapped[Moment]
