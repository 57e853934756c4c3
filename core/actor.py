"""Who acts: loaded anew with every unit of work, so that a right taken away is gone at the next tap."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from core.errors import AccessDenied, ConsentNeeded, NotConnected
from core.terms import Door, Role


@dataclass(frozen=True)
class Address:
    """Where a message came from: a chat of a channel at one of the two doors."""

    door: Door
    chat: str
    channel: str = "telegram"


class Presence(Enum):
    """How a unit of work is opened: by a person who acts, by a card that only follows what happens (it keeps no PIN
    from being asked for), or by somebody who may not have given the PIN yet and is nobody so far.
    """

    ACTS = auto()
    FOLLOWS = auto()
    LOCKED = auto()


@dataclass(frozen=True)
class Child:
    """A pupil that a family account may see: as the guardian's child, or (guardian_id None) as oneself."""

    pupil_id: int
    guardian_id: int | None
    link_id: int
    consented: bool


@dataclass(frozen=True)
class Actor:
    """A person behind an account; `account_id` None is a stranger, and `SYSTEM` is the product itself.

    `locked`: a staff member's account whose PIN is to be given first; until then nobody stands behind it.
    """

    door: Door | None = None
    account_id: int | None = None
    language: str = ""
    staff_id: int | None = None
    link_id: int | None = None
    roles: frozenset[Role] = frozenset()
    leads: frozenset[int] = frozenset()
    children: tuple[Child, ...] = field(default=())
    locked: bool = False

    @property
    def connected(self) -> bool:
        """Linked to somebody of the school right now."""
        return self.staff_id is not None or bool(self.children)

    def holds(self, *roles: Role) -> bool:
        """Whether any of the roles is this person's."""
        return not self.roles.isdisjoint(roles)

    def require_staff(self) -> int:
        """The staff id. Raises NotConnected."""
        if self.staff_id is None:
            raise NotConnected
        return self.staff_id

    def require_role(self, *roles: Role) -> int:
        """The staff id of a holder of one of the roles. Raises NotConnected, AccessDenied."""
        staff_id = self.require_staff()
        if not self.holds(*roles):
            raise AccessDenied
        return staff_id

    def require_voice(self) -> None:
        """Somebody whose words and files the school may keep: staff, or a family with a consent that stands.

        Raises NotConnected, ConsentNeeded.
        """
        if not self.connected:
            raise NotConnected
        if self.staff_id is None and not any(child.consented for child in self.children):
            raise ConsentNeeded

    def require_child(self, pupil_id: int) -> Child:
        """The right by which this account sees the pupil. Raises NotConnected, AccessDenied, ConsentNeeded."""
        if not self.children:
            raise NotConnected
        rights = [c for c in self.children if c.pupil_id == pupil_id]
        if not rights:
            raise AccessDenied(pupil=pupil_id)
        consented = [c for c in rights if c.consented]
        if not consented:
            raise ConsentNeeded
        return consented[0]

    def as_facts(self) -> dict[str, Any]:
        """Ids for the log and the trace."""
        return {"account": self.account_id, "staff": self.staff_id, "door": self.door}


SYSTEM = Actor()
