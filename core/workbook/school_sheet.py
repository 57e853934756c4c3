"""The sheet «Школа»: parameters and values, one under another."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from core.regulation.files import name_of
from core.rules.folding import title_key
from core.workbook import cells
from core.workbook.cells import Reader, as_text
from core.workbook.columns import PARAMETER, SCHOOL_TITLE, VALUE
from core.workbook.container import RawSheet
from core.workbook.faults import BadCell, Fault, FaultCode, Findings
from core.workbook.reading import blank, find_header, nearest
from core.workbook.rows import Row, SchoolRow
from core.workbook.sheet import Sheet
from core.workbook.spec import SheetSpec
from regulations import presets


@dataclass(frozen=True)
class Parameter:
    """A line of the sheet; `offered` are the only values there are, where they are few."""

    field: str
    title: str
    read: Reader
    example: str
    synonyms: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


@dataclass
class SchoolSheet:
    """What the sheet states: `school` for the school's own row, `year` (name, starts, ends) for the study year.

    `places` tells the row of each parameter, 0-based column of the values is `cell`.
    """

    title: str = SCHOOL_TITLE
    given: bool = False
    school: dict[str, Any] = field(default_factory=dict)
    year: dict[str, Any] = field(default_factory=dict)
    sheet: Sheet[Row] = field(default_factory=lambda: Sheet(SPEC))
    places: dict[str, int] = field(default_factory=dict)

    def fault(self, parameter: str, code: FaultCode, suggestion: str = "", **facts: str | date) -> Fault:
        """A fault of a parameter's value, or of the sheet when the parameter is not there."""
        return self.sheet.fault(self.places.get(parameter, 0), "value", code, suggestion, **facts)


def _zone(value: Any) -> str:
    name = as_text(value)
    if name not in available_timezones():
        raise BadCell(FaultCode.NOT_A_ZONE)
    return ZoneInfo(name).key


def _regulation(value: Any) -> str:
    """A preset by its name or file, else the name of a file that the school brought in (checked with the journal)."""
    told = as_text(value)
    return PRESETS.get(title_key(told)) or name_of(told)


def _year_name(value: Any) -> str:
    """`2026/2027`, also with a dash or two digits: `2026-27`."""
    first, _, last = as_text(value).replace("-", "/").replace("–", "/").replace(" ", "").partition("/")
    last = first[:2] + last if len(last) == 2 else last
    if not (len(first) == 4 and first.isdigit() and last.isdigit() and int(last) == int(first) + 1):
        raise BadCell(FaultCode.NOT_A_YEAR)
    return f"{first}/{last}"


SPEC: SheetSpec[Row] = SheetSpec(SCHOOL_TITLE, SchoolRow, (PARAMETER, VALUE))
REGULATIONS = tuple(presets())
PRESETS = {title_key(told): name for name in REGULATIONS for told in (name, f"{name}.toml")}
PARAMETERS = (
    Parameter("name", "Название", cells.text(255), "МБОУ «Средняя школа № 1»", ("Наименование", "Полное название")),
    Parameter("short_name", "Краткое название", cells.text(64), "Школа № 1", ("Сокращённое название",)),
    Parameter("city", "Город", cells.text(64), "Самара", ("Населённый пункт",)),
    Parameter("time_zone", "Часовой пояс", _zone, "Europe/Samara"),
    Parameter("year", "Учебный год", _year_name, "2026/2027"),
    Parameter("year_starts", "Начало года", cells.day, "01.09.2026", ("Начало учебного года",)),
    Parameter("year_ends", "Конец года", cells.day, "26.05.2027", ("Конец учебного года", "Окончание года")),
    Parameter("regulation", "Регламент", _regulation, "default", ("Положение",), REGULATIONS),
    Parameter("days_in_week", "Учебных дней в неделе", cells.whole(5, 6), "5", ("Дней в неделе",)),
)
YEAR_FIELDS = {"year": "name", "year_starts": "starts", "year_ends": "ends"}
KNOWN = {title_key(t): p for p in PARAMETERS for t in (p.title, *p.synonyms)}


def read_school(raw: RawSheet, findings: Findings) -> SchoolSheet:
    """Every parameter of the sheet; blank values state nothing, unknown parameters are a warning."""
    result = SchoolSheet(title=raw.title, given=True)
    result.sheet = sheet = Sheet(SPEC, raw.title, given=True, cells=raw.cells)
    header = find_header(raw.cells, SPEC.known)
    if header is None:
        findings.fault(Fault(FaultCode.NO_HEADER, raw.title, facts={"columns": "Параметр, Значение"}))
        return result
    sheet.header_row = header + 1
    for number, head in enumerate(raw.cells[header]):
        column = SPEC.known.get(title_key(as_text(head)))
        if column is not None:
            sheet.positions.setdefault(column.field, number)
    for number, line in enumerate(raw.cells[header + 1 :], start=header + 2):
        _read_line(result, number, line, findings)
    return result


def _read_line(result: SchoolSheet, number: int, line: list[Any], findings: Findings) -> None:
    at = result.sheet.positions
    name, value = (line[at[f]] if f in at and at[f] < len(line) else "" for f in ("parameter", "value"))
    if blank(name):
        return
    parameter = KNOWN.get(title_key(as_text(name)))
    if parameter is None:
        near = nearest(as_text(name), [p.title for p in PARAMETERS])
        findings.warn(result.sheet.fault(number, "parameter", FaultCode.UNKNOWN_PARAMETER, near))
        return
    if parameter.field in result.places:
        first = result.places[parameter.field]
        findings.fault(result.sheet.fault(number, "parameter", FaultCode.REPEATED_ROW, first=first))
        return
    result.places[parameter.field] = number
    if blank(value):
        return
    try:
        read = parameter.read(value)
    except BadCell as bad:
        findings.fault(result.sheet.fault(number, "value", bad.code, _near(parameter, value), **bad.facts))
        return
    if parameter.field in YEAR_FIELDS:
        result.year[YEAR_FIELDS[parameter.field]] = read
    else:
        result.school[parameter.field] = read


def _near(parameter: Parameter, value: Any) -> str:
    known = sorted(available_timezones()) if parameter.field == "time_zone" else parameter.offered
    return nearest(as_text(value), list(known))
