"""The school's own row, its year and its calendar."""

from datetime import date, timedelta
from typing import TypeVar

from core.rules.folding import name_key
from core.terms import PeriodKind
from core.workbook.book import Book
from core.workbook.delta import compare, unique
from core.workbook.draft import Draft
from core.workbook.faults import FaultCode, Findings
from core.workbook.reading import nearest
from core.workbook.rows import BellRow, GradesRow, HolidayRow, PeriodRow, SchoolRow, YearRow
from core.workbook.school_sheet import REGULATIONS
from core.workbook.sheet import Sheet
from core.workbook.stored import Stored, bell_key
from regulations import DEFAULT

Dated = TypeVar("Dated", PeriodRow, HolidayRow)


def draft_year(book: Book, stored: Stored, findings: Findings) -> YearRow | None:
    """The year that the import is about; None (a fault) when neither the file nor the journal names one.

    Without dates a year runs from 1 September, or the next working day, to 26 May (field.md, 3.1).
    """
    stated = book.school.year
    if stored.year is None and "name" not in stated:
        findings.fault(book.school.fault("year", FaultCode.NO_YEAR))
        return None
    name = stated.get("name") or (stored.year.name if stored.year else "")
    first = int(name[:4])
    starts = stated.get("starts") or (stored.year.starts if stored.year else _working(date(first, 9, 1)))
    ends = stated.get("ends") or (stored.year.ends if stored.year else date(first + 1, 5, 26))
    if not starts < ends or (ends - starts).days > 366:
        findings.fault(book.school.fault("year_ends", FaultCode.ENDS_BEFORE_STARTS))
        return None
    return YearRow(name=name, starts=starts, ends=ends)


def draft_school(book: Book, stored: Stored, findings: Findings) -> SchoolRow:
    """The school's row with what the sheet states put over it."""
    stated = book.school.school
    known = [*REGULATIONS, *sorted(stored.regulation_files)]
    if (told := stated.get("regulation", DEFAULT)) not in known:
        fault = book.school.fault("regulation", FaultCode.NOT_A_WORD, nearest(told, known), words=", ".join(known))
        findings.fault(fault)
    return SchoolRow(stated=frozenset(stated), **stated).over(stored.school)


def draft_calendar(draft: Draft, findings: Findings) -> None:
    """Bells, periods, holidays.

    Which stored rows give way: all bells of a shift that the sheet names; holidays of a name that it names;
    periods that overlap a named one. Otherwise a corrected date would leave the wrong row standing.
    """
    book, stored = draft.book, draft.stored
    bells = unique(book.bells, bell_key, "lesson_no", findings)
    shifts = {row.shift for row in book.bells.rows}
    gone = [k for k, row in stored.bells.rows.items() if row.shift in shifts and k not in bells]
    draft.bells = compare(stored.bells, bells, gone, given=book.bells.given)
    _check_bells(book.bells, findings)

    holidays = unique(book.holidays, lambda r: (name_key(r.name), r.starts, r.grade_from, r.grade_to), "name", findings)
    names = {name_key(row.name) for row in book.holidays.rows}
    gone = [k for k, row in stored.holidays.rows.items() if name_key(row.name) in names and k not in holidays]
    draft.holidays = compare(stored.holidays, holidays, gone, given=book.holidays.given)
    _check_dates(book.holidays, findings)

    periods = unique(book.periods, lambda r: (name_key(r.name), r.grade_from, r.grade_to), "name", findings)
    gone = [k for k, row in stored.periods.rows.items() if k not in periods and _crossed(row, book.periods.rows)]
    draft.periods = compare(stored.periods, periods, gone, given=book.periods.given)
    _check_dates(book.periods, findings)
    _check_periods(draft, findings)


def _working(day: date) -> date:
    return day + timedelta(days=1) if day.isoweekday() == 7 else day


def _check_bells(sheet: Sheet[BellRow], findings: Findings) -> None:
    for row in sheet.rows:
        if not row.starts < row.ends:
            findings.fault(sheet.fault(row.at, "ends", FaultCode.ENDS_BEFORE_STARTS))
        if row.valid_from and row.valid_to and row.valid_from > row.valid_to:
            findings.fault(sheet.fault(row.at, "valid_to", FaultCode.ENDS_BEFORE_STARTS))


def _check_dates(sheet: Sheet[Dated], findings: Findings) -> None:
    told: set[int] = set()
    for row in sheet.rows:
        if row.starts > row.ends and row.at not in told:
            told.add(row.at)
            findings.fault(sheet.fault(row.at, "ends", FaultCode.ENDS_BEFORE_STARTS))


def _check_periods(draft: Draft, findings: Findings) -> None:
    """A period lies within the year; two of them (the year itself apart) never overlap for a grade."""
    sheet = draft.book.periods
    rows = sorted(draft.periods.state.values(), key=lambda r: (r.starts, r.at))
    for number, row in enumerate(rows):
        if row.at and not (draft.year.starts <= row.starts and row.ends <= draft.year.ends):
            bounds = {"starts": draft.year.starts, "ends": draft.year.ends}
            findings.warn(sheet.fault(row.at, "starts", FaultCode.OUTSIDE_YEAR, "", **bounds))
        for other in rows[:number]:
            if row.at and _overlap(row, other):
                findings.fault(sheet.fault(row.at, "starts", FaultCode.PERIODS_OVERLAP, other=other.name))


def _crossed(stored: PeriodRow, named: list[PeriodRow]) -> bool:
    return any(_overlap(stored, row) for row in named)


def _overlap(one: PeriodRow, other: PeriodRow) -> bool:
    if PeriodKind.YEAR in (one.kind, other.kind):
        return False
    return _same_grades(one, other) and one.starts <= other.ends and other.starts <= one.ends


def _same_grades(one: GradesRow, other: GradesRow) -> bool:
    return one.grade_from <= other.grade_to and other.grade_from <= one.grade_to
