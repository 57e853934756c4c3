"""Who may come in: accounts, links, codes, consent (A1-A6). The only tables that know messenger addresses."""

from datetime import date, time
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment, word
from storage.terms import CodePurpose, ConsentAnswer, Door, MarkNotices

ONE_HOLDER = "num_nonnulls(staff_id, guardian_id, pupil_id) = 1"
HOLDER_FITS_DOOR = "(door = 'staff') = (staff_id IS NOT NULL)"


class Account(Base):
    """A chat of one channel with one of the two bots, and what its owner chose there.

    `evening_card` None: nothing chosen, so guardians get it and pupils do not. `*_told_on`: the day the last card
    of that sort was prepared for.
    """

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("channel", "door", "address"),)

    id: Mapped[Id]
    channel: Mapped[str] = mapped_column(String(16))
    door: Mapped[Door] = mapped_column(word(Door))
    address: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(8))
    quiet_from: Mapped[time | None]
    quiet_to: Mapped[time | None]
    bell_cards: Mapped[bool] = mapped_column(server_default=text("false"))
    mark_notices: Mapped[MarkNotices] = mapped_column(word(MarkNotices), server_default="at_once")
    evening_card: Mapped[bool | None]
    evening_at: Mapped[time] = mapped_column(server_default="19:00")
    evening_told_on: Mapped[date | None]
    week_card: Mapped[bool] = mapped_column(server_default=text("true"))
    week_told_on: Mapped[date | None]
    homework_news: Mapped[bool] = mapped_column(server_default=text("true"))
    timetable_news: Mapped[bool] = mapped_column(server_default=text("true"))
    created_at: Mapped[Moment]
    seen_at: Mapped[Moment]
    unreachable_at: Mapped[Moment | None]


class Link(Base):
    """An account speaks for a person of the school until revoked."""

    __tablename__ = "link"
    __table_args__ = (
        CheckConstraint(ONE_HOLDER, name="one_holder"),
        Index(
            "uq_link_active_staff",
            "account_id",
            unique=True,
            postgresql_where=text("revoked_at IS NULL AND staff_id IS NOT NULL"),
        ),
        Index(
            "uq_link_active_guardian",
            "account_id",
            "guardian_id",
            unique=True,
            postgresql_where=text("revoked_at IS NULL AND guardian_id IS NOT NULL"),
        ),
        Index(
            "uq_link_active_pupil",
            "account_id",
            "pupil_id",
            unique=True,
            postgresql_where=text("revoked_at IS NULL AND pupil_id IS NOT NULL"),
        ),
        Index("ix_link_staff", "staff_id", postgresql_where=text("revoked_at IS NULL")),
        Index("ix_link_guardian", "guardian_id", postgresql_where=text("revoked_at IS NULL")),
        Index("ix_link_pupil", "pupil_id", postgresql_where=text("revoked_at IS NULL")),
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"))
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"))
    created_at: Mapped[Moment]
    revoked_at: Mapped[Moment | None]


class AccountPin(Base):
    """A PIN that an account of the staff asks for after a pause of `after_minutes` (A5), kept only as a hash.

    `seen_at`: the last tap with the PIN given. After too many `misses` nothing is asked until `locked_until`.
    """

    __tablename__ = "account_pin"
    __table_args__ = (
        CheckConstraint("after_minutes BETWEEN 1 AND 1440", name="after_minutes"),
        CheckConstraint("misses >= 0", name="misses"),
    )

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    pin_hash: Mapped[bytes]
    salt: Mapped[bytes]
    after_minutes: Mapped[int] = mapped_column(SmallInteger)
    seen_at: Mapped[Moment]
    misses: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    locked_until: Mapped[Moment | None]


class HeldMessage(Base):
    """What came from a phone whose PIN was still to be given, as its channel gave it: carried out after the PIN (A5).

    `source` tells the messages of an account apart, so that one delivered twice is kept once.
    """

    __tablename__ = "held_message"
    __table_args__ = (UniqueConstraint("account_id", "source"),)

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    source: Mapped[str] = mapped_column(String(64))
    message: Mapped[dict[str, Any]]
    held_at: Mapped[Moment]


class AccessCode(Base):
    """A single-use code, kept only as a hash. One that ends sessions (A5) opens nothing."""

    __tablename__ = "access_code"
    __table_args__ = (
        CheckConstraint(ONE_HOLDER, name="one_holder"),
        CheckConstraint(HOLDER_FITS_DOOR, name="holder_fits_door"),
        CheckConstraint("issued_at < expires_at", name="expires_later"),
        CheckConstraint("(used_at IS NULL) = (used_by IS NULL)", name="used_by_somebody"),
    )

    id: Mapped[Id]
    code_hash: Mapped[bytes] = mapped_column(unique=True)
    door: Mapped[Door] = mapped_column(word(Door))
    purpose: Mapped[CodePurpose] = mapped_column(word(CodePurpose), server_default="enter")
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"), index=True)
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"), index=True)
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    issued_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    used_at: Mapped[Moment | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    revoked_at: Mapped[Moment | None]


class CodeAttempt(Base):
    """A wrong code; counted to slow guessing down."""

    __tablename__ = "code_attempt"
    __table_args__ = (Index("ix_code_attempt_who", "door", "address", "at"),)

    id: Mapped[Id]
    door: Mapped[Door] = mapped_column(word(Door))
    address: Mapped[str] = mapped_column(String(64))
    at: Mapped[Moment] = mapped_column(index=True)


class ConsentWording(Base):
    """The school's text of the consent to personal-data processing; the newest is the one shown."""

    __tablename__ = "consent_wording"

    id: Mapped[Id]
    version: Mapped[int] = mapped_column(unique=True)
    wording: Mapped[str] = mapped_column(String(3500))
    created_at: Mapped[Moment]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class Consent(Base):
    """An answer to the consent text. Rows are only added; the latest of a person is in force."""

    __tablename__ = "consent"
    __table_args__ = (
        CheckConstraint("num_nonnulls(guardian_id, pupil_id) = 1", name="one_person"),
        Index("ix_consent_guardian", "guardian_id", "id"),
        Index("ix_consent_pupil", "pupil_id", "id"),
    )

    id: Mapped[Id]
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"))
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"))
    wording_id: Mapped[int] = mapped_column(ForeignKey("consent_wording.id"))
    answer: Mapped[ConsentAnswer] = mapped_column(word(ConsentAnswer))
    at: Mapped[Moment]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
