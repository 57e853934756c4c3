"""Buttons of the school's documents and of help, at both doors (C6 C7)."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenShelf(Action, prefix="hs"):
    """The staff's shelf of documents by section."""


@dataclass(frozen=True)
class OpenHelp(Action, prefix="hh"):
    """What a member of staff can do here, common answers, a question of one's own."""


@dataclass(frozen=True)
class OpenFamilyShelf(Action, prefix="js"):
    """The documents that are for everybody."""


@dataclass(frozen=True)
class OpenFamilyHelp(Action, prefix="jh"):
    """What a family can do here, common answers, a question of one's own."""
