"""The schools' regulations as data: five presets and the default, one file each."""

from regulations.loader import DEFAULT, EntryWindow, Regulation, RegulationError, load, presets

__all__ = ["DEFAULT", "EntryWindow", "Regulation", "RegulationError", "load", "presets"]
