"""Guessing of access codes: counted, slowed down, reported (A2)."""

from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import func, select

from core.actor import Address
from core.app import Work
from core.errors.access import TooManyAttempts
from core.outbox import Kind, enqueue_for_staff
from core.recipients import holders_of
from core.terms import Role
from storage.models import CodeAttempt

WINDOW = timedelta(minutes=15)
PER_ADDRESS = 5
SCHOOL_BRAKE = 60
UNDER_BRAKE = 1
REPORT_LIVES = timedelta(days=1)


async def one_at_a_time(work: Work, address: Address) -> None:
    """Let attempts of one address follow each other, so that none slips past the count."""
    who = f"{address.channel}:{address.door}:{address.chat}"
    await work.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(who))))


async def must_wait(work: Work, address: Address) -> TooManyAttempts | None:
    """The refusal for an address with too many wrong codes behind it.

    Five in a quarter of an hour are allowed; while the whole school sees sixty, one: whoever types
    the right code at once still comes in.
    """
    since = work.now - WINDOW
    allowed = UNDER_BRAKE if await _school_count(work, since) >= SCHOOL_BRAKE else PER_ADDRESS
    recent = await _attempts(work, address, since, allowed)
    if len(recent) < allowed:
        return None
    left = recent[-1] + WINDOW - work.now
    return TooManyAttempts(minutes=max(1, ceil(left / timedelta(minutes=1))))


async def note_wrong(work: Work, address: Address) -> None:
    """Keep a wrong code; tell the administrators when an address, or the whole school, reaches its limit."""
    work.session.add(CodeAttempt(door=address.door, address=address.chat, at=work.now))
    await work.session.flush()
    since = work.now - WINDOW
    mine = len(await _attempts(work, address, since, PER_ADDRESS))
    if mine >= PER_ADDRESS:
        await _report(work, f"{address.door}:{address.chat}", door=address.door, chat=address.chat, attempts=mine)
    total = await _school_count(work, since)
    if total >= SCHOOL_BRAKE:
        await _report(work, "school", door="", chat="", attempts=total)


async def _attempts(work: Work, address: Address, since: datetime, limit: int) -> list[datetime]:
    """Moments of the address's newest wrong codes, newest first."""
    newest = (
        select(CodeAttempt.at)
        .where(CodeAttempt.door == address.door, CodeAttempt.address == address.chat, CodeAttempt.at > since)
        .order_by(CodeAttempt.at.desc())
        .limit(limit)
    )
    return list(await work.session.scalars(newest))


async def _school_count(work: Work, since: datetime) -> int:
    return await work.session.scalar(select(func.count()).where(CodeAttempt.at > since)) or 0


async def _report(work: Work, who: str, **facts: str | int) -> None:
    """Once an hour for each address."""
    recipients = await holders_of(work, Role.ADMINISTRATOR)
    facts = {**facts, "minutes": int(WINDOW.total_seconds() // 60)}
    dedupe = f"{Kind.GUESSING}:{who}:{work.now:%Y%m%d%H}"
    await enqueue_for_staff(work, recipients, Kind.GUESSING, facts, dedupe=dedupe, expires_at=work.now + REPORT_LIVES)
