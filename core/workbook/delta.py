"""What a sheet changes in one table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from core.workbook.faults import FaultCode, Findings
from core.workbook.rows import Row
from core.workbook.sheet import Sheet
from core.workbook.stored import Kept, Key

R = TypeVar("R", bound=Row)


@dataclass
class Delta(Generic[R]):
    """Rows by natural key: `changed` holds (before, after). `missing` stand in the journal and not in the file:
    they stay. `removed` go. `state` is how it stands after the import.
    """

    new: dict[Key, R] = field(default_factory=dict)
    changed: dict[Key, tuple[R, R]] = field(default_factory=dict)
    unchanged: int = 0
    missing: dict[Key, R] = field(default_factory=dict)
    removed: dict[Key, R] = field(default_factory=dict)
    state: dict[Key, R] = field(default_factory=dict)


def unique(sheet: Sheet[R], key: Callable[[R], Key], field_: str, findings: Findings) -> dict[Key, R]:
    """The rows by natural key; a second row of a key is a fault that names the first."""
    rows: dict[Key, R] = {}
    for row in sheet.rows:
        first = rows.setdefault(key(row), row)
        if first is not row:
            findings.fault(sheet.fault(row.at, field_, FaultCode.REPEATED_ROW, first=first.at))
    return rows


def compare(kept: Kept[R], named: dict[Key, R], gone: Iterable[Key] = (), *, given: bool = True) -> Delta[R]:
    """Put the file's rows over the journal's. `gone` are keys that a replaced part of the file leaves out."""
    delta: Delta[R] = Delta(state=dict(kept.rows))
    for key, row in named.items():
        stored = kept.rows.get(key)
        after = row if stored is None else row.over(stored)
        delta.state[key] = after
        if stored is None:
            delta.new[key] = after
        elif after.differs(stored):
            delta.changed[key] = (stored, after)
        else:
            delta.unchanged += 1
    for key in gone:
        delta.removed[key] = delta.state.pop(key)
    if given:
        delta.missing = {k: r for k, r in kept.rows.items() if k not in named and k not in delta.removed}
    return delta
