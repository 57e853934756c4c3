"""A PIN on a staff member's phone: set, given, changed, taken away (A5)."""

import asyncio
import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from core.access.holders import Holder, HolderKind, name_of
from core.app import Work
from core.audit import record
from core.errors import ButtonOutdated, NotConnected
from core.outbox import Kind, enqueue_for_staff
from core.recipients import accounts_of, holders_of
from core.rules.pin import MISSES, PAUSES, WAIT, is_pin, too_plain, waits
from core.terms import Role
from storage.models import AccountPin, Link

SALT_BYTES = 16
TOLD_FOR = timedelta(days=1)
Salt = Callable[[], bytes]


class Given(StrEnum):
    """What came of a PIN."""

    RIGHT = "right"
    WRONG = "wrong"
    WAITS = "waits"
    NONE = "none"


@dataclass(frozen=True)
class Proof:
    """`left`: how often it may still be mistaken; `until`: when it may be given again (the school's clock)."""

    given: Given
    left: int = 0
    until: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether nothing stands in the way (any more)."""
        return self.given in (Given.RIGHT, Given.NONE)


@dataclass(frozen=True)
class Asked:
    """How the phone that asks for a PIN stands: `until` when it takes none yet (the school's clock)."""

    locked: bool
    until: datetime | None = None


class Kept(StrEnum):
    """What came of a new PIN."""

    SET = "set"
    PLAIN = "plain"
    OLD_WRONG = "old_wrong"


def secure_salt() -> bytes:
    return secrets.token_bytes(SALT_BYTES)


async def pause_of(work: Work) -> int | None:
    """Minutes after which this account asks for its PIN; None: it has none. Raises NotConnected."""
    work.actor.require_staff()
    mine = select(AccountPin.after_minutes).where(AccountPin.account_id == work.actor.account_id)
    return await work.session.scalar(mine)


async def asked(work: Work) -> Asked:
    """Of a unit of work that may be locked. Raises NotConnected."""
    if not work.actor.locked:
        work.actor.require_staff()
    mine = select(AccountPin.locked_until).where(AccountPin.account_id == work.actor.account_id)
    until = await work.session.scalar(mine) if work.actor.locked else None
    return Asked(work.actor.locked, work.local(until) if until is not None and waits(work.now, until) else None)


async def give(work: Work, digits: str) -> Proof:
    """The PIN given to go on, or to change something about it. A miss is returned, not raised: it is to be kept.

    Raises NotConnected.
    """
    if not work.actor.locked:
        work.actor.require_staff()
    mine = select(AccountPin).where(AccountPin.account_id == work.actor.account_id).with_for_update()
    pin = await work.session.scalar(mine)
    if pin is None:
        return Proof(Given.NONE)
    if pin.locked_until is not None and waits(work.now, pin.locked_until):
        return Proof(Given.WAITS, until=work.local(pin.locked_until))
    if not hmac.compare_digest(await _digest(digits, pin.salt), pin.pin_hash):
        return await _missed(work, pin)
    pin.seen_at, pin.misses, pin.locked_until = work.now, 0, None
    await work.session.flush()
    return Proof(Given.RIGHT)


async def set_pin(work: Work, digits: str, after_minutes: int, old: str = "", salt: Salt = secure_salt) -> Kept:
    """Ask for this PIN from now on; who has one gives the `old` one. Raises NotConnected, ButtonOutdated (no PIN, or
    no pause of ours).
    """
    work.actor.require_staff()
    if not is_pin(digits) or after_minutes not in PAUSES:
        raise ButtonOutdated
    if too_plain(digits):
        return Kept.PLAIN
    if not (await give(work, old)).open:
        return Kept.OLD_WRONG
    fresh = salt()
    values = {
        "pin_hash": await _digest(digits, fresh),
        "salt": fresh,
        "after_minutes": after_minutes,
        "seen_at": work.now,
        "misses": 0,
        "locked_until": None,
    }
    put = insert(AccountPin).values(account_id=work.actor.account_id, **values)
    await work.session.execute(put.on_conflict_do_update(index_elements=["account_id"], set_=values))
    record(work, "pin.set", "account", work.actor.account_id or 0, after={"after_minutes": after_minutes})
    return Kept.SET


async def set_pause(work: Work, digits: str, after_minutes: int) -> Proof:
    """Ask after another pause, the PIN given. Raises NotConnected, ButtonOutdated."""
    if after_minutes not in PAUSES:
        raise ButtonOutdated
    proof = await give(work, digits)
    if proof.given is Given.RIGHT:
        mine = AccountPin.account_id == work.actor.account_id
        await work.session.execute(update(AccountPin).where(mine).values(after_minutes=after_minutes))
        record(work, "pin.pause", "account", work.actor.account_id or 0, after={"after_minutes": after_minutes})
    return proof


async def remove_pin(work: Work, digits: str) -> Proof:
    """Ask for none any more, the PIN given. Raises NotConnected."""
    proof = await give(work, digits)
    if proof.given is Given.RIGHT:
        await drop_pin(work)
    return proof


async def drop_pin(work: Work) -> None:
    """The acting account asks for no PIN: its holder has come in by a fresh code, say. No PIN: nothing happens."""
    mine = delete(AccountPin).where(AccountPin.account_id == work.actor.account_id).returning(AccountPin.account_id)
    if await work.session.scalar(mine) is not None:
        record(work, "pin.remove", "account", work.actor.account_id or 0)


async def _missed(work: Work, pin: AccountPin) -> Proof:
    pin.misses += 1
    if pin.misses < MISSES:
        await work.session.flush()
        return Proof(Given.WRONG, left=MISSES - pin.misses)
    until = work.now + WAIT
    pin.misses, pin.locked_until = 0, until
    pin.seen_at = work.now - timedelta(minutes=pin.after_minutes + 1)
    await work.session.flush()
    record(work, "pin.missed", "account", pin.account_id, after={"locked_until": until.isoformat()})
    await _tell(work)
    return Proof(Given.WAITS, until=work.local(until))


async def _tell(work: Work) -> None:
    """The person's other phones and the administrators hear that somebody guesses."""
    mine = select(Link.staff_id).where(Link.account_id == work.actor.account_id, Link.revoked_at.is_(None))
    staff_id = await work.session.scalar(mine.where(Link.staff_id.is_not(None)))
    if staff_id is None:
        raise NotConnected
    phones = (await accounts_of(work, [staff_id])).get(staff_id, [])
    own = {to.account_id for to in phones}
    administrators = [to for to in await holders_of(work, Role.ADMINISTRATOR) if to.account_id not in own]
    name = await name_of(work, Holder(HolderKind.STAFF, staff_id))
    facts = {"name": name, "staff": staff_id, "misses": MISSES, "minutes": int(WAIT.total_seconds() // 60)}
    dedupe, until = f"{Kind.PIN_MISSED}:{work.actor.account_id}:{work.now:%Y%m%d%H%M}", work.now + TOLD_FOR
    others = [to for to in phones if to.account_id != work.actor.account_id]
    for recipients, whose in ((others, True), (administrators, False)):
        told = {**facts, "own": whose}
        await enqueue_for_staff(work, recipients, Kind.PIN_MISSED, told, dedupe=dedupe, expires_at=until)


async def _digest(digits: str, salt: bytes) -> bytes:
    """A hash by scrypt (about 7 ms), off the event loop; not more than a PIN is ever hashed."""
    return await asyncio.to_thread(hashlib.scrypt, digits[:8].encode(), salt=salt, n=2**12, r=8, p=1, dklen=32)
