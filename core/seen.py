"""A staff member's use is counted where the person is read anyway, once in a while (A7)."""

from datetime import date, datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from core.rules.use import LOOK_EVERY
from core.rules.weeks import monday_of

# One statement for the account's last-seen and the count, so that counting costs a tap nothing.
_SEEN = text("""
    WITH seen AS (UPDATE account SET seen_at = :now, unreachable_at = NULL WHERE id = :account)
    INSERT INTO staff_use (staff_id, week_of, looks, last_at) VALUES (:staff, :week, 1, :now)
    ON CONFLICT (staff_id, week_of) DO UPDATE
       SET looks = staff_use.looks + 1, last_at = :now WHERE staff_use.last_at <= :before
""")


async def staff_seen(session: AsyncSession, account_id: int, staff_id: int, now: datetime, today: date) -> None:
    """The account was heard of, and its owner used the journal."""
    week, before = monday_of(today), now - LOOK_EVERY
    facts = {"account": account_id, "staff": staff_id, "week": week, "now": now, "before": before}
    await session.execute(_SEEN, facts)
