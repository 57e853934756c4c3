"""A whole workbook, read: every sheet of the format, given or not."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from core.workbook import columns
from core.workbook.columns import SCHOOL_TITLE, SHEETS
from core.workbook.container import RawSheet, open_workbook
from core.workbook.faults import BadCell, Fault, FaultCode, Findings
from core.workbook.reading import nearest_sheet, read_sheet, sheet_for, unknown_columns
from core.workbook.rows import (
    BellRow,
    ClassRow,
    GuardianRow,
    HolidayRow,
    LoadRow,
    MemberRow,
    PeriodRow,
    PlanRow,
    PupilRow,
    SlotRow,
    StaffRow,
    SubjectRow,
)
from core.workbook.school_sheet import SchoolSheet, read_school
from core.workbook.sheet import Sheet


class Stage(StrEnum):
    """What an import is busy with, for progress."""

    OPENING = "opening"
    READING = "reading"
    CHECKING = "checking"
    WRITING = "writing"
    LESSONS = "lessons"


Progress = Callable[[Stage, int, int], None]


def silent(stage: Stage, done: int, total: int) -> None:
    """Progress nobody looks at."""


class Book:
    """Sheets that the file does not have are there too, empty and not `given`."""

    def __init__(self) -> None:
        self.school = SchoolSheet()
        self.bells: Sheet[BellRow] = Sheet(columns.BELLS)
        self.periods: Sheet[PeriodRow] = Sheet(columns.PERIODS)
        self.holidays: Sheet[HolidayRow] = Sheet(columns.HOLIDAYS)
        self.staff: Sheet[StaffRow] = Sheet(columns.STAFF)
        self.classes: Sheet[ClassRow] = Sheet(columns.CLASSES)
        self.pupils: Sheet[PupilRow] = Sheet(columns.PUPILS)
        self.guardians: Sheet[GuardianRow] = Sheet(columns.GUARDIANS)
        self.subjects: Sheet[SubjectRow] = Sheet(columns.SUBJECTS)
        self.loads: Sheet[LoadRow] = Sheet(columns.LOADS)
        self.groups: Sheet[MemberRow] = Sheet(columns.GROUPS)
        self.timetable: Sheet[SlotRow] = Sheet(columns.TIMETABLE)
        self.plans: Sheet[PlanRow] = Sheet(columns.PLANS)
        self.order: list[str] = []
        self.unknown_columns: dict[str, list[str]] = {}

    def sheets(self) -> list[Sheet[Any]]:
        """Every sheet but «Школа», in the format's order."""
        return [
            self.bells,
            self.periods,
            self.holidays,
            self.staff,
            self.classes,
            self.pupils,
            self.guardians,
            self.subjects,
            self.loads,
            self.groups,
            self.timetable,
            self.plans,
        ]


def read_book(content: bytes, findings: Findings, progress: Progress = silent) -> Book:
    """Read everything; faults of the file, the sheets, the columns and the cells are collected, none is raised."""
    book = Book()
    try:
        raw = open_workbook(content, lambda done, total: progress(Stage.OPENING, done, total))
    except BadCell as bad:
        findings.fault(Fault(bad.code, facts=bad.facts))
        return book
    book.order = [sheet.title for sheet in raw]
    known = _sort_out(raw, findings)
    if not known:
        findings.fault(Fault(FaultCode.NO_KNOWN_SHEET, facts={"sheets": ", ".join(s.title for s in SHEETS)}))
    for done, (title, sheet) in enumerate(known.items(), 1):
        _read_into(book, title, sheet, findings)
        progress(Stage.READING, done, len(known))
    return book


def _sort_out(raw: list[RawSheet], findings: Findings) -> dict[str, RawSheet]:
    known: dict[str, RawSheet] = {}
    for sheet in raw:
        title = sheet_for(sheet.title)
        if title is None:
            if sheet.cells:
                findings.warn(Fault(FaultCode.UNKNOWN_SHEET, sheet.title, suggestion=nearest_sheet(sheet.title)))
        elif title in known:
            findings.fault(Fault(FaultCode.SHEET_REPEATED, sheet.title, facts={"first": known[title].title}))
        else:
            known[title] = sheet
    return known


def _read_into(book: Book, title: str, raw: RawSheet, findings: Findings) -> None:
    if title == SCHOOL_TITLE:
        book.school = read_school(raw, findings)
        return
    sheet = next(s for s in book.sheets() if s.spec.title == title)
    read_sheet(sheet, raw, findings)
    if extra := unknown_columns(sheet):
        book.unknown_columns[raw.title] = extra
