"""Buttons that lead around the staff bot."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class StaffHome(Action, prefix="sh"):
    """The staff bot's home screen."""


@dataclass(frozen=True)
class StaffSettings(Action, prefix="ss"):
    """The person's own settings."""


@dataclass(frozen=True)
class StaffLanguage(Action, prefix="sl"):
    language: str


@dataclass(frozen=True)
class BellCards(Action, prefix="bc"):
    """Whether the lesson's card comes by itself at the bell."""

    on: bool
