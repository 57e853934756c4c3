"""Single-use access codes: issued to a person, kept as hashes, redeemed once (A2)."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from core.access.ending import Ended, end_all
from core.access.guessing import must_wait, note_wrong, one_at_a_time
from core.access.holders import PEOPLE, Holder, HolderKind, any_of, belongs, by_kind, holder_of, name_of
from core.access.links import end_unused_codes, replace_staff_link, stands
from core.access.pin import drop_pin
from core.actor import Address
from core.app import Work
from core.audit import record
from core.errors import JournalError
from core.errors.access import CodeExpired, CodeIssuedMeanwhile, CodeOfOtherDoor, CodeUsed, CodeWithdrawn, CodeWrong
from core.rules.code_text import Draw, canonical, secure_code
from core.terms import CodePurpose, Door
from storage.models import AccessCode, Account, Link

LIVES = {Door.STAFF: timedelta(days=7), Door.FAMILY: timedelta(days=30)}
END_LIVES = timedelta(days=365)
"""A code that ends sessions is kept at home for the day the phone is lost."""


@dataclass(frozen=True)
class IssuedCode:
    """A fresh code, readable only now: the database keeps its hash. `expires_at` by the school's clock."""

    holder: Holder
    code: str
    expires_at: datetime


@dataclass(frozen=True)
class Welcome:
    """Who came in. `already`: this account spoke for the person before; `replaced`: whom it spoke for until now."""

    holder: Holder
    name: str
    already: bool = False
    replaced: str = ""


@dataclass(frozen=True)
class Attempt:
    """What came of a code. A refusal is returned, not raised, so that the count of wrong codes is committed.

    `ended`: the code ended all sessions of its holder.
    """

    welcome: Welcome | None = None
    refusal: JournalError | None = None
    ended: Ended | None = None

    def settled(self) -> Welcome:
        """The welcome; raises the refusal. Call it when the unit of work is over."""
        if self.welcome is None:
            raise self.refusal or CodeWrong()
        return self.welcome


async def issue(
    work: Work,
    holders: Sequence[Holder],
    seen: int | None = None,
    draw: Draw = secure_code,
    *,
    purpose: CodePurpose = CodePurpose.ENTER,
) -> list[IssuedCode]:
    """Fresh codes for the people; their earlier unused ones of the same purpose end. The caller has asked for
    permission.

    `seen` is the newest code id that the asker knew of (0: none); raises CodeIssuedMeanwhile when there is a
    newer one, so that a command carried out twice does not spoil a code already handed over.
    """
    await _lock(work, holders)
    if seen is not None and await newest_code(work, holders, purpose) > seen:
        raise CodeIssuedMeanwhile
    codes = [draw() for _ in holders]
    hashes = await _digests(work, codes)
    await end_unused_codes(work, holders, purpose)
    issued = []
    for holder, code, code_hash in zip(holders, codes, hashes, strict=True):
        expires_at = work.now + (END_LIVES if purpose is CodePurpose.END else LIVES[holder.door])
        work.session.add(_row(work, holder, code_hash, expires_at, purpose))
        after = {"expires_at": expires_at.isoformat()}
        if purpose is not CodePurpose.ENTER:
            after["purpose"] = purpose
        record(work, "issue_code", holder.kind, holder.id, after=after)
        issued.append(IssuedCode(holder, code, work.local(expires_at)))
    await work.session.flush()
    return issued


async def newest_code(work: Work, holders: Sequence[Holder], purpose: CodePurpose = CodePurpose.ENTER) -> int:
    """The highest id of the codes ever issued to any of the people; 0 when there is none."""
    whose = (any_of(AccessCode, holders), AccessCode.purpose == purpose)
    return await work.session.scalar(select(func.max(AccessCode.id)).where(*whose)) or 0


async def redeem(work: Work, address: Address, typed: str, language: str) -> Attempt:
    """Let the account at `address` speak for the code's person; a new account starts in `language`."""
    await one_at_a_time(work, address)
    wait = await must_wait(work, address)
    if wait is not None:
        return Attempt(refusal=wait)
    code = await _find(work, typed)
    if code is None:
        await note_wrong(work, address)
        return Attempt(refusal=CodeWrong())
    holder = holder_of(code)
    if code.purpose is CodePurpose.END:
        return await _end_sessions(work, address, code, language)
    if code.used_at is not None and await stands(work, work.actor.account_id, holder):
        return Attempt(welcome=Welcome(holder, await name_of(work, holder), already=True))
    refusal = await _refusal(work, address, code, holder)
    if refusal is not None:
        return Attempt(refusal=refusal)
    return Attempt(welcome=await _come_in(work, address, code, language))


