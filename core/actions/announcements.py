"""Buttons of announcements, at both doors (C2)."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenBoard(Action, prefix="Bo"):
    """The staff's board: announcements that are valid, from place `first` on."""

    first: int = 0


@dataclass(frozen=True)
class OpenAnnouncement(Action, prefix="Ba"):
    """One announcement on the staff's board."""

    announcement: int


@dataclass(frozen=True)
class NewAnnouncement(Action, prefix="Bn"):
    """Write an announcement; `class_id`: to that class to begin with."""

    class_id: int | None = None


@dataclass(frozen=True)
class OpenFamilyBoard(Action, prefix="oo"):
    """The family's board: announcements that are valid, from place `first` on."""

    first: int = 0


@dataclass(frozen=True)
class OpenFamilyAnnouncement(Action, prefix="oa"):
    """One announcement on the family's board."""

    announcement: int
