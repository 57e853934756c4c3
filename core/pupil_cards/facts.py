"""What is known of a pupil's card. Moments are by the school's clock."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from core.access.cards import Reach
from core.rules.contacts import ContactField, fingerprint


@dataclass(frozen=True)
class CardGuardian:
    """A guardian on a card."""

    id: int
    name: str
    kinship: str
    phone: str
    email: str
    reach: Reach


@dataclass(frozen=True)
class CardChange:
    """What differs from the card as it was confirmed. `person` empty: the pupil. `what`: name, birth_date, kinship, a
    contact, or `added` and `gone` of a guardian.
    """

    person: str
    what: str
    was: str
    now: str

    def facts(self) -> dict[str, str]:
        """As it is kept with the confirmation."""
        return {"person": self.person, "what": self.what, "was": self.was, "now": self.now}


@dataclass(frozen=True)
class ChangedContact:
    """A contact in a proposal; `now` is what stands at the school."""

    field: ContactField
    now: str
    proposed: str


@dataclass(frozen=True)
class Proposal:
    """A family's proposal. `guardian`: whose own contacts (empty: the child's); `by`: who proposes, with the kinship.

    Open while `answer` is None and it is not withdrawn.
    """

    id: int
    pupil_id: int
    pupil: str
    class_id: int
    class_name: str
    guardian_id: int | None
    guardian: str
    by: str
    kinship: str
    contacts: tuple[ChangedContact, ...]
    made_at: datetime
    answer: str | None
    words: str
    answered_by: str
    answered_at: datetime | None
    withdrawn: bool
    may_decide: bool = False

    @property
    def open(self) -> bool:
        return self.answer is None and not self.withdrawn

    @property
    def seen(self) -> str:
        """The fingerprint of what is proposed."""
        return fingerprint([(c.field.value, c.proposed) for c in self.contacts])


@dataclass(frozen=True)
class PupilCard:
    """A pupil's card. `groups`: (subject, group). `changes`: since it was last confirmed, none of one that never was.

    `desk`: the reader may open the class's desk and write to the family. `seen` is the fingerprint of what a
    confirmation vouches for.
    """

    pupil_id: int
    name: str
    class_id: int
    class_name: str
    birth_date: date | None
    age: int | None
    phone: str
    email: str
    address: str
    guardians: tuple[CardGuardian, ...]
    groups: tuple[tuple[str, str], ...]
    confirmed_at: datetime | None
    confirmed_by: str
    changes: tuple[CardChange, ...]
    due: bool
    proposals: tuple[int, ...]
    may_edit: bool
    may_confirm: bool
    desk: bool
    stands: dict[str, Any]

    @property
    def seen(self) -> str:
        return fingerprint(self.stands)

    def guardian(self, guardian_id: int) -> CardGuardian | None:
        return next((g for g in self.guardians if g.id == guardian_id), None)


@dataclass(frozen=True)
class CardLine:
    """A pupil in the class's list of cards; `changes`: how many since it was confirmed."""

    pupil_id: int
    name: str
    due: bool
    changes: tuple[CardChange, ...]
    proposed: bool
    confirmed_at: datetime | None
    stands: dict[str, Any]


@dataclass(frozen=True)
class ClassCards:
    """The cards of a class in the order of the class list. `confirms`: the school's rule; `asked_at`: by a deputy."""

    class_id: int
    class_name: str
    lines: tuple[CardLine, ...]
    confirms: str
    asked_at: datetime | None
    may_confirm: bool
    may_ask: bool
    desk: bool

    @property
    def due(self) -> tuple[CardLine, ...]:
        return tuple(line for line in self.lines if line.due)

    @property
    def seen(self) -> str:
        """The fingerprint of all that waits to be confirmed."""
        return fingerprint([(line.pupil_id, line.stands) for line in self.due])
