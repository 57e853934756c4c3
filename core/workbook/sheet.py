"""A sheet after reading: typed rows, and where each field stands, so that any later check can point at a cell."""

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from core.workbook.cells import as_text
from core.workbook.container import Cells
from core.workbook.faults import FactValue, Fault, FaultCode
from core.workbook.rows import Row
from core.workbook.spec import SheetSpec

R = TypeVar("R", bound=Row)

SHOWN_CHARS = 80
STANDS_IN = {
    "grade_from": "grades",
    "grade_to": "grades",
    "weekday": "weekdays",
    "lesson_no": "lessons",
    "surname": "full_name",
    "given_name": "full_name",
    "patronymic": "full_name",
}


@dataclass
class Sheet(Generic[R]):
    """`positions`: field -> 0-based column. `lost`: what was read of rows that are at fault; `broken`: their keys,
    so that what refers to them is not called unknown (`keys_lost`: one had no readable key). `unreadable`: the
    header is at fault and nothing may be concluded.
    """

    spec: SheetSpec[R]
    title: str = ""
    given: bool = False
    cells: Cells = field(default_factory=list)
    header_row: int = 0
    positions: dict[str, int] = field(default_factory=dict)
    rows: list[R] = field(default_factory=list)
    lost: list[dict[str, Any]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    keys_lost: bool = False
    unreadable: bool = False

    def __post_init__(self) -> None:
        self.title = self.title or self.spec.title

    def column(self, field_: str) -> int | None:
        """Where a field stands; a field read from a helper column stands there."""
        found = self.positions.get(field_)
        return self.positions.get(STANDS_IN.get(field_, "")) if found is None else found

    def raw(self, row: int, cell: int) -> str:
        """The text of a cell, shortened for showing."""
        line = self.cells[row - 1]
        return as_text(line[cell])[:SHOWN_CHARS] if cell < len(line) else ""

    def fault(self, row: int, field_: str, code: FaultCode, suggestion: str = "", **facts: FactValue) -> Fault:
        """A fault of a cell (or of the whole row, when no column holds the field); `value` is the cell's text."""
        cell = self.column(field_)
        if cell is None or row == 0:
            return Fault(code, self.title, row or None, facts=facts, suggestion=suggestion)
        title = self.raw(self.header_row, cell)
        return Fault(code, self.title, row, title, cell, {"value": self.raw(row, cell), **facts}, suggestion)
