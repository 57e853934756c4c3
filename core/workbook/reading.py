"""From raw cells to typed rows, sheet by sheet, collecting every fault."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from rapidfuzz import process

from core.rules.folding import class_key, code_key, name_key, title_key
from core.workbook import columns
from core.workbook.cells import as_text
from core.workbook.columns import SCHOOL_SYNONYMS, SCHOOL_TITLE, SHEETS
from core.workbook.container import Cells, RawSheet
from core.workbook.faults import BadCell, Fault, FaultCode, Findings
from core.workbook.rows import Row
from core.workbook.sheet import Sheet
from core.workbook.spec import Column

R = TypeVar("R", bound=Row)
Values = dict[str, Any]

HEADER_WITHIN = 40
KEYS: dict[str, tuple[str, Callable[[str], str]]] = {
    columns.STAFF.title: ("number", code_key),
    columns.PUPILS.title: ("number", code_key),
    columns.CLASSES.title: ("name", class_key),
    columns.SUBJECTS.title: ("name", name_key),
}


def sheet_for(title: str) -> str | None:
    """The format's title of a sheet named `title` in the file; None when it is none of ours."""
    key = title_key(title)
    if key in {title_key(t) for t in (SCHOOL_TITLE, *SCHOOL_SYNONYMS)}:
        return SCHOOL_TITLE
    return next((s.title for s in SHEETS if key in {title_key(t) for t in (s.title, *s.synonyms)}), None)


def nearest_sheet(title: str) -> str:
    """A sheet of the format that `title` looks like, or nothing."""
    return nearest(title, [SCHOOL_TITLE, *(s.title for s in SHEETS)])


def nearest(value: str, known: list[str]) -> str:
    """The known name that was probably meant: a part written out, or most letters alike; empty when none is near."""
    key = name_key(value)
    folded = {name_key(k): k for k in known}
    starts = [k for k in folded if len(key) >= 4 and (k.startswith(key) or key.startswith(k))]
    if starts:
        return folded[min(starts, key=len)]
    hit = process.extractOne(key, list(folded), score_cutoff=70)
    return folded[hit[0]] if hit else ""


def read_sheet(sheet: Sheet[R], raw: RawSheet, findings: Findings) -> None:
    """Fill the sheet with all rows below its header; a row with a fault in a required cell is left out."""
    sheet.title, sheet.given, sheet.cells = raw.title, True, raw.cells
    header = find_header(raw.cells, sheet.spec.known)
    if header is None:
        wanted = ", ".join(c.title for c in sheet.spec.required)
        findings.fault(Fault(FaultCode.NO_HEADER, raw.title, facts={"columns": wanted}))
        sheet.unreadable = True
        return
    sheet.header_row = header + 1
    _place_columns(sheet, raw.cells[header], findings)
    for number, line in enumerate(raw.cells[header + 1 :], start=header + 2):
        if any(not blank(value) for value in line):
            _read_row(sheet, number, line, findings)


def find_header(cells: Cells, known: dict[str, Any]) -> int | None:
    """The first row with at least two known column names; a lone one will do where no row has two."""
    counts = [_known_names(line, known) for line in cells[:HEADER_WITHIN]]
    for enough in (2, 1):
        found = next((number for number, count in enumerate(counts) if count >= enough), None)
        if found is not None:
            return found
    return None


