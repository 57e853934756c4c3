"""The one statement that finds what may leave now and what stands in its way."""

from collections.abc import Collection
from datetime import date, datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    ARRAY,
    CTE,
    Date,
    DateTime,
    Integer,
    Select,
    String,
    all_,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal,
    or_,
    select,
    text,
)
from sqlalchemy import cast as as_type
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement

from core.identity import consented, pupil_consented
from core.terms import Delivery, Door, Sending
from storage.models import Account, Consent, Guardianship, Link, Outbox, Staff

PUPIL = "pupil_id"
"""The fact by which a message names its pupil; the right to hear of that pupil is checked before sending."""

PUPILS = "pupil_ids"
"""The fact by which a message over several children names them; the right to each of them is checked."""

# Written out, not bound: the planner has to see that the partial indexes hold every row asked for.
OPEN = text("outbox.status IN ('pending', 'sending')")
EARLIER_OPEN = text("earlier.status IN ('pending', 'sending')")


NOW = bindparam("now", type_=DateTime(timezone=True))
TODAY = bindparam("today", type_=Date)


def due_facts(
    now: datetime, today: date, limit: int, holding: Collection[int] = (), resting: Collection[int] = ()
) -> dict[str, Any]:
    """The values that the statement of due_rows is executed with."""
    return {"now": now, "today": today, "limit": limit, "holding": list(holding), "resting": list(resting)}


@cache
def due_rows(door: Door) -> Select[Any]:
    """Up to `limit` rows, most urgent first, each with its account, `obstacle` (a code or null) and `refs`.

    `refs`: the messages that an edit or a deletion is about; of a new message what of it has arrived already.

    They are locked; those locked by others, the ids `holding` and the accounts `resting` are passed over.
    Made once: senders ask several times a second, and making the statement costs more than its answer.
    """
    head = _head(door)
    target = aliased(Outbox, name="target")
    columns: list[Any] = [
        *head.c,
        _obstacle(head, door).label("obstacle"),
        func.coalesce(target.message_ref, head.c.message_ref).label("refs"),
    ]
    return (
        select(*columns, Account.language, Account.address, Account.quiet_from, Account.quiet_to)
        .join(Account, Account.id == head.c.account_id)
        .join(Link, Link.id == head.c.link_id, isouter=True)
        .join(Staff, Staff.id == Link.staff_id, isouter=True)
        .join(target, target.id == head.c.of_id, isouter=True)
        .order_by(head.c.priority, head.c.due_at, head.c.id)
    )


def none_of(column: Any, values: Collection[int]) -> ColumnElement[bool]:
    """One statement for any number of values, so that it stays prepared."""
    return cast("ColumnElement[bool]", column != all_(literal(list(values), ARRAY(Integer))))


def _head(door: Door) -> CTE:
    """The locked rows alone, so that the index of open rows gives them in order whatever else is joined."""
    earlier = aliased(Outbox, name="earlier")
    free = or_(Outbox.status == Delivery.PENDING, Outbox.lease_until <= NOW)
    return (
        select(
            *(Outbox.id, Outbox.kind, Outbox.facts, Outbox.account_id, Outbox.link_id),
            *(Outbox.attempts, Outbox.priority, Outbox.due_at, Outbox.expires_at),
            *(Outbox.sending, Outbox.of_id, Outbox.message_ref),
        )
        .where(Outbox.door == door, OPEN, Outbox.due_at <= NOW, free)
        .where(Outbox.id != all_(_ids("holding")), Outbox.account_id != all_(_ids("resting")))
        .where(~exists().where(earlier.order_key == Outbox.order_key, earlier.id < Outbox.id, EARLIER_OPEN))
        .order_by(Outbox.priority, Outbox.due_at, Outbox.id)
        .limit(bindparam("limit", type_=Integer))
        .with_for_update(of=Outbox, skip_locked=True)
        .cte("head")
    )


def _ids(name: str) -> ColumnElement[Any]:
    return bindparam(name, type_=ARRAY(Integer))


def _obstacle(head: CTE, door: Door) -> ColumnElement[Any]:
    """Why the recipient may not hear this any more; null when nothing is in the way.

    Whoever lost the right to a message may still lose the message.
    """
    gone = [
        (Account.unreachable_at.is_not(None), "account-unreachable"),
        (head.c.sending == Sending.DELETE, None),
        (or_(Link.revoked_at.is_not(None), Staff.dismissed < TODAY), "link-revoked"),
    ]
    if door is Door.FAMILY:
        gone += _family_obstacles(head.c.account_id, head.c.facts)
    return case(*gone, else_=None)


def _family_obstacles(
    account_id: ColumnElement[int], facts: ColumnElement[Any]
) -> list[tuple[ColumnElement[bool], str]]:
    agreed = case(
        (Link.guardian_id.is_not(None), consented(Consent.guardian_id == Link.guardian_id)),
        else_=pupil_consented(Link.pupil_id, TODAY),
    )
    pupil = facts[PUPIL].as_string()
    theirs = or_(
        as_type(Link.pupil_id, String) == pupil,
        exists().where(Guardianship.guardian_id == Link.guardian_id, as_type(Guardianship.pupil_id, String) == pupil),
    )
    return [
        (and_(Link.id.is_not(None), agreed.is_not(True)), "consent-missing"),
        (and_(Link.id.is_not(None), facts.has_key(PUPIL), theirs.is_not(True)), "pupil-not-theirs"),
        (and_(facts.has_key(PUPILS), _strange(account_id, facts)), "pupil-not-theirs"),
    ]


def _strange(account_id: ColumnElement[int], facts: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a message names a pupil of whom the account may hear by none of its links."""
    named = func.jsonb_array_elements_text(facts[PUPILS]).table_valued("pupil").render_derived(name="named")
    link, tie = aliased(Link), aliased(Guardianship)
    guarded = select(tie.pupil_id).where(
        tie.guardian_id == link.guardian_id, as_type(tie.pupil_id, String) == named.c.pupil
    )
    speaks = or_(
        and_(as_type(link.pupil_id, String) == named.c.pupil, pupil_consented(link.pupil_id, TODAY)),
        and_(guarded.correlate(link, named).exists(), consented(Consent.guardian_id == link.guardian_id)),
    )
    held = select(link.id).where(link.account_id == account_id, link.revoked_at.is_(None), speaks)
    return select(named.c.pupil).where(~held.correlate(named, account_id.table).exists()).exists()