async def _find(work: Work, typed: str) -> AccessCode | None:
    """The code's row, held against a racing account."""
    code = canonical(typed)
    if code is None:
        return None
    [code_hash] = await _digests(work, [code])
    return await work.session.scalar(select(AccessCode).where(AccessCode.code_hash == code_hash).with_for_update())


async def _refusal(work: Work, address: Address, code: AccessCode, holder: Holder) -> JournalError | None:
    if code.used_at is not None:
        return CodeUsed()
    if code.door is not address.door:
        return CodeOfOtherDoor()
    if code.revoked_at is not None or not await belongs(work, holder):
        return CodeWithdrawn()
    return CodeExpired() if code.expires_at <= work.now else None


async def _end_sessions(work: Work, address: Address, code: AccessCode, language: str) -> Attempt:
    """All sessions of the code's holder are over; the same message again finds them so."""
    holder = holder_of(code)
    if code.used_at is not None:
        return Attempt(ended=Ended(await name_of(work, holder), 0))
    refusal = await _refusal(work, address, code, holder)
    if refusal is not None:
        return Attempt(refusal=refusal)
    account_id = await _use(work, address, code, language)
    known = replace(work, actor=replace(work.actor, account_id=account_id))
    return Attempt(ended=await end_all(known, holder))


async def _use(work: Work, address: Address, code: AccessCode, language: str) -> int:
    """The code is used up by the account of the address, which is made if new."""
    account_id = await _account(work, address, language)
    await work.session.execute(
        update(AccessCode)
        .where(AccessCode.id == code.id, AccessCode.used_at.is_(None))
        .values(used_at=work.now, used_by=account_id)
    )
    return account_id


async def _come_in(work: Work, address: Address, code: AccessCode, language: str) -> Welcome:
    holder = holder_of(code)
    account_id = await _use(work, address, code, language)
    known = replace(work, actor=replace(work.actor, account_id=account_id))
    if holder.kind is HolderKind.STAFF:
        await drop_pin(known)
    already = await stands(work, account_id, holder)
    replaced = ""
    if not already:
        replaced = await replace_staff_link(known, holder) if holder.kind is HolderKind.STAFF else ""
        await _link(known, account_id, holder)
    return Welcome(holder, await name_of(work, holder), already, replaced)


async def _account(work: Work, address: Address, language: str) -> int:
    """The account of the address, made if new; its row stays locked until the commit."""
    made = insert(Account).values(
        channel=address.channel,
        door=address.door,
        address=address.chat,
        language=language,
        created_at=work.now,
        seen_at=work.now,
    )
    known = made.on_conflict_do_update(
        index_elements=["channel", "door", "address"], set_={"seen_at": work.now, "unreachable_at": None}
    )
    return (await work.session.execute(known.returning(Account.id))).scalar_one()


async def _link(work: Work, account_id: int, holder: Holder) -> None:
    link = Link(account_id=account_id, created_at=work.now, **holder.values)
    work.session.add(link)
    await work.session.flush()
    record(work, "connect", "link", link.id, after={"account": account_id, **holder.values})


async def _lock(work: Work, holders: Sequence[Holder]) -> None:
    """Issuing to one person goes one after the other; a link being made to the person meanwhile does not wait."""
    for kind, ids in by_kind(holders).items():
        person = PEOPLE[kind]
        rows = select(person.id).where(person.id.in_(ids)).order_by(person.id)
        await work.session.execute(rows.with_for_update(key_share=True))


def _row(work: Work, holder: Holder, code_hash: bytes, expires_at: datetime, purpose: CodePurpose) -> AccessCode:
    return AccessCode(
        code_hash=code_hash,
        purpose=purpose,
        door=holder.door,
        issued_by=work.actor.staff_id,
        issued_at=work.now,
        expires_at=expires_at,
        **holder.values,
    )


async def _digests(work: Work, codes: Sequence[str]) -> list[bytes]:
    """Hashes by scrypt with the school's salt (about 7 ms each), off the event loop."""
    return await asyncio.to_thread(lambda: [_digest(code, work.school.code_salt) for code in codes])


def _digest(code: str, salt: bytes) -> bytes:
    return hashlib.scrypt(code.encode(), salt=salt, n=2**12, r=8, p=1, dklen=32)
