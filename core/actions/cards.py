"""Buttons of pupils' cards and families' contacts (P2)."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenPupilCard(Action, prefix="Ec"):
    """A pupil's card for the class leader, with contacts, guardians and groups."""

    pupil: int


@dataclass(frozen=True)
class OpenContacts(Action, prefix="vc"):
    """A family's own contacts at the school, and proposing others."""

    pupil: int
