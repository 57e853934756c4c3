"""What a sheet of the school workbook is made of."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from core.rules.folding import title_key
from core.workbook.cells import Reader
from core.workbook.rows import Row

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Column:
    """`field` is the row's field; a helper column (ФИО, Литера) fills others and is named in `SheetSpec.helpers`."""

    field: str
    title: str
    read: Reader
    required: bool = False
    synonyms: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetSpec(Generic[R]):
    """One sheet of the format. `helpers` are columns only real files have."""

    title: str
    row: type[R]
    columns: tuple[Column, ...]
    synonyms: tuple[str, ...] = ()
    helpers: tuple[Column, ...] = ()
    known: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        known = {title_key(t): c for c in (*self.columns, *self.helpers) for t in (c.title, *c.synonyms)}
        object.__setattr__(self, "known", known)

    @property
    def required(self) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.required)
