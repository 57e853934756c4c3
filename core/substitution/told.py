"""What families know of a day's changes: what their outbox rows said, changes by themselves and evening cards alike."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.cards.due import card_key
from core.outbox import Kind

Line = dict[str, Any]
"""A lesson as a message says it; families.line_of makes it."""

BACK = ("restored", "gone")
"""Lines that take back what was told."""

_MESSAGES = text("""
    SELECT id, account_id, subject_id AS pupil_id, status, facts -> 'lines' AS lines FROM outbox
     WHERE kind = :kind AND subject_id = ANY(CAST(:pupils AS integer[])) AND facts ->> 'day' = CAST(:day AS text)
       AND status IN ('pending', 'sending', 'sent')
     ORDER BY id FOR UPDATE
""")

# A card that waits to be sent leaves in a moment: what it says is told.
_CARDS = text("""
    SELECT o.id, o.account_id, CAST(child ->> 'pupil_id' AS integer) AS pupil_id, 'sent' AS status,
           child -> 'evening' -> 'changes' AS lines
      FROM outbox o, jsonb_array_elements(o.facts -> 'children') child
     WHERE o.dedupe_key = ANY(CAST(:keys AS text[])) AND o.status IN ('pending', 'sending', 'sent')
       AND jsonb_array_length(coalesce(child -> 'evening' -> 'changes', '[]')) > 0
     ORDER BY o.id
""")


@dataclass(frozen=True)
class Told:
    """What an account knows of a child's day: the message that reached it, and those still waiting."""

    lines: tuple[Line, ...] = ()
    heard: bool = False
    waiting: tuple[int, ...] = ()

    @property
    def known(self) -> dict[int, Line]:
        """By lesson."""
        return {line["lesson"]: line for line in self.lines}


async def told_of(
    work: Work, day: date, pupils: Collection[int], accounts: Collection[int]
) -> dict[tuple[int, int], Told]:
    """By account and pupil, in two statements; the messages are locked."""
    said = {"kind": Kind.LESSONS_CHANGED, "pupils": list(pupils), "day": day.isoformat()}
    eve = card_key(day - timedelta(days=1))
    messages = (await work.session.execute(_MESSAGES, said)).all()
    cards = (await work.session.execute(_CARDS, {"keys": [f"{eve}:{account_id}" for account_id in accounts]})).all()
    told: dict[tuple[int, int], Told] = {}
    for row in sorted([*messages, *cards], key=lambda row: row.id):
        key = (row.account_id, row.pupil_id)
        before = told.get(key, Told())
        if row.status == "pending":
            told[key] = Told(before.lines, before.heard, (*before.waiting, row.id))
        else:
            lines = tuple(line for line in row.lines if line["what"] not in BACK)
            told[key] = Told(lines, heard=True, waiting=before.waiting)
    return told
