"""The declarative base and the column types that every model shares."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, cast

from sqlalchemy import DateTime, Enum, MetaData, Table
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Id = Annotated[int, mapped_column(primary_key=True)]
Moment = Annotated[datetime, mapped_column(DateTime(timezone=True))]
Facts = Annotated[dict[str, Any], mapped_column(JSONB)]


class Base(DeclarativeBase):
    """All tables of one school."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: DateTime(timezone=True), dict[str, Any]: JSONB}  # noqa: RUF012 - read by SQLAlchemy


def table_of(model: type[Base]) -> Table:
    """The table of a model, for statements that need no objects."""
    return cast("Table", model.__table__)


def word(vocabulary: type[StrEnum]) -> Enum:
    """A text column holding one word of a closed vocabulary, checked by the database."""
    return Enum(
        vocabulary,
        native_enum=False,
        create_constraint=True,
        length=20,
        values_callable=lambda words: [w.value for w in words],
        name=vocabulary.__name__.lower(),
    )
