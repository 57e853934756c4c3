"""Staff, classes, pupils and guardians (P2 P3 P4). People are never deleted; they leave on a date."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment, word
from storage.terms import Role, Sex


class Named:
    """Surname, given name and patronymic (отчество, which not everybody has)."""

    surname: Mapped[str] = mapped_column(String(64))
    given_name: Mapped[str] = mapped_column(String(64))
    patronymic: Mapped[str] = mapped_column(String(64), server_default="")


class Staff(Named, Base):
    __tablename__ = "staff"

    id: Mapped[Id]
    staff_number: Mapped[str] = mapped_column(String(32), unique=True)
    position: Mapped[str] = mapped_column(String(128), server_default="")
    phone: Mapped[str] = mapped_column(String(32), server_default="")
    email: Mapped[str] = mapped_column(String(128), server_default="")
    hired: Mapped[date | None]
    dismissed: Mapped[date | None]


class StaffRole(Base):
    __tablename__ = "staff_role"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    role: Mapped[Role] = mapped_column(word(Role), primary_key=True)


class ClassUnit(Base):
    """A class of one study year; `key` is the name with look-alike letters folded.

    `cards_asked_at`: when a deputy last asked the class leader to confirm the pupils' cards (P2).
    """

    __tablename__ = "class_unit"
    __table_args__ = (
        UniqueConstraint("year_id", "key"),
        CheckConstraint("grade_level BETWEEN 1 AND 12", name="grade_level"),
    )

    id: Mapped[Id]
    year_id: Mapped[int] = mapped_column(ForeignKey("study_year.id"))
    name: Mapped[str] = mapped_column(String(15))
    key: Mapped[str] = mapped_column(String(15))
    grade_level: Mapped[int] = mapped_column(SmallInteger)
    shift: Mapped[int] = mapped_column(SmallInteger, server_default="1")
    class_leader_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    room: Mapped[str] = mapped_column(String(32), server_default="")
    cards_asked_at: Mapped[Moment | None]


class Pupil(Named, Base):
    __tablename__ = "pupil"

    id: Mapped[Id]
    file_number: Mapped[str] = mapped_column(String(32), unique=True)
    birth_date: Mapped[date | None]
    sex: Mapped[Sex | None] = mapped_column(word(Sex))
    phone: Mapped[str] = mapped_column(String(32), server_default="")
    email: Mapped[str] = mapped_column(String(128), server_default="")
    address: Mapped[str] = mapped_column(String(255), server_default="")


class Enrolment(Base):
    """A pupil in a class from a day to a day (both included); a pupil is in one class at a time."""

    __tablename__ = "enrolment"
    __table_args__ = (
        CheckConstraint("ends IS NULL OR starts <= ends", name="starts_before_ends"),
        ExcludeConstraint(
            (text("int4range(pupil_id, pupil_id, '[]')"), "&&"),
            (text("daterange(starts, ends, '[]')"), "&&"),
            using="gist",
            name="ex_enrolment_one_class_at_a_time",
        ),
    )

    id: Mapped[Id]
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("class_unit.id"), index=True)
    starts: Mapped[date]
    ends: Mapped[date | None]


class Guardian(Named, Base):
    """A parent or another legal representative (законный представитель)."""

    __tablename__ = "guardian"

    id: Mapped[Id]
    phone: Mapped[str] = mapped_column(String(32), server_default="")
    email: Mapped[str] = mapped_column(String(128), server_default="")


class Guardianship(Base):
    __tablename__ = "guardianship"

    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)
    kinship: Mapped[str] = mapped_column(String(32), server_default="")
