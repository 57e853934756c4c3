"""One's own phones: seen, cut off, and the code that ends them all (A5)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select

from core.access.codes import IssuedCode, issue
from core.access.holders import Holder, HolderKind
from core.access.links import end_links
from core.access.pin import pause_of
from core.app import Work
from core.errors import NotConnected
from core.rules.code_text import Draw, secure_code
from core.terms import CodePurpose
from storage.models import AccessCode, Account, Link

SHOWN = 20


@dataclass(frozen=True)
class OwnPhone:
    """A chat connected to oneself; moments are the school's wall clock. `here`: the one that asks."""

    link_id: int
    since: datetime
    seen_at: datetime
    unreachable: bool
    here: bool


@dataclass(frozen=True)
class EndCode:
    """The code that ends all sessions, as far as it may still be shown: when issued, until when it works."""

    id: int
    issued_at: datetime
    expires_at: datetime
    open: bool


@dataclass(frozen=True)
class Sessions:
    """One's own phones, this one first, the newest seen before others. `pause`: minutes before the PIN is asked for
    on this phone (None: no PIN). `others`: the newest link of the other phones (0: there are none).
    """

    phones: tuple[OwnPhone, ...]
    pause: int | None = None
    end_code: EndCode | None = None
    others: int = 0

    @property
    def newest_code(self) -> int:
        return self.end_code.id if self.end_code else 0


async def my_sessions(work: Work) -> Sessions:
    """Of a staff member, in a fixed number of statements. Raises NotConnected."""
    work.actor.require_staff()
    return await _sessions(work, await _phones(work), await pause_of(work), await _end_code(work))


async def family_sessions(work: Work) -> Sessions:
    """Of the people a family account speaks for itself. Raises NotConnected."""
    return await _sessions(work, await _phones(work))


async def cut_phone(work: Work, link_id: int) -> bool:
    """Cut off one of one's own phones; False when it was off already, or is nobody's of this person."""
    return bool(await end_links(work, _own(work), Link.id == link_id))


async def cut_others(work: Work, last: int) -> int:
    """Cut off all own phones connected up to link `last` but this one; returns how many links ended."""
    ended = await end_links(work, _own(work), Link.id <= last, Link.account_id != work.actor.account_id)
    return len({link.account_id for link in ended})


async def issue_end_code(work: Work, seen: int, draw: Draw = secure_code) -> IssuedCode:
    """A fresh code that ends all of one's sessions; the former one ends. Raises NotConnected, CodeIssuedMeanwhile."""
    holder = Holder(HolderKind.STAFF, work.actor.require_staff())
    [issued] = await issue(work, [holder], seen, draw, purpose=CodePurpose.END)
    return issued


def _own(work: Work) -> ColumnElement[bool]:
    """Links of the people that the acting account itself speaks for. Raises NotConnected."""
    actor = work.actor
    if not actor.connected or actor.account_id is None:
        raise NotConnected
    if actor.staff_id is not None:
        return Link.staff_id == actor.staff_id
    guardians = {child.guardian_id for child in actor.children if child.guardian_id is not None}
    pupils = {child.pupil_id for child in actor.children if child.guardian_id is None}
    return or_(Link.guardian_id.in_(guardians), Link.pupil_id.in_(pupils))


async def _phones(work: Work) -> list[OwnPhone]:
    """One line an account, however many people it speaks for."""
    rows = await work.session.execute(
        select(
            Link.account_id,
            func.max(Link.id).label("link_id"),
            func.min(Link.created_at).label("since"),
            Account.seen_at,
            Account.unreachable_at.is_not(None).label("unreachable"),
        )
        .join(Account, Account.id == Link.account_id)
        .where(_own(work), Link.revoked_at.is_(None))
        .group_by(Link.account_id, Account.id)
        .order_by((Link.account_id == work.actor.account_id).desc(), Account.seen_at.desc(), Link.account_id)
        .limit(SHOWN)
    )
    here = work.actor.account_id
    return [
        OwnPhone(r.link_id, work.local(r.since), work.local(r.seen_at), r.unreachable, r.account_id == here)
        for r in rows
    ]


async def _sessions(
    work: Work, phones: list[OwnPhone], pause: int | None = None, end_code: EndCode | None = None
) -> Sessions:
    last = select(func.max(Link.id)).where(
        _own(work), Link.revoked_at.is_(None), Link.account_id != work.actor.account_id
    )
    return Sessions(tuple(phones), pause, end_code, await work.session.scalar(last) or 0)


async def _end_code(work: Work) -> EndCode | None:
    newest = (
        select(AccessCode)
        .where(AccessCode.staff_id == work.actor.staff_id, AccessCode.purpose == CodePurpose.END)
        .order_by(AccessCode.id.desc())
        .limit(1)
    )
    code = await work.session.scalar(newest)
    if code is None:
        return None
    works = code.used_at is None and code.revoked_at is None and code.expires_at > work.now
    return EndCode(code.id, work.local(code.issued_at), work.local(code.expires_at), works)
