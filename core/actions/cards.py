"""Buttons of pupils' cards and families' contacts (P2), and of the lists of the class leader's desk."""

from dataclasses import dataclass

from core.actions.codec import Action
from core.rules.contacts import ContactField


@dataclass(frozen=True)
class OpenPupilCard(Action, prefix="Ec"):
    """A pupil's card for the class leader, with contacts, guardians and groups."""

    pupil: int


@dataclass(frozen=True)
class OpenCardFields(Action, prefix="Em"):
    """Which contact of a pupil's card is to be changed?"""

    pupil: int


@dataclass(frozen=True)
class EditCard(Action, prefix="Ee"):
    """Ask for a contact of the pupil, or (`guardian`) of a guardian of the pupil."""

    pupil: int
    guardian: int | None
    field: ContactField


@dataclass(frozen=True)
class OpenClassCards(Action, prefix="El"):
    """The pupils of a class with whether their cards are to be confirmed, from place `first` on."""

    class_id: int
    first: int = 0


@dataclass(frozen=True)
class ConfirmCard(Action, prefix="Ey"):
    """The card is right as it was `seen` (a fingerprint)."""

    pupil: int
    seen: str


@dataclass(frozen=True)
class ConfirmClassCards(Action, prefix="Ea"):
    """All cards of the class that wait are right as they were `seen` (a fingerprint)."""

    class_id: int
    seen: str


@dataclass(frozen=True)
class AskForCards(Action, prefix="Er"):
    """A deputy asks the class leader to confirm the cards of the class."""

    class_id: int


@dataclass(frozen=True)
class OpenProposals(Action, prefix="Eb"):
    """What the families of a class propose to change in their contacts."""

    class_id: int


@dataclass(frozen=True)
class OpenProposal(Action, prefix="Ep"):
    """One proposal, as the staff sees it."""

    proposal: int


@dataclass(frozen=True)
class AcceptProposal(Action, prefix="Eg"):
    """Write the contacts proposed, as they were `seen` (a fingerprint)."""

    proposal: int
    seen: str


@dataclass(frozen=True)
class RefuseProposal(Action, prefix="Ek"):
    """Ask why the contacts proposed, as they were `seen` (a fingerprint), are refused."""

    proposal: int
    seen: str


@dataclass(frozen=True)
class OpenClassDesks(Action, prefix="Ed"):
    """The classes of the school, each to its desk (deputies and the director)."""

    page: int = 0


@dataclass(frozen=True)
class OpenNearFailing(Action, prefix="En"):
    """Who of a class is close to failing, and in what."""

    class_id: int


@dataclass(frozen=True)
class OpenOwed(Action, prefix="Eo"):
    """The works that pupils of a class owe, from place `first` on."""

    class_id: int
    first: int = 0


@dataclass(frozen=True)
class OpenUnconnected(Action, prefix="Eu"):
    """The pupils of a class none of whose guardians can be reached, from place `first` on."""

    class_id: int
    first: int = 0


@dataclass(frozen=True)
class OpenNoConsent(Action, prefix="Es"):
    """Who of a class's families is connected without a consent, from place `first` on."""

    class_id: int
    first: int = 0


@dataclass(frozen=True)
class OpenUnread(Action, prefix="Ew"):
    """Announcements that somebody of a class has still to acknowledge, from place `first`."""

    class_id: int
    first: int = 0


@dataclass(frozen=True)
class RemindUnread(Action, prefix="Ei"):
    """Remind those of the own class who have still to acknowledge an announcement, seen at revision `rev`."""

    class_id: int
    announcement: int
    rev: int


@dataclass(frozen=True)
class OpenContacts(Action, prefix="vc"):
    """A family's own contacts at the school, and proposing others."""

    pupil: int


@dataclass(frozen=True)
class ProposeContact(Action, prefix="vp"):
    """Ask a guardian for another contact: the `own` one, or the child's."""

    pupil: int
    own: bool
    field: ContactField


@dataclass(frozen=True)
class WithdrawProposal(Action, prefix="vw"):
    """Take a proposal back, as it was `seen` (a fingerprint)."""

    proposal: int
    seen: str
