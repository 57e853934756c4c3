"""Which regulation runs since when (J6): files of the school's own, and every choice made."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Facts, Id, Moment


class RegulationFile(Base):
    """A regulation file that the school brought in, as it was checked on arrival."""

    __tablename__ = "regulation_file"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[str]
    brought_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    brought_at: Mapped[Moment]


class RegulationChoice(Base):
    """The regulation of lessons from `since` on: the newest choice whose day has come is in force.

    Rows never change; those of a day still to come may be taken back. `body` is the text of the school's own file as
    it was when chosen (empty for a preset), `overrides` single fields put over it.
    """

    __tablename__ = "regulation_choice"
    __table_args__ = (Index("ix_regulation_choice_since", "since", "id"),)

    id: Mapped[Id]
    since: Mapped[date]
    name: Mapped[str] = mapped_column(String(64))
    body: Mapped[str] = mapped_column(server_default="")
    overrides: Mapped[Facts]
    chosen_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    chosen_at: Mapped[Moment]
