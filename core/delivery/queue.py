"""The outbox from its other end: what may leave now, and what became of it.

Claiming and settling are short transactions; sending happens between them, outside of any. A crash in
between repeats a message, never loses one.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ARRAY, Integer, Row, any_, case, literal, text, update

from core.app import Work
from core.delivery.due import OPEN, due_facts, due_rows, none_of
from core.outbox import Kind, Priority, held
from core.rules.quiet_hours import quiet_until
from core.rules.telling import awake, next_waking
from core.terms import Delivery, Door, Sending
from storage.models import Account, Outbox

LEASE = timedelta(minutes=1)
NETWORK = "network"
NEVER_LEFT = "never-left"
REF_SEPARATOR = ","
AT_CHOSEN_HOURS = frozenset({Kind.EVENING_CARD, Kind.WEEK_CARD})
"""Families said themselves when these come."""


@dataclass(frozen=True)
class Due:
    """A message to send now. `attempts` counts this one and guards its settling; `chat` is the channel's address.

    `silent` asks for no sound: it is quiet hours and the message cannot wait for their end. `refs`: the messages that
    an edit or a deletion of the row `of_id` is about; of a new message the parts that have arrived already.
    """

    id: int
    kind: str
    facts: dict[str, Any]
    language: str
    chat: str
    account_id: int
    attempts: int
    silent: bool
    sending: Sending = Sending.NEW
    of_id: int | None = None
    refs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claimed:
    """What to send, and how many rows were closed or put off instead."""

    due: list[Due]
    dropped: int


# A plan kept from a quiet hour, when the outbox was empty, would read a broadcast of thousands row by row.
PLANNED_ANEW = text("SET LOCAL plan_cache_mode = force_custom_plan")


async def claim(
    work: Work,
    door: Door,
    limit: int,
    *,
    lease: timedelta = LEASE,
    holding: Collection[int] = (),
    resting: Collection[int] = (),
) -> Claimed:
    """Take up to `limit` due messages, the most urgent first, at most one an account.

    A row waits while its order key has an earlier open one. `holding` are ids the caller still sends (its own
    lapsed leases are not news), `resting` accounts that had enough for this second.
    """
    await work.session.execute(PLANNED_ANEW)
    facts = due_facts(work.now, work.today, limit, holding, resting)
    found = await work.session.execute(due_rows(door), facts)
    due: dict[int, Due] = {}
    dropped = 0
    for row in found:
        if await _closed(work, row) or await _put_off(work, row, door):
            dropped += 1
        elif row.account_id not in due:
            due[row.account_id] = _as_due(work, row, door)
    if due:
        await work.session.execute(
            update(Outbox)
            .where(Outbox.id.in_([d.id for d in due.values()]))
            .values(status=Delivery.SENDING, lease_until=work.now + lease, attempts=Outbox.attempts + 1)
        )
    return Claimed(list(due.values()), dropped)


async def hold(work: Work, settled: Iterable[Due]) -> None:
    """Lock the rows of these attempts, and those that they edit or delete, before any is written."""
    ids = {row_id for due in settled for row_id in (due.id, due.of_id) if row_id is not None}
    await work.session.execute(held(Outbox.id == any_(literal(list(ids), ARRAY(Integer)))))


async def sent(work: Work, due: Due, message_ref: str) -> None:
    """It reached the messenger, as these messages (with commas, the one with the words first)."""
    await _settle(work, due, status=Delivery.SENT, sent_at=work.now, message_ref=message_ref, error=None)
    if due.sending is Sending.EDIT and message_ref != REF_SEPARATOR.join(due.refs):
        await _write(work, due.of_id, message_ref=message_ref)


async def retry(work: Work, due: Due, wait: timedelta, code: str, *, arrived: str = "") -> None:
    """Try again after `wait`; a row that will have expired by then waits for its expiry.

    `arrived`: the messages that have arrived and need not be sent again.
    """
    await _settle(
        work,
        due,
        status=Delivery.PENDING,
        due_at=case((Outbox.expires_at < work.now + wait, Outbox.expires_at), else_=work.now + wait),
        error=code,
        **_arrived(due, arrived),
    )


async def failed(work: Work, due: Due, code: str, *, arrived: str = "") -> None:
    """It will never leave as it is; `arrived`: the messages that have come through nevertheless."""
    await _settle(work, due, status=Delivery.FAILED, error=code[:255], **_arrived(due, arrived))


async def dropped(work: Work, due: Due, code: str) -> None:
    """A change that is none, or for which it is too late: nothing is wrong."""
    await _settle(work, due, status=Delivery.SUPERSEDED, error=code)


async def unreachable(work: Work, due: Due, code: str, *, arrived: str = "") -> None:
    """The person blocked the bot or is gone: a fact for the class leader, until the person writes again."""
    await failed(work, due, code, arrived=arrived)
    await work.session.execute(
        update(Account)
        .where(Account.id == due.account_id, Account.unreachable_at.is_(None))
        .values(unreachable_at=work.now)
    )


async def take_back(work: Work, door: Door, holding: Collection[int] = ()) -> None:
    """Free what a sender that is no more left in flight. Only for the one sender of the door."""
    left = held(Outbox.door == door, Outbox.status == Delivery.SENDING, none_of(Outbox.id, holding)).where(OPEN)
    await work.session.execute(
        update(Outbox).where(Outbox.id.in_(left)).values(status=Delivery.PENDING, lease_until=None)
    )


async def hasten(work: Work, door: Door) -> None:
    """The network is back: what waits only because of it is due now."""
    waiting = held(Outbox.door == door, Outbox.status == Delivery.PENDING, Outbox.error == NETWORK).where(OPEN)
    await work.session.execute(
        update(Outbox).where(Outbox.id.in_(waiting.where(Outbox.due_at > work.now))).values(due_at=work.now)
    )


async def _settle(work: Work, due: Due, **values: Any) -> None:
    """Write the outcome of this very attempt; a row settled or claimed anew by somebody else is left alone."""
    await work.session.execute(
        update(Outbox)
        .where(Outbox.id == due.id, Outbox.attempts == due.attempts, OPEN)
        .values(lease_until=None, **values)
    )


async def _closed(work: Work, row: Row[Any]) -> bool:
    """Whether the row was closed here, because it is too late for it or somebody lost the right to it."""
    if row.expires_at <= work.now:
        status, code = Delivery.EXPIRED, "expired"
    elif row.obstacle is not None:
        status, code = Delivery.SUPERSEDED, row.obstacle
    elif row.of_id is not None and row.refs is None:
        status, code = Delivery.SUPERSEDED, NEVER_LEFT
    else:
        return False
    await _write(work, row.id, status=status, lease_until=None, error=code)
    return True


async def _put_off(work: Work, row: Row[Any], door: Door) -> bool:
    """Whether the row was moved to the end of the recipient's quiet hours, or of the night; what would be of no more
    use then leaves without a sound, but never at a family's night.
    """
    until = _quiet(work, row, door)
    if until is None or (until >= row.expires_at and not _at_night(work, row, door)):
        return False
    due_at = min(until, row.expires_at)
    await _write(work, row.id, status=Delivery.PENDING, lease_until=None, due_at=due_at)
    return True


def _quiet(work: Work, row: Row[Any], door: Door) -> datetime | None:
    """Until when it is quiet for the row: the recipient's own hours, and the night for every family.

    What is urgent does not wait, nor does what makes no sound: an edit, a deletion.
    """
    if row.priority <= Priority.URGENT_WORD or row.sending is not Sending.NEW:
        return None
    own = quiet_until(work.local_now, row.quiet_from, row.quiet_to)
    if not _at_night(work, row, door):
        return own
    morning = next_waking(work.local_now)
    return morning if own is None else max(own, morning)


def _at_night(work: Work, row: Row[Any], door: Door) -> bool:
    return door is Door.FAMILY and row.kind not in AT_CHOSEN_HOURS and not awake(work.local_now)


def _as_due(work: Work, row: Row[Any], door: Door) -> Due:
    return Due(
        id=row.id,
        kind=row.kind,
        facts=row.facts,
        language=row.language,
        chat=row.address,
        account_id=row.account_id,
        attempts=row.attempts + 1,
        silent=_quiet(work, row, door) is not None,
        sending=row.sending,
        of_id=row.of_id,
        refs=tuple(row.refs.split(REF_SEPARATOR)) if row.refs else (),
    )


def _arrived(due: Due, arrived: str) -> dict[str, str]:
    return {"message_ref": arrived} if arrived and due.sending is Sending.NEW else {}


async def _write(work: Work, row_id: int | None, **values: Any) -> None:
    await work.session.execute(update(Outbox).where(Outbox.id == row_id).values(**values))
