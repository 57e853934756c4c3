"""Buttons of a class's events (staff)."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class AddClassEvent(Action, prefix="Ca"):
    """What event? (typed)"""

    class_id: int


@dataclass(frozen=True)
class OpenClassEvent(Action, prefix="Co"):
    """One event."""

    event: int


@dataclass(frozen=True)
class ChangeClassEvent(Action, prefix="Cc"):
    """Other words for an event (typed)."""

    event: int
    rev: int


@dataclass(frozen=True)
class WithdrawClassEvent(Action, prefix="Cw"):
    """Take an event back."""

    event: int
    rev: int
