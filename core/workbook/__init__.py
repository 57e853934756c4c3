"""The school workbook: reading, checking, comparing and bringing it in (import-format, P9)."""

from core.workbook.book import Progress, Stage
from core.workbook.changes import Changed, Changes, Lessons, SheetChanges
from core.workbook.faults import Fault, FaultCode
from core.workbook.importing import ImportReport, check_workbook, import_workbook

__all__ = [
    "Changed",
    "Changes",
    "Fault",
    "FaultCode",
    "ImportReport",
    "Lessons",
    "Progress",
    "SheetChanges",
    "Stage",
    "check_workbook",
    "import_workbook",
]
