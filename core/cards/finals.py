"""Final marks in the evening card, for those who hear of them nowhere else (core/finals/telling.py)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import text

from core.app import Work
from core.cards.due import CardChild, DueAccount, card_key
from core.finals.telling import Line, for_card, in_order

# What was changed since and is held again stays for another evening: it is put off to its end.
_TAKE = text("""
    UPDATE outbox SET status = 'superseded'
     WHERE order_key = ANY(CAST(:waiting AS text[])) AND status = 'pending' AND due_at < expires_at
    RETURNING account_id, subject_id AS pupil_id, facts -> 'finals' AS lines
""")

# Yesterday's cards that never left: what they were to tell is told by today's.
_LOST = text("""
    SELECT o.account_id, CAST(child ->> 'pupil_id' AS integer) AS pupil_id, child -> 'evening' -> 'finals' AS lines
      FROM outbox o, jsonb_array_elements(o.facts -> 'children') child
     WHERE o.dedupe_key = ANY(CAST(:cards AS text[])) AND o.status = 'expired'
       AND jsonb_array_length(coalesce(child -> 'evening' -> 'finals', '[]')) > 0
""")

Finals = Mapping[tuple[int, int], list[Line]]
"""By account and pupil, in the order in which they are told."""


async def take_finals(
    work: Work, accounts: Sequence[DueAccount], children: Mapping[int, Sequence[CardChild]]
) -> Finals:
    """What waited for the cards of these accounts; it waits no more. Two statements whatever their number."""
    evening = [account.id for account in accounts if account.evening]
    waiting = [f"{account_id}:{for_card(c.pupil_id)}" for account_id in evening for c in children.get(account_id, ())]
    yesterday = card_key(work.today - timedelta(days=1))
    lost = await work.session.execute(_LOST, {"cards": [f"{yesterday}:{account_id}" for account_id in evening]})
    taken = await work.session.execute(_TAKE, {"waiting": waiting})
    found: dict[tuple[int, int], dict[int, Line]] = defaultdict(dict)
    for row in (*lost, *taken):
        found[row.account_id, row.pupil_id].update({line["id"]: line for line in row.lines})
    return {reader: in_order(lines.values()) for reader, lines in found.items()}
