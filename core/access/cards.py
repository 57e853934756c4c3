"""How people stand with the journal: connected chats, the newest code, the consent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on

from core.access.consent_people import Standing, standings
from core.access.holders import Holder, HolderKind, any_of, holder_of
from core.app import Work
from core.terms import CodePurpose
from storage.models import AccessCode, Account, Link


class Reach(StrEnum):
    """Whether a message would get to the person."""

    CONNECTED = "connected"
    UNREACHABLE = "unreachable"
    NONE = "none"


@dataclass(frozen=True)
class Connection:
    """A chat that speaks for the person. Moments are by the school's clock."""

    link_id: int
    since: datetime
    seen_at: datetime
    unreachable: bool


@dataclass(frozen=True)
class CodeState:
    """The newest code of a person; `open`: it still lets in. Moments are by the school's clock."""

    id: int
    issued_at: datetime
    expires_at: datetime
    open: bool
    used: bool


@dataclass(frozen=True)
class Member:
    """A person and how they stand with the journal."""

    holder: Holder
    name: str
    connections: tuple[Connection, ...]
    code: CodeState | None
    standing: Standing | None

    @property
    def reach(self) -> Reach:
        """Unreachable when every chat has blocked the bot."""
        if not self.connections:
            return Reach.NONE
        return Reach.UNREACHABLE if all(c.unreachable for c in self.connections) else Reach.CONNECTED

    @property
    def newest_code(self) -> int:
        """The id of the newest code; 0 when none was ever issued."""
        return self.code.id if self.code else 0

    @property
    def last_link(self) -> int:
        """The id of the newest connection; 0 when there is none."""
        return max((c.link_id for c in self.connections), default=0)


async def members(work: Work, names: dict[Holder, str]) -> dict[Holder, Member]:
    """How each of the people stands, in a fixed number of statements. The caller has asked for permission."""
    holders = list(names)
    connections = await _connections(work, holders)
    codes = await _codes(work, holders)
    said = {kind: await _standings(work, kind, holders) for kind in (HolderKind.GUARDIAN, HolderKind.PUPIL)}
    return {
        holder: Member(
            holder=holder,
            name=name,
            connections=tuple(connections.get(holder, ())),
            code=codes.get(holder),
            standing=said.get(holder.kind, {}).get(holder.id),
        )
        for holder, name in names.items()
    }


async def _connections(work: Work, holders: Sequence[Holder]) -> dict[Holder, list[Connection]]:
    found: dict[Holder, list[Connection]] = {}
    rows = await work.session.execute(
        select(Link, Account.seen_at, Account.unreachable_at)
        .join(Account, Account.id == Link.account_id)
        .where(any_of(Link, holders), Link.revoked_at.is_(None))
        .order_by(Link.id)
    )
    for link, seen_at, unreachable_at in rows:
        chat = Connection(link.id, work.local(link.created_at), work.local(seen_at), unreachable_at is not None)
        found.setdefault(holder_of(link), []).append(chat)
    return found


async def _codes(work: Work, holders: Sequence[Holder]) -> dict[Holder, CodeState]:
    whose = (AccessCode.staff_id, AccessCode.guardian_id, AccessCode.pupil_id)
    rows = await work.session.scalars(
        select(AccessCode)
        .where(any_of(AccessCode, holders), AccessCode.purpose == CodePurpose.ENTER)
        .ext(distinct_on(*whose))
        .order_by(*whose, AccessCode.id.desc())
    )
    return {
        holder_of(code): CodeState(
            id=code.id,
            issued_at=work.local(code.issued_at),
            expires_at=work.local(code.expires_at),
            open=code.used_at is None and code.revoked_at is None and code.expires_at > work.now,
            used=code.used_at is not None,
        )
        for code in rows
    }


async def _standings(work: Work, kind: HolderKind, holders: Sequence[Holder]) -> dict[int, Standing]:
    ids = [h.id for h in holders if h.kind is kind]
    return await standings(work, kind, ids) if ids else {}
