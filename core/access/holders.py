"""Whom a code or a link is for: a staff member, a guardian or a pupil."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from core.app import Work
from core.identity import still_enrolled
from core.rules.names import full_name
from core.terms import Door
from storage.models import AccessCode, Consent, Guardian, Guardianship, Link, Pupil, Staff


class HolderKind(StrEnum):
    """The word stands in buttons and in the trace."""

    STAFF = "staff"
    GUARDIAN = "guardian"
    PUPIL = "pupil"


@dataclass(frozen=True)
class Holder:
    """One person, of whichever table."""

    kind: HolderKind
    id: int

    @property
    def door(self) -> Door:
        """The bot this person comes through."""
        return Door.STAFF if self.kind is HolderKind.STAFF else Door.FAMILY

    @property
    def values(self) -> dict[str, int]:
        """The column that names this person in codes, links and consents, with its value."""
        return {f"{self.kind}_id": self.id}


PEOPLE: dict[HolderKind, type[Staff] | type[Guardian] | type[Pupil]] = {
    HolderKind.STAFF: Staff,
    HolderKind.GUARDIAN: Guardian,
    HolderKind.PUPIL: Pupil,
}


def column(table: type[AccessCode | Link | Consent], kind: HolderKind) -> InstrumentedAttribute[Any]:
    """The column of a table that names people of this kind."""
    found: InstrumentedAttribute[Any] = getattr(table, f"{kind}_id")
    return found


def by_kind(holders: Sequence[Holder]) -> dict[HolderKind, list[int]]:
    """The people's ids, table by table."""
    return {kind: ids for kind in HolderKind if (ids := [h.id for h in holders if h.kind is kind])}


def any_of(table: type[AccessCode | Link | Consent], holders: Sequence[Holder]) -> ColumnElement[bool]:
    """Rows of a table that name any of the people."""
    return or_(false(), *(column(table, kind).in_(ids) for kind, ids in by_kind(holders).items()))


def holder_of(row: AccessCode | Link) -> Holder:
    """Whom a code or a link is for."""
    kind = next(k for k in HolderKind if getattr(row, f"{k}_id") is not None)
    return Holder(kind, getattr(row, f"{kind}_id"))


async def name_of(work: Work, holder: Holder) -> str:
    """The person's full name."""
    person: Any = await work.session.get_one(PEOPLE[holder.kind], holder.id)
    return full_name(person)


async def belongs(work: Work, holder: Holder) -> bool:
    """Still of this school: staff not dismissed, a pupil enrolled, a guardian of such a pupil."""
    return bool(await work.session.scalar(_BELONGING[holder.kind](holder.id, work)))


def _staff(staff_id: int, work: Work) -> Any:
    stays = or_(Staff.dismissed.is_(None), Staff.dismissed >= work.today)
    return select(Staff.id).where(Staff.id == staff_id, stays)


def _guardian(guardian_id: int, work: Work) -> Any:
    enrolled = still_enrolled(Guardianship.pupil_id, work.today)
    return select(Guardianship.pupil_id).where(Guardianship.guardian_id == guardian_id, enrolled).limit(1)


def _pupil(pupil_id: int, work: Work) -> Any:
    return select(Pupil.id).where(Pupil.id == pupil_id, still_enrolled(Pupil.id, work.today))


_BELONGING = {HolderKind.STAFF: _staff, HolderKind.GUARDIAN: _guardian, HolderKind.PUPIL: _pupil}
