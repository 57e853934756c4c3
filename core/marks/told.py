"""What an account knows of marks: what its outbox rows said of them, whatever their kind.

`facts.marks` is a list of at least `mark` and `value` (None: removed); `comment` and `work` when they
were told too.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.outbox import Kind
from core.rules.calm import Said, SaidWork
from core.terms import MarkValue

Line = dict[str, Any]
"""A mark as a message says it; lines.py fills it."""

Reader = tuple[int, int]
"""Of an account and a pupil, their ids."""

# A row that the worker is just taking is waited for, and then found to be on its way.
_TAKE_BACK = text("""
    UPDATE outbox SET status = 'superseded'
     WHERE kind = :kind AND subject_id = ANY(:pupils) AND status = 'pending'
    RETURNING account_id, subject_id, facts -> 'marks' AS marks
""")
_SAID = text("""
    SELECT account_id, facts -> 'marks' AS marks FROM outbox
     WHERE account_id = ANY(:accounts) AND created_at >= :since AND facts ? 'marks'
       AND status IN ('pending', 'sending', 'sent')
     ORDER BY id
""")


Known = dict[int, Said | None]
"""By mark id what somebody was told last (None: that it was removed)."""


async def take_back(work: Work, pupil_ids: Collection[int]) -> dict[Reader, set[int]]:
    """Messages about marks that still wait (quiet hours) are not sent as they are; the marks they named."""
    rows = await work.session.execute(_TAKE_BACK, {"kind": Kind.MARKS, "pupils": list(pupil_ids)})
    waiting: dict[Reader, set[int]] = defaultdict(set)
    for row in rows:
        waiting[row.account_id, row.subject_id].update(line["mark"] for line in row.marks)
    return waiting


async def read_said(work: Work, account_ids: Collection[int], since: datetime) -> dict[int, Known]:
    """By account what was said of each mark since; what is on its way, or waits in a card, counts as said."""
    said: dict[int, Known] = {account_id: {} for account_id in account_ids}
    for account_id, marks in await work.session.execute(_SAID, {"accounts": list(account_ids), "since": since}):
        said[account_id].update({line["mark"]: _said(line) for line in marks})
    return said


def _said(line: Line) -> Said | None:
    value, work = line.get("value"), line.get("work")
    return Said(MarkValue(value), line.get("comment"), said_work(*work) if work else None) if value else None


def said_work(kind_id: int, name: str, weight: str) -> SaidWork:
    """What a mark is for, as its line has it under `work`."""
    return SaidWork(kind_id, name, Decimal(weight))
