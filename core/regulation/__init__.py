"""The school's rules in force: reading, choosing, changing single fields, bringing in a file."""

from regulations import EntryWindow, Regulation, Thresholds

__all__ = ["EntryWindow", "Regulation", "Thresholds"]
