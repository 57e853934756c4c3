"""The schools' regulations as data: five presets and the default, one file each."""

from regulations.faults import Problem, RegulationError
from regulations.loader import DEFAULT, MAX_CHARS, load, override, parse, presets, text_of
from regulations.model import (
    Archive,
    Backup,
    EntryWindow,
    FinalMarksDue,
    LeastMarks,
    Regulation,
    Rounding,
    SubjectTerm,
    Thresholds,
    fold,
)
from regulations.rules import RULES

__all__ = [
    "DEFAULT",
    "MAX_CHARS",
    "RULES",
    "Archive",
    "Backup",
    "EntryWindow",
    "FinalMarksDue",
    "LeastMarks",
    "Problem",
    "Regulation",
    "RegulationError",
    "Rounding",
    "SubjectTerm",
    "Thresholds",
    "fold",
    "load",
    "override",
    "parse",
    "presets",
    "text_of",
]
