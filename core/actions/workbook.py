"""Buttons of the school workbook (staff bot, administrators)."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenWorkbook(Action, prefix="wb"):
    """What to send and the template."""


@dataclass(frozen=True)
class SendTemplate(Action, prefix="wt"):
    """The empty template as a file."""


@dataclass(frozen=True)
class LoadWorkbook(Action, prefix="wl"):
    """Load the kept file; `seen` is the fingerprint of the changes that were on the screen."""

    file: int
    seen: str


@dataclass(frozen=True)
class DropWorkbook(Action, prefix="wx"):
    """Do not load the kept file, and forget it."""

    file: int