def blank(value: Any) -> bool:
    """An empty cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def unknown_columns(sheet: Sheet[Any]) -> list[str]:
    """Headings that the format does not know; they are reported, not fatal."""
    if not sheet.header_row:
        return []
    heads = sheet.cells[sheet.header_row - 1]
    return [as_text(h) for n, h in enumerate(heads) if not blank(h) and n not in sheet.positions.values()]


def _place_columns(sheet: Sheet[Any], heads: list[Any], findings: Findings) -> None:
    """A column's own name wins over another's synonym; a synonym too many counts as an unknown column."""
    exact = {title_key(c.title): c for c in sheet.spec.columns}
    named = [(n, title_key(as_text(h))) for n, h in enumerate(heads) if not blank(h)]
    for number, key in named:
        column = exact.get(key)
        if column is not None and sheet.positions.setdefault(column.field, number) != number:
            title = as_text(heads[number])
            facts = {"value": title}
            findings.fault(Fault(FaultCode.COLUMN_REPEATED, sheet.title, sheet.header_row, title, number, facts))
    for number, key in named:
        column = sheet.spec.known.get(key)
        if column is not None and key not in exact:
            sheet.positions.setdefault(column.field, number)
    for column in sheet.spec.required:
        if sheet.column(column.field) is None:
            sheet.unreadable = True
            near = nearest(column.title, [as_text(heads[n]) for n, _ in named if n not in sheet.positions.values()])
            place = Fault(FaultCode.COLUMN_MISSING, sheet.title, sheet.header_row, column.title, suggestion=near)
            findings.fault(place)


def _read_row(sheet: Sheet[R], number: int, line: list[Any], findings: Findings) -> None:
    values, wrong = _read_cells(sheet, number, line, findings)
    complete = True
    for column in sheet.spec.required:
        field = column.field
        if field in wrong or (field not in values and "full_name" in wrong):
            complete = False
        elif field not in values or values[field] in ("", ()):
            complete = False
            if sheet.column(field) is not None:
                findings.fault(sheet.fault(number, field, FaultCode.VALUE_MISSING))
    if not complete or sheet.unreadable:
        _remember_lost(sheet, values)
        return
    for whole in _spread(values):
        sheet.rows.append(sheet.spec.row(at=number, stated=frozenset(whole), **whole))


def _read_cells(sheet: Sheet[Any], number: int, line: list[Any], findings: Findings) -> tuple[Values, set[str]]:
    values: Values = {}
    wrong: set[str] = set()
    readers = {c.field: c for c in (*sheet.spec.columns, *sheet.spec.helpers)}
    for field, place in sheet.positions.items():
        if place >= len(line) or blank(line[place]):
            continue
        try:
            values[field] = readers[field].read(line[place])
        except BadCell as bad:
            wrong.add(field)
            findings.fault(sheet.fault(number, field, bad.code, _suggest(readers[field], line[place]), **bad.facts))
    if "full_name" in values:
        _split_name(sheet, number, values, wrong, findings)
    if "letter" in values:
        _join_letter(values)
    return values, wrong


def _suggest(column: Column, value: Any) -> str:
    return nearest(as_text(value), list(column.offered)) if column.offered else ""


def _split_name(sheet: Sheet[Any], number: int, values: Values, wrong: set[str], findings: Findings) -> None:
    """ФИО: the first word is the surname, the second the given name, the rest the patronymic (`Али оглы`)."""
    surname, _, rest = values.pop("full_name").partition(" ")
    given, _, patronymic = rest.strip().partition(" ")
    if not given:
        wrong.add("full_name")
        findings.fault(sheet.fault(number, "full_name", FaultCode.NAME_TOO_SHORT))
        return
    for field, part in (("surname", surname), ("given_name", given), ("patronymic", patronymic)):
        if part:
            values.setdefault(field, part[:64])


def _join_letter(values: Values) -> None:
    """A class written in two columns: `7` and `Б`."""
    letter = values.pop("letter")
    if "class_key" in values:
        values["class_key"] += class_key(letter)
    if "name" in values:
        values["name"] += letter


def _spread(values: Values) -> Iterator[Values]:
    """A row that names several grade ranges, days or lessons is as many rows."""
    grades = values.pop("grades", (None,))
    weekdays = values.pop("weekdays", (None,))
    lessons = values.pop("lessons", (None,))
    for span in grades:
        for weekday in weekdays:
            for lesson in lessons:
                whole = dict(values)
                if span is not None:
                    whole["grade_from"], whole["grade_to"] = span
                if weekday is not None:
                    whole["weekday"] = weekday
                if lesson is not None:
                    whole["lesson_no"] = lesson
                yield whole


def _remember_lost(sheet: Sheet[Any], values: Values) -> None:
    """What refers to a row that could not be read is not called unknown."""
    sheet.lost.append(values)
    key = KEYS.get(sheet.spec.title)
    if key is None:
        return
    if key[0] in values:
        sheet.broken.add(key[1](values[key[0]]))
    else:
        sheet.keys_lost = True


def _known_names(line: list[Any], known: dict[str, Any]) -> int:
    return len({title_key(as_text(v)) for v in line if isinstance(v, str)} & known.keys())
